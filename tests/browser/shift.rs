//! Nothing moves while the page loads: from its first byte until it is ready and its fonts and
//! drawings are there.

use std::collections::BTreeMap;

use serde_json::json;

use crate::cast::card;
use crate::engines::{in_chromium, in_every_engine};
use crate::page::Page;

/// The maximum sum of all shifts; 0.1 is generally considered good.
const MOST: f64 = 0.02;
const WIDTHS: [u32; 6] = [320, 360, 390, 768, 1280, 1600];

#[test]
fn the_layout_hardly_shifts_while_the_page_comes_over_a_slow_line() {
    in_chromium(|page| {
        slow_down(page);
        let (named, embed) = (format!("?card={}", card(-2)), format!("embed/{}.html", card(-1)));
        let others = ["?theme=dark&size=large", &named, &embed];
        let visits = WIDTHS.map(|width| ("", width)).into_iter();
        for (path, width) in visits.chain(others.into_iter().flat_map(|path| [(path, 360), (path, 1280)])) {
            page.resize(width, 844);
            page.open(path);
            let shift = shift(page);
            assert!(shift.sum <= MOST, "/{path} at {width} shifts by {}: {:?}", shift.sum, shift.what);
        }
    });
}

/// A measurement that never sees a shift would also pass the tests above.
#[test]
fn a_shift_would_be_seen() {
    in_chromium(|page| {
        let late = "addEventListener('load', () => requestAnimationFrame(() => requestAnimationFrame(() => {
            const late = document.createElement('p');
            late.style.height = '200px';
            document.querySelector('.cover').before(late);
        })))";
        page.devtools("Page.addScriptToEvaluateOnNewDocument", json!({ "source": late }));
        page.open("");
        let shift = shift(page);
        assert!(shift.sum > MOST, "{} by {:?}", shift.sum, shift.what);
    });
}

/// Other engines do not report shifts, so positions without scripts are compared with those of the
/// ready page.
#[test]
fn everything_stands_where_it_stood_without_scripts() {
    in_every_engine(|page| {
        const WIDTHS: [u32; 4] = [320, 390, 768, 1280];
        page.go("fault/no-scripting/");
        let before = WIDTHS.map(|width| {
            page.resize(width, 844);
            places(page)
        });
        for (width, before) in WIDTHS.into_iter().zip(before) {
            page.resize(width, 844);
            page.open("");
            let after = places(page);
            assert!(before.len() > 30, "at {width}: {before:?}");
            let moved: Vec<String> = before
                .iter()
                .filter(|(what, at)| after.get(*what).is_none_or(|now| (now - *at).abs() > 1.0))
                .map(|(what, at)| format!("{what} was at {at} and is at {:?}", after.get(what)))
                .collect();
            assert_eq!(moved, Vec::<String>::new(), "at {width}");
        }
    });
}

/// Like a phone with a weak signal and an empty cache: files arrive one after the other.
fn slow_down(page: &Page) {
    page.devtools("Network.enable", json!({}));
    page.devtools("Network.setCacheDisabled", json!({ "cacheDisabled": true }));
    let line = json!({ "offline": false, "latency": 60, "downloadThroughput": 400_000, "uploadThroughput": 400_000 });
    page.devtools("Network.emulateNetworkConditions", line);
}

#[derive(serde::Deserialize)]
struct Shift {
    sum: f64,
    /// The elements that moved.
    what: Vec<String>,
}

fn shift(page: &Page) -> Shift {
    page.until("fonts and drawings are there", include_str!("scripts/all_there.js"));
    page.ask_later(include_str!("scripts/shift.js"), json!([]))
}

/// The top edges of headings, cards, figures and title blocks, from the top of the page.
fn places(page: &Page) -> BTreeMap<String, f64> {
    page.until("the heading fonts are there", include_str!("scripts/lettered.js"));
    page.run(
        "const lasting = all('h1, h2, h3, .card, .figure, .titleblock, section, footer').filter((e) => e.checkVisibility());
         return Object.fromEntries(lasting.map((element, index) => [
             `${index} ${element.tagName.toLowerCase()} ${element.id || element.textContent.trim().slice(0, 12)}`,
             element.getBoundingClientRect().top + scrollY,
         ]))",
    )
}
