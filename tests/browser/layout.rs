//! Positions and sizes: nothing moves when canvases appear, and nothing is wider than the window.

use std::collections::BTreeMap;

use serde_json::json;

use crate::engines::{in_chromium, in_every_engine};
use crate::page::Page;

#[test]
fn nothing_moves_when_canvases_take_the_place_of_svgs() {
    in_every_engine(|page| {
        const WIDTHS: [u32; 4] = [360, 390, 768, 1280];
        page.go("fault/no-wasm/");
        // Otherwise what is far away has the size that it had when it was last laid out.
        page.run::<()>("document.documentElement.removeAttribute('data-rolled')");
        let before = WIDTHS.map(|width| {
            page.resize(width, 900);
            heights(page)
        });
        for (width, before) in WIDTHS.into_iter().zip(before) {
            page.resize(width, 900);
            page.open("");
            assert!(before.len() > 1, "figures at {width}: {before:?}");
            for figure in before.keys() {
                page.until_asked(&format!("{figure} is painted"), include_str!("scripts/drawn.js"), json!([figure]));
            }
            let after = heights(page);
            for (figure, height) in &before {
                let moved = after[figure] - height;
                assert!(moved.abs() <= 1.0, "{figure} at {width} grows by {moved} when it is painted");
            }
        }
    });
}

#[test]
fn the_page_never_scrolls_sideways() {
    in_every_engine(|page| {
        for (width, query) in
            [(320, ""), (360, ""), (390, ""), (768, ""), (1280, ""), (390, "?size=xlarge"), (768, "?size=large")]
        {
            page.resize(width, 800);
            page.open(query);
            expect_no_sideways(page, &format!("/{query} at {width}"));
            page.run::<()>("all('details').forEach((card) => (card.open = true))");
            expect_no_sideways(page, &format!("/{query} at {width} with all open"));
        }
    });
}

#[test]
fn no_embedded_card_scrolls_sideways() {
    in_every_engine(|page| {
        page.resize(320, 800);
        page.open("");
        let cards: Vec<String> = page.run("return all('details.card:has(.figure)').map((card) => card.id)");
        for card in cards {
            page.open(&format!("embed/{card}.html"));
            expect_no_sideways(page, &card);
        }
    });
}

/// Each visible drawing's height.
fn heights(page: &Page) -> BTreeMap<String, f64> {
    page.run(
        "const drawings = all('[data-figure]').map((figure) => [figure.dataset.figure, one('.drawing', figure)]);
         const seen = drawings.filter(([, drawing]) => drawing.checkVisibility());
         return Object.fromEntries(seen.map(([id, drawing]) => [id, drawing.getBoundingClientRect().height]))",
    )
}

fn expect_no_sideways(page: &Page, what: &str) {
    let too_wide: Vec<String> = page.run(include_str!("scripts/too_wide.js"));
    assert!(too_wide.is_empty(), "{what} is too wide: {too_wide:?}");
}

/// Pictures that wait for a canvas have the size of type that the reader chose, as the canvas will.
#[test]
fn pictures_follow_the_size_of_type() {
    in_every_engine(|page| {
        let smallest = "Math.min(...all('.twins svg text').filter((text) => text.getClientRects().length > 0)
            .map((text) => parseFloat(text.getAttribute('font-size')) * text.getScreenCTM().a))";
        page.resize(390, 844);
        page.go("fault/no-wasm/?size=xlarge");
        page.until("the page is parsed", "return document.readyState === 'complete'");
        page.run::<()>("all('details.card').forEach((card) => (card.open = true))");
        page.until(
            "the pictures are in the largest type",
            &format!("const size = {smallest}; return size >= 18 || size"),
        );
        page.run::<()>("document.documentElement.removeAttribute('data-size')");
        page.until("the usual pictures are back", &format!("const size = {smallest}; return size < 18 || size"));
    });
}

/// The lettering of pre-rendered drawings, which are scaled, is neither larger than the text beside
/// it nor too small to read. Names and numerals may stand out.
#[test]
fn lettering_in_drawings_is_as_large_as_text() {
    in_chromium(|page| {
        page.go("fault/no-wasm/");
        page.until("the page is parsed", "return document.readyState === 'complete'");
        page.run::<()>("all('details.card').forEach((card) => (card.open = true))");
        for width in [280, 320, 360, 390, 412, 560, 680, 768, 900, 1024, 1280, 1440, 1600] {
            page.resize(width, 900);
            let wrong: Vec<String> = page.run(
                "const most = parseFloat(getComputedStyle(one('.lead')).fontSize) + 0.5;
                 const texts = all('.twins svg text:not(.serif)').filter((text) => text.getClientRects().length > 0);
                 if (texts.length < 100) return [`only ${texts.length} texts`];
                 const sizes = texts.map((text) => [parseFloat(text.getAttribute('font-size')) * text.getScreenCTM().a, text]);
                 const wrong = sizes.filter(([size]) => size < (innerWidth < 320 ? 10.5 : 12) || size > most);
                 return wrong.map(([size, text]) => `${text.closest('figure').dataset.figure} ${size.toFixed(1)} of ${most} ${text.textContent}`)",
            );
            assert_eq!(wrong, Vec::<String>::new(), "at {width}");
        }
    });
}
