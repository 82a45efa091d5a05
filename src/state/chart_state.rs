use std::sync::Arc;

use figure::Scene;
use leptos::html;
use leptos::prelude::*;
use model::Guessing;

/// The state of one drawing's stage.
#[derive(Clone, Copy)]
pub struct ChartState {
    /// Whether it is in the window when the page is hydrated: the page is not ready until it is
    /// painted.
    pub is_awaited: bool,
    pub drawing: NodeRef<html::Div>,
    pub canvas: NodeRef<html::Canvas>,
    /// The scene that is shown; `None` until the stage comes near the viewport.
    pub scene: RwSignal<Option<Arc<Scene>>>,
    /// Whether the canvas is shown instead of the SVG.
    pub on_canvas: RwSignal<bool>,
    /// How far the reader has come in guessing the drawing's answer.
    pub guessing: RwSignal<Guessing>,
    /// The active mark: hovered, touched or focused.
    pub active: RwSignal<Option<usize>>,
    /// The mark whose tooltip stays when the mouse leaves: clicked, touched or focused.
    pub held: RwSignal<Option<usize>>,
    /// The mark that the guided tour points at.
    pub pointed: RwSignal<Option<usize>>,
    /// The mark that Tab moves focus to.
    pub anchor: RwSignal<usize>,
}

impl ChartState {
    pub fn new(is_awaited: bool) -> Self {
        Self {
            is_awaited,
            drawing: NodeRef::new(),
            canvas: NodeRef::new(),
            scene: RwSignal::new(None),
            on_canvas: RwSignal::new(false),
            guessing: RwSignal::default(),
            active: RwSignal::new(None),
            held: RwSignal::new(None),
            pointed: RwSignal::new(None),
            anchor: RwSignal::new(0),
        }
    }

    /// The drawing's width on the page; before it has been planned, a phone's.
    #[cfg(all(feature = "hydrate", target_arch = "wasm32"))]
    pub fn width(self) -> f32 {
        self.scene.with_untracked(|scene| scene.as_ref().map_or(figure::Class::Narrow.nominal(), |p| p.width))
    }
}
