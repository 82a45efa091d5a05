//! A page arrives rolled up: only what is near the window is laid out (`style/page.css`), since all at once would keep
//! a phone busy for long. When the page is ready the rest follows, in short tasks.

use wasm_bindgen::JsCast;
use web_sys::HtmlElement;

use super::dom;
use super::pause::wait;

/// Lays out everything, whether or not it comes near the window: what is far away then has its true height, and
/// whoever is on the way there arrives. The mark on the root stays: to take it off would have the page styled anew.
pub async fn all() {
    for part in dom::elements("[data-rolled] section.wrap > *") {
        wait(0).await;
        if let Some(part) = part.dyn_ref::<HtmlElement>() {
            let _ = part.style().set_property("content-visibility", "visible");
            // To ask is to have it laid out now, in this task.
            let _ = part.client_height();
        }
    }
}
