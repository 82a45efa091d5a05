//! Posters: long pictures with a QR code that leads back to what the reader sees.

use base64::Engine as _;
use base64::engine::general_purpose::STANDARD;
use serde_json::json;

use crate::every::in_every_engine;
use crate::page::Page;

#[test]
fn a_posters_code_leads_to_what_the_reader_sees() {
    in_every_engine(|page| {
        page.resize(390, 844);
        for (query, drawing, expected) in [
            ("?topic=governance&theme=light", "ledger", "?topic=governance&theme=light#fig-ledger"),
            ("?theme=dark&card=matter-2", "matter-2", "?card=matter-2&theme=dark"),
            ("?size=large", "amounts", "?size=large#fig-amounts"),
        ] {
            page.open(query);
            page.center(&format!("[data-figure='{drawing}'] .drawing"));
            page.until_asked("it is painted", include_str!("scripts/drawn.js"), json!([drawing]));
            page.click(&format!("[data-figure='{drawing}'] .download summary"));
            page.click(&format!("[data-figure='{drawing}'] [data-poster]"));
            let poster = poster(page);
            assert_eq!(poster.width % (344 + 40), 0, "{drawing}: {} wide", poster.width);
            expect_code(page, &poster, expected);
            page.assert_quiet("a poster");
        }
    });
}

#[test]
fn the_whole_page_makes_one_poster_that_phones_can_hold() {
    in_every_engine(|page| {
        page.open("?theme=light");
        page.click("[data-poster='page']");
        let poster = poster(page);
        assert!(poster.width * poster.height <= 16_700_000, "{} × {}", poster.width, poster.height);
        assert!(poster.height > 6 * poster.width, "{} × {}", poster.width, poster.height);
        expect_code(page, &poster, "?theme=light");
        page.click("[data-poster='copy']");
        page.until("it says what became of the link", "return one('#poster-said').textContent.startsWith('链接已')");
        page.click("#poster .poster-head button");
        page.until("the dialog is closed", "return !one('#poster').open");
        page.assert_quiet("the page's poster");
    });
}

/// Even in the largest type, split into as many pictures as that takes.
#[test]
fn no_picture_is_larger_than_a_phones_canvas() {
    in_every_engine(|page| {
        page.open("?size=xlarge");
        page.click("[data-poster='page']");
        let last = poster(page);
        let sizes: Vec<[usize; 2]> = page.run("return all('#poster img').map(i => [i.naturalWidth, i.naturalHeight])");
        assert!(!sizes.is_empty(), "{sizes:?}");
        assert!(sizes.iter().all(|[w, h]| *w == 2 * (344 + 40) && w * h <= 16_700_000), "{sizes:?}");
        expect_code(page, &last, "?size=xlarge");
        let saves: Vec<String> = page.run("return all('#poster [data-poster=save]').map(a => a.download)");
        assert_eq!(saves.len(), sizes.len());
        assert!(saves.iter().all(|name| name.ends_with(".png")), "{saves:?}");
        // A single drawing again makes one picture.
        page.click("#poster .poster-head button");
        page.click("[data-figure='amounts'] .download summary");
        page.click("[data-figure='amounts'] [data-poster]");
        page.until(
            "one picture",
            "return one('#poster').open && all('#poster img, #poster [data-poster=save]').length === 2",
        );
        page.assert_quiet("slices");
    });
}

#[test]
fn a_cards_own_page_makes_a_poster_that_leads_to_the_whole() {
    in_every_engine(|page| {
        page.open("embed/pillar-3.html");
        page.click(".download summary");
        page.click("[data-poster='figure']");
        let poster = poster(page);
        expect_code(page, &poster, "/index.html?card=pillar-3");
    });
}

#[derive(serde::Deserialize)]
struct Picture {
    width: usize,
    height: usize,
    /// The number of rows in `greys`, counted from the lower edge.
    rows: usize,
    colours: usize,
    greys: String,
}

/// The last picture in the dialog, once all are ready.
fn poster(page: &Page) -> Picture {
    page.until(
        "the dialog shows a picture",
        "return one('#poster').open && all('#poster img').every(i => i.naturalWidth > 0)",
    );
    let picture: Picture = page.ask_later(include_str!("scripts/poster.js"), json!([]));
    assert!(picture.colours > 8, "{} colours", picture.colours);
    picture
}

/// The code contains the address shown in the dialog, with the expected ending.
fn expect_code(page: &Page, picture: &Picture, end: &str) {
    let told: String = page.run("return one('#poster-address').value");
    assert!(told.ends_with(end), "{told} for {end}");
    let greys = STANDARD.decode(&picture.greys).expect("base64");
    let mut image =
        rqrr::PreparedImage::prepare_from_greyscale(picture.width, picture.rows, |x, y| greys[y * picture.width + x]);
    let codes: Vec<String> = image.detect_grids().iter().filter_map(|grid| Some(grid.decode().ok()?.1)).collect();
    assert_eq!(codes, [told]);
}
