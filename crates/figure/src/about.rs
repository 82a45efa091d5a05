use model::Choice;

use super::chart_group::ChartGroup;
use super::frame::Twin;
use super::paper::Paper;

/// What a drawing's file says of it besides how it is planned: its `ABOUT`.
pub struct About {
    pub group: ChartGroup,
    /// The paper that it is drawn on, or begins on.
    pub paper: Paper,
    /// What the first two columns of its table hold.
    pub columns: [&'static str; 2],
    /// Its pictures that stand in the page, the narrowest first.
    pub twins: &'static [Twin],
    /// Whether all that its sentence says can be read in it, so that only those who listen need the sentence.
    pub tells_itself: bool,
    pub lit_by: LitBy,
}

/// Which choices say anything about the marks of a drawing.
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
