//! Both editions are complete: nothing that the page needs is missing, and nothing is lost on the
//! way from the files into the page's script.

use std::collections::BTreeSet;

use crate::support::{FIXTURE, REAL, assert_none, editions, half_width, texts};
use figure::{Class, Figure, Frame, Kind, figures};
use model::{Edition, Id, SectionId, Size, Step, Topic};
use proptest::prelude::*;

/// The report's known contents; readers of the printed version would miss any of it.
#[test]
fn the_real_edition_has_its_inventory() {
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
    ];
    let wrong = counts.iter().filter(|(_, found, wanted)| found != wanted);
    assert_none(&wrong.map(|(what, found, wanted)| format!("{found} {what}, not {wanted}")).collect::<Vec<_>>());
    assert!(e.echoes.len() >= 12, "{} echoes", e.echoes.len());
    let mut targets: Vec<String> = e.targets().map(|(_, t)| t.quantity.words()).collect();
    targets.sort();
    assert_eq!(targets, ["100个项目", "31%以上", "58个项目", "不少于6万平方米", "两年内", "超100亿元"]);
}

/// The fixture covers what the code must not assume; without these differences it would test
/// nothing.
#[test]
fn the_fixture_is_unlike_the_real_edition() {
    let e = &*FIXTURE;
    assert_eq!((e.matters.len(), e.pillars.len()), (3, 7));
    assert!(e.pillars.iter().any(|p| p.measures().next().is_none()), "a pillar without measures");
    assert!(e.priorities.iter().any(|p| p.targets.is_empty()), "a priority without a target");
    assert!(e.works().any(|work| work.title().chars().count() > 30), "a very long title");
    assert!(texts(e).iter().any(|said| said.text.contains("<b>&\"'")), "markup in a text");
}

#[test]
fn every_section_is_there_in_the_pages_order() {
    for (name, edition) in editions() {
        let found: Vec<SectionId> = edition.sections.iter().map(|section| section.id).collect();
        let expected: Vec<SectionId> = SectionId::ALL.into_iter().filter(|id| edition.has_section(*id)).collect();
        assert_eq!(found, expected, "{name}");
    }
    for edition in [&*REAL, &*FIXTURE] {
        assert_eq!(edition.sections.len(), SectionId::ALL.len(), "both have every section");
    }
}

/// Captions refer to their drawings by name, which nothing else checks.
#[test]
fn every_drawing_has_its_caption_and_every_caption_a_drawing() {
    let wrong = editions().into_iter().flat_map(|(name, edition)| {
        let drawings = figures(edition).into_iter().map(|kind| Figure::new(edition, kind));
        let used: BTreeSet<&str> = drawings.clone().filter_map(|f| Some(f.caption()?.figure.as_str())).collect();
        let bare = drawings.filter(|f| f.caption().is_none()).map(|f| f.kind.id(edition));
        let idle = edition.captions.iter().map(|c| c.figure.as_str()).filter(|figure| !used.contains(figure));
        let bare = bare.map(|id| format!("{name}: {id} has no caption"));
        bare.chain(idle.map(|id| format!("{name}: the caption {id} has no drawing"))).collect::<Vec<_>>()
    });
    assert_none(&wrong.collect::<Vec<_>>());
}

/// Steps and guesses refer to drawings and marks by name, which the content reader can only partly
/// check.
#[test]
fn the_tour_and_the_guesses_lead_to_what_is_drawn() {
    let wrong = editions().into_iter().flat_map(|(name, edition)| {
        let marks = |figure: &str| -> Option<BTreeSet<Id>> {
            let figure = Figure::new(edition, Kind::of_id(edition, figure)?);
            let keys = |class: Class| {
                let scene = figure.plan(Frame::new(class.nominal(), Size::Standard));
                scene.marks.into_iter().map(|mark| mark.key).collect::<BTreeSet<_>>()
            };
            Some(keys(Class::Narrow).intersection(&keys(Class::Wide)).cloned().collect())
        };
        let steps = edition.tour.iter().map(|step| (&step.target, step.mark.iter().collect::<Vec<_>>()));
        let guesses = edition.guesses.iter().map(|g| (&g.figure, g.whole.iter().chain([&g.answer]).collect()));
        let named = steps.chain(guesses).filter_map(|(figure, named): (&Id, Vec<&Id>)| {
            let Some(marks) = marks(figure) else {
                return Some(format!("{name}: no drawing {figure}"));
            };
            let lost: Vec<_> = named.into_iter().filter(|key| !marks.contains(*key)).collect();
            (!lost.is_empty()).then(|| format!("{name}: {figure} has no mark {lost:?}"))
        });
        let figures: BTreeSet<&Id> = edition.guesses.iter().map(|g| &g.figure).collect();
        let twice = (figures.len() < edition.guesses.len()).then(|| format!("{name}: two guesses for one drawing"));
        let unknown = edition.guesses.iter().filter(|g| edition.truth_of(g).is_none_or(|truth| truth.tenths > 1000));
        let unknown = unknown.map(|g| format!("{name}: no answer to {}", g.question));
        named.chain(unknown).chain(twice).collect::<Vec<_>>()
    });
    assert_none(&wrong.collect::<Vec<_>>());
}

