//! Posters: pictures with a QR code that leads back to what the reader sees.

use base64::Engine as _;
use base64::engine::general_purpose::STANDARD;
use serde_json::json;

use crate::cast::{card, overview, topic};
use crate::engines::{in_chromium, in_every_engine};
use crate::page::Page;

#[test]
fn a_posters_code_leads_to_what_the_reader_sees() {
    in_chromium(|page| {
        page.resize(390, 844);
        let (card, drawing, topic) = (card(1), overview(), topic()[0]);
        for (query, drawing, expected) in [
            (format!("?topic={topic}&theme=light"), drawing, format!("?topic={topic}&theme=light#fig-{drawing}")),
            (format!("?theme=dark&card={card}"), card, format!("?card={card}&theme=dark")),
            ("?size=large".to_owned(), drawing, format!("?size=large#fig-{drawing}")),
        ] {
            page.open(&query);
            page.center(&format!("[data-figure='{drawing}'] .drawing"));
            page.until_asked("it is painted", include_str!("scripts/drawn.js"), json!([drawing]));
            page.click(&format!("[data-figure='{drawing}'] .download summary"));
            page.click(&format!("[data-figure='{drawing}'] [data-poster]"));
            let poster = poster(page);
            expect_code(page, &poster, &expected);
            page.assert_quiet("a poster");
        }
    });
}

/// In the largest type too.
#[test]
fn the_whole_page_makes_one_poster_that_can_be_saved_by_a_long_press() {
    in_every_engine(|page| {
        for query in ["?theme=light", "?size=xlarge"] {
            page.open(query);
            page.click("[data-poster='page']");
            expect_code(page, &poster(page), query);
            // Chats' own browsers save no picture from a `blob:` address.
            page.until("it is data", "return one('#poster img').src.startsWith('data:image/png')");
            page.until("it can be saved", "return one('#poster [data-poster=save]').download.endsWith('.png')");
            page.click("[data-poster='copy']");
            page.until(
                "it says what became of the link",
                "return one('#poster-said').textContent.startsWith('链接已')",
            );
            page.click("#poster .poster-head button");
            page.until("the dialog is closed", "return !one('#poster').open");
            page.assert_quiet("the page's poster");
        }
    });
}

#[test]
fn a_cards_own_page_makes_a_poster_that_leads_to_the_whole() {
    in_chromium(|page| {
        let card = card(-2);
        page.open(&format!("embed/{card}.html"));
        page.click(".download summary");
        page.click("[data-poster='figure']");
        let poster = poster(page);
        expect_code(page, &poster, &format!("/index.html?card={card}"));
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
        "return !one('#poster').hasAttribute('data-waiting') && all('#poster img')[0]?.naturalWidth > 0",
    );
    let picture: Picture = page.ask_later(include_str!("scripts/poster.js"), json!([]));
    assert!(picture.colours > 8, "{} colours", picture.colours);
    assert_eq!([picture.width, picture.height], [1080, 1440]);
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
