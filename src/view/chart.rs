use leptos::prelude::*;

use crate::state::{ChartState, PageState};
use figure::{Figure, Kind};
use model::Edition;

/// Shows a drawing: the SVG that the host rendered, and the canvas that replaces it. The marks come
/// later ([`Marks`](super::Marks)).
#[component]
pub fn ChartView(edition: &'static Edition, kind: Kind, page_state: PageState, state: ChartState) -> impl IntoView {
    let figure = Figure::new(edition, kind);
    #[cfg(all(feature = "hydrate", target_arch = "wasm32"))]
    crate::browser::chart::run(figure, page_state, state);
    #[cfg(not(all(feature = "hydrate", target_arch = "wasm32")))]
    let _ = page_state;
    view! {
        <div class="drawing" node_ref=state.drawing class:drawn=state.on_canvas>
            <div class="twins" inner_html=twins(figure)></div>
            <canvas node_ref=state.canvas aria-hidden="true"></canvas>
        </div>
    }
}

/// The SVGs in the size of type that the page is written for, if the host names one in the context. Empty in the
/// browser, which has them already, to keep their code out of the wasm.
fn twins(figure: Figure<'static>) -> String {
    #[cfg(feature = "ssr")]
    {
        pictures(figure, use_context().unwrap_or_default())
    }
    #[cfg(not(feature = "ssr"))]
    {
        let _ = figure;
        String::new()
    }
}

/// The SVGs of a drawing for all layouts, one after the other.
#[cfg(feature = "ssr")]
pub fn pictures(figure: Figure<'_>, size: model::Size) -> String {
    use figure::{Frame, svg};
    let pictures = figure.twins().iter().map(|twin| {
        let scene = figure.plan(Frame::new(twin.width, size));
        let linked = figure.kind == Kind::Cover;
        if linked { svg::linked(&scene, twin.class) } else { svg::themed(&scene, twin.class) }
    });
    pictures.collect()
}
