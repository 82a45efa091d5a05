//! What the reader asked this browser to remember; nothing else is ever stored. A browser may
//! refuse storage at any time, and embedded pages do not use it.

use web_sys::Storage;

use super::dom;

/// `early.js` uses the same key.
const KEY: &str = "sijian";

pub fn recall() -> Option<String> {
    storage()?.get_item(KEY).ok()?
}

pub fn keep(text: &str) {
    if let Some(storage) = storage() {
        let _ = storage.set_item(KEY, text);
    }
}

pub fn forget() {
    if let Some(storage) = storage() {
        let _ = storage.remove_item(KEY);
    }
}

fn storage() -> Option<Storage> {
    if dom::root().has_attribute("data-embed") {
        return None;
    }
    dom::window().local_storage().ok()?
}
