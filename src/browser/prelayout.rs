//! Lays out closed cards before they are opened, so that opening one only moves and paints what is there: browsers
//! keep the layout of what they hide.

use std::cell::Cell;
use std::rc::Rc;

use leptos::task::spawn_local;
use wasm_bindgen::JsCast;
use web_sys::HtmlElement;

use super::{dom, pause, rest};

/// Lays out what is in a card when the card first stands in the window and the page is at rest, each in a task of its
/// own.
pub fn follow() {
    for card in dom::elements("details[data-card]") {
        let body = card.query_selector(":scope > :not(summary)").ok().flatten();
        let Some(body) = body.and_then(|body| body.dyn_into::<HtmlElement>().ok()) else {
            continue;
        };
        let done = Rc::new(Cell::new(false));
        rest::near(&card, "0px", move |is, _| {
            if is && !done.replace(true) {
                let body = body.clone();
                spawn_local(async move {
                    pause::wait(0).await;
                    // Reading the height forces layout.
                    let _ = body.client_height();
                });
            }
        });
    }
}
