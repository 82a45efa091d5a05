//! The reader's choices in the address.

use wasm_bindgen::JsValue;

use super::{dom, memory};
use model::{Edition, Selection};

/// What the address says, as far as this edition knows it, and behind it what is remembered.
pub fn selection(edition: &Edition) -> Selection {
    let query = dom::window().location().search().unwrap_or_default();
    let mut selection = Selection::recalled(&memory::recall().unwrap_or_default(), &query);
    selection.card = selection.card.filter(|id| edition.has_card(id));
    selection.topic = selection.topic.filter(|id| edition.choice(id).is_some());
    selection
}

/// Puts the choices into the address without a page load. `step` makes it one that Back undoes.
pub fn put(selection: &Selection, step: bool) {
    let location = dom::window().location();
    let present = location.search().unwrap_or_default();
    let query = selection.to_query(&present);
    if query == present {
        return;
    }
    let path = location.pathname().unwrap_or_default();
    let url = format!("{path}{query}");
    let Ok(history) = dom::window().history() else {
        return;
    };
    // Refused in some sandboxed frames; the page goes on without an address.
    let _ = if step {
        history.push_state_with_url(&JsValue::NULL, "", Some(&url))
    } else {
        history.replace_state_with_url(&JsValue::NULL, "", Some(&url))
    };
}

/// Names a place in the page as a step that Back undoes.
pub fn put_place(id: &str) {
    if let Ok(history) = dom::window().history() {
        let _ = history.push_state_with_url(&JsValue::NULL, "", Some(&format!("#{id}")));
    }
}
