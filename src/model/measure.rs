use serde::{Deserialize, Serialize};

use super::{Id, Quotation};

/// One concrete thing that is to be done.
#[derive(Clone, Debug, PartialEq, Serialize, Deserialize)]
pub struct Measure {
    pub id: Id,
    /// A short label, in the source's words.
    pub label: String,
    pub quote: Quotation,
    pub topics: Vec<Id>,
}

/// What a measure is about.
#[derive(Clone, Debug, PartialEq, Serialize, Deserialize)]
pub struct Topic {
    pub id: Id,
    pub label: String,
    pub meaning: String,
}
