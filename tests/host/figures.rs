//! Rules for every drawing, whatever its data, at every width and type size.

use std::collections::{BTreeMap, BTreeSet};
use std::sync::LazyLock;

use crate::drawings::{Drawn, breaks, drawn, outside, overlaps, texts_of};
use crate::support::{FIXTURE, assert_none, editions, half_width};
use figure::{
    Align, BREAKPOINT, Class, Enter, Face, Figure, Foot, Frame, Ink, Kind, LEAST, PaintOptions, Palette, Point,
    Primitive, Scene, Shape, Text, figures, sheet_of, svg, table,
};
use model::{Guess, Guessing, Size};
use proptest::prelude::*;

const MOST: f32 = 1600.0;

/// Both limits of both classes, the widths of the pre-rendered drawings, and steps between.
fn widths() -> Vec<f32> {
    let ends = [LEAST, BREAKPOINT - 0.5, BREAKPOINT, Class::Narrow.nominal(), Class::Wide.nominal(), MOST];
    let steps = (LEAST as u32..MOST as u32).step_by(13).map(|width| width as f32);
    ends.into_iter().chain(steps).collect()
}

static DRAWN: LazyLock<Vec<Drawn>> = LazyLock::new(|| {
    widths().into_iter().flat_map(|width| Size::ALL.into_iter().flat_map(move |size| drawn(width, size))).collect()
});

#[test]
fn every_drawing_keeps_the_rules_at_all_widths_and_sizes() {
    assert_none(&breaks(&*DRAWN));
}

proptest! {
    #![proptest_config(ProptestConfig { cases: 64, ..crate::support::repeatable() })]

    /// A canvas may be any fraction of a pixel wide.
    #[test]
    fn every_drawing_keeps_the_rules_at_any_width(width in LEAST..=MOST, size in prop::sample::select(Size::ALL.to_vec())) {
        let broken = breaks(&drawn(width, size));
        prop_assert!(broken.is_empty(), "{}", broken.join("\n"));
    }
}

/// Focus, links and highlighting refer to marks by key, and the table is made at one width for all:
/// so marks must not depend on the width.
#[test]
fn marks_are_the_same_at_all_widths_and_sizes() {
    let mut first: BTreeMap<String, &Drawn> = BTreeMap::new();
    let differing = DRAWN.iter().filter_map(|drawn| {
        let id = drawn.figure.kind.id(drawn.figure.edition);
        let like = first.entry(format!("{} {id}", drawn.edition)).or_insert(drawn);
        let what = |drawn: &Drawn| -> Vec<_> {
            let unplaced =
                drawn.scene.marks.iter().cloned().map(|mark| figure::Mark { area: Default::default(), ..mark });
            unplaced.collect()
        };
        (what(like) != what(drawn))
            .then(|| format!("{} at {}, unlike at {}", drawn.name(), drawn.frame.width, like.frame.width))
    });
    assert_none(&differing.collect::<Vec<_>>());
}

/// While the reader guesses, nothing in the drawing reveals the answer, and nothing else changes.
/// Touching an item that stands for a guess selects that guess.
#[test]
fn a_guess_covers_the_answer_and_can_be_dragged() {
    let guesses = editions().into_iter().flat_map(|(name, edition)| {
        edition.guesses.iter().map(move |guess| (name, edition, guess, Kind::of_id(edition, &guess.figure).unwrap()))
    });
    let wrong = guesses.flat_map(|(name, edition, guess, kind)| {
        let figure = Figure::new(edition, kind);
        let states = Class::ALL.into_iter().flat_map(|class| (0..=100).map(move |hundredths| (class, hundredths)));
        states.filter_map(move |(class, hundredths)| {
            let scene = figure.plan(Frame::new(class.nominal(), Size::Standard));
            let mut covered = scene.clone();
            figure.cover(&mut covered, Guessing::Open(hundredths));
            let complaint = wrong_cover(figure, guess, &scene, &covered, hundredths)?;
            Some(format!("{name} {}, {class:?}, {hundredths}: {complaint}", guess.figure))
        })
    });
    assert_none(&wrong.collect::<Vec<_>>());
}

