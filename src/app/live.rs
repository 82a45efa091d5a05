use figure::Kind;
use model::Edition;
use web_sys::HtmlElement;

use crate::state::{ChartState, PageState};

/// The state that the chunks loaded after the drawings work on.
pub struct Live {
    pub edition: &'static Edition,
    pub page_state: PageState,
    /// The drawings' states.
    pub stages: Vec<(Kind, ChartState)>,
    /// The live elements that are not drawings.
    pub others: Vec<HtmlElement>,
}

impl Live {
    /// The state of a drawing's stage.
    pub fn state(&self, kind: Kind) -> Option<ChartState> {
        self.stages.iter().find(|(known, _)| *known == kind).map(|(_, state)| *state)
    }
}
