use serde::{Deserialize, Serialize};

use super::{Bound, Id, Measure, Quantity, Quotation, Unit};

/// One of the district head's priorities.
#[derive(Clone, Debug, PartialEq, Serialize, Deserialize)]
pub struct Priority {
    pub id: Id,
    pub title: String,
    /// About four characters, for tight spaces.
    pub short: String,
    pub heading: String,
    pub gist: String,
    pub measures: Vec<Measure>,
    pub targets: Vec<Target>,
    pub sites: Vec<Site>,
}

/// A number that is to be reached.
#[derive(Clone, Debug, PartialEq, Serialize, Deserialize)]
pub struct Target {
    pub id: Id,
    pub label: String,
    pub quantity: Quantity,
    /// How firmly the source words it.
    pub wording: Wording,
    /// By when, in the source's own words; none where it names no time.
    pub deadline: Option<String>,
    pub measure: Id,
    pub quote: Quotation,
    pub yardstick: Option<Yardstick>,
}

impl Target {
    /// The source's own word of caution, such as 力争, which stands before the number; else empty.
    pub fn hedge(&self) -> &str {
        if self.wording.firmness == Firmness::Striving { &self.wording.word } else { "" }
    }

    /// The words that limit the number, before it and after its unit, of words that mean the same
    /// the one in the passage: 超 and nothing, 不少于 and nothing, nothing and 以上.
    pub fn limits(&self) -> (&'static str, &'static str) {
        let bound = self.quantity.bound;
        if bound == Bound::AtLeast && self.quote.text.contains("不少于") {
            ("不少于", "")
        } else {
            (bound.prefix(), bound.suffix())
        }
    }

    /// The number with all words around it: 力争31%以上.
    pub fn words(&self) -> String {
        let (before, after) = self.limits();
        let Quantity { unit, .. } = self.quantity;
        format!("{}{before}{}{}{after}", self.hedge(), self.quantity.number(), unit.label())
    }
}

/// A word of the source that says how firmly a target is meant. The edition puts these words in order.
#[derive(Clone, Debug, PartialEq, Serialize, Deserialize)]
pub struct Wording {
    pub word: String,
    /// Its place on the edition's scale: 0 is the firmest.
    pub rank: u16,
    pub firmness: Firmness,
}

/// What a wording promises.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub enum Firmness {
    /// A result: 完成, 不少于.
    Fixed,
    /// An effort: 力争, 争取.
    Striving,
    /// Only that things move: 取得积极进展.
    Progress,
}

/// Something familiar to compare a number with: common knowledge, with its calculation.
#[derive(Clone, Debug, PartialEq, Serialize, Deserialize)]
pub struct Yardstick {
    pub label: String,
    pub formula: String,
    pub value: u64,
    pub unit: Unit,
}

/// A place, institution or programme that is named.
#[derive(Clone, Debug, PartialEq, Serialize, Deserialize)]
pub struct Site {
    pub id: Id,
    pub label: String,
    pub kind: SiteKind,
    pub measure: Id,
    pub quote: Quotation,
}

/// What a named place is.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord, Serialize, Deserialize)]
pub enum SiteKind {
    Park,
    Mall,
    School,
    Hospital,
    Street,
    Network,
    Programme,
}

impl SiteKind {
    /// In Chinese, for legends.
    pub const fn label(self) -> &'static str {
        match self {
            Self::Park => "园区",
            Self::Mall => "商业项目",
            Self::School => "学校",
            Self::Hospital => "医院",
            Self::Street => "街区",
            Self::Network => "网络",
            Self::Programme => "项目",
        }
    }
}
