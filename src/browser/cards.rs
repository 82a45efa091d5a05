//! Keeps cards and the address in step: opening a card names it there. On arrival `cards.js` opens
//! what the address names, before this code is loaded.

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
        // The card is already open; address and drawings follow once it has been painted.
        listen(&card, "toggle", move |_| {
            let own = own.clone();
            // Only what the reader did is a step, not what find-in-page opened.
            let step = PRESSED.take().is_some_and(|pressed| own.id() == *pressed);
            UNNOTED.with_borrow_mut(|notes| notes.push(Box::new(move || note_toggle(page_state, &own, step))));
            after_paint(note_toggles);
        });
    }
    listen(&dom::document(), "click", move |event| follow_link(&event));
    listen(&dom::window(), "popstate", move |_| {
        // Editing the address also fires this event; only the address a jump came from restores
        // focus.
        if let Some((origin, _)) = ORIGIN.take().filter(|(_, address)| *address == here()) {
            dom::focus(&origin);
            // The browser restores the scroll position of the time when the step was recorded,
            // which may be after the jump.
            request_animation_frame(move || show(&origin, ScrollLogicalPosition::Center));
        }
        let selection = address::selection(edition);
        let before = page_state.selection.with_untracked(|s| s.card.clone());
        if before != selection.card {
            // Close the card that the step opened, or reopen the one that it closed.
            before.iter().for_each(|card| set_open(card, false));
            selection.card.iter().for_each(|card| set_open(card, true));
        }
        // Back undoes steps, not the theme or the type size.
        page_state.selection.update(|s| *s = Selection { looks: s.looks, ..selection });
    });
}

thread_local! {
    /// Where focus was before a jump, and the address then. Back restores that focus.
    static ORIGIN: RefCell<Option<(Element, String)>> = const { RefCell::new(None) };
    /// The card that the reader pressed, directly or through a link. Cards can also be opened by
    /// the browser's find-in-page.
    static PRESSED: RefCell<Option<Id>> = const { RefCell::new(None) };
    /// Cards that were opened or closed since the last paint, and are not in the address yet.
    static UNNOTED: RefCell<Vec<Box<dyn FnOnce()>>> = const { RefCell::new(Vec::new()) };
}

/// Brings a card or a passage into view, opens what hides it, and focuses it. Returns whether
/// anything had to be opened.
pub fn go_to(id: &str) -> bool {
    // What was opened before must also come before in the history.
    note_toggles();
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
    // For the host of a fitted frame.
    if let Ok(arrived) = Event::new("sijian-arrived") {
        let _ = element.dispatch_event(&arrived);
    }
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

/// Focuses a card's summary, or the passage itself, so that keyboard navigation continues there.
fn focus(element: &Element) {
    let summary = element.query_selector(":scope > summary").ok().flatten();
    let target = summary.unwrap_or_else(|| element.clone());
    if !target.has_attribute("tabindex") && target.tag_name() != "SUMMARY" {
        let _ = target.set_attribute("tabindex", "-1");
    }
    dom::focus(&target);
}

/// Opens a card without adding a step that Back undoes.
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

fn note_toggles() {
    UNNOTED.take().into_iter().for_each(|note| note());
}

/// Names the card that was opened last in the address; closing that one removes it. With `step`,
/// Back undoes it.
fn note_toggle(page_state: PageState, card: &Element, step: bool) {
    let Some(card) = card.dyn_ref::<HtmlDetailsElement>() else {
        return;
    };
    let id = Id::from(card.id());
    let named = page_state.selection.with_untracked(|s| s.card.as_ref() == Some(&id));
    if card.open() == named {
        return;
    }
    page_state.selection.update(|s| s.card = card.open().then_some(id));
    page_state.selection.with_untracked(|s| address::put(s, step));
}

/// Links within the page open the card that hides their target; the address keeps its query.
fn follow_link(event: &Event) {
    let target = event.target().and_then(|t| t.dyn_into::<Element>().ok());
    let Some(link) = target.and_then(|t| t.closest("a[href^='#']").ok().flatten()) else {
        return;
    };
    let modified =
        event.dyn_ref::<MouseEvent>().is_some_and(|e| e.ctrl_key() || e.meta_key() || e.shift_key() || e.alt_key());
    let Some(id) = link.get_attribute("href").and_then(|h| h.strip_prefix('#').map(str::to_owned)) else {
        return;
    };
    if modified {
        return;
    }
    if dom::document().get_element_by_id(&id).is_some() {
        event.prevent_default();
        // Opening a card is already a step.
        if !go_to(&id) {
            address::put_place(&id);
        }
    } else if dom::root().has_attribute("data-embed") {
        // An embedded card may link to what only the whole page has.
        event.prevent_default();
        let _ = dom::window().open_with_url_and_target(&format!("../index.html#{id}"), "_blank");
    }
}
