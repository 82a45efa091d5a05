use model::{Choice, Edition};

use super::chart_group::ChartGroup;
use super::paper::Paper;

/// The kinds of drawing. Those that an edition has several of say which, by index.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Hash)]
pub enum Kind {
    /// The whole report, on both papers.
    Cover,
    /// The year's amounts on one ruler.
    Amounts,
    /// An income as tiles.
    Income,
    /// Where the plans take one matter up again.
    Echo(usize),
    /// How one pillar's argument is built.
    Sheet(usize),
    /// What one priority is to build.
    Priority(usize),
    /// The targets that have a number, by how firmly each is worded.
    Ledger,
    /// How often each speaker uses the key terms.
    Terms,
}

/// All drawings of an edition, in reading order.
pub fn figures(edition: &Edition) -> Vec<Kind> {
    let mut kinds = vec![Kind::Cover, Kind::Amounts, Kind::Income];
    kinds.extend((0..edition.matters.len()).map(Kind::Echo));
    kinds.extend((0..edition.pillars.len()).map(Kind::Sheet));
    kinds.extend((0..edition.priorities.len()).map(Kind::Priority));
    kinds.extend([Kind::Ledger, Kind::Terms]);
    kinds
}

impl Kind {
    /// The drawing that `data-figure` names, if this edition has it.
    pub fn of_id(edition: &Edition, id: &str) -> Option<Self> {
        figures(edition).into_iter().find(|kind| kind.id(edition) == id)
    }

    /// As in `data-figure`: a card's drawing has the card's id.
    pub fn id(self, edition: &Edition) -> &str {
        match self {
            Self::Cover => "cover",
            Self::Amounts => "amounts",
            Self::Income => "income",
            Self::Echo(i) => &edition.matters[i].id,
            Self::Sheet(i) => &edition.pillars[i].id,
            Self::Priority(i) => &edition.priorities[i].id,
            Self::Ledger => "ledger",
            Self::Terms => "terms",
        }
    }

    /// The paper that it is drawn on, or begins on.
    pub const fn paper(self) -> Paper {
        match self {
            Self::Cover | Self::Amounts | Self::Income | Self::Echo(_) | Self::Terms => Paper::Results,
            Self::Sheet(_) | Self::Priority(_) | Self::Ledger => Paper::Blueprint,
        }
    }

    pub const fn group(self) -> ChartGroup {
        match self {
            Self::Cover => ChartGroup::Cover,
            Self::Amounts | Self::Income => ChartGroup::Numbers,
            Self::Echo(_) => ChartGroup::Echoes,
            Self::Ledger | Self::Terms => ChartGroup::Overviews,
            Self::Sheet(_) => ChartGroup::Pillars,
            Self::Priority(_) => ChartGroup::Priorities,
        }
    }

    /// Whether it stands on its own across the page, rather than on a card.
    pub const fn is_overview(self) -> bool {
        !matches!(self, Self::Echo(_) | Self::Sheet(_) | Self::Priority(_))
    }

    /// Whether all that its sentence says can be read in it, so that only those who listen need the sentence.
    pub const fn tells_itself(self) -> bool {
        matches!(self, Self::Amounts | Self::Income)
    }

    /// Whether a choice says anything about its marks: only a key term does about key terms.
    pub const fn answers(self, choice: Choice<'_>) -> bool {
        match self {
            Self::Amounts | Self::Income => false,
            Self::Terms => matches!(choice, Choice::Term(_)),
            _ => true,
        }
    }
}
