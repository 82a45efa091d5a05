use leptos::prelude::*;

use super::LooksLinks;
use super::card::{formal_ordinal, ordinal, picture};
use super::code;
use super::masthead::{accented, seal};
use super::matters::lever;
use super::pillars::labels;
use super::priorities::goal;
use figure::{Class, Figure, Frame, Kind, svg};
use model::{Edition, Matter, Priority, SectionId, Size};

/// The report on one A4 sheet: the year on the left paper, the plans on the right, and the drawing
/// that connects the two. Never hydrated.
#[component]
pub fn Summary(edition: &'static Edition, site: Option<&'static str>) -> impl IntoView {
    let aims = edition.matters.iter().enumerate().map(|(index, matter)| aim(index, matter)).collect_view();
    let shapes = (0..edition.pillars.len()).map(|index| shape(edition, index)).collect_view();
    let goals =
        edition.priorities.iter().enumerate().map(|(index, priority)| goals(edition, index, priority)).collect_view();
    let has = move |id| edition.section(id).is_some();
    let results = has(SectionId::Matters).then_some("sheet-matters");
    let alone = results.is_none().then(|| edition.masthead.title());
    view! {
        <main id="main"><article class="sheet">
            <div class="sheet-head paper-results">
                <Head edition site/>
            </div>
            <section class="sheet-results paper-results" aria-labelledby=results aria-label=alone>
                {has(SectionId::Matters).then(|| view! {
                    {heading(edition, SectionId::Matters)}
                    <ol class="aims">{aims}</ol>
                })}
                {drawing(edition, Kind::Cover)}
            </section>
            {edition.has_plans().then(|| view! {
                <div class="sheet-plans paper-blueprint">
                    {has(SectionId::Pillars).then(|| view! {
                        <section aria-labelledby="sheet-pillars">
                            {heading(edition, SectionId::Pillars)}
                            <ol class="goals shapes">{shapes}</ol>
                        </section>
                    })}
                    {has(SectionId::Priorities).then(|| view! {
                        <section aria-labelledby="sheet-priorities">
                            {heading(edition, SectionId::Priorities)}
                            <ol class="goals">{goals}</ol>
                        </section>
                    })}
                </div>
            })}
            <Foot edition site/>
        </article></main>
        <nav class="sheet-ways" aria-label="全文"><p class="from"><a href="index.html">"看全文"</a>"，"<a href="source.html">"查原文索引"</a></p><LooksLinks/></nav>
    }
}

#[component]
fn Head(edition: &'static Edition, site: Option<&'static str>) -> impl IntoView {
    let head = &edition.masthead;
    let lines =
        head.headline.iter().map(move |line| view! { <span class="line">{accented(line, &head.emphasis)}</span> });
    view! {
        <header>
            <p class="kicker">
                <strong>{head.place.as_str()}</strong>
                <span>{edition.years()}</span>
            </p>
            <div class="masthead-row">
                <h1>{lines.collect_view()}</h1>
                {site.map(|address| view! { <p class="code" inner_html=code::svg(address)></p> })}
                {seal(edition)}
            </div>
        </header>
    }
}

fn heading(edition: &'static Edition, id: SectionId) -> impl IntoView {
    let words = edition.section(id);
    view! {
        <header class="sheet-title">
            <h2 id=format!("sheet-{}", id.as_str())>{words.map(|w| w.title.as_str())}</h2>
            {words.filter(|w| !w.subtitle.is_empty()).map(|w| view! { <p class="subtitle">{w.subtitle.as_str()}</p> })}
        </header>
    }
}

fn aim(index: usize, matter: &'static Matter) -> impl IntoView {
    view! {
        <li>
            <span class="ordinal" aria-hidden="true">{formal_ordinal(index)}</span>
            <span class="lever">{lever(matter)}</span>
            <strong>{matter.aim.as_str()}</strong>
        </li>
    }
}

/// A pillar as it is on its closed card.
fn shape(edition: &'static Edition, index: usize) -> impl IntoView {
    let pillar = &edition.pillars[index];
    let count = pillar.measures().count();
    view! {
        <li>
            <span class="ordinal" aria-hidden="true">{ordinal(index)}</span>
            <h3>{pillar.title.as_str()}{(count > 0).then(|| view! { <span>{edition.masthead.words.measure.counted(count)}</span> })}</h3>
            {picture(edition, Kind::Sheet(index))}
            {labels(pillar)}
        </li>
    }
}

fn goals(edition: &'static Edition, index: usize, priority: &'static Priority) -> impl IntoView {
    let targets: Vec<_> =
        priority.targets.iter().map(|target| view! { <li>{goal(target)}{target.label.as_str()}</li> }).collect();
    // A priority without numeric targets shows how many places and projects it names.
    let (count, site) = (priority.sites.len(), &edition.masthead.words.site);
    let sites = (targets.is_empty() && count > 0).then(|| {
        view! { <li><span class="value">{count}</span><span class="unit">{site.counter.as_str()}</span>{format!("写到的{}", site.name)}</li> }
    });
    view! {
        <li>
            <span class="ordinal" aria-hidden="true">{ordinal(index)}</span>
            <h3>{priority.title.as_str()}</h3>
            {(!targets.is_empty() || count > 0).then(|| view! { <ul class="targets">{targets}{sites}</ul> })}
        </li>
    }
}

/// In the upright layout, since both halves of the sheet are higher than they are wide.
fn drawing(edition: &'static Edition, kind: Kind) -> impl IntoView {
    let figure = Figure::new(edition, kind);
    let scene = figure.plan(Frame::new(Class::Narrow.nominal(), Size::Standard));
    let caption = figure.caption();
    view! {
        <figure class="drawing" aria-label=caption.map(|c| c.title.as_str())>
            <div inner_html=svg::themed(&scene, "twin")></div>
            <figcaption>
                <p>{figure.sentence()}</p>
                <p class="note"><b>{figure.number()}</b>{caption.map(|c| c.scale.as_str())}"。"{caption.map(|c| c.note.as_str())}</p>
            </figcaption>
        </figure>
    }
}

/// 图签, the title block, of the whole sheet: its sources, and where to find the full text.
#[component]
fn Foot(edition: &'static Edition, site: Option<&'static str>) -> impl IntoView {
    let sources: Vec<String> = edition
        .documents
        .iter()
        .map(|d| d.title.as_ref().map_or_else(|| d.label.clone(), |title| format!("{}《{title}》", d.label)))
        .collect();
    let amounts = Figure::new(edition, Kind::Amounts).caption().map(|c| c.note.clone());
    let last: String = amounts.into_iter().chain(site.map(|address| format!("全文：{address}"))).collect();
    view! {
        <footer class="sheet-foot paper-results">
            <p><b>"来源"</b>{sources.join("；")}"。"</p>
            {(!last.is_empty()).then(|| view! { <p>{last}</p> })}
        </footer>
    }
}
