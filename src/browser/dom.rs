//! The document that the host rendered: its data, its live parts, its readiness.

use wasm_bindgen::prelude::*;
use web_sys::{Document, Element, Event, EventTarget, HtmlElement, Window};

use model::Edition;

/// The window; the page's code runs nowhere else.
///
/// # Panics
/// In a worker, where it is never started.
pub fn window() -> Window {
    web_sys::window().expect("the page's script runs in a window")
}

/// The document.
///
/// # Panics
/// Never in a window.
pub fn document() -> Document {
    window().document().expect("a window has a document")
}

/// The root element, whose `data-` attributes carry the page's state for the style sheet.
pub fn root() -> HtmlElement {
    document().document_element().and_then(|e| e.dyn_into().ok()).expect("a document has a root element")
}

/// The edition embedded in the page by the same build as this script; `None` if the page is not one
/// of ours.
pub fn edition() -> Option<&'static Edition> {
    let text = document().get_element_by_id("edition")?.text_content()?;
    let mut edition: Edition = wire::unpack_whole(&text);
    edition.tie();
    Some(Box::leak(Box::new(edition)))
}

/// An element's text, without the places where its lines may break (see the crate `words`).
pub fn words_of(element: &Element) -> String {
    element.text_content().unwrap_or_default().replace('\u{200b}', "")
}

/// The elements to hydrate.
pub fn live_parts() -> Vec<HtmlElement> {
    elements("[data-live]").into_iter().filter_map(|e| e.dyn_into().ok()).collect()
}

/// Removes from a stage what extensions have put between the drawing's parts: hydrating would fail
/// there. `None` if a part is gone.
pub fn restore_drawing(stage: &Element) -> Option<()> {
    let find = |selector| stage.query_selector(selector).ok().flatten();
    let (drawing, twins, canvas) = (find(".drawing")?, find(".twins")?, find("canvas")?);
    if stage.child_nodes().length() + drawing.child_nodes().length() != 3 {
        stage.replace_children_with_node_1(&drawing);
        drawing.replace_children_with_node_2(&twins, &canvas);
    }
    Some(())
}

/// All elements that a selector finds, in document order.
pub fn elements(selector: &str) -> Vec<Element> {
    let Ok(list) = document().query_selector_all(selector) else {
        return Vec::new();
    };
    (0..list.length()).filter_map(|i| list.item(i)?.dyn_into().ok()).collect()
}

/// Whether any part of the element is visible without scrolling. Elements in closed cards are not,
/// and must not be measured: browsers skip their layout, and measuring would force it.
pub fn in_viewport(element: &Element) -> bool {
    if is_folded(element) {
        return false;
    }
    let height = window().inner_height().ok().and_then(|h| h.as_f64()).unwrap_or_default();
    let meets = |element: &Element| {
        let area = element.get_bounding_client_rect();
        area.height() > 0.0 && area.top() < height && area.bottom() > 0.0
    };
    // In a part that is not laid out yet nothing has a box: check the part itself first.
    element.closest("section.wrap > *").ok().flatten().is_none_or(|part| meets(&part)) && meets(element)
}

/// Whether a closed card, or any other closed `details`, hides the element.
pub fn is_folded(element: &Element) -> bool {
    matches!(element.closest("details:not([open])"), Ok(Some(_)))
}

/// Sets the text of the part that a selector finds, unless it is the same, so that a screen reader
/// does not announce it again.
pub fn write(within: &Element, selector: &str, text: &str) {
    if let Ok(Some(part)) = within.query_selector(selector)
        && part.text_content().as_deref() != Some(text)
    {
        part.set_text_content(Some(text));
    }
}

/// Whether the reader asked for reduced motion.
pub fn prefers_stillness() -> bool {
    let query = window().match_media("(prefers-reduced-motion: reduce)");
    query.ok().flatten().is_some_and(|list| list.matches())
}

/// Moves keyboard focus without scrolling the page.
pub fn focus(element: &Element) {
    if let Some(element) = element.dyn_ref::<HtmlElement>() {
        let options = web_sys::FocusOptions::new();
        options.set_prevent_scroll(true);
        let _ = element.focus_with_options(&options);
    }
}

/// Tells hosts, tests and benchmarks that the page is ready.
pub fn announce_ready() {
    if let Some(performance) = window().performance() {
        // If the mark fails, only a measurement is lost.
        let _ = performance.mark("app-ready");
    }
    let _ = root().set_attribute("data-ready", "true");
}

/// Listens for as long as the page lives.
pub fn listen(target: &EventTarget, event: &str, handler: impl FnMut(Event) + 'static) {
    let closure = Closure::<dyn FnMut(Event)>::new(handler);
    // Cannot fail for the event names used here.
    let _ = target.add_event_listener_with_callback(event, closure.as_ref().unchecked_ref());
    closure.forget();
}

/// Like [`listen`], but also hears events on elements within that do not bubble.
pub fn capture(target: &EventTarget, event: &str, handler: impl FnMut(Event) + 'static) {
    let closure = Closure::<dyn FnMut(Event)>::new(handler);
    let _ = target.add_event_listener_with_callback_and_bool(event, closure.as_ref().unchecked_ref(), true);
    closure.forget();
}
