//! What a page can do besides showing its drawings: it comes after them, as a part of its own.

use leptos::prelude::*;
use web_sys::HtmlElement;

use super::hydrate::hydrate;
use super::pause::Pauses;
use super::{aloud, choice, guess, marks, poster};
use crate::app::Board;
use crate::figure::{Figure, Kind};
use crate::model::Edition;
use crate::view::{Chips, Roster, StageState, Tools};

/// What is brought to life after the drawings.
pub struct Live {
    pub edition: &'static Edition,
    pub board: Board,
    /// The drawings' states.
    pub stages: Vec<(Kind, StageState)>,
    /// The live parts that are no drawings.
    pub others: Vec<HtmlElement>,
}

/// Brings to life what stands beside drawings and lies over them.
pub async fn follow(live: &'static Live) {
    let mut pauses = Pauses::begin();
    let board = live.board;
    // The first render must equal the host's, which knows no choice.
    let chosen = board.selection.try_update(|selection| selection.topic.take()).flatten();
    live.others.iter().for_each(|root| live.bring_to_life(root));
    if chosen.is_some() {
        board.selection.update(|selection| selection.topic = chosen);
    }
    choice::follow(live.edition, board);
    poster::follow(live.edition, board);
    aloud::follow();
    for (kind, state) in &live.stages {
        pauses.step().await;
        marks::run(Figure::new(live.edition, *kind), *state);
    }
}

impl Live {
    fn bring_to_life(&self, root: &HtmlElement) {
        let (edition, board, root) = (self.edition, self.board, root.clone());
        let data = root.dataset();
        let id = data.get("live").unwrap_or_default();
        let drawing = Kind::of_id(edition, &id).and_then(|kind| Some((kind, self.state(kind)?)));
        match (data.get("part").as_deref(), drawing) {
            (Some("tools"), Some((kind, state))) => hydrate(root, || view! { <Tools edition kind state/> }),
            (Some("guess"), Some((kind, state))) => guess::run(Figure::new(edition, kind), state, root),
            (Some("chips"), _) => {
                let roster = Roster::from_id(&id);
                hydrate(root, || view! { <Chips edition roster board/> });
            }
            _ => {}
        }
    }

    /// The state of a drawing's stage.
    pub fn state(&self, kind: Kind) -> Option<StageState> {
        self.stages.iter().find(|(known, _)| *known == kind).map(|(_, state)| *state)
    }
}
