use serde::{Deserialize, Serialize};

use super::{Id, Quotation};

/// One of the year's big things: a lever and what it was to move.
#[derive(Clone, Debug, PartialEq, Serialize, Deserialize)]
pub struct Matter {
    pub id: Id,
    pub lever: Lever,
    /// The aim, the card's heading.
    pub aim: String,
    pub quote: Quotation,
}

/// “以…为契机”: by what a matter was moved.
#[derive(Clone, Debug, PartialEq, Serialize, Deserialize)]
pub struct Lever {
    /// 契机, 牵引, 关键 or 抓手.
    pub kind: String,
    /// The words between 以 and 为.
    pub text: String,
    /// The key term inside `text`.
    pub term: String,
}

/// One of the “坚持” that the year is summed up in.
#[derive(Clone, Debug, PartialEq, Serialize, Deserialize)]
pub struct Insistence {
    pub id: Id,
    pub label: String,
    pub quote: Quotation,
}

/// One of the subjects that the year's report lists, and the passages of the plans that take it up again.
#[derive(Clone, Debug, PartialEq, Serialize, Deserialize)]
pub struct Subject {
    pub id: Id,
    pub label: String,
    pub quote: Quotation,
    /// None where nobody writes of it again.
    pub ties: Vec<Tie>,
}

/// A passage of the plans that takes up a subject of the year before.
#[derive(Clone, Debug, PartialEq, Serialize, Deserialize)]
pub struct Tie {
    /// The card in whose paragraph it stands.
    pub card: Id,
    pub quote: Quotation,
    /// The word that stands in both; where there is none, the editors find that the two mean the same.
    pub word: Option<String>,
}

/// A passage of the plans that takes a matter up again: an editorial judgement, with its reason.
#[derive(Clone, Debug, PartialEq, Serialize, Deserialize)]
pub struct Echo {
    pub matter: Id,
    pub measure: Id,
    pub quote: Quotation,
    pub why: String,
}

impl Echo {
    /// What its element on the page is called: a measure takes a matter up again once.
    pub fn id(&self) -> Id {
        format!("{}-{}", self.matter, self.measure)
    }
}