fn wrong_cover(figure: Figure<'_>, guess: &Guess, scene: &Scene, covered: &Scene, hundredths: u8) -> Option<String> {
    let answer = scene.marks.iter().position(|mark| mark.key == guess.answer);
    let (of_answer, others): (Vec<_>, Vec<_>) = covered.shapes.iter().partition(|shape| shape.mark == answer);
    let as_before: Vec<_> = scene.shapes.iter().filter(|shape| shape.mark != answer).collect();
    if (covered.width, covered.height, &covered.marks) != (scene.width, scene.height, &scene.marks)
        || others != as_before
    {
        return Some("something else has changed".into());
    }
    let mut things = 0;
    for shape in of_answer {
        let (at, solid) = match &shape.primitive {
            Primitive::Text(text) if text.face == Face::Serif && text.text != "？" => return Some(text.text.clone()),
            Primitive::Fill { area, .. } => {
                let end = Point { x: area.right(), y: area.y };
                let found = figure.guessed_at(covered, end);
                return (found != Some(hundredths)).then(|| format!("the end of the bar is {found:?}"));
            }
            Primitive::Polygon { points, .. } => (points[0], true),
            Primitive::Line { points, .. } => (points[0], false),
            _ => continue,
        };
        things += 1;
        let found = figure.guessed_at(covered, at);
        if solid != (things <= hundredths) || found != Some(things) {
            return Some(format!("thing {things} is solid: {solid}, and found as {found:?}"));
        }
    }
    (things != 100).then(|| format!("{things} things"))
}

/// Nothing is covered before the guess or after it.
#[test]
fn an_answer_is_covered_only_while_it_is_guessed() {
    let figure = Figure::new(&FIXTURE, Kind::Amounts);
    let scene = figure.plan(Frame::new(Class::Narrow.nominal(), Size::Standard));
    for guessing in [Guessing::NotYet, Guessing::Told(20)] {
        let mut shown = scene.clone();
        figure.cover(&mut shown, guessing);
        assert!(shown == scene, "{guessing:?}");
    }
}

/// A canvas takes exactly the place of the SVG twin, which the browser scales.
#[test]
fn height_is_a_fixed_share_of_the_width_as_long_as_a_twin_is_shown() {
    let mut ratios: BTreeMap<String, Vec<(f32, f32)>> = BTreeMap::new();
    for drawn in DRAWN.iter().filter(|drawn| drawn.frame.size == Size::Standard) {
        // The others have two layouts, whether or not the page contains both.
        let layout = match drawn.figure.kind {
            Kind::Cover => drawn.figure.twins().iter().rposition(|twin| drawn.frame.width >= twin.from),
            _ => Some(drawn.frame.class() as usize),
        };
        let name = format!("{} {layout:?}", drawn.name());
        ratios.entry(name).or_default().push((drawn.scene.height / drawn.scene.width, drawn.frame.width));
    }
    let uneven = ratios.into_iter().filter_map(|(name, ratios)| {
        let least = ratios.iter().copied().min_by(|a, b| a.0.total_cmp(&b.0))?;
        let most = ratios.iter().copied().max_by(|a, b| a.0.total_cmp(&b.0))?;
        let even = (most.0 - least.0) <= 0.01 * least.0;
        (!even).then(|| format!("{name}: {} at {} px, {} at {} px", least.0, least.1, most.0, most.1))
    });
    assert_none(&uneven.collect::<Vec<_>>());
}

