//! The cover of reports with more or fewer of everything.

use std::collections::BTreeSet;

use figure::{Figure, Frame, Ink, Kind, LEAST, Primitive, Scene};
use model::{Edition, Id, Indicator, Matter, Pillar, Size};

use crate::drawings::{Drawn, LAYOUT, breaks_of};
use crate::support::{assert_none, editions};

/// Repeats a list this many times; the copies get new ids.
fn copies<T: Clone>(list: &[T], times: usize, id: impl Fn(&mut T) -> &mut Id) -> Vec<T> {
    let copy = |number: usize| list.iter().cloned().map(move |item| (number, item));
    let all = (0..times).flat_map(copy).map(|(number, mut item)| {
        if number > 0 {
            let id = id(&mut item);
            *id = format!("{id}-{number}").into();
        }
        item
    });
    all.collect()
}

/// An edition with this many times the matters, pillars and indicators; 0 removes them.
fn varied(edition: &Edition, matters: usize, pillars: usize, indicators: usize) -> &'static Edition {
    let mut varied = edition.clone();
    varied.matters = copies(&varied.matters, matters, |matter: &mut Matter| &mut matter.id);
    varied.pillars = copies(&varied.pillars, pillars, |pillar: &mut Pillar| &mut pillar.id);
    varied.indicators = copies(&varied.indicators, indicators, |indicator: &mut Indicator| &mut indicator.id);
    if pillars == 0 {
        varied.priorities.clear();
    }
    // Leaked, since drawings borrow their edition for as long as the suite runs.
    Box::leak(Box::new(varied))
}

#[test]
fn it_keeps_the_rules_with_more_or_fewer_of_everything() {
    let counts = [(0, 1, 1), (1, 0, 1), (1, 1, 0), (0, 0, 1), (0, 0, 0), (0, 1, 0), (3, 1, 1), (1, 3, 1), (2, 5, 2)];
    let widths = [LEAST, 339.0, 340.0, 390.0, 600.0, 768.0, 960.0, 1280.0, 1600.0];
    let mut broken = Vec::new();
    for (name, edition) in editions() {
        for (matters, pillars, indicators) in counts {
            let edition = varied(edition, matters, pillars, indicators);
            let drawn =
                widths.into_iter().flat_map(|width| Size::ALL.map(|size| Frame::new(width, size))).map(|frame| {
                    let figure = Figure::new(edition, Kind::Cover);
                    Drawn { edition: name, figure, frame, scene: figure.plan(frame) }
                });
            let drawn: Vec<Drawn> = drawn.collect();
            let found = breaks_of(&LAYOUT, &drawn);
            broken.extend(found.into_iter().map(|what| format!("{matters} {pillars} {indicators}: {what}")));
        }
    }
    assert_none(&broken);
}

/// The keys of the marks whose stacks have the accent colour.
fn lit(scene: &Scene, edition: &Edition) -> Vec<Id> {
    let works: Vec<&str> = edition.works().map(|work| work.id()).collect();
    let blocks =
        scene.shapes.iter().filter(|shape| matches!(shape.primitive, Primitive::Fill { ink: Ink::Accent, .. }));
    let keys = blocks.filter_map(|shape| Some(scene.marks[shape.mark?].key.clone()));
    let mut keys: Vec<Id> = keys.filter(|key| works.contains(&key.as_str())).collect();
    keys.dedup();
    keys
}

#[test]
fn the_accent_goes_where_most_echoes_land_and_nowhere_if_several_are_equal() {
    for width in [390.0, 1280.0] {
        let plan = |edition: &Edition| Figure::new(edition, Kind::Cover).plan(Frame::new(width, Size::Standard));
        let home = |edition: &Edition, measure: &str| edition.work_of(measure).unwrap().id().to_owned();
        let count = |edition: &Edition, work: &str| {
            edition.echoes.iter().filter(|echo| home(edition, &echo.measure) == work).count()
        };
        let mut singles = BTreeSet::new();
        for (name, edition) in editions() {
            let most = edition.works().max_by_key(|work| count(edition, work.id())).unwrap().id();
            let mut without = edition.clone();
            without.echoes.retain(|echo| home(edition, &echo.measure) != most);
            for edition in [edition, &without] {
                let counts: Vec<usize> = edition.works().map(|work| count(edition, work.id())).collect();
                let top = counts.iter().max().unwrap();
                let tops: Vec<&str> =
                    edition.works().zip(&counts).filter(|(_, n)| *n == top).map(|(work, _)| work.id()).collect();
                singles.insert(tops.len() == 1);
                let expected = if tops.len() == 1 { tops } else { Vec::new() };
                assert_eq!(lit(&plan(edition), edition), expected, "{name} at {width}");
            }
        }
        assert_eq!(singles.len(), 2, "some have one that stands out, others not");
    }
}
