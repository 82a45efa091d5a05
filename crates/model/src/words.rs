use std::fmt::Display;

use serde::{Deserialize, Serialize};

/// What an edition calls the things that it reports. Another place has other words for them, so the program's own
/// sentences are made of these.
#[derive(Clone, Debug, Default, PartialEq, Serialize, Deserialize)]
pub struct Words {
    pub matter: Noun,
    pub insistence: Noun,
    pub subject: Noun,
    pub pillar: String,
    pub priority: String,
    pub measure: Noun,
    pub echo: Noun,
    /// A target that has a number.
    pub target: Noun,
    /// The same for the heads of tables.
    pub goal: String,
    pub site: Noun,
    pub term: Noun,
    /// What the page shows of the first year.
    pub results: String,
    /// What the page shows of the second year.
    pub plans: String,
    /// The larger place that this one belongs to.
    pub region: String,
}

/// A noun with the word that stands between a number and it.
#[derive(Clone, Debug, Default, PartialEq, Serialize, Deserialize)]
pub struct Noun {
    pub name: String,
    pub counter: String,
}

impl Noun {
    /// How many, where the text says of what: 16处.
    pub fn number(&self, count: impl Display) -> String {
        format!("{count}{}", self.counter)
    }

    /// What stands behind a number: 处呼应.
    pub fn unit(&self) -> String {
        format!("{}{}", self.counter, self.name)
    }

    /// How many of what: 16处呼应.
    pub fn counted(&self, count: impl Display) -> String {
        format!("{count}{}", self.unit())
    }
}
