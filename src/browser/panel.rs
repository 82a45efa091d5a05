//! The bar's panels: `details` elements that close on Escape, and on a press or focus elsewhere.

use wasm_bindgen::JsCast;
use web_sys::{Element, Event, HtmlDetailsElement, HtmlElement, KeyboardEvent};

use super::dom;
use super::dom::listen;

/// Space left below a panel, in CSS pixels.
const MARGIN: f64 = 8.0;

pub fn follow() {
    for element in dom::elements(".panel") {
        let Ok(panel) = element.dyn_into::<HtmlDetailsElement>() else {
            continue;
        };
        for turning in ["pointerdown", "focusin"] {
            let panel = panel.clone();
            listen(&dom::document(), turning, move |event| {
                let target = event.target().and_then(|target| target.dyn_into::<Element>().ok());
                if panel.open() && !panel.contains(target.as_deref()) {
                    panel.set_open(false);
                }
            });
        }
        let own = panel.clone();
        listen(&panel, "toggle", move |_| make_room(&own));
        let own = panel.clone();
        listen(&panel, "keydown", move |event| {
            if key(&event).as_deref() == Some("Escape") {
                event.prevent_default();
                own.set_open(false);
                focus_on(&own, "summary");
            }
        });
    }
}

/// Limits a panel to the space below the bar, where it scrolls. If that is too little, first
/// scrolls the bar to the top of the window.
fn make_room(panel: &HtmlDetailsElement) {
    /// Enough for a few lines, CSS pixels.
    const ENOUGH: f64 = 480.0;
    let body = panel.query_selector(".panel-body").ok().flatten().and_then(|body| body.dyn_into::<HtmlElement>().ok());
    let (Some(body), true) = (body, panel.open()) else {
        return;
    };
    let window = dom::window();
    let height = window.inner_height().ok().and_then(|height| height.as_f64()).unwrap_or_default();
    let room = || height - body.get_bounding_client_rect().top();
    if room() < ENOUGH {
        window.scroll_by_with_x_and_y(0.0, panel.get_bounding_client_rect().top());
    }
    let _ = body.style().set_property("max-height", &format!("{}px", (room() - MARGIN) as i32));
}

/// The key of a keyboard event; `None` while an input method is composing.
pub fn key(event: &Event) -> Option<String> {
    /// Safari's key code for the Enter that ends a composition.
    const COMPOSING: u32 = 229;
    let event = event.dyn_ref::<KeyboardEvent>()?;
    (!event.is_composing() && event.key_code() != COMPOSING).then(|| event.key())
}

/// Moves focus to what the selector finds in an element.
pub fn focus_on(within: &HtmlElement, selector: &str) {
    let found = within.query_selector(selector).ok().flatten();
    if let Some(element) = found.and_then(|element| element.dyn_into::<HtmlElement>().ok()) {
        let _ = element.focus();
    }
}
