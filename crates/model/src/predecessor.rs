use serde::{Deserialize, Serialize};

use super::{Id, SectionId};

/// The edition before this one, of the same place: what of it this one has again.
#[derive(Clone, Debug, PartialEq, Serialize, Deserialize)]
pub struct Predecessor {
    pub results_year: u16,
    pub plan_year: u16,
    /// Which of the sections with cards it had.
    pub sections: Vec<SectionId>,
    /// The cards of this edition that the one before had too, under the same name.
    pub kept: Vec<Id>,
}
