//! What a drawing says and lights when the numbers of a small edition tie, or are one.

use crate::drawings::texts_of;
use crate::support::{COUNTY, FIXTURE};
use figure::{Align, Figure, Frame, Ink, Kind, Primitive, Scene};
use model::{
    Amount, Bound, Decimal, Echo, Edition, Firmness, Grade, Guessing, Indicator, IndicatorView, Limits, Size,
    TargetView,
};

fn figure(edition: &Edition, kind: Kind) -> Figure<'_> {
    Figure::new(edition, kind)
}

fn scene(edition: &Edition, kind: Kind) -> Scene {
    figure(edition, kind).plan(Frame::new(344.0, Size::Standard))
}

fn lit(scene: &Scene) -> usize {
    let is_lit = |primitive: &Primitive| {
        matches!(primitive, Primitive::Disc { ink: Ink::Accent, .. } | Primitive::Ring { ink: Ink::Accent, .. })
    };
    scene.shapes.iter().filter(|shape| is_lit(&shape.primitive)).count()
}

/// An edition with one speaker, who says its terms so often.
fn said(counts: &[u16]) -> Edition {
    let mut edition = FIXTURE.clone();
    for (i, document) in edition.documents.iter_mut().enumerate() {
        document.author = (i == 0).then(|| "某人".to_owned());
        document.label = format!("材料{i}");
    }
    let (first, term) = (edition.documents[0].id.clone(), edition.terms[0].clone());
    edition.terms = counts
        .iter()
        .enumerate()
        .map(|(i, &count)| model::Term {
            id: format!("term-{i}").into(),
            text: format!("词{i}"),
            counts: vec![(first.clone(), count)],
            ..term.clone()
        })
        .collect();
    edition
}

#[test]
fn terms_that_tie_are_no_winner() {
    for (counts, sentence, is_lit) in [
        (&[3, 2, 2, 1][..], "里，次数最多的是“词0”：材料0", true),
        (&[2, 1, 2, 2], "里，次数最多的是“词0”“词2”“词3”：材料0各2次。", false),
        (&[2, 2, 2, 2, 1], "里，次数最多的有4个：材料0各2次。", false),
        (&[2, 2], "，材料0各2次。", false),
    ] {
        let edition = said(counts);
        let told = figure(&edition, Kind::Terms).sentence();
        assert!(told.contains(sentence), "{told}");
        assert_eq!(lit(&scene(&edition, Kind::Terms)) > 0, is_lit, "{counts:?}");
    }
}

/// The fixture with only these echoes of its first matter.
fn echoed(grades: &[(Grade, &str)]) -> String {
    let mut edition = FIXTURE.clone();
    let matter = edition.matters[0].clone();
    let like: Echo = edition.echoes_of(&matter.id).next().unwrap().clone();
    edition.masthead.lacks.term.clear();
    edition.echoes = grades
        .iter()
        .map(|(grade, text)| {
            let mut echo = Echo { grade: grade.clone(), ..like.clone() };
            echo.quote.text = (*text).to_owned();
            echo
        })
        .collect();
    edition.matters[0].term = "桥".to_owned();
    figure(&edition, Kind::Echo(0)).sentence()
}

#[test]
fn one_echo_is_not_called_all() {
    let same = || FIXTURE.echoes.iter().map(|echo| echo.grade.clone()).find(Grade::is_same_word).unwrap();
    let near = || FIXTURE.echoes.iter().map(|echo| echo.grade.clone()).find(|grade| !grade.is_same_word()).unwrap();
    for (echoes, said) in [
        (&[(near(), "路")][..], "对得上，是编辑认为意思相近。"),
        (&[(same(), "路")], "对得上，用了相同的词。"),
        (&[(same(), "修桥")], "对得上，用了相同的词“桥”。"),
        (&[(same(), "修桥"), (same(), "过桥")], "对得上，都用了相同的词“桥”。"),
        (&[(same(), "修桥"), (same(), "路")], "对得上，都用了相同的词；1处写到“桥”。"),
        (&[(near(), "路"), (near(), "路")], "对得上，都是编辑认为意思相近。"),
    ] {
        let told = echoed(echoes);
        assert!(told.contains(said), "{told}");
    }
}

/// A target of the fixture's first priority, worded so.
fn timed(word: &str, firmness: Firmness, quote: &str) -> Edition {
    let mut edition = FIXTURE.clone();
    let target = &mut edition.priorities[0].targets[0];
    target.label = "桥".to_owned();
    target.view = TargetView::Plain;
    target.wording.word = word.to_owned();
    target.wording.firmness = firmness;
    target.quote.text = quote.to_owned();
    target.quantity.amount = Amount::new(9, "月20日");
    target.quantity.bound = Bound::By;
    target.quantity.limits = Limits { lead: String::new(), tail: "前".into() };
    edition
}

#[test]
fn the_word_for_how_firm_a_date_is_stands_where_the_source_has_it() {
    for (word, firmness, quote, said) in [
        ("要", Firmness::Fixed, "桥要在9月20日前通车", "桥要在9月20日前"),
        ("确保", Firmness::Fixed, "确保桥9月20日前通车", "桥确保在9月20日前"),
        ("完成", Firmness::Fixed, "9月20日前完成", "桥9月20日前完成"),
        ("力争", Firmness::Striving, "力争9月20日前通车", "桥力争9月20日前"),
    ] {
        let edition = timed(word, firmness, quote);
        let told = figure(&edition, Kind::Priority(0)).sentence();
        assert!(told.contains(said) && !told.contains("前要"), "{told}");
        let marks = scene(&edition, Kind::Ledger).marks;
        let value = &marks.iter().find(|mark| mark.name == "桥").unwrap().value;
        assert_eq!(format!("桥{value}"), said);
    }
}

