//! What a case takes in hand: cards and drawings of the edition in `content/`, whichever that is. A case
//! that names one of them itself is about the shipped edition; see [`crate::shipped`].

use std::path::Path;
use std::sync::LazyLock;

use content::{Folder, SourceTexts};
use figure::{Class, Figure, Frame, Kind, figures};
use model::find::Index;
use model::{Edition, Size};

use crate::shipped::say;

static EDITION: LazyLock<Edition> = LazyLock::new(|| {
    let folder = Path::new(concat!(env!("CARGO_MANIFEST_DIR"), "/../../content"));
    // Without the texts, as where they are not there.
    let read = Folder::new(folder).read(SourceTexts::default());
    read.unwrap_or_else(|problems| panic!("content:\n{}", content::report(&problems))).0
});

/// The ids of all cards, in the page's order.
pub static CARDS: LazyLock<Vec<&'static str>> = LazyLock::new(|| {
    let matters = EDITION.matters.iter().map(|matter| matter.id.as_str());
    let cards: Vec<&str> = matters.chain(WORKS.iter().copied()).collect();
    assert!(!cards.is_empty(), "the edition has no card at all: nothing can be tried on it");
    cards
});

/// The cards that have a drawing: only they can be embedded.
static WITH_DRAWING: LazyLock<Vec<&'static str>> = LazyLock::new(|| {
    let cards: Vec<&str> = CARDS.iter().copied().filter(|card| EDITION.has_drawing(card)).collect();
    assert!(!cards.is_empty(), "no card of the edition has a drawing");
    cards
});

/// One of them, by its place, counted from the end if that is negative, and round again if there are fewer.
pub fn card(place: isize) -> &'static str {
    WITH_DRAWING[place.rem_euclid(WITH_DRAWING.len() as isize) as usize]
}

/// The ids of the cards on plans.
pub static WORKS: LazyLock<Vec<&'static str>> = LazyLock::new(|| EDITION.works().map(|work| work.id()).collect());

/// The one in the middle of the page, in most editions a pillar's.
pub fn middle_card() -> &'static str {
    card(WITH_DRAWING.len() as isize / 2)
}

/// The drawings with at least three marks, and how many each has.
static DRAWN: LazyLock<Vec<(Kind, usize)>> = LazyLock::new(|| {
    let frame = Frame::new(Class::Narrow.nominal(), Size::Standard);
    let marks = |kind| Figure::new(&EDITION, kind).plan(frame).marks.len();
    figures(&EDITION).into_iter().map(|kind| (kind, marks(kind))).filter(|(_, marks)| *marks > 2).collect()
});

/// Those that stand on the page itself, below the cover, so that they are seen with all cards closed.
pub static OVERVIEWS: LazyLock<Vec<&'static str>> = LazyLock::new(|| {
    let kinds = DRAWN.iter().map(|(kind, _)| *kind).filter(|kind| kind.is_overview() && *kind != Kind::Cover);
    let drawings: Vec<&str> = kinds.map(|kind| kind.id(&EDITION)).collect();
    assert!(!drawings.is_empty(), "the edition has no drawing with three marks outside its cards");
    drawings
});

/// The first of them.
pub fn overview() -> &'static str {
    OVERVIEWS[0]
}

/// The card whose drawing has the most marks; a pillar's, if the edition has pillars.
pub fn fullest_card() -> &'static str {
    let cards = DRAWN.iter().filter(|(kind, _)| !kind.is_overview());
    let fullest = cards.max_by_key(|(kind, marks)| (matches!(kind, Kind::Sheet(_)), *marks));
    fullest.expect("the edition has no card whose drawing has three marks").0.id(&EDITION)
}

/// Whether the edition has what a case is about. If not, says in a line that the case is not run.
pub fn has(part: Part) -> bool {
    let (there, name) = match part {
        Part::Ledger => (EDITION.has_drawing("ledger"), "target"),
        Part::Pillars => (!EDITION.pillars.is_empty(), "pillar"),
        Part::Terms => (!EDITION.terms.is_empty(), "key term"),
        Part::Tour => (!EDITION.tour.is_empty(), "tour"),
    };
    if !there {
        say("not run", &format!("the edition has no {name}"));
    }
    there
}

/// What editions may lack.
pub enum Part {
    Ledger,
    Pillars,
    Terms,
    Tour,
}

/// A word that a search finds more than twice.
pub fn common_word() -> &'static str {
    let index = Index::of(&EDITION);
    let words =
        EDITION.matters.iter().map(|matter| &matter.term).chain(EDITION.topics.iter().map(|topic| &topic.label));
    let common = words.map(String::as_str).find(|word| !word.is_empty() && index.search(word, 3).count > 2);
    common.expect("no matter's term and no topic is in three passages of the edition")
}

/// A topic's id and its label.
pub fn topic() -> [&'static str; 2] {
    let topic = EDITION.topics.first().expect("the edition has no topic");
    [&topic.id, &topic.label]
}
