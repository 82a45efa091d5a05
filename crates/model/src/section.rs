use serde::{Deserialize, Serialize};

use super::{Id, Quotation};

/// The page's sections, in reading order.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub enum SectionId {
    Figures,
    Matters,
    Pillars,
    Priorities,
    Ledger,
    Readings,
    Subjects,
    Method,
}

impl SectionId {
    pub const ALL: [Self; 8] = [
        Self::Figures,
        Self::Matters,
        Self::Pillars,
        Self::Priorities,
        Self::Ledger,
        Self::Readings,
        Self::Subjects,
        Self::Method,
    ];

    /// The name in addresses and content files.
    pub const fn as_str(self) -> &'static str {
        match self {
            Self::Figures => "figures",
            Self::Matters => "matters",
            Self::Pillars => "pillars",
            Self::Priorities => "priorities",
            Self::Ledger => "ledger",
            Self::Readings => "readings",
            Self::Subjects => "subjects",
            Self::Method => "method",
        }
    }
}

/// A section's texts.
#[derive(Clone, Debug, PartialEq, Serialize, Deserialize)]
pub struct Section {
    pub id: SectionId,
    pub title: String,
    pub subtitle: String,
    /// One sentence on what to look for, if title and subtitle do not say.
    pub lead: Option<String>,
    /// A passage that comes before all of its cards in the source.
    pub opening: Option<Quotation>,
}

/// The texts around a drawing.
#[derive(Clone, Debug, PartialEq, Serialize, Deserialize)]
pub struct Caption {
    pub figure: Id,
    pub title: String,
    /// What the drawing cannot show; may be empty.
    pub note: String,
    /// Its number in the title block: 图 B-01.
    pub number: String,
    /// Its scale in words: 1块＝1项举措.
    pub scale: String,
}
