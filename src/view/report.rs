use leptos::prelude::*;

use super::cover::Cover;
use super::figure::FigureFrame;
use super::indicators::Indicators;
use super::ledger::Ledger;
use super::matters::{MatterCard, Matters};
use super::method::Method;
use super::nav::Nav;
use super::pillars::{PillarCard, Pillars};
use super::poster::Poster;
use super::priorities::{Priorities, PriorityCard};
use super::readings::Readings;
use super::subjects::Subjects;
use super::{ChipRow, Roster};
use figure::{Kind, Paper};
use model::{Edition, Id, SectionId};

/// The whole page, from masthead to method.
#[component]
pub fn Report(
    edition: &'static Edition,
    /// The page's public address, if known.
    #[prop(default = None)]
    site: Option<&'static str>,
    /// The way to the list of all editions, if the site has several.
    #[prop(default = None)]
    editions: Option<&'static str>,
) -> impl IntoView {
    let first = edition.sections.first().map(|section| format!("#{}", section.id.as_str()));
    view! {
        <a class="skip" href=first>"跳到正文"</a>
        <Cover edition/>
        <Story edition sizes=true/>
        <footer class="paper-results">
            <Method edition site editions/>
        </footer>
        <Poster/>
    }
}

/// Everything between masthead and footer.
#[component]
fn Story(
    edition: &'static Edition,
    /// Whether the page exists in another type size, too.
    #[prop(default = false)]
    sizes: bool,
) -> impl IntoView {
    let papers = [
        ("paper-results", &[SectionId::Figures, SectionId::Matters][..]),
        ("paper-blueprint", &[SectionId::Pillars, SectionId::Priorities, SectionId::Ledger]),
        ("paper-results", &[SectionId::Readings, SectionId::Subjects]),
    ];
    let papers = papers.map(|(paper, ids)| {
        let sections: Vec<_> = edition.sections.iter().filter(|section| ids.contains(&section.id)).collect();
        let sections: Vec<_> = sections.into_iter().map(|section| section_of(edition, section.id)).collect();
        (!sections.is_empty()).then(|| view! { <div class=paper>{sections}</div> })
    });
    view! {
        <Nav edition sizes/>
        <main id="main">{papers.into_iter().collect_view()}</main>
    }
}

/// A section with its content; the method stands in the footer.
fn section_of(edition: &'static Edition, id: SectionId) -> AnyView {
    match id {
        SectionId::Figures => view! { <Indicators edition/> }.into_any(),
        SectionId::Matters => view! { <Matters edition/> }.into_any(),
        SectionId::Pillars => view! { <Pillars edition/> }.into_any(),
        SectionId::Priorities => view! { <Priorities edition/> }.into_any(),
        SectionId::Ledger => view! { <Ledger edition/> }.into_any(),
        SectionId::Readings => view! { <Readings edition/> }.into_any(),
        SectionId::Subjects => view! { <Subjects edition/> }.into_any(),
        SectionId::Method => ().into_any(),
    }
}

/// The story on its own, for embedding: the host has a masthead and a footer already.
#[component]
pub fn WholeStory(edition: &'static Edition) -> impl IntoView {
    view! {
        <header><h1 class="unseen">{edition.masthead.title()}</h1></header>
        <Story edition/>
        <footer class="paper-results single"><Whole edition way="../index.html".to_owned()/></footer>
        <Poster/>
    }
}

/// An overview drawing on its own, for embedding, with the chips that highlight its marks.
#[component]
pub fn SingleFigure(edition: &'static Edition, kind: Kind) -> impl IntoView {
    let paper = match kind.paper() {
        Paper::Results => "paper-results single",
        Paper::Blueprint => "paper-blueprint single",
    };
    let roster = Roster::beside(edition, kind).map(|roster| view! { <ChipRow edition roster/> });
    let way = format!("../index.html#fig-{}", kind.id(edition));
    view! {
        <main id="main" class=paper>
            <Heading edition/>
            <FigureFrame edition kind/>
            {roster}
            <Whole edition way/>
        </main>
        <Poster/>
    }
}

/// What an excerpt is a part of, for those who listen: everybody else sees it at the foot.
#[component]
fn Heading(edition: &'static Edition) -> impl IntoView {
    view! {
        <h1 class="unseen">{edition.masthead.title()}</h1>
        <h2 class="unseen">{edition.masthead.place.as_str()}</h2>
    }
}

/// The link from an excerpt to the whole page.
#[component]
fn Whole(edition: &'static Edition, way: String) -> impl IntoView {
    view! {
        <p class="from">
            <a href=way target="_blank">{format!("看全文：{}", edition.masthead.title())}</a>
        </p>
    }
}

/// One card on its own, for embedding; it stands open.
#[component]
pub fn SingleCard(edition: &'static Edition, id: Id) -> impl IntoView {
    let matter = edition.matters.iter().position(|m| m.id == id);
    let pillar = edition.pillars.iter().position(|p| p.id == id);
    let priority = edition.priorities.iter().position(|p| p.id == id);
    let paper = if matter.is_some() { "paper-results single" } else { "paper-blueprint single" };
    view! {
        <main id="main" class=paper>
            <Heading edition/>
            {matter.map(move |index| view! { <MatterCard edition index open=true/> })}
            {pillar.map(move |index| view! { <PillarCard edition index open=true/> })}
            {priority.map(move |index| view! { <PriorityCard edition index open=true/> })}
            <Whole edition way=format!("../index.html?card={id}")/>
        </main>
        <Poster/>
    }
}
