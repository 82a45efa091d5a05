use model::{Choice, Words};

use super::chart_group::ChartGroup;
use super::frame::Twin;
use super::paper::Paper;

/// Metadata of a drawing: the `ABOUT` of its file.
pub struct About {
    pub group: ChartGroup,
    /// The paper that it is drawn on, or begins on.
    pub paper: Paper,
    /// What the first two columns of its table hold.
    pub columns: fn(&Words) -> [String; 2],
    /// Its pre-rendered pictures, narrowest first.
    pub twins: &'static [Twin],
    /// Whether the drawing itself shows everything that its sentence says, so that only screen
    /// readers need the sentence.
    pub tells_itself: bool,
    pub lit_by: LitBy,
}

/// Which choices can highlight marks of a drawing.
#[derive(Clone, Copy)]
pub enum LitBy {
    Nothing,
    Terms,
    All,
}

impl LitBy {
    pub const fn answers(self, choice: Choice<'_>) -> bool {
        match self {
            Self::Nothing => false,
            Self::Terms => matches!(choice, Choice::Term(_)),
            Self::All => true,
        }
    }
}
