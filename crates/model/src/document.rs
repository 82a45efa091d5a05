use serde::{Deserialize, Serialize};

use super::Id;

/// One of the printed texts that the report is made from.
#[derive(Clone, Debug, PartialEq, Serialize, Deserialize)]
pub struct Document {
    pub id: Id,
    /// What the page calls it, a few characters.
    pub label: String,
    /// The printed headline, where there is one.
    pub title: Option<String>,
    pub author: Option<String>,
    /// Where it can be read, an address with its scheme.
    pub address: Option<String>,
    pub offices: Vec<String>,
    pub credits: Vec<Credit>,
}

/// Who else had a hand in a document, and in what role.
#[derive(Clone, Debug, PartialEq, Serialize, Deserialize)]
pub struct Credit {
    pub role: String,
    pub name: String,
}

/// A verbatim passage with the place it stands at.
#[derive(Clone, Debug, PartialEq, Serialize, Deserialize)]
pub struct Quotation {
    pub document: Id,
    /// Counted from 1, the headline included.
    pub paragraph: u16,
    pub text: String,
}
