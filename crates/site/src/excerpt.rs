//! Reduces an edition to what the embed of one drawing needs, to keep that page small.

use crate::data;
use figure::{Figure, Kind};
use model::{Edition, Measure};

/// The edition for the script of a page that shows only this drawing. The drawing is planned,
/// described and highlighted as from the whole edition. Everything else keeps its position and id,
/// but loses its text.
pub fn excerpt(edition: &Edition, kind: Kind) -> Edition {
    let mut rest = edition.clone();
    let head = &mut rest.masthead;
    head.digest.clear();
    head.summary.clear();
    rest.sections.iter_mut().for_each(|section| {
        section.subtitle.clear();
        section.lead = None;
        section.opening = None;
    });
    rest.insistences.clear();
    rest.subjects.clear();
    rest.readings.clear();
    rest.tour.clear();
    rest.documents.iter_mut().for_each(|document| {
        document.offices.clear();
        document.credits.clear();
    });
    rest = without_notes(&rest);
    let caption = Figure::new(edition, kind).caption().map(|caption| &caption.figure);
    // The cover takes the scale of its amounts from the caption of the amounts drawing.
    let also = |figure: &str| kind == Kind::Cover && figure == "amounts";
    rest.captions.retain(|known| Some(&known.figure) == caption || also(&known.figure));
    rest.guesses.retain(|guess| guess.figure == kind.id(edition));
    if !matches!(kind, Kind::Cover | Kind::Amounts | Kind::Income) {
        rest.indicators.clear();
    }
    rest.city_facts.clear();
    rest.refrains.clear();
    if kind != Kind::Terms {
        rest.terms.iter_mut().for_each(|term| term.counts.clear());
    }
    // Drawings of all works quote every measure, or have chips that count them.
    let all = matches!(kind, Kind::Cover | Kind::Echo(_) | Kind::Ledger | Kind::Terms);
    for (i, pillar) in rest.pillars.iter_mut().enumerate() {
        if kind == Kind::Sheet(i) {
            continue;
        }
        pillar.gist.clear();
        pillar.slogans.clear();
        if !all {
            pillar.points.iter_mut().flat_map(|point| &mut point.measures).for_each(silence);
        }
    }
    for (i, priority) in rest.priorities.iter_mut().enumerate() {
        if kind == Kind::Priority(i) {
            continue;
        }
        priority.gist.clear();
        if kind != Kind::Ledger {
            priority.targets.clear();
        }
        priority.sites.clear();
        if !all {
            priority.measures.iter_mut().for_each(silence);
        }
    }
    if !matches!(kind, Kind::Cover | Kind::Echo(_)) {
        rest.matters.iter_mut().for_each(|matter| matter.quote.text.clear());
        rest.echoes.iter_mut().for_each(|echo| {
            echo.why.clear();
            echo.quote.text.clear();
        });
    }
    let words = std::mem::take(&mut rest.words);
    let text = data::pretty(&rest);
    rest.words = words.into_iter().filter(|word| text.contains(word.as_str())).collect();
    rest
}

/// Removes what no script reads, such as the method and the notes on the source, which have pages
/// of their own.
pub fn without_notes(edition: &Edition) -> Edition {
    let mut rest = edition.clone();
    rest.masthead.method.clear();
    rest.topics.iter_mut().for_each(|topic| topic.meaning.clear());
    rest.documents.iter_mut().flat_map(|d| &mut d.paragraphs).for_each(|paragraph| paragraph.notes.clear());
    rest
}

fn silence(measure: &mut Measure) {
    measure.label.clear();
    measure.quote.text.clear();
    measure.topics.clear();
}
