use leptos::prelude::*;
use leptos::task::spawn_local;

use super::chunks;
use super::live::Live;
use super::part::Part;
use crate::browser::hydrate::prepare;
use crate::browser::pause::wait;
use crate::browser::{address, cards, dom, theme};
use crate::state::PageState;
use model::Selection;

/// Takes over the page that the host rendered: first the drawings in the window, one by one, so that no single task is
/// long; then the address, the cards and the theme. The rest waits until they are painted.
pub fn start() {
    prepare();
    spawn_local(take_over());
}

async fn take_over() {
    // Instantiating the program already took one task.
    wait(0).await;
    let Some(edition) = dom::edition() else {
        return;
    };
    // The page lives as long as its document, and the shared signals as long as the page.
    let owner: &'static Owner = Box::leak(Box::new(Owner::new()));
    let page_state = owner.with(PageState::new);
    let arrival = address::selection(edition);
    // Wait until `cards.js` has scrolled to the place that the address names.
    while dom::root().has_attribute("data-arriving") {
        wait(16).await;
    }
    let parts = owner.with(|| Part::all(edition));
    let live: &'static Live = Box::leak(Box::new(Live::new(edition, page_state, owner, parts)));
    live.start(Part::is_awaited).await;
    wait(0).await;
    owner.with(|| follow(live, arrival));
}

/// Starts listening. The page is ready once all drawings initially in the window are painted.
fn follow(live: &'static Live, arrival: Selection) {
    let (edition, page_state) = (live.edition, live.page_state);
    // Not those whose drawing something has taken out of the page.
    let is_hydrated = |part: &&Part| part.drawing.is_some_and(|(_, state)| state.drawing.get_untracked().is_some());
    let awaited = live.parts.iter().filter(|part| part.is_awaited()).filter(is_hydrated).count();
    // Only now: the first render must equal the host's, which does not know the address.
    page_state.selection.set(arrival);
    theme::follow(page_state);
    cards::follow(edition, page_state);
    Effect::new(move |done: Option<bool>| {
        let ready = page_state.charts_settled.get() >= awaited;
        if ready && done != Some(true) {
            dom::announce_ready();
            chunks::follow(live);
        }
        ready
    });
}
