//! Canvases show the same as the SVGs that they replace, at every device pixel ratio.

use serde_json::json;

use crate::cast::{middle_card, overview};
use crate::engines::{in_engines, in_every_engine};
use crate::page::Page;
use crate::shipped;
use testbed::Engine;

/// One on the page, and one in the open card.
fn drawings() -> [&'static str; 2] {
    [overview(), middle_card()]
}

fn open(page: &Page) {
    page.open(&format!("?card={}", middle_card()));
}

/// The drawings whose type has about the same size on canvas and SVG: a card only has the narrow
/// SVG, which is scaled up.
fn like_their_svgs(width: u32) -> Vec<&'static str> {
    drawings().into_iter().take(if width < 600 { 2 } else { 1 }).collect()
}

#[test]
fn a_canvas_shows_what_its_svg_shows_where_the_svg_shows_it() {
    in_every_engine(|page| {
        for width in [390, 1280] {
            page.resize(width, 900);
            open(page);
            for drawing in like_their_svgs(width) {
                expect_twin(page, drawing, &format!("at {width}"));
            }
        }
    });
}

/// Other editions' amounts need not be bars.
#[test]
fn bars_end_where_the_svg_has_them_end() {
    shipped::in_every_engine(|page| {
        for width in [390, 1280] {
            page.resize(width, 900);
            page.open("");
            expect_painted(page, "amounts");
            let what = format!("bars end at the same places at {width}");
            page.until_asked(&what, include_str!("scripts/bars.js"), json!(["amounts"]));
        }
    });
}

#[test]
fn a_canvas_has_as_many_pixels_as_the_device() {
    for ratio in 1..=3 {
        in_engines(&Engine::ALL, ratio, |page| {
            page.resize(390, 844);
            open(page);
            assert!(page.ask::<bool>("return devicePixelRatio === arguments[0]", json!([ratio])), "ratio {ratio}");
            for drawing in drawings() {
                expect_painted(page, drawing);
                page.until_asked(&format!("{drawing} is crisp at {ratio}"), SIZE, json!([drawing]));
                expect_twin(page, drawing, &format!("at ratio {ratio}"));
            }
            page.assert_quiet(&format!("at ratio {ratio}"));
        });
    }
}

#[test]
fn a_drawing_is_laid_out_again_when_the_window_changes() {
    in_every_engine(|page| {
        page.resize(1280, 900);
        open(page);
        for width in [390, 768, 1280, 600] {
            page.resize(width, 900);
            for drawing in drawings() {
                expect_painted(page, drawing);
                page.until_asked(&format!("{drawing} fills its place at {width}"), SIZE, json!([drawing]));
            }
            for drawing in like_their_svgs(width) {
                expect_twin(page, drawing, &format!("after a change to {width}"));
            }
        }
        page.assert_quiet("changing the window");
    });
}

/// A phone has little memory: canvases far from the window are released, and painted again in time.
#[test]
fn a_page_that_scrolls_shows_svgs_and_keeps_what_was_painted() {
    in_every_engine(|page| {
        page.resize(390, 844);
        let drawing = overview();
        page.open("");
        expect_painted(page, drawing);
        let shown: Vec<String> = page.ask_later(
            "const [id, done] = arguments;
             const drawing = one(`[data-figure=${id}] .drawing`);
             const shown = () => getComputedStyle(one('.twins', drawing)).visibility;
             addEventListener('scroll', () => requestAnimationFrame(() => done([before, shown()])), { once: true });
             const before = shown();
             scrollBy(0, 1);",
            json!([drawing]),
        );
        assert_eq!(shown, ["hidden", "visible"], "the SVG is the picture while the page moves");
        let rests = "return all(`[data-figure=${arguments[0]}] .drawing.drawn`).length === 1";
        page.until_asked("the canvas is back at rest", rests, json!([drawing]));
        page.run::<()>("scrollTo({ top: document.body.scrollHeight, behavior: 'instant' })");
        let kept = "return one(`[data-figure=${arguments[0]}] canvas`).width > 0";
        page.until_asked("far away it keeps its picture", kept, json!([drawing]));
        expect_twin(page, drawing, "for the reader who comes back");
        page.assert_quiet("going away");
    });
}

/// The canvas covers exactly its place, and has one pixel for each device pixel.
const SIZE: &str = include_str!("scripts/size.js");

fn expect_painted(page: &Page, drawing: &str) {
    page.until_asked(&format!("{drawing} is painted"), include_str!("scripts/drawn.js"), json!([drawing]));
}

fn expect_twin(page: &Page, drawing: &str, when: &str) {
    expect_painted(page, drawing);
    let what = format!("{drawing} {when} is the same as its SVG");
    page.until_asked(&what, include_str!("scripts/twin.js"), json!([drawing]));
}