/// Under a minute long, from the cover on, with one number in each step, besides years.
#[test]
fn the_tour_is_short_and_has_one_number_in_each_step() {
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

/// The expected answers were calculated by hand.
#[test]
fn the_guesses_have_the_right_answers() {
    let told = |edition: &Edition, figure: &str, hundredths: u8| {
        let guess = edition.guess(figure).unwrap();
        let truth = edition.truth_of(guess).unwrap();
        (guess.verdict(&truth, hundredths), truth.formula)
    };
    assert_eq!(
        told(&REAL, "amounts", 20),
        ("你猜20%，实际约35.4%，少猜了15.4个百分点。".to_owned(), Some("1,156,992 ÷ 3,270,308 ≈ 35.4%".to_owned()))
    );
    let (verdict, formula) = told(&FIXTURE, "priority-1", 20);
    assert!(verdict.starts_with("你猜20%，原文写的是") && formula.is_none(), "{verdict} {formula:?}");
}

/// A title may state a finding only where it is true.
#[test]
fn whose_the_targets_are_is_said_only_where_they_are_one_speakers() {
    let title = |edition: &Edition| edition.caption("ledger").unwrap().title.clone();
    assert_eq!(title(&REAL), "带数的目标都在区长石林那一篇里，另一篇没有");
    assert_eq!(title(&FIXTURE), "样张里带数的目标", "nobody else spoke");
    let mut edition = REAL.clone();
    edition.priorities[0].targets[0].quote.document = "liu-qiangfeng".into();
    assert_eq!(edition.owner_of_targets(), None, "two speakers have targets");
    edition.priorities.iter_mut().for_each(|priority| priority.targets.clear());
    assert_eq!(edition.owner_of_targets(), None, "there is no target");
}

/// An edition may have neither tour nor guesses.
#[test]
fn an_edition_without_tour_and_guesses_is_whole() {
    let load = |name: &str| match name {
        "tour.toml" | "guesses.toml" => Ok("# nothing".to_owned()),
        _ => std::fs::read_to_string(crate::support::project().join("tests/fixtures/edition").join(name)),
    };
    let edition = content::read(load).unwrap();
    assert!(edition.tour.is_empty() && edition.guesses.is_empty());
}

/// As the method on the page says.
#[test]
fn every_measure_has_one_topic() {
    let wrong = REAL.measures().filter(|(_, m)| m.topics.len() != 1);
    assert_none(&wrong.map(|(_, m)| format!("{}: {:?}", m.id, m.topics)).collect::<Vec<_>>());
}

/// In the real edition every matter has an echo and every topic a measure.
#[test]
fn nothing_stands_alone() {
    let e = &*REAL;
    let matters = e.matters.iter().filter(|m| e.echoes_of(&m.id).next().is_none()).map(|m| &m.id);
    let topics = e.topics.iter().filter(|t| e.measures().all(|(_, m)| !m.topics.contains(&t.id))).map(|t| &t.id);
    assert_none(&matters.chain(topics).map(Id::to_string).collect::<Vec<_>>());
}

/// The printed text's half-width punctuation must not appear.
#[test]
fn chinese_has_chinese_punctuation() {
    assert_eq!(half_width("先(甲),后乙;a, b"), ["先(甲", "甲),", "),后", "乙;a"]);
    let wrong = editions().into_iter().flat_map(|(name, edition)| {
        let texts = texts(edition).into_iter().map(|said| (half_width(&said.text), said));
        let wrong = texts.filter(|(found, _)| !found.is_empty());
        wrong.map(move |(found, said)| format!("{name}: {}: {found:?} in {}", said.place, said.text))
    });
    assert_none(&wrong.collect::<Vec<_>>());
}

#[test]
fn an_edition_survives_serde() {
    for (name, edition) in editions() {
        let text = serde_json::to_string(edition).unwrap();
        let mut back: Edition = serde_json::from_str(&text).unwrap();
        back.tie();
        assert!(back == *edition, "{name}");
    }
}

#[test]
fn an_edition_survives_the_packet() {
    for (name, edition) in editions() {
        let text = wire::pack(edition).unwrap();
        let mut back: Edition = wire::unpack(&as_script(&text)).unwrap();
        back.tie();
        assert!(back == *edition, "{name}");
        let whole = wire::unpack::<Edition>(&(text.clone() + "1\n"));
        assert!(whole.is_err(), "{name}: a line too many");
        let cut = text.char_indices().step_by(997).filter(|&(end, _)| wire::unpack::<Edition>(&text[..end]).is_ok());
        assert_eq!(cut.count(), 0, "{name}: a packet that is cut is not whole");
    }
}

/// What an HTML parser turns the text of a script element into.
fn as_script(text: &str) -> String {
    text.replace("\r\n", "\n").replace('\r', "\n").replace('\0', "\u{fffd}")
}

proptest! {
    #![proptest_config(crate::support::repeatable())]

    /// A text may contain anything that TOML can express: markup, control characters, any line
    /// endings.
    #[test]
    fn any_text_survives_the_packet(label in any_text(), meaning in any_text()) {
        let topic = Topic { id: "topic".into(), label, meaning };
        let text = wire::pack(&topic).unwrap();
        prop_assert!(!text.contains('<'), "would end the script: {text:?}");
        prop_assert_eq!(wire::unpack::<Topic>(&as_script(&text)), Ok(topic));
    }

    #[test]
    fn a_damaged_packet_is_an_error_and_no_panic(text in any_text()) {
        prop_assert!(wire::unpack::<Edition>(&text).is_err());
    }
}

fn any_text() -> impl Strategy<Value = String> {
    let common = prop::sample::select(vec!['\n', '\r', '\\', '<', '&', '\0', 'n', 'l', '中', '1']);
    prop::collection::vec(prop_oneof![common, any::<char>()], 0..24).prop_map(String::from_iter)
}
