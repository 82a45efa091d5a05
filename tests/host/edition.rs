//! All editions are complete: nothing that the page needs is missing, and nothing is lost on the
//! way from the files into the page's script.

use std::collections::BTreeSet;

use crate::support::{FIXTURE, assert_none, editions, half_width, texts};
use figure::{Class, Figure, Frame, Kind, figures};
use model::{Edition, Id, SectionId, Size, Topic};
use proptest::prelude::*;

/// The fixture covers what the code must not assume; without these differences it would test
/// nothing.
#[test]
fn the_fixture_is_unlike_the_shipped_edition() {
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
    assert_eq!(FIXTURE.sections.len(), SectionId::ALL.len(), "it has every section");
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

#[test]
fn a_guess_at_a_printed_number_needs_no_sum() {
    let guess = FIXTURE.guess("priority-1").unwrap();
    let truth = FIXTURE.truth_of(guess).unwrap();
    let verdict = guess.verdict(&truth, 20);
    assert!(verdict.starts_with("你猜20%，原文写的是") && truth.formula.is_none(), "{verdict} {:?}", truth.formula);
}

#[test]
fn whose_the_targets_are_is_not_said_where_nobody_else_spoke() {
    assert_eq!(FIXTURE.caption("ledger").unwrap().title, "样张里带数的目标");
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
