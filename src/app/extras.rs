//! What a page can do besides showing its drawings. Loaded after them, as a separate chunk.

use leptos::prelude::*;

use super::live::Live;
use super::part::Part;
use crate::browser::hydrate::{mount, replace};
use crate::browser::{aloud, choice, exports, guess, marks};
use crate::state::ChartState;
use crate::view::{Chips, Marks, Roster, Tip, Tools};
use figure::Figure;

/// Brings to life what stands beside the drawings and mounts what lies over them.
pub async fn follow(live: &'static Live) {
    for (part, (kind, state)) in live.parts.iter().filter_map(|part| Some((part, part.drawing?))) {
        // A question can be asked far from its drawing.
        if part.name() == "guess" {
            guess::run(Figure::new(live.edition, kind), state, part.root.clone());
        }
    }
    choice::follow(live.edition, live.page_state);
    exports::follow_poster_buttons(live.edition, live.page_state);
    aloud::follow();
    live.attach(attach).await;
}

/// Adds a drawing's marks, or mounts the controls in the place of the static ones.
fn attach(live: &'static Live, part: &Part) {
    let (edition, page_state) = (live.edition, live.page_state);
    match (part.name().as_str(), part.drawing) {
        ("stage", Some((kind, state))) => lay_marks(Figure::new(edition, kind), state),
        ("tools", Some((kind, state))) => replace(&part.root, || view! { <Tools edition kind state/> }),
        ("chips", _) => {
            let roster = Roster::from_id(&part.root.dataset().get("live").unwrap_or_default());
            let row = part.root.clone();
            replace(&part.root, move || {
                // For the style sheet: a row in use stays in view.
                Effect::new(move |_| {
                    let in_use = page_state.choice_of(edition, roster).is_some();
                    let _ = row.toggle_attribute_with_force("data-in-use", in_use);
                });
                view! { <Chips edition roster page_state/> }
            });
        }
        _ => {}
    }
}

/// Mounts a drawing's marks over it, with the tooltip of the active mark.
fn lay_marks(figure: Figure<'static>, state: ChartState) {
    let Some(drawing) = state.drawing.get_untracked() else {
        return;
    };
    marks::listen_on(&drawing, state);
    mount(&drawing, || view! { <Marks figure state/> <Tip edition=figure.edition state/> });
}