/// Labels in several lines break between words, in every size and width.
#[test]
fn no_label_breaks_within_a_word() {
    let mut broken = BTreeSet::new();
    let mut seen = 0;
    for drawn in DRAWN.iter().filter(|drawn| drawn.edition != "fixture") {
        let texts: Vec<&str> = texts_of(&drawn.scene).into_iter().map(|text| text.text.as_str()).collect();
        for label in drawn.figure.edition.measures().map(|(_, measure)| measure.label.as_str()) {
            for from in 0..texts.len() {
                let mut rest = label;
                let lines = texts[from..].iter().take_while(|line| {
                    let begins = !line.is_empty() && rest.starts_with(**line);
                    rest = rest.strip_prefix(**line).filter(|_| begins).unwrap_or(rest);
                    begins
                });
                let lines: Vec<&str> = lines.copied().collect();
                if rest.is_empty() && lines.len() > 1 {
                    seen += 1;
                    broken.extend(
                        split_word(&drawn.figure.edition.words, &lines)
                            .map(|word| format!("{}: {word} in {lines:?}", drawn.name())),
                    );
                }
            }
        }
    }
    assert!(seen > 100, "only {seen} labels in several lines");
    assert_none(&broken.into_iter().collect::<Vec<_>>());
}

/// The word that the end of a line splits, if it is narrower than these lines: with a mark that clings
/// to it, it may be as wide.
fn split_word(known: &[String], lines: &[&str]) -> Option<String> {
    let whole = lines.concat();
    let widest = lines.iter().map(|line| line.chars().count()).max()?;
    let mut end = 0;
    lines[..lines.len() - 1].iter().find_map(|line| {
        end += line.len();
        let words = known.iter().filter(|word| word.chars().count() < widest);
        let splits =
            |word: &&String| whole.match_indices(word.as_str()).any(|(at, _)| at < end && end < at + word.len());
        // Of words that overlap, one is split.
        let kept = |at: usize| {
            known.iter().any(|word| whole[..at].ends_with(word.as_str()) || whole[at..].starts_with(word.as_str()))
        };
        words.clone().find(splits).filter(|_| !kept(end)).cloned()
    })
}

/// A downloaded sheet has words around the drawing.
#[test]
fn a_sheet_is_whole_and_its_words_are_apart() {
    let frames = [LEAST, Class::Narrow.nominal(), Class::Wide.nominal(), MOST]
        .map(|width| Size::ALL.map(|size| Frame::new(width, size)));
    let broken = frames.into_iter().flatten().flat_map(|frame| {
        crate::drawings::drawings().into_iter().flat_map(move |(edition, figure)| {
            let title = figure.caption().map_or("", |caption| caption.title.as_str());
            let sheet = sheet_of(figure, (title, &figure.sentence()), frame, Foot::Source);
            let found = overlaps(&sheet).into_iter().chain(outside(&sheet));
            found
                .map(|what| format!("{edition} {} {frame:?}: {what}", figure.kind.id(figure.edition)))
                .collect::<Vec<_>>()
        })
    });
    assert_none(&broken.collect::<Vec<_>>());
}

#[test]
fn every_sentence_is_one() {
    let gaps = ["，。", "、。", "；。", "：。", "：；", "，，", "。。", "  "];
    let wrong = all_figures().into_iter().filter_map(|(edition, figure)| {
        let sentence = figure.sentence();
        let whole =
            sentence.chars().count() > 4 && sentence.ends_with('。') && !gaps.iter().any(|gap| sentence.contains(gap));
        let sound = whole && half_width(&sentence).is_empty() && !sentence.contains("NaN");
        (!sound).then(|| format!("{edition} {}: “{sentence}”", figure.kind.id(figure.edition)))
    });
    assert_none(&wrong.collect::<Vec<_>>());
}

/// In every size and both classes, themed and standalone, an XML parser reads what was planned.
#[test]
fn every_svg_is_well_formed_and_says_what_the_plan_says() {
    let nominal = |drawn: &&Drawn| Class::ALL.iter().any(|class| class.nominal() == drawn.frame.width);
    let wrong = DRAWN.iter().filter(nominal).flat_map(|drawn| {
        let svgs = [
            svg::themed(&drawn.scene, "twin"),
            svg::literal(&drawn.scene, PaintOptions::plain(&Palette::roles(), 1.0)),
        ];
        let planned: Vec<String> = texts_of(&drawn.scene).iter().map(|text| text.text.clone()).collect();
        let wrong = svgs.into_iter().filter_map(move |svg| disagreement(&svg, &planned));
        wrong.map(|what| format!("{}: {what}", drawn.name())).collect::<Vec<_>>()
    });
    assert_none(&wrong.collect::<Vec<_>>());
}

