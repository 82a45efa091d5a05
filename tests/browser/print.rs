//! The page in print: A4, all cards open, nothing blank, no heading separated from its text; the
//! summary on one sheet.

use serde_json::json;

use crate::cast::{CARDS, card};
use crate::engines::in_chromium;
use crate::page::Page;
use crate::pdf::{Sheet, sheets};

/// The live page in several themes and sizes, and the page without scripts.
const STATES: [&str; 5] = ["", "?theme=dark", "?size=large", "?size=xlarge", "fault/no-script/"];

#[test]
fn the_page_prints_whole_on_a4() {
    in_chromium(|page| STATES.into_iter().for_each(|state| expect_whole_on_a4(page, state)));
}

/// What the cards of this page say is all on the paper, and their drawings' headings with it.
pub fn expect_whole_on_a4(page: &Page, state: &str) {
    show(page, state);
    let words: Vec<Vec<String>> = page.run(include_str!("scripts/card_runs.js"));
    let heads: Vec<[String; 2]> = page.run(include_str!("scripts/card_heads.js"));
    let sheets = sheets(&page.print());
    assert!((5..=40).contains(&sheets.len()), "/{state}: {} pages", sheets.len());
    for (number, sheet) in (1..).zip(&sheets) {
        expect_a4(sheet, &format!("/{state} page {number}"));
        let length = sheet.words.chars().count();
        // Headings alone are shorter, the end of a card is not.
        assert!(length > 45, "/{state} page {number} is nearly blank: {}", sheet.words);
    }
    let said = |run: &String| sheets.iter().any(|sheet| sheet.says(run));
    let missing: Vec<&String> = words.iter().flatten().filter(|run| !said(run)).collect();
    assert!(words.len() > 2 && words.iter().all(|runs| runs.len() > 2), "what the cards say: {words:?}");
    assert!(missing.is_empty(), "/{state} lacks {missing:?}");
    for [title, sentence] in &heads {
        let together = sheets.iter().any(|sheet| sheet.says(title) && sheet.says(sentence));
        assert!(together, "/{state}: {title:?} stands on another page than {sentence:?}");
    }
}

/// Its anchors are printed too, so that a reader of the paper can look a paragraph up.
#[test]
fn the_index_of_the_source_prints_whole_with_its_anchors() {
    in_chromium(|page| {
        page.go("source.html");
        let anchors: Vec<String> = page.run("return all('.paragraphs > li').map((li) => `#${li.id}`)");
        let passages: Vec<String> = page.run("return all('.passages blockquote p').map((p) => p.textContent)");
        let sheets = sheets(&page.print());
        (1..).zip(&sheets).for_each(|(number, sheet)| expect_a4(sheet, &format!("the index's page {number}")));
        let missing: Vec<&String> =
            anchors.iter().chain(&passages).filter(|words| !sheets.iter().any(|sheet| sheet.says(words))).collect();
        assert!(anchors.len() > 5 && passages.len() > 20, "{} and {}", anchors.len(), passages.len());
        assert!(missing.len() * 20 < passages.len(), "more than break across pages: {missing:?}");
        assert!(!anchors.iter().any(|anchor| missing.contains(&anchor)), "{missing:?}");
    });
}

#[test]
fn printing_opens_the_cards_for_the_paper_alone() {
    in_chromium(|page| {
        let query = format!("card={}", card(-2));
        page.open(&format!("?{query}"));
        page.print();
        assert_eq!(page.run::<Vec<String>>("return all('details.card[open]').map((card) => card.id)"), [card(-2)]);
        assert_eq!(page.query(), query);
        page.assert_quiet("printing");
    });
}

/// For browsers that do not support `::details-content`, the page's script opens the cards and
/// closes them again.
#[test]
fn an_older_browser_opens_the_cards_while_it_prints() {
    in_chromium(|page| {
        let older = "const supports = CSS.supports.bind(CSS);
            CSS.supports = (...query) => !query[0].includes('details-content') && supports(...query);";
        page.devtools("Page.addScriptToEvaluateOnNewDocument", json!({ "source": older }));
        let (query, other) = (format!("card={}", card(-2)), card(0));
        page.open(&format!("?{query}"));
        let open = "return all('details.card[open]').map((card) => card.id).length";
        page.run::<()>("dispatchEvent(new Event('beforeprint'))");
        assert_eq!(page.run::<usize>(open), CARDS.len());
        page.run::<()>("dispatchEvent(new Event('afterprint'))");
        assert_eq!(page.run::<usize>(open), 1);
        // Opening and closing causes events later; only a card that the reader opens after them may
        // be named in the address.
        page.run::<()>("window.rested = false; setTimeout(() => (window.rested = true), 200)");
        page.until("printing is over", "return window.rested");
        assert_eq!(page.query(), query);
        page.click(&format!("#{other} > summary"));
        let named = "return location.search === `?card=${arguments[0]}` || location.search";
        page.until_asked("the address names it", named, json!([other]));
    });
}

#[test]
fn paper_is_light_and_shows_pictures_rather_than_canvases() {
    in_chromium(|page| STATES.into_iter().for_each(|state| expect_pictures_on_paper(page, state)));
}

/// In this page as it is printed, every drawing is an SVG in the colours of paper.
pub fn expect_pictures_on_paper(page: &Page, state: &str) {
    show(page, state);
    page.emulate_media("print");
    let wrong: Vec<String> = page.run(include_str!("scripts/on_paper.js"));
    assert_eq!(wrong, Vec::<String>::new(), "/{state}");
    page.emulate_media("");
}

#[test]
fn the_summary_is_one_sheet_with_everything_on_it() {
    in_chromium(|page| {
        for scheme in ["light", "dark"] {
            page.go("summary.html");
            let feature = json!({ "features": [{ "name": "prefers-color-scheme", "value": scheme }] });
            page.devtools("Emulation.setEmulatedMedia", feature);
            let runs: Vec<String> = page.run(include_str!("scripts/summary_runs.js"));
            let sheets = sheets(&page.print());
            let [sheet] = sheets.as_slice() else { panic!("{} pages", sheets.len()) };
            expect_a4(sheet, "the summary");
            assert!(runs.len() > 25, "what it says: {runs:?}");
            let missing: Vec<&String> = runs.iter().filter(|run| !sheet.says(run)).collect();
            assert!(missing.is_empty(), "{missing:?} is not on it: {}", sheet.words);
            // As wide as the paper between its margins: nothing is cut off, and there is room for
            // one more line with other fonts.
            page.resize(695, 1000);
            page.emulate_media("print");
            let cut: Vec<String> = page.run(include_str!("scripts/cut_off.js"));
            assert_eq!(cut, Vec::<String>::new());
            page.emulate_media("");
            page.assert_quiet("the summary");
        }
    });
}

fn show(page: &Page, state: &str) {
    if state.starts_with("fault/") { page.go(state) } else { page.open(state) }
}

fn expect_a4(sheet: &Sheet, what: &str) {
    let off = [sheet.size[0] - 210.0, sheet.size[1] - 297.0].map(f32::abs);
    assert!(off.iter().all(|gap| *gap < 0.5), "{what} is {:?} mm", sheet.size);
}
