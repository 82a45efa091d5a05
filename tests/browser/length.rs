//! The height of the page on a phone, part by part: every 844 pixels are one more screen to scroll.

use serde_json::json;

use crate::shipped;

/// The maximum height of each part at 390 × 844, in pixels, with every card and fold closed.
/// How long an edition's parts are depends on how much it says, so they are the shipped one's.
const MOST: [(&str, f64); 9] = [
    (".cover", 928.0),
    ("#figures", 770.0),
    ("#matters", 1000.0),
    ("#pillars", 1430.0),
    ("#priorities", 2090.0),
    ("#ledger", 990.0),
    ("#readings", 1400.0),
    ("#subjects", 620.0),
    ("#method", 520.0),
];

#[test]
fn no_part_of_the_page_is_longer_than_it_may_be() {
    shipped::in_chromium(|page| {
        page.resize(390, 844);
        page.open("");
        page.until("the heading fonts are there", include_str!("scripts/lettered.js"));
        let opened: usize = page.run("return all('details[open]').length");
        assert_eq!(opened, 0, "something stands open");
        let heights: Vec<f64> = page.ask(
            "return arguments[0].map((part) => one(part).getBoundingClientRect().height)",
            json!([MOST.map(|(part, _)| part)]),
        );
        let lengths: Vec<String> =
            MOST.iter().zip(&heights).map(|((part, _), height)| format!("{part} {height:.0}")).collect();
        let long = MOST.iter().zip(&heights).filter(|((_, most), height)| *height > most);
        let long: Vec<String> = long.map(|((part, most), height)| format!("{part}: {height:.0} of {most}")).collect();
        assert!(long.is_empty(), "too long: {long:?}; all: {lengths:?}");
    });
}

/// In the largest type, with every drawing.
#[test]
fn the_page_in_the_largest_type_is_no_longer_than_it_may_be() {
    const MOST: f64 = 26.0;
    shipped::in_chromium(|page| {
        page.resize(390, 844);
        page.open("?size=xlarge");
        let rolled =
            "return all('section.wrap > *').every((part) => getComputedStyle(part).contentVisibility === 'visible')";
        page.until("all of it is laid out", rolled);
        page.until("the heading fonts are there", include_str!("scripts/lettered.js"));
        let screens: f64 = page.run("return document.documentElement.scrollHeight / 844");
        assert!(screens <= MOST, "{screens:.1} screens");
    });
}