/// Of a number that is to fall, the end is the answer: no bar, label or arrow may tell it.
#[test]
fn a_fall_is_covered_while_it_is_guessed() {
    let mut edition = FIXTURE.clone();
    let answer = edition.guesses.iter().find(|guess| guess.whole.is_none()).unwrap().answer.clone();
    let target = edition.priorities.iter_mut().flat_map(|p| &mut p.targets).find(|target| target.id == answer).unwrap();
    target.view = TargetView::Plain;
    target.quantity.amount = Amount::new(9, "%");
    target.quantity.start = Some(Decimal::new(185, 1));
    target.quantity.bound = Bound::AtMost;
    target.quantity.limits = Limits { lead: "由18.5%到".into(), tail: "以下".into() };
    let figure = figure(&edition, Kind::Priority(0));
    for width in [344.0, 760.0] {
        for hundredths in [0, 1, 9, 50, 99, 100] {
            let mut covered = figure.plan(Frame::new(width, Size::Standard));
            figure.cover(&mut covered, Guessing::Open(hundredths));
            let mark = covered.marks.iter().position(|mark| mark.key == answer);
            let shapes: Vec<_> = covered.shapes.iter().filter(|shape| shape.mark == mark).collect();
            let bars: Vec<_> = shapes
                .iter()
                .filter_map(|shape| match shape.primitive {
                    Primitive::Fill { area, .. } => Some(area),
                    _ => None,
                })
                .collect();
            assert_eq!(bars.len(), 2, "no arrow");
            assert!(!shapes.iter().any(|shape| matches!(shape.primitive, Primitive::Polygon { .. })));
            let texts: Vec<&str> = shapes
                .iter()
                .filter_map(|shape| match &shape.primitive {
                    Primitive::Text(text) => Some(text.text.as_str()),
                    _ => None,
                })
                .collect();
            assert!(texts.contains(&"到？%") && !texts.iter().any(|text| text.contains('9')), "{texts:?}");
            let end = figure::Point { x: bars[1].right(), y: bars[1].y };
            assert_eq!(figure.guessed_at(&covered, end), Some(hundredths));
            assert!(texts_of(&covered).iter().all(|text| text.area().right() <= width), "{width} {hundredths}");
            let ratio = bars[0].w / bars[1].w;
            assert!(hundredths == 0 || (ratio * f32::from(hundredths) - 18.5).abs() < 0.1, "one scale");
        }
    }
}

/// A date is its own deadline, which needs the column's heading, also where no target names another.
#[test]
fn what_stands_in_the_column_of_deadlines_has_its_heading() {
    let mut edition = timed("要", Firmness::Fixed, "桥要在9月20日前通车");
    edition.masthead.lacks.deadline.clear();
    let change = |edition: &mut Edition, change: fn(&mut model::Target)| {
        edition.priorities.iter_mut().flat_map(|priority| &mut priority.targets).for_each(change);
    };
    // The column is at the right edge.
    let column = |edition: &Edition| -> Vec<String> {
        let scene = scene(edition, Kind::Ledger);
        let texts = texts_of(&scene).into_iter().filter(|text| text.align == Align::End);
        texts.map(|text| text.text.clone()).collect()
    };
    change(&mut edition, |target| target.deadline = None);
    assert_eq!(column(&edition).first().map(String::as_str), Some("期限"));
    assert!(column(&edition).contains(&"写了".to_owned()));
    change(&mut edition, |target| target.quantity.bound = Bound::AtLeast);
    assert!(column(&edition).is_empty(), "{:?}", column(&edition));
}

/// The bar of the year before keeps clear of the next row's words.
#[test]
fn last_years_bar_touches_no_words() {
    let mut edition = COUNTY[1].clone();
    let like =
        edition.indicators.iter().find(|i| i.before.is_some() && i.view == IndicatorView::Share).unwrap().clone();
    // Two lines beside the number are as high as the row is above its bar.
    let row = |i| Indicator { id: format!("row-{i}").into(), change: Some("增长1%".into()), ..like.clone() };
    edition.indicators = (0..3).map(row).collect();
    for width in [344.0, 390.0, 760.0] {
        let scene = Figure::new(&edition, Kind::Amounts).plan(Frame::new(width, Size::Standard));
        let ghosts = scene.shapes.iter().filter_map(|shape| match shape.primitive {
            Primitive::Fill { area, ink: Ink::Rule } if shape.mark.is_some() => Some(area),
            _ => None,
        });
        let ghosts: Vec<_> = ghosts.collect();
        assert!(!ghosts.is_empty());
        for (ghost, text) in ghosts.iter().flat_map(|ghost| texts_of(&scene).into_iter().map(move |t| (ghost, t))) {
            let area = text.area();
            let is_clear = area.bottom() <= ghost.y || area.y >= ghost.bottom() + 4.0;
            assert!(is_clear, "{width}: {} at {area:?}, under {ghost:?}", text.text);
        }
    }
}
