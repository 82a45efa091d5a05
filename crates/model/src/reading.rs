use serde::{Deserialize, Serialize};

use super::{Id, Quantity, Quotation};

/// How one speaker reads the city's work report.
#[derive(Clone, Debug, PartialEq, Serialize, Deserialize)]
pub struct Reading {
    pub id: Id,
    pub document: Id,
    pub speaker: String,
    pub traits: Vec<Trait>,
}

impl Reading {
    /// The id of the page element for the `index`th trait.
    pub fn trait_id(&self, index: usize) -> Id {
        format!("{}-{}", self.id, index + 1).into()
    }
}

/// One characteristic that a speaker sees in the report.
#[derive(Clone, Debug, PartialEq, Serialize, Deserialize)]
pub struct Trait {
    pub word: String,
    pub gist: String,
    pub quote: Quotation,
}

/// A statement about the whole city, not the district.
#[derive(Clone, Debug, PartialEq, Serialize, Deserialize)]
pub struct CityFact {
    pub id: Id,
    pub label: String,
    pub quantity: Option<Quantity>,
    pub gist: String,
    pub quote: Quotation,
}

/// What one speaker says about both the whole city and the district, using the same word.
#[derive(Clone, Debug, PartialEq, Serialize, Deserialize)]
pub struct Pair {
    pub word: String,
    pub city: Quotation,
    pub district: Quotation,
    /// The card with more on the district's plans.
    pub card: Id,
}
