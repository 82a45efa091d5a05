//! What a page can do besides showing its drawings. Loaded after them, as a separate chunk.

use leptos::prelude::*;
use web_sys::HtmlElement;

use super::live::Live;
use crate::browser::hydrate::{mount, replace};
use crate::browser::pause::Pauses;
use crate::browser::{aloud, choice, exports, guess, marks};
use crate::state::ChartState;
use crate::view::{Chips, Marks, Roster, Tip, Tools};
use figure::{Figure, Kind};

/// Brings to life what stands beside the drawings and mounts what lies over them.
pub async fn follow(live: &'static Live) {
    let mut pauses = Pauses::begin();
    let page_state = live.page_state;
    live.others.iter().for_each(|root| live.bring_to_life(root));
    choice::follow(live.edition, page_state);
    exports::follow_poster_buttons(live.edition, page_state);
    aloud::follow();
    for (kind, state) in &live.stages {
        pauses.step().await;
        lay_marks(Figure::new(live.edition, *kind), *state);
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

impl Live {
    fn bring_to_life(&self, root: &HtmlElement) {
        let (edition, page_state, root) = (self.edition, self.page_state, root.clone());
        let data = root.dataset();
        let id = data.get("live").unwrap_or_default();
        let drawing = Kind::of_id(edition, &id).and_then(|kind| Some((kind, self.state(kind)?)));
        match (data.get("part").as_deref(), drawing) {
            (Some("tools"), Some((kind, state))) => replace(&root, || view! { <Tools edition kind state/> }),
            (Some("guess"), Some((kind, state))) => guess::run(Figure::new(edition, kind), state, root),
            (Some("chips"), _) => {
                let roster = Roster::from_id(&id);
                replace(&root, || view! { <Chips edition roster page_state/> });
            }
            _ => {}
        }
    }
}
