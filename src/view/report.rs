use leptos::prelude::*;

use super::indicators::Indicators;
use super::masthead::Masthead;
use super::matters::{MatterCard, Matters};
use super::method::Method;
use super::nav::Nav;
use super::pillars::{PillarCard, Pillars};
use super::poster::Poster;
use super::priorities::{Priorities, PriorityCard};
use super::readings::Readings;
use super::subjects::Subjects;
use crate::model::Edition;

/// The whole page, from masthead to method.
#[component]
pub fn Report(
    edition: &'static Edition,
    /// Where the page will stand, if that is known.
    #[prop(default = None)]
    site: Option<&'static str>,
) -> impl IntoView {
    view! {
        <a class="skip" href="#figures">"跳到正文"</a>
        <div class="paper-results">
            <Masthead edition/>
        </div>
        <Nav edition/>
        <main id="main">
            <div class="paper-results">
                <Indicators edition/>
                <Matters edition/>
            </div>
            <div class="paper-blueprint">
                <Pillars edition/>
                <Priorities edition/>
            </div>
            <div class="paper-results">
                <Readings edition/>
                <Subjects edition/>
            </div>
        </main>
        <footer class="paper-results">
            <Method edition site/>
        </footer>
        <Poster/>
    }
}

/// One card on its own, for embedding; it stands open.
#[component]
pub fn SingleCard(edition: &'static Edition, id: String) -> impl IntoView {
    let matter = edition.matters.iter().position(|m| m.id == id);
    let pillar = edition.pillars.iter().position(|p| p.id == id);
    let priority = edition.priorities.iter().position(|p| p.id == id);
    let paper = if matter.is_some() { "paper-results single" } else { "paper-blueprint single" };
    view! {
        <main id="main" class=paper>
            {matter.map(move |index| view! { <MatterCard edition index open=true/> })}
            {pillar.map(move |index| view! { <PillarCard edition index open=true/> })}
            {priority.map(move |index| view! { <PriorityCard edition index open=true/> })}
            <p class="from">
                <a href=format!("../index.html?card={id}") target="_top">
                    {edition.masthead.headline.concat()}
                </a>
                "，看全部"
            </p>
        </main>
        <Poster/>
    }
}
