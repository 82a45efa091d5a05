use leptos::prelude::*;
use leptos::task::spawn_local;
use web_sys::HtmlElement;

use super::chunks;
use super::live::Live;
use crate::browser::hydrate::{hydrate, prepare};
use crate::browser::pause::{Pauses, wait};
use crate::browser::{address, cards, dom, theme};
use crate::state::{ChartState, PageState};
use crate::view::ChartView;
use figure::Kind;
use model::{Edition, Selection};

/// Hydrates the page that the host rendered: first the drawings, one by one, so that no single task
/// is long; then the address, the cards and the theme. The rest waits for the other chunks.
pub fn start() {
    prepare();
    spawn_local(take_over());
}

async fn take_over() {
    // Instantiating the program already took one task.
    wait(0).await;
    let mut pauses = Pauses::begin();
    let Some(edition) = dom::edition() else {
        return;
    };
    #[cfg(feature = "bench")]
    crate::browser::bench::expose(edition);
    // The page lives as long as its document, and the shared signals as long as the page.
    let owner: &'static Owner = Box::leak(Box::new(Owner::new()));
    let page_state = owner.with(PageState::new);
    let arrival = address::selection(edition);
    let (roots, others): (Vec<_>, Vec<_>) =
        dom::live_parts().into_iter().partition(|root| root.dataset().get("part").as_deref() == Some("stage"));
    // Wait until `cards.js` has scrolled to the place that the address names.
    while dom::root().has_attribute("data-arriving") {
        wait(16).await;
    }
    // Measure all drawings before hydrating any, so that layout is computed once.
    let roots: Vec<_> = roots.into_iter().map(|root| (dom::in_viewport(&root), root)).collect();
    let mut stages = Vec::new();
    for (is_awaited, root) in roots {
        pauses.step().await;
        stages.extend(owner.with(|| bring_to_life(edition, page_state, root, is_awaited)));
    }
    // Not those whose drawing something has taken out of the page.
    let visible = stages.iter().filter(|(_, state)| state.is_awaited).count();
    pauses.step().await;
    owner.with(|| follow(Live { edition, page_state, stages, others }, arrival, visible));
}

/// Starts listening. The page is ready once all drawings initially in the window are painted.
fn follow(live: Live, arrival: Selection, visible: usize) {
    let (edition, page_state) = (live.edition, live.page_state);
    // Only now: the first render must equal the host's, which does not know the address.
    page_state.selection.set(arrival);
    theme::follow(page_state);
    cards::follow(edition, page_state);
    let live = StoredValue::new_local(Some(live));
    Effect::new(move |done: Option<bool>| {
        let ready = page_state.charts_settled.get() >= visible;
        if ready && done != Some(true) {
            dom::announce_ready();
            let _ = live.write_value().take().map(chunks::follow);
        }
        ready
    });
}

/// Hydrates one drawing and returns its state, which other parts share.
fn bring_to_life(
    edition: &'static Edition,
    page_state: PageState,
    root: HtmlElement,
    is_awaited: bool,
) -> Option<(Kind, ChartState)> {
    let kind = Kind::of_id(edition, &root.dataset().get("live")?)?;
    let state = ChartState::new(is_awaited);
    dom::restore_drawing(&root)?;
    hydrate(root, || view! { <ChartView edition kind page_state state/> });
    Some((kind, state))
}
