//! The reader's choices in the address.

use super::{dom, preferences};
use model::{Edition, Selection};

/// The choices in the address, as far as this edition knows them, else the remembered ones.
pub fn selection(edition: &Edition) -> Selection {
    let query = dom::window().location().search().unwrap_or_default();
    let mut selection = Selection::recalled(&preferences::recall().unwrap_or_default(), &query);
    selection.card = selection.card.filter(|id| edition.has_card(id));
    selection.topic = selection.topic.filter(|id| edition.choice(id).is_some());
    selection
}

/// Puts the choices into the address without a page load. With `step`, Back undoes it, except in an
/// embed, where the history belongs to the host page.
pub fn put(selection: &Selection, step: bool) {
    let location = dom::window().location();
    let present = location.search().unwrap_or_default();
    let query = selection.to_query(&present);
    if query == present {
        return;
    }
    let path = location.pathname().unwrap_or_default();
    // The fragment stays until another card is named.
    let same = Selection::from_query(&present).card == selection.card;
    let hash = if same { location.hash().unwrap_or_default() } else { String::new() };
    let url = format!("{path}{query}{hash}");
    let step = step && !is_embedded();
    let Ok(history) = dom::window().history() else {
        return;
    };
    // `cards.js` stores which cards are open in the history state.
    let state = history.state().unwrap_or_default();
    // Refused in some sandboxed frames; the page goes on without an address.
    let _ = if step {
        history.push_state_with_url(&state, "", Some(&url))
    } else {
        history.replace_state_with_url(&state, "", Some(&url))
    };
}

/// Puts a fragment into the address. Back undoes it, except in an embed.
pub fn put_place(id: &str) {
    if let Ok(history) = dom::window().history() {
        let (url, state) = (format!("#{id}"), history.state().unwrap_or_default());
        let _ = if is_embedded() {
            history.replace_state_with_url(&state, "", Some(&url))
        } else {
            history.push_state_with_url(&state, "", Some(&url))
        };
    }
}

fn is_embedded() -> bool {
    dom::root().has_attribute("data-embed")
}
