use serde::{Deserialize, Serialize};

use super::Id;

/// One of the printed texts that the report is made from.
#[derive(Clone, Debug, PartialEq, Serialize, Deserialize)]
pub struct Document {
    pub id: Id,
    /// Its name on the page, a few characters.
    pub label: String,
    /// The printed headline, where there is one.
    pub title: Option<String>,
    pub author: Option<String>,
    /// URL where it can be read, including the scheme.
    pub address: Option<String>,
    pub offices: Vec<String>,
    pub credits: Vec<Credit>,
    /// Its entries in the source index, in document order.
    pub paragraphs: Vec<Paragraph>,
}

/// A place in a document: a paragraph of a text, or an entry of a graphic.
#[derive(Clone, Debug, PartialEq, Serialize, Deserialize)]
pub struct Paragraph {
    /// Its anchor in the source index.
    pub id: Id,
    /// What readers call it: 第4段, or an entry's own name.
    pub name: String,
    /// The printed blocks that it is made of, numbered as in [`Quotation::block`].
    pub blocks: Vec<u16>,
    /// Notes on the parts that are not quoted.
    pub notes: Vec<Note>,
    /// How the quoted passages begin, in the order of the text, where cards quote them in another.
    pub order: Vec<String>,
}

/// The editors' summary of a stretch of a document.
#[derive(Clone, Debug, PartialEq, Serialize, Deserialize)]
pub struct Note {
    /// The passage, verbatim; a long one is abbreviated to its beginning and end, joined by ……
    pub passage: Option<String>,
    pub says: String,
}

/// Who else had a hand in a document, and in what role.
#[derive(Clone, Debug, PartialEq, Serialize, Deserialize)]
pub struct Credit {
    pub role: String,
    pub name: String,
}

/// A verbatim passage and where it stands.
#[derive(Clone, Debug, PartialEq, Serialize, Deserialize)]
pub struct Quotation {
    pub document: Id,
    /// The printed block, counted from 1 with the headline. Readers are told a [`Paragraph`]'s name instead.
    pub block: u16,
    pub text: String,
}

/// A passage in quotation marks. They are characters and not the style sheet's, so that they are copied and saved
/// with the passage. Marks within the passage become single ones.
pub fn quoted(passage: &str) -> String {
    let inner = passage.replace('“', "‘").replace('”', "’");
    ["“", &inner, "”"].concat()
}
