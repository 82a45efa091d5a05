//! Cards and the address: opening a card names it there. What the address names on arrival is opened
//! before the script comes (`cards.js`).

use std::cell::RefCell;

use leptos::prelude::*;
use wasm_bindgen::prelude::*;
use web_sys::{Element, Event, HtmlDetailsElement, MouseEvent, ScrollIntoViewOptions, ScrollLogicalPosition};

use super::dom::listen;
use super::pause::after_paint;
use super::{address, dom};
use crate::state::PageState;
use model::{Edition, Id, Selection};

/// Keeps cards and address in step from now on.
pub fn follow(edition: &'static Edition, page_state: PageState) {
    for card in dom::elements("details[data-card]") {
        let own = card.clone();
        let id: Id = card.id().into();
        if let Some(summary) = card.query_selector(":scope > summary").ok().flatten() {
            listen(&summary, "click", move |_| PRESSED.set(Some(id.clone())));
        }
        // The card is open already; address and drawings follow when it has been seen.
        listen(&card, "toggle", move |_| {
            let own = own.clone();
            after_paint(move || note_toggle(page_state, &own));
        });
    }
    listen(&dom::document(), "click", move |event| follow_link(&event));
    listen(&dom::window(), "popstate", move |_| {
        // An address that the reader types is a step too, but not one back to where a link was.
        if let Some((origin, _)) = ORIGIN.take().filter(|(_, address)| *address == here()) {
            dom::focus(&origin);
            // The browser goes back to where it was when the step was noted, which may be after the jump.
            request_animation_frame(move || show(&origin, ScrollLogicalPosition::Center));
        }
        let selection = address::selection(edition);
        let before = page_state.selection.with_untracked(|s| s.card.clone());
        if before != selection.card {
            // What the step opened it closes again, and the other way round.
            before.iter().for_each(|card| set_open(card, false));
            selection.card.iter().for_each(|card| set_open(card, true));
        }
        // Back undoes steps, not how the page is shown.
        page_state.selection.update(|s| *s = Selection { looks: s.looks, ..selection });
    });
}

thread_local! {
    /// Where focus was before the page brought it elsewhere, and the address then: Back gives it back.
    static ORIGIN: RefCell<Option<(Element, String)>> = const { RefCell::new(None) };
    /// The card that the reader has pressed, or a link to it. Others are opened by browsers that search the page.
    static PRESSED: RefCell<Option<Id>> = const { RefCell::new(None) };
}

/// Brings a card or a passage into view, opening what hides it, and focus with it. Tells whether
/// anything had to be opened.
pub fn go_to(id: &str) -> bool {
    let Some(element) = dom::document().get_element_by_id(id) else {
        return false;
    };
    let mut opened = false;
    let mut outer = Some(element.clone());
    while let Some(inner) = outer {
        if let Some(details) = inner.dyn_ref::<HtmlDetailsElement>()
            && !details.open()
        {
            opened = true;
            PRESSED.set(Some(details.id().into()));
            details.set_open(true);
        }
        outer = inner.parent_element();
    }
    ORIGIN.set(dom::document().active_element().map(|origin| (origin, here())));
    focus(&element);
    show(&element, ScrollLogicalPosition::Start);
    opened
}

fn here() -> String {
    dom::window().location().href().unwrap_or_default()
}

fn show(element: &Element, at: ScrollLogicalPosition) {
    let options = ScrollIntoViewOptions::new();
    options.set_block(at);
    element.scroll_into_view_with_scroll_into_view_options(&options);
}

/// A passage takes focus for the moment, so that a keyboard goes on from there; a card its summary.
fn focus(element: &Element) {
    let summary = element.query_selector(":scope > summary").ok().flatten();
    let target = summary.unwrap_or_else(|| element.clone());
    if !target.has_attribute("tabindex") && target.tag_name() != "SUMMARY" {
        let _ = target.set_attribute("tabindex", "-1");
    }
    dom::focus(&target);
}

/// Opens a card on the way, not as a step that Back undoes.
pub fn reveal(page_state: PageState, id: &str) {
    page_state.selection.update(|s| s.card = Some(id.into()));
    set_open(id, true);
}

fn set_open(card: &str, open: bool) {
    let element = dom::document().get_element_by_id(card);
    if let Some(details) = element.and_then(|e| e.dyn_into::<HtmlDetailsElement>().ok()) {
        details.set_open(open);
    }
}

/// The address names the card that was opened last; closing that one clears it.
fn note_toggle(page_state: PageState, card: &Element) {
    let Some(card) = card.dyn_ref::<HtmlDetailsElement>() else {
        return;
    };
    let id = Id::from(card.id());
    let named = page_state.selection.with_untracked(|s| s.card.as_ref() == Some(&id));
    if card.open() == named {
        return;
    }
    // A step is what the reader did, not what a search in the page has opened.
    let step = PRESSED.take().is_some_and(|pressed| pressed == id);
    page_state.selection.update(|s| s.card = card.open().then_some(id));
    page_state.selection.with_untracked(|s| address::put(s, step));
}

/// Links within the page open the card that hides their target; the address keeps its query.
fn follow_link(event: &Event) {
    let target = event.target().and_then(|t| t.dyn_into::<Element>().ok());
    let Some(link) = target.and_then(|t| t.closest("a[href^='#']").ok().flatten()) else {
        return;
    };
    let modified = event.dyn_ref::<MouseEvent>().is_some_and(|e| e.ctrl_key() || e.meta_key() || e.shift_key());
    let Some(id) = link.get_attribute("href").and_then(|h| h.strip_prefix('#').map(str::to_owned)) else {
        return;
    };
    if modified {
        return;
    }
    if dom::document().get_element_by_id(&id).is_some() {
        event.prevent_default();
        // A card that opens is a step already.
        if !go_to(&id) {
            address::put_place(&id);
        }
    } else if dom::root().has_attribute("data-embed") {
        // A single card's drawing may point at what only the whole page has.
        event.prevent_default();
        let _ = dom::window().open_with_url_and_target(&format!("../index.html#{id}"), "_blank");
    }
}
