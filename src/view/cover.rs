use leptos::prelude::*;

use super::ChartView;
use super::figure::TitleBlock;
use super::masthead::Masthead;
use super::tour::Tour;
use crate::state::{ChartState, PageState};
use figure::{Figure, Kind};
use model::Edition;

/// The page's first screen: the headline, the drawing that holds the whole report, and a bar within
/// reach of the thumb. On a broad screen the headline is part of the drawing.
#[component]
pub fn Cover(edition: &'static Edition) -> impl IntoView {
    let figure = Figure::new(edition, Kind::Cover);
    let id = figure.kind.id(edition);
    view! {
        <header class="cover paper-results">
            // Continues the second paper to the window's edge.
            {edition.has_plans().then(|| view! { <div class="paper-blueprint beyond" aria-hidden="true"></div> })}
            <Masthead edition/>
            <figure class="figure" data-figure=id aria-labelledby="fig-cover">
                <figcaption class="unseen">
                    <h2 id="fig-cover">{figure.caption().map(|c| c.title.as_str())}</h2>
                    <p class="sentence">{figure.sentence()}</p>
                </figcaption>
                <div class="stage" data-part="stage" data-live=id>
                    <ChartView edition kind=figure.kind page_state=PageState::new() state=ChartState::new(false)/>
                </div>
                // Placed before the strip: sticky, it only moves up, and so never covers the strip.
                <Thumb edition/>
                <div class="paper-blueprint strip-of-cover">
                    <TitleBlock figure/>
                </div>
            </figure>
        </header>
    }
}

/// The bar within reach of the thumb: the guided tour, links to all sections, and sharing the page.
/// It stays at the window's foot as long as the cover is in view.
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
