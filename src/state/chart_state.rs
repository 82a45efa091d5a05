use std::sync::Arc;

use figure::Scene;
use leptos::html;
use leptos::prelude::*;
use model::Guessing;

/// What changes on a stage.
#[derive(Clone, Copy)]
pub struct ChartState {
    /// Whether it is in the window when the page comes to life: the page is not ready before it is painted.
    pub first: bool,
    pub drawing: NodeRef<html::Div>,
    pub canvas: NodeRef<html::Canvas>,
    /// The scene that is shown; none until the stage comes near the viewport.
    pub scene: RwSignal<Option<Arc<Scene>>>,
    /// Whether the canvas stands for the SVG.
    pub drawn: RwSignal<bool>,
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

impl ChartState {
    pub fn new(first: bool) -> Self {
        Self {
            first,
            drawing: NodeRef::new(),
            canvas: NodeRef::new(),
            scene: RwSignal::new(None),
            drawn: RwSignal::new(false),
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
        self.scene.with_untracked(|scene| scene.as_ref().map_or(figure::Class::Narrow.nominal(), |p| p.width))
    }
}
