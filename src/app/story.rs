//! What only a page with the whole story has: the bar with its panels, the guided tour, and swiping
//! from card to card.

use super::live::Live;
use crate::browser::{display, dom, find, panel, place, swipe, tour};

/// Whether this page has the bar, and so the whole story.
pub fn is_here() -> bool {
    !dom::elements(".bar").is_empty()
}

pub fn follow(live: &'static Live) {
    let guided = |root: &&web_sys::HtmlElement| root.dataset().get("part").as_deref() == Some("tour");
    for root in live.others.iter().filter(guided) {
        tour::run(live.edition, live.page_state, root.clone(), |kind| live.state(kind));
    }
    panel::follow();
    display::follow(live.page_state);
    find::follow(live.edition);
    place::follow();
    swipe::follow();
}
