use std::sync::Arc;

use figure::{Basis, Plan};
use leptos::html;
use leptos::prelude::*;
use model::Guessing;

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
        self.plan.with_untracked(|plan| plan.as_ref().map_or(figure::Class::Narrow.nominal(), |p| p.width))
    }
}
