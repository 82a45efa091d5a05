use serde::{Deserialize, Serialize};

use super::Id;

/// A key term and how often each document uses it.
#[derive(Clone, Debug, PartialEq, Serialize, Deserialize)]
pub struct Term {
    pub id: Id,
    pub text: String,
    /// In the order of the edition's documents.
    pub counts: Vec<(Id, u16)>,
}

impl Term {
    /// Occurrences in one document.
    pub fn count_in(&self, document: &str) -> u16 {
        self.counts.iter().find(|(id, _)| id == document).map_or(0, |(_, n)| *n)
    }
}
