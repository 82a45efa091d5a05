//! An edition that has grown can still be drawn and still makes a page.

use std::collections::BTreeSet;

use crate::growth::grown;
use crate::support::{COUNTY, FIXTURE};
use figure::{Figure, Frame, Point, Primitive, Rect, Scene, figures};
use leptos::prelude::*;
use model::{Edition, Size};
use sijian::view::Report;

#[test]
fn copies_are_counted_and_have_their_own_ids() {
    let (one, ten) = (&*FIXTURE, grown(&FIXTURE, 10));
    for (before, after) in [
        (one.measures().count(), ten.measures().count()),
        (one.targets().count(), ten.targets().count()),
        (one.echoes.len(), ten.echoes.len()),
        (one.terms.len(), ten.terms.len()),
    ] {
        assert_eq!(before * 10, after);
    }
    let ids: BTreeSet<&str> = ten.measures().map(|(_, measure)| measure.id.as_str()).collect();
    assert_eq!(ids.len(), ten.measures().count());
    assert!(ten.echoes.iter().all(|echo| ids.contains(echo.measure.as_str())));
    assert!(ten.targets().all(|(_, target)| ids.contains(target.measure.as_str())));
}

#[test]
fn every_drawing_of_a_grown_edition_is_finite() {
    for (small, times) in [(&*FIXTURE, 10), (&*FIXTURE, 100), (&COUNTY[0], 10), (&COUNTY[0], 100)] {
        let edition = grown(small, times);
        for kind in figures(&edition) {
            for (width, size) in [(344.0, Size::Standard), (344.0, Size::Xlarge), (760.0, Size::Standard)] {
                let scene = Figure::new(&edition, kind).plan(Frame::new(width, size));
                expect_finite(&scene, &format!("{} ×{times} at {width}", kind.id(&edition)));
            }
        }
    }
}

#[test]
fn a_page_ten_times_as_long_renders() {
    let edition: &'static Edition = Box::leak(Box::new(grown(&FIXTURE, 10)));
    let html = Owner::new().with(|| view! { <Report edition/> }.to_html());
    let last = edition.measures().last().map(|(_, measure)| measure.id.clone()).unwrap();
    assert!(html.contains(&format!("\"{last}\"")), "the last measure's passage is on the page");
    assert!(!html.contains("NaN"));
}

fn expect_finite(scene: &Scene, what: &str) {
    assert!(scene.width.is_finite() && scene.height.is_finite() && scene.height > 0.0, "{what}: {}", scene.height);
    for mark in &scene.marks {
        expect_area(mark.area, &format!("{what}, mark {}", mark.key));
    }
    for shape in &scene.shapes {
        match &shape.primitive {
            Primitive::Fill { area, .. } | Primitive::Outline { area, .. } => expect_area(*area, what),
            Primitive::Line { points, .. } | Primitive::Polygon { points, .. } => {
                points.iter().for_each(|point| expect_point(*point, what));
            }
            Primitive::Disc { center, radius, .. } | Primitive::Ring { center, radius, .. } => {
                expect_point(*center, what);
                assert!(radius.is_finite() && *radius >= 0.0, "{what}: a radius of {radius}");
            }
            Primitive::Text(text) => expect_area(text.area(), &format!("{what}, “{}”", text.text)),
        }
    }
}

fn expect_area(area: Rect, what: &str) {
    let Rect { x, y, w, h } = area;
    assert!([x, y, w, h].iter().all(|n| n.is_finite()), "{what}: {area:?}");
}

fn expect_point(point: Point, what: &str) {
    assert!(point.x.is_finite() && point.y.is_finite(), "{what}: {point:?}");
}
