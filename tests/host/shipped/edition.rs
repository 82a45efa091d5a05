//! What the edition has, and what it says of itself.

use std::collections::BTreeMap;

use crate::support::shipped::is_here;
use crate::support::{REAL, assert_none};
use figure::{Figure, figures};
use model::{Edition, Id, SectionId, Step};

/// The report's known contents; readers of the printed version would miss any of it.
#[test]
fn it_has_its_inventory() {
    if !is_here() {
        return;
    }
    let e = &*REAL;
    let counts = [
        ("indicators", e.indicators.len(), 4),
        ("matters", e.matters.len(), 4),
        ("insistences", e.insistences.len(), 3),
        ("subjects", e.subjects.len(), 10),
        ("pillars", e.pillars.len(), 5),
        ("priorities", e.priorities.len(), 4),
        ("cards", e.card_ids().len(), 13),
        ("speakers", e.readings.len(), 2),
        ("traits", e.readings.iter().map(|r| r.traits.len()).sum(), 8),
        ("targets", e.targets().count(), 6),
        ("sections", e.sections.len(), SectionId::ALL.len()),
        ("drawings", figures(e).len(), 18),
    ];
    let wrong = counts.iter().filter(|(_, found, wanted)| found != wanted);
    assert_none(&wrong.map(|(what, found, wanted)| format!("{found} {what}, not {wanted}")).collect::<Vec<_>>());
    assert!(e.echoes.len() >= 12, "{} echoes", e.echoes.len());
    let mut targets: Vec<String> = e.targets().map(|(_, t)| t.quantity.words()).collect();
    targets.sort();
    assert_eq!(targets, ["100个项目", "31%以上", "58个项目", "不少于6万平方米", "两年内", "超100亿元"]);
}

/// Under a minute long, from the cover on, with one number in each step, besides years.
#[test]
fn the_tour_is_short_and_has_one_number_in_each_step() {
    if !is_here() {
        return;
    }
    let e = &*REAL;
    assert_eq!(e.tour.len(), 6);
    assert_eq!(&*e.tour[0].target, "cover");
    let seconds = e.tour.iter().map(Step::dwell).sum::<i32>() / 1000;
    assert!((36..=60).contains(&seconds), "{seconds} seconds");
    let years = [e.masthead.results_year, e.masthead.plan_year].map(|year| year.to_string());
    let wrong = e.tour.iter().filter(|step| {
        let rest = years.iter().fold(step.text.clone(), |text, year| text.replace(year, ""));
        rest.split(|c: char| !c.is_ascii_digit() && c != ',').filter(|number| !number.is_empty()).count() != 1
    });
    assert_none(&wrong.map(|step| step.text.clone()).collect::<Vec<_>>());
}

/// As the method on the page says.
#[test]
fn every_measure_has_one_topic() {
    if !is_here() {
        return;
    }
    let wrong = REAL.measures().filter(|(_, m)| m.topics.len() != 1);
    assert_none(&wrong.map(|(_, m)| format!("{}: {:?}", m.id, m.topics)).collect::<Vec<_>>());
}

/// Every matter has an echo and every topic a measure.
#[test]
fn nothing_stands_alone() {
    if !is_here() {
        return;
    }
    let e = &*REAL;
    let matters = e.matters.iter().filter(|m| e.echoes_of(&m.id).next().is_none()).map(|m| &m.id);
    let topics = e.topics.iter().filter(|t| e.measures().all(|(_, m)| !m.topics.contains(&t.id))).map(|t| &t.id);
    assert_none(&matters.chain(topics).map(Id::to_string).collect::<Vec<_>>());
}

/// The expected answer was calculated by hand.
#[test]
fn the_guess_has_the_right_answer() {
    if !is_here() {
        return;
    }
    let guess = REAL.guess("amounts").unwrap();
    let truth = REAL.truth_of(guess).unwrap();
    assert_eq!(guess.verdict(&truth, 20), "你猜20%，实际约35.4%，少猜了15.4个百分点。");
    assert_eq!(truth.formula.as_deref(), Some("1,156,992 ÷ 3,270,308 ≈ 35.4%"));
}

/// A title may state a finding only where it is true.
#[test]
fn whose_the_targets_are_is_said_only_where_they_are_one_speakers() {
    if !is_here() {
        return;
    }
    let title = |edition: &Edition| edition.caption("ledger").unwrap().title.clone();
    assert_eq!(title(&REAL), "带数的目标都在区长石林那一篇里，另一篇没有");
    let mut edition = REAL.clone();
    edition.priorities[0].targets[0].quote.document = "liu-qiangfeng".into();
    assert_eq!(edition.owner_of_targets(), None, "two speakers have targets");
    edition.priorities.iter_mut().for_each(|priority| priority.targets.clear());
    assert_eq!(edition.owner_of_targets(), None, "there is no target");
}

/// A title describes this drawing and no other.
#[test]
fn no_two_drawings_have_the_same_title() {
    if !is_here() {
        return;
    }
    let mut seen = BTreeMap::new();
    let captions = figures(&REAL).into_iter().filter_map(|kind| Figure::new(&REAL, kind).caption());
    let same = captions.filter_map(|caption| {
        let other = seen.insert(caption.title.as_str(), &caption.figure)?;
        Some(format!("{} and {other}: {}", caption.figure, caption.title))
    });
    assert_none(&same.collect::<Vec<_>>());
}
