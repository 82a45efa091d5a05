//! What the page can do besides showing its drawings: it comes after them, as a part of its own.

use web_sys::HtmlElement;

use super::{aloud, display, find, guess, panel, place, poster, swipe, tour};
use crate::app::Board;
use crate::figure::{Figure, Kind};
use crate::model::Edition;
use crate::view::StageState;

/// What the extras are brought to life with.
pub struct Live {
    pub edition: &'static Edition,
    pub board: Board,
    /// The drawings' states.
    pub stages: Vec<(Kind, StageState)>,
    /// The questions before drawings.
    pub guesses: Vec<(Kind, HtmlElement)>,
    /// The guided look.
    pub tours: Vec<HtmlElement>,
}

/// Brings them to life.
pub fn follow(live: Live) {
    let Live { edition, board, stages, guesses, tours } = live;
    let state = |kind: Kind| stages.iter().find(|(known, _)| *known == kind).map(|(_, state)| *state);
    for (kind, root) in guesses {
        if let Some(state) = state(kind) {
            guess::run(Figure::new(edition, kind), state, root);
        }
    }
    for root in tours {
        tour::run(edition, board, root, state);
    }
    poster::follow(edition, board);
    panel::follow();
    display::follow(board);
    find::follow(edition);
    aloud::follow();
    place::follow();
    swipe::follow();
}
