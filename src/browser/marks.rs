//! Events on the marks that lie over a drawing, and on the tooltip of the active mark.

use leptos::prelude::*;
use wasm_bindgen::JsCast;
use web_sys::{Element, FocusEvent, HtmlElement, KeyboardEvent, MouseEvent, Node};

use super::dom;
use super::dom::listen;
use crate::state::ChartState;
use figure::Point;

/// Lets pointers and keys dismiss the tooltip, and lets touches near a mark hit it.
pub fn listen_on(drawing: &HtmlElement, state: ChartState) {
    dismiss_tips(drawing, state);
    widen_touch(drawing, state);
    listen(drawing, "pointerleave", move |_| state.let_go());
}

/// Dismisses the tooltip when focus leaves the drawing, and on Escape wherever focus is, since the
/// mouse may show one too.
fn dismiss_tips(drawing: &HtmlElement, state: ChartState) {
    let within = drawing.clone();
    listen(drawing, "focusout", move |event| {
        let to = event.dyn_ref::<FocusEvent>().and_then(FocusEvent::related_target);
        let to = to.and_then(|target| target.dyn_into::<Node>().ok());
        if !to.is_some_and(|to| within.contains(Some(&to))) {
            state.dismiss();
        }
    });
    let within = drawing.clone();
    listen(&dom::document(), "keydown", move |event| {
        let escape = event.dyn_ref::<KeyboardEvent>().is_some_and(|event| event.key() == "Escape");
        if !escape || state.active.get_untracked().is_none() {
            return;
        }
        // The link in the tooltip disappears with it: focus returns to the mark.
        if within.query_selector(".tips :focus").ok().flatten().is_some() {
            focus(state, state.anchor.get_untracked());
        }
        state.dismiss();
    });
}

/// A touch near a mark hits it; one far from all marks dismisses the tooltip.
fn widen_touch(drawing: &HtmlElement, state: ChartState) {
    let within = drawing.clone();
    listen(drawing, "click", move |event| {
        let beside = |target: Element| target.closest(".marks button, .tips").ok().flatten().is_none();
        let target = event.target().and_then(|target| target.dyn_into::<Element>().ok());
        let Some(click) = event.dyn_ref::<MouseEvent>().filter(|_| target.is_some_and(beside)) else {
            return;
        };
        let corner = within.get_bounding_client_rect();
        let at =
            Point { x: click.client_x() as f32 - corner.x() as f32, y: click.client_y() as f32 - corner.y() as f32 };
        let near = state.scene.with_untracked(|scene| scene.as_ref().and_then(|scene| scene.mark_near(at)));
        match near {
            Some(mark) => focus(state, mark),
            None => state.dismiss(),
        }
    });
}

/// Moves keyboard focus to a mark.
pub fn focus(state: ChartState, index: usize) {
    let Some(drawing) = state.drawing.get_untracked() else {
        return;
    };
    let buttons = drawing.query_selector_all(".marks button").ok();
    let button = buttons.and_then(|list| list.item(index as u32)).and_then(|node| node.dyn_into::<HtmlElement>().ok());
    if let Some(button) = button {
        let _ = button.focus();
    }
}
