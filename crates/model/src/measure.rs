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
    /// The source's word if the district only assists others: 配合.
    pub role: Option<String>,
    /// The key terms in its passage. Found by [`Edition::tie`](super::Edition::tie).
    #[serde(skip)]
    pub terms: Vec<Id>,
    /// The work that it belongs to and the matters that it takes up again; found likewise.
    #[serde(skip)]
    pub ties: Vec<Id>,
}

impl Measure {
    /// All tags that highlight it when a reader selects them.
    pub fn tags(&self) -> Vec<Id> {
        [&self.topics[..], &self.terms, &self.ties].concat()
    }

    /// Whether the passage says hardly more than the label: it contains the label's characters in
    /// order, and at most six more.
    pub fn says_itself(&self) -> bool {
        let mut passage = self.quote.text.chars();
        let length = self.label.chars().count();
        let within = self.label.chars().all(|wanted| passage.any(|c| c == wanted));
        within && self.quote.text.chars().count() <= length + 6
    }

    /// What it is about: its topics and key terms.
    pub fn contents(&self) -> impl Iterator<Item = &Id> {
        self.topics.iter().chain(&self.terms)
    }
}

/// What a measure is about.
#[derive(Clone, Debug, PartialEq, Serialize, Deserialize)]
pub struct Topic {
    pub id: Id,
    pub label: String,
    pub meaning: String,
}
