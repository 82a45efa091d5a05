use serde::{Deserialize, Serialize};

use super::{Id, Quotation};

/// One of the year's major undertakings (大事): a lever and what it was meant to move.
#[derive(Clone, Debug, PartialEq, Serialize, Deserialize)]
pub struct Matter {
    pub id: Id,
    /// By what means it was advanced, in the words of its passage: 以主题教育为契机. Empty if it is
    /// told plainly.
    pub lever: String,
    /// The key term, in the lever if there is one.
    pub term: String,
    /// The aim, the card's heading.
    pub aim: String,
    pub quote: Quotation,
}

impl Matter {
    /// What is said before the key term and behind it: 以党建引领“ and ”为抓手. Of a matter without a
    /// lever only the term is said.
    pub fn around_term(&self) -> (&str, &str) {
        self.lever.split_once(self.term.as_str()).unwrap_or_default()
    }
}

/// One of the “坚持” statements that sum up the year.
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
    /// Empty if no plan mentions it again.
    pub ties: Vec<Tie>,
}

/// A passage of the plans that takes up a subject of the year before.
#[derive(Clone, Debug, PartialEq, Serialize, Deserialize)]
pub struct Tie {
    /// The card in whose paragraph it stands.
    pub card: Id,
    pub quote: Quotation,
    /// The word that occurs in both; `None` if the editors judge only that the meaning is the same.
    pub word: Option<String>,
}

/// A passage that takes up a matter or an insistence again without being one of the measures, such as the one
/// that opens the priorities. It is not drawn.
#[derive(Clone, Debug, PartialEq, Serialize, Deserialize)]
pub struct Refrain {
    /// The matter or insistence.
    pub of: Id,
    pub quote: Quotation,
    pub grade: Grade,
    pub why: String,
}

/// A passage of the plans that takes a matter up again: an editorial judgement, with its reason.
#[derive(Clone, Debug, PartialEq, Serialize, Deserialize)]
pub struct Echo {
    pub matter: Id,
    pub measure: Id,
    pub quote: Quotation,
    pub grade: Grade,
    pub why: String,
}

/// How firm an echo is. Drawings show the first as a solid mark, the second as a hollow one.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub enum Grade {
    /// These words occur in both passages; the content reader has checked.
    SameWord(Vec<String>),
    /// The words differ; the editors judge that the meaning is close.
    SameMeaning,
}

impl Grade {
    /// Whether the two passages share a word.
    pub const fn is_same_word(&self) -> bool {
        matches!(self, Self::SameWord(_))
    }

    /// As readers see it: “都用了“全科网格””, or whose judgement it is.
    pub fn label(&self) -> String {
        match self {
            Self::SameWord(words) => {
                let words: String = words.iter().map(|word| format!("“{word}”")).collect();
                format!("都用了{words}")
            }
            Self::SameMeaning => "编辑认为意思相近".to_owned(),
        }
    }
}

impl Echo {
    /// The id of its element on the page. Unique, since a measure takes up a matter only once.
    pub fn id(&self) -> Id {
        format!("{}-{}", self.matter, self.measure).into()
    }
}
