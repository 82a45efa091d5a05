//! Events on the marks that lie over a drawing, and on the tooltip of the active mark.

use js_sys::{Function, Reflect};
use leptos::prelude::*;
use wasm_bindgen::JsCast;
use web_sys::{Element, FocusEvent, HtmlDocument, HtmlElement, KeyboardEvent, MouseEvent, Node};

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

/// On phones the tooltip comes up from the lower edge of the window as a sheet, so that it covers no
/// mark. Not in a frame: that may be higher than the window around it.
pub fn raise(tip: &HtmlElement, state: ChartState) {
    let window = dom::window();
    let phone = window.match_media("(hover: none) and (max-width: 959px)").ok().flatten();
    if !phone.is_some_and(|phone| phone.matches()) || dom::root().has_attribute("data-embed") {
        return;
    }
    let show = Reflect::get(tip, &"showPopover".into()).unwrap_or_default();
    let Ok(show) = show.dyn_into::<Function>() else {
        return;
    };
    let _ = tip.set_attribute("popover", "manual");
    let _ = show.call0(tip);
    let mark = state.drawing.get_untracked().and_then(|drawing| button(&drawing, state.active.get_untracked()?));
    if let Some(mark) = mark {
        let hidden = mark.get_bounding_client_rect().bottom() + 16.0 - tip.get_bounding_client_rect().top();
        if hidden > 0.0 {
            window.scroll_by_with_x_and_y(0.0, hidden);
        }
    }
}

/// Copies the passage of a tooltip; `copied.js` adds its source. Tells whether the browser did it.
pub fn copy(tip: &Element) -> Option<bool> {
    let passage = tip.query_selector("blockquote").ok()??;
    let selection = dom::window().get_selection().ok()??;
    selection.select_all_children(&passage).ok()?;
    // The old way, which also works in frames of other origins.
    let copied = dom::document().unchecked_into::<HtmlDocument>().exec_command("copy").ok();
    let _ = selection.remove_all_ranges();
    copied
}

/// Moves keyboard focus to a mark.
pub fn focus(state: ChartState, index: usize) {
    let Some(drawing) = state.drawing.get_untracked() else {
        return;
    };
    if let Some(button) = button(&drawing, index) {
        let _ = button.focus();
    }
}

fn button(drawing: &HtmlElement, index: usize) -> Option<HtmlElement> {
    let buttons = drawing.query_selector_all(".marks button").ok()?;
    buttons.item(index as u32)?.dyn_into().ok()
}
