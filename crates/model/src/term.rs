use serde::{Deserialize, Serialize};

use super::{Id, Quotation};

/// A key term and how often each document uses it.
#[derive(Clone, Debug, PartialEq, Serialize, Deserialize)]
pub struct Term {
    pub id: Id,
    pub text: String,
    pub reason: Reason,
    /// In the order of the edition's documents.
    pub counts: Vec<(Id, u16)>,
}

/// Why a word is among the key terms. The rules are stated in the method.
#[derive(Clone, Debug, PartialEq, Serialize, Deserialize)]
pub enum Reason {
    /// It is the key word of a matter.
    Matter,
    /// A speaker calls it a key word, in this quotation.
    Named(Quotation),
    /// The speakers together say it often enough.
    Frequent,
}

impl Term {
    /// Occurrences in one document.
    pub fn count_in(&self, document: &str) -> u16 {
        self.counts.iter().find(|(id, _)| id == document).map_or(0, |(_, n)| *n)
    }
}
