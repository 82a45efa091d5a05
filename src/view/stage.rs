use leptos::prelude::*;

use crate::state::{Board, StageState};
use figure::{Figure, Kind};
use model::Edition;

/// Where a drawing is shown: the SVG twin that the host rendered and the canvas that takes its place.
/// The marks come after them ([`Marks`](super::Marks)).
#[component]
pub fn Stage(edition: &'static Edition, kind: Kind, board: Board, state: StageState) -> impl IntoView {
    let figure = Figure::new(edition, kind);
    #[cfg(all(feature = "hydrate", target_arch = "wasm32"))]
    crate::browser::stage::run(figure, board, state);
    #[cfg(not(all(feature = "hydrate", target_arch = "wasm32")))]
    let _ = board;
    view! {
        {switch(kind, state)}
        <div class="drawing" node_ref=state.drawing class:drawn=state.drawn>
            <div class="twins" inner_html=twins(figure)></div>
            <canvas node_ref=state.canvas aria-hidden="true"></canvas>
        </div>
    }
}

/// The pre-rendered drawing in all its layouts. In the browser it is there already, and its code is not.
fn twins(figure: Figure<'static>) -> String {
    #[cfg(feature = "ssr")]
    {
        use figure::{Basis, Frame, svg};
        use model::Size;
        let pictures = figure.twins().iter().map(|twin| {
            let plan = figure.plan(Frame::new(twin.width, Size::Standard), Basis::default());
            let linked = figure.kind == Kind::Cover;
            let picture = if linked { svg::linked(&plan, twin.class) } else { svg::themed(&plan, twin.class) };
            match twin.wanted {
                // Where scripts run it is text until the window is like this (`cards.js`).
                Some(wanted) => format!("<noscript data-wanted=\"{wanted}\">{picture}</noscript>"),
                None => picture,
            }
        });
        pictures.collect()
    }
    #[cfg(not(feature = "ssr"))]
    {
        let _ = figure;
        String::new()
    }
}

/// Buttons for the bases that the drawing knows; nothing where there is one.
fn switch(kind: Kind, state: StageState) -> impl IntoView {
    (!kind.bases().is_empty()).then(|| {
        let buttons = kind.bases().iter().map(|&basis| {
            view! {
                <button type="button" aria-pressed=move || (state.basis.get() == basis).to_string()
                    on:click=move |_| state.basis.set(basis)>
                    {basis.label()}
                </button>
            }
        });
        view! { <div class="switch" role="group" aria-label="按什么时间算">{buttons.collect_view()}</div> }
    })
}
