//! The display panel: theme, type size, and whether this browser remembers them.

use leptos::prelude::*;
use wasm_bindgen::JsCast;
use web_sys::HtmlInputElement;

use super::dom::listen;
use super::{dom, preferences};
use crate::state::PageState;
use model::Looks;

/// Appended to the remembered choices when the `/` key must not start a search.
const NO_SLASH: &str = "&slash=off";
const REMEMBER: &str = ".display [name=remember]";
const SLASH: &str = ".display [name=slash]";

/// Makes the panel work. Does nothing on pages without one.
pub fn follow(page_state: PageState) {
    if let Some(memory) = preferences::recall() {
        tick(REMEMBER, true);
        tick(SLASH, !memory.ends_with(NO_SLASH));
    }
    for input in inputs(".display input") {
        let own = input.clone();
        listen(&input, "change", move |_| {
            choose(page_state, &own);
            remember(page_state);
        });
    }
    // The reader may have chosen before this code was loaded.
    inputs(".display [type=radio]:checked").iter().for_each(|input| choose(page_state, input));
}

fn choose(page_state: PageState, input: &HtmlInputElement) {
    let mut wanted = page_state.selection.get_untracked();
    wanted.looks.choose(&input.name(), &input.value());
    if page_state.selection.with_untracked(|s| *s != wanted) {
        page_state.selection.set(wanted);
    }
}

/// Shows the current choices in the panel.
pub fn show(looks: Looks) {
    let words = looks.words();
    for input in inputs(".display [type=radio]") {
        let (name, value) = (input.name(), input.value());
        input.set_checked(words.iter().any(|(key, word)| *key == name && *word == value));
    }
}

/// Whether `/` may start a search: readers whose voice control presses keys can turn it off.
pub fn slash_starts_finding() -> bool {
    ticked(SLASH)
}

/// Nothing is stored unless the reader asks for it, and it is erased when they no longer do.
fn remember(page_state: PageState) {
    if ticked(REMEMBER) {
        let slash = if ticked(SLASH) { "" } else { NO_SLASH };
        preferences::keep(&(page_state.selection.with_untracked(|s| s.to_memory()) + slash));
    } else {
        preferences::forget();
    }
}

fn tick(selector: &str, on: bool) {
    inputs(selector).iter().for_each(|input| input.set_checked(on));
}

fn ticked(selector: &str) -> bool {
    inputs(selector).iter().any(HtmlInputElement::checked)
}

fn inputs(selector: &str) -> Vec<HtmlInputElement> {
    dom::elements(selector).into_iter().filter_map(|input| input.dyn_into().ok()).collect()
}
