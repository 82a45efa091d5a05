use std::sync::Arc;

use leptos::html;
use leptos::prelude::*;

use crate::app::Board;
use crate::figure::{Basis, Figure, Kind, Plan};
use crate::model::{Edition, Guessing};

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

/// What changes on a stage.
#[derive(Clone, Copy)]
pub struct StageState {
    /// Whether it is in the window when the page comes to life: the page is not ready before it is painted.
    pub first: bool,
    pub drawing: NodeRef<html::Div>,
    pub canvas: NodeRef<html::Canvas>,
    /// The plan that is shown; none until the stage comes near the viewport.
    pub plan: RwSignal<Option<Arc<Plan>>>,
    /// Whether the canvas stands for the SVG.
    pub drawn: RwSignal<bool>,
    pub basis: RwSignal<Basis>,
    /// How far the reader has come in guessing what the drawing tells.
    pub guessing: RwSignal<Guessing>,
    /// The mark in hand: under the pointer, touched or in focus.
    pub active: RwSignal<Option<usize>>,
    /// The mark whose tip stays when the mouse goes: it was clicked, touched or is in focus.
    pub held: RwSignal<Option<usize>>,
    /// The mark that the guided look points at.
    pub pointed: RwSignal<Option<usize>>,
    /// The mark that Tab leads to.
    pub anchor: RwSignal<usize>,
}

impl StageState {
    pub fn new(first: bool) -> Self {
        Self {
            first,
            drawing: NodeRef::new(),
            canvas: NodeRef::new(),
            plan: RwSignal::new(None),
            drawn: RwSignal::new(false),
            basis: RwSignal::default(),
            guessing: RwSignal::default(),
            active: RwSignal::new(None),
            held: RwSignal::new(None),
            pointed: RwSignal::new(None),
            anchor: RwSignal::new(0),
        }
    }

    /// The width that the drawing has on the page, or that of a phone before it has one.
    #[cfg(all(feature = "hydrate", target_arch = "wasm32"))]
    pub fn width(self) -> f32 {
        self.plan.with_untracked(|plan| plan.as_ref().map_or(crate::figure::Class::Narrow.nominal(), |p| p.width))
    }
}

/// The pre-rendered drawing in both layouts. In the browser it is there already, and its code is not.
fn twins(figure: Figure<'static>) -> String {
    #[cfg(feature = "ssr")]
    {
        use crate::figure::{Class, Frame, svg};
        use crate::model::Size;
        let twin = |class: Class, name| {
            svg::themed(&figure.plan(Frame::new(class.nominal(), Size::Standard), Basis::default()), name)
        };
        let narrow = twin(Class::Narrow, "twin narrow");
        // A card is never wider than the narrow layout; only overviews need both.
        if figure.kind.is_overview() { narrow + &twin(Class::Wide, "twin wide") } else { narrow }
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
