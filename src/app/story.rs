//! What only a page with the whole story has: the bar with its panels, the guided tour, and swiping
//! from card to card.

use super::live::Live;
use crate::browser::{display, dom, find, panel, place, swipe, tour};

/// Whether this page has the bar, and so the whole story.
pub fn is_here() -> bool {
    !dom::elements(".bar").is_empty()
}

pub fn follow(live: &'static Live) {
    for part in live.parts.iter().filter(|part| part.name() == "tour") {
        tour::run(live.edition, live.page_state, part.root.clone(), |kind| {
            live.stage(kind).and_then(|stage| Some((stage.root.clone(), stage.drawing?.1)))
        });
    }
    panel::follow();
    display::follow(live.page_state);
    find::follow(live.edition);
    place::follow();
    swipe::follow();
}
