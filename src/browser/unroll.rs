//! At first only what is near the window is laid out (`style/page.css`), since laying out
//! everything at once would keep a phone busy for long. When the page is ready the rest follows, in
//! short tasks.

use wasm_bindgen::JsCast;
use web_sys::HtmlElement;

use super::dom;
use super::pause::wait;

/// Lays out everything, also what is far from the window: with true heights, a jump to a place ends
/// there. The root keeps its attribute: removing it would restyle the whole page.
pub async fn all() {
    for part in dom::elements("[data-rolled] section.wrap > *") {
        wait(0).await;
        if let Some(part) = part.dyn_ref::<HtmlElement>() {
            let _ = part.style().set_property("content-visibility", "visible");
            // Reading the height forces layout now, in this task.
            let _ = part.client_height();
        }
    }
}
