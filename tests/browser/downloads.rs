//! Downloads of a drawing: caught as the page hands them to the browser.

use serde_json::json;

use crate::cast::overview;
use crate::engines::{in_chromium, in_every_engine};
use crate::page::Page;

#[test]
fn a_table_is_a_spreadsheet_with_a_row_for_each_mark() {
    in_chromium(|page| {
        page.open("");
        let csv = download(page, overview(), 1);
        assert!(csv.name.ends_with(".csv") && csv.kind.starts_with("text/csv"), "{csv:?}");
        let text = csv.text.trim_start_matches('\u{feff}');
        let rows: Vec<&str> = text.split("\r\n").filter(|row| !row.is_empty()).collect();
        let cells = |row: &str| row.trim_matches('"').split("\",\"").count();
        assert!(rows.iter().all(|row| cells(row) == 5), "{rows:?}");
        let marks: usize = page.run(&format!("return tableRows(one('[data-figure={}]')).length", overview()));
        assert_eq!(rows.len(), marks + 1);
        page.assert_quiet("a table");
    });
}

#[test]
fn a_vector_picture_parses_and_carries_title_and_source() {
    in_chromium(|page| {
        page.open("");
        let svg = download(page, overview(), 2);
        assert!(svg.name.ends_with(".svg"), "{svg:?}");
        let document = roxmltree::Document::parse(&svg.text).expect("valid XML");
        let words: String = document.descendants().filter_map(|node| node.text()).collect();
        let title: String = page.run(&format!("return one('[data-figure={}] h3').textContent", overview()));
        assert!(words.contains(&title) && words.contains("来源"), "{words}");
        page.assert_quiet("a vector picture");
    });
}

#[test]
fn a_picture_is_twice_as_fine_as_its_sheet_and_not_blank() {
    in_every_engine(|page| {
        page.open("");
        let png = download(page, overview(), 3);
        assert!(png.name.ends_with(".png") && png.kind == "image/png", "{png:?}");
        let width: f64 = page.run(&format!("return one('[data-figure={}] .drawing').clientWidth", overview()));
        // The sheet has a margin of 20 px on either side.
        assert!((png.width - 2.0 * (width + 40.0)).abs() <= 2.0, "{} for a drawing {width} wide", png.width);
        assert!(png.colours > 8.0, "{} colours", png.colours);
        page.assert_quiet("a picture");
    });
}

/// Each card is a layer of its own there, which the next would cover.
#[test]
fn no_menu_is_covered_on_a_phone() {
    in_chromium(|page| {
        page.emulate_phone();
        page.open("");
        let covered: Vec<String> = page.ask_later(include_str!("scripts/menus.js"), json!([]));
        assert!(covered.is_empty(), "covered: {covered:?}");
        page.assert_quiet("menus on a phone");
    });
}

/// A file handed to the browser, and its content.
#[derive(Debug, serde::Deserialize)]
struct File {
    name: String,
    kind: String,
    #[serde(default)]
    text: String,
    #[serde(default)]
    width: f64,
    /// How many different colours a picture has.
    #[serde(default)]
    colours: f64,
}

/// Opens the drawing's downloads and takes the `nth` one.
fn download(page: &Page, drawing: &str, nth: usize) -> File {
    page.center(&format!("[data-figure='{drawing}'] .drawing"));
    page.until_asked("it is painted", include_str!("scripts/drawn.js"), json!([drawing]));
    page.run::<()>(include_str!("scripts/catch.js"));
    page.click(&format!("[data-figure='{drawing}'] .download summary"));
    page.click(&format!("[data-figure='{drawing}'] .download button:nth-of-type({nth})"));
    page.until("a file was handed over", "return window.caught !== undefined");
    // The browser may do nothing with it, so the page says what to do then.
    let answer = format!("return one(\"[data-figure='{drawing}'] .download [role=status]\").innerText");
    assert!(page.run::<String>(&answer).contains("浏览器"), "the press is answered");
    page.ask_later(include_str!("scripts/caught.js"), json!([]))
}
