//! The reader's choices in the address.

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

/// Puts the choices into the address without a page load. `step` makes it one that Back undoes, but not in an embed:
/// there the history is that of the page around it.
pub fn put(selection: &Selection, step: bool) {
    let location = dom::window().location();
    let present = location.search().unwrap_or_default();
    let query = selection.to_query(&present);
    if query == present {
        return;
    }
    let path = location.pathname().unwrap_or_default();
    // The place that the address names holds until a card is named instead.
    let same = Selection::from_query(&present).card == selection.card;
    let hash = if same { location.hash().unwrap_or_default() } else { String::new() };
    let url = format!("{path}{query}{hash}");
    let step = step && !is_embedded();
    let Ok(history) = dom::window().history() else {
        return;
    };
    // Which cards are open: `cards.js` notes it there.
    let state = history.state().unwrap_or_default();
    // Refused in some sandboxed frames; the page goes on without an address.
    let _ = if step {
        history.push_state_with_url(&state, "", Some(&url))
    } else {
        history.replace_state_with_url(&state, "", Some(&url))
    };
}

/// Names a place in the page as a step that Back undoes.
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
