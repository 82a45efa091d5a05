//! The page that lists all editions of a site.

use std::cmp::Reverse;

use leptos::prelude::*;

use super::issue::Issue;
use super::style;
use figure::{Figure, Frame, Kind, svg};
use model::Size;
use sijian::view::LooksLinks;

/// The page's file at the root.
pub const FILE: &str = "editions.html";

/// The way to it from another edition's folder.
pub const WAY_BACK: &str = "../editions.html";

/// The only words that belong to no edition.
pub const NAME: &str = "各期";

/// The page's title, which names the places.
pub fn title(issues: &[Issue]) -> String {
    let mut places: Vec<&str> = issues.iter().map(|issue| issue.edition.masthead.place.as_str()).collect();
    places.sort_unstable();
    places.dedup();
    format!("{NAME}｜{}", places.join("、"))
}

/// A block for each edition, the newest plans first. Nothing here is hydrated.
#[component]
pub fn EditionsPage(issues: &'static [Issue]) -> impl IntoView {
    let mut sorted: Vec<&Issue> = issues.iter().collect();
    sorted.sort_by_key(|issue| Reverse(issue.edition.masthead.plan_year));
    let blocks = sorted.into_iter().map(block).collect_view();
    view! {
        <main id="main" class="paper-results editions-page">
            <div class="wrap">
                <h1>{NAME}</h1>
                <LooksLinks/>
                <ul class="issues">{blocks}</ul>
            </div>
        </main>
    }
}

fn block(issue: &'static Issue) -> impl IntoView {
    let head = &issue.edition.masthead;
    let figure = Figure::new(issue.edition, Kind::Cover);
    let lines = head.headline.iter().map(|line| view! { <span class="line">{line.as_str()}</span> }).collect_view();
    view! {
        <li data-issue=issue.folder.as_str()>
            <p class="kicker"><strong>{head.place.as_str()}</strong><span>{issue.edition.years()}</span></p>
            <h2><a href=issue.way("index.html")>{lines}</a></h2>
            <div class="drawing" role="img" aria-label=figure.sentence() inner_html=cover(figure)></div>
        </li>
    }
}

/// The cover as on phones: a block is never wider (`style/editions.css`).
fn cover(figure: Figure<'static>) -> String {
    let phones = &figure.twins()[..2];
    phones.iter().map(|twin| svg::themed(&figure.plan(Frame::new(twin.width, Size::Standard)), twin.class)).collect()
}

/// The rules for the font of each edition: a headline's characters are only in that of its own.
/// Those with the root's font need none. `fonts` are the covers' font files in the editions' order.
pub fn faces(issues: &[Issue], fonts: &[&str]) -> String {
    let own = issues.iter().zip(fonts).filter(|(_, font)| fonts.first() != Some(*font));
    let rules = own.map(|(issue, font)| {
        let (folder, family) = (&issue.folder, format!("Sijian {}", issue.folder));
        style::face(&family, &issue.way(font), "") + &format!("[data-issue=\"{folder}\"]{{--face:\"{family}\"}}")
    });
    rules.collect()
}