/// What is wrong with an SVG that should contain these texts.
fn disagreement(svg: &str, planned: &[String]) -> Option<String> {
    let document = match roxmltree::Document::parse(svg) {
        Ok(document) => document,
        Err(error) => return Some(format!("{error} in {svg}")),
    };
    let elements = || document.descendants().filter(roxmltree::Node::is_element);
    let said: Vec<String> = elements()
        .filter(|e| e.has_tag_name(("http://www.w3.org/2000/svg", "text")))
        .map(|e| e.text().unwrap_or("").to_owned())
        .collect();
    let known = ["svg", "g", "path", "circle", "text"];
    let stranger =
        elements().find(|e| !known.contains(&e.tag_name().name())).map(|e| format!("<{}>", e.tag_name().name()));
    let number =
        elements().flat_map(|e| e.attributes()).find(|a| a.value().contains("NaN") || a.value().contains("inf"));
    let number = number.map(|a| format!("{}={}", a.name(), a.value()));
    let texts = (said != planned).then(|| format!("{said:?}, planned {planned:?}"));
    stranger.or(number).or(texts)
}

/// The fixture has a label with markup, which every drawing must show as text.
#[test]
fn markup_in_a_label_is_escaped() {
    let labels = [r#"带标记的<b>&"'标签"#, "</text><script>alert(1)</script>", "<!--", "]]>", "&lt;"];
    for label in labels {
        let text = Text {
            at: Point { x: 0.0, y: 20.0 },
            text: label.into(),
            size: 16.0,
            face: Face::Sans,
            align: Align::Start,
            ink: Ink::Text,
        };
        let shape = Shape { primitive: Primitive::Text(text), mark: None, enter: Enter::AT_ONCE, across: false };
        let scene = Scene { width: 400.0, height: 40.0, shapes: vec![shape], marks: Vec::new() };
        for svg in [svg::themed(&scene, "twin"), svg::literal(&scene, PaintOptions::plain(&Palette::roles(), 1.0))] {
            assert!(!svg.contains("<script") && !svg.contains("<b>") && !svg.contains("<!--"), "{svg}");
            assert_eq!(disagreement(&svg, &[label.to_owned()]), None);
        }
    }
}

/// Reads the CSV back as a spreadsheet does.
#[test]
fn every_table_survives_csv() {
    for (edition, figure) in all_figures() {
        let table = table(figure);
        let csv = table.to_csv();
        let (head, rows) =
            csv.strip_prefix('\u{feff}').and_then(|csv| csv.split_once("\r\n")).expect("a mark and a head");
        assert_eq!(cells(head), table.head, "{edition}");
        let expected: Vec<Vec<String>> = table
            .rows
            .iter()
            .map(|row| {
                let (quote, place) = row.quote.clone().unwrap_or_default();
                vec![row.name.clone(), row.value.clone(), row.note.clone().unwrap_or_default(), quote, place]
            })
            .collect();
        let found: Vec<Vec<String>> = rows.split_terminator("\r\n").map(cells).collect();
        assert_eq!(found, expected, "{edition} {}", figure.kind.id(figure.edition));
    }
}

/// The cells of a line, all quoted, without the guard against formulas.
fn cells(line: &str) -> Vec<String> {
    let mut cells = Vec::new();
    let mut rest = line;
    while let Some(mut inner) = rest.strip_prefix('"') {
        let mut cell = String::new();
        rest = loop {
            let (part, after) = inner.split_once('"').expect("a closing quote");
            cell += part;
            match after.strip_prefix('"') {
                Some(more) => inner = more,
                None => break after,
            }
            cell.push('"');
        };
        cells.push(cell.trim_start_matches('\'').to_owned());
        rest = rest.strip_prefix(',').unwrap_or(rest);
    }
    assert_eq!(rest, "", "{line}");
    cells
}

fn all_figures() -> Vec<(&'static str, Figure<'static>)> {
    let of_edition = |(name, edition)| figures(edition).into_iter().map(move |kind| (name, Figure::new(edition, kind)));
    editions().into_iter().flat_map(of_edition).collect()
}
