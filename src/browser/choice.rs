//! The topic or term that the reader chose to highlight: in the cards, and in the address.

use leptos::prelude::*;
use wasm_bindgen::JsCast;
use web_sys::Element;

use super::dom::listen;
use super::{address, dom};
use crate::state::PageState;
use model::Edition;

/// Highlights the matching measures in all cards, keeps the address in step, and makes the topics
/// under each measure selectable.
pub fn follow(edition: &'static Edition, page_state: PageState) {
    let items = dom::elements("[data-measure]");
    Effect::new(move |_| page_state.selection.with(|selection| address::put(selection, false)));
    Effect::new(move |_| {
        page_state.topic.with(|topic| light(edition, topic.as_deref(), &items));
    });
    listen(&dom::document(), "click", move |event| {
        let target = event.target().and_then(|t| t.dyn_into::<Element>().ok());
        let link = target.and_then(|t| t.closest("[data-topic]").ok().flatten());
        if let Some(topic) = link.and_then(|link| link.get_attribute("data-topic")) {
            event.prevent_default();
            page_state.selection.update(|s| s.topic = Some(topic.into()));
        }
    });
}

fn light(edition: &Edition, chosen: Option<&str>, items: &[Element]) {
    let choice = chosen.and_then(|id| edition.choice(id));
    for item in items {
        let id = item.id();
        let measure = edition.measures().find(|(_, m)| m.id == id.as_str()).map(|(_, m)| m);
        let state = match (choice, measure) {
            (Some(choice), Some(m)) if choice.lights(&m.tags()) => "lit",
            (Some(_), _) => "dim",
            (None, _) => "",
        };
        let _ = item.set_attribute("data-measure", state);
    }
    // A closed card shows how many highlighted measures it holds.
    for card in dom::elements("details.card") {
        let lit = card.query_selector_all("[data-measure=lit]").map_or(0, |list| list.length());
        let strip = card.query_selector("summary .promise").ok().flatten();
        let _ = strip.map(|strip| match lit {
            0 => strip.remove_attribute("data-lit"),
            count => strip.set_attribute("data-lit", &edition.masthead.words.measure.number(count)),
        });
    }
}
