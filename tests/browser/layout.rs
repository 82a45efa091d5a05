//! Positions and sizes: nothing moves when canvases appear, and nothing is wider than the window.

use std::collections::BTreeMap;

use serde_json::json;

use crate::engines::in_every_engine;
use crate::page::Page;

#[test]
fn nothing_moves_when_canvases_take_the_place_of_svgs() {
    in_every_engine(|page| {
        for width in [360, 390, 768, 1280] {
            page.resize(width, 900);
            page.go("fault/no-wasm/");
            let before = heights(page);
            assert!(before.len() > 1, "figures at {width}: {before:?}");
            page.open("");
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
        let cards: Vec<String> = page.run("return all('details.card').map((card) => card.id)");
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
