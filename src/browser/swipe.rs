//! Swiping in an open card follows the links at its foot. Optional: the links work for everyone.

use std::cell::Cell;

use wasm_bindgen::JsCast;
use web_sys::{Element, Event, HtmlElement, PointerEvent};

use super::dom;
use super::dom::listen;
use model::place::{Way, swiped};

/// The browser's own back gesture begins this close to the window's sides, in CSS pixels.
const SIDE: i32 = 40;
/// Elements that are themselves dragged or scrolled sideways.
const OWN: &str = ".drawing,.guess,.table,.tips,input";

thread_local! {
    /// Where and when the finger came down.
    static FROM: Cell<Option<(i32, i32, f64)>> = const { Cell::new(None) };
}

pub fn follow() {
    // When the browser pans the page it cancels the pointer: that is not a swipe.
    for event in ["pointerdown", "pointerup", "pointercancel"] {
        listen(&dom::document(), event, |event| {
            let _ = hear(&event);
        });
    }
}

fn hear(event: &Event) -> Option<()> {
    let event = event.dyn_ref::<PointerEvent>().filter(|event| event.pointer_type() == "touch")?;
    let from = FROM.take();
    let at = (event.client_x(), event.client_y(), event.time_stamp());
    let target: Element = event.target()?.dyn_into().ok()?;
    match event.type_().as_str() {
        // Readers who have zoomed in drag to see the rest of a line.
        "pointerdown" if dom::root().has_attribute("data-zoomed") => {}
        "pointerdown" => {
            let window = dom::window().inner_width().ok()?.as_f64()? as i32;
            let inside = (SIDE..window - SIDE).contains(&at.0);
            let ours = target.closest(OWN).ok()?.is_none() && target.closest(".card-body").ok()?.is_some();
            // With a second finger it is another gesture.
            FROM.set((inside && ours && event.is_primary()).then_some(at));
        }
        "pointerup" => {
            let from = from?;
            let way = match swiped(at.0 - from.0, at.1 - from.1, at.2 - from.2)? {
                Way::Before => ".before a",
                Way::Behind => ".behind a",
            };
            let link = target.closest(".card-body").ok()??.query_selector(way).ok()??;
            link.dyn_ref::<HtmlElement>()?.click();
        }
        _ => {}
    }
    Some(())
}
