use figure::Kind;
use model::Edition;
use web_sys::HtmlElement;

use crate::state::{Board, StageState};

/// What is brought to life after the drawings.
pub struct Live {
    pub edition: &'static Edition,
    pub board: Board,
    /// The drawings' states.
    pub stages: Vec<(Kind, StageState)>,
    /// The live parts that are no drawings.
    pub others: Vec<HtmlElement>,
}

impl Live {
    /// The state of a drawing's stage.
    pub fn state(&self, kind: Kind) -> Option<StageState> {
        self.stages.iter().find(|(known, _)| *known == kind).map(|(_, state)| *state)
    }
}
