use leptos::prelude::*;

use super::ChartView;
use super::figure::TitleBlock;
use super::masthead::Masthead;
use super::tour::Tour;
use crate::state::{ChartState, PageState};
use figure::{Figure, Kind};
use model::Edition;

/// The page's first screen: the headline, the drawing that holds the whole report, and a bar at the
/// thumb. On a broad screen the drawing has the headline itself, so that both are of one piece.
#[component]
pub fn Cover(edition: &'static Edition) -> impl IntoView {
    let figure = Figure::new(edition, Kind::Cover);
    let id = figure.kind.id(edition);
    view! {
        <header class="cover paper-results">
            // The second paper, as far as the window goes.
            <div class="paper-blueprint beyond" aria-hidden="true"></div>
            <Masthead edition/>
            <figure class="figure" data-figure=id aria-labelledby="fig-cover">
                <figcaption class="unseen">
                    <h2 id="fig-cover">{figure.caption().map(|c| c.title.as_str())}</h2>
                    <p class="sentence">{figure.sentence()}</p>
                </figcaption>
                <div class="stage" data-part="stage" data-live=id>
                    <ChartView edition kind=figure.kind page_state=PageState::new() state=ChartState::new(false)/>
                </div>
                // Before what it would lie over: sticky, it only ever moves up.
                <Thumb edition/>
                <div class="paper-blueprint strip-of-cover">
                    <TitleBlock figure/>
                </div>
            </figure>
        </header>
    }
}

/// The bar at the thumb: the guided look, the way to every section, and sending the page on. It stays at
/// the window's foot as long as the cover is in sight.
#[component]
fn Thumb(edition: &'static Edition) -> impl IntoView {
    let links = edition.sections.iter().map(|section| {
        view! { <li><a href=format!("#{}", section.id.as_str())>{section.title.as_str()}</a></li> }
    });
    view! {
        <div class="thumb paper-blueprint">
            <Tour edition/>
            <details class="contents">
                <summary>"目录"</summary>
                <nav aria-label="目录"><ol>{links.collect_view()}</ol></nav>
            </details>
            <p class="to-poster"><button type="button" data-poster="page">"转发"</button></p>
        </div>
    }
}
