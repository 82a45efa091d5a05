//! The heading font holds every glyph that the page sets in it.
#![cfg(feature = "ssr")]

#[path = "support/site.rs"]
mod site;
mod support;

use std::collections::BTreeSet;

use site::{REAL_SITE, pages};
use support::assert_none;

/// What the style sheet sets in the serif.
const SERIF: &str =
    "h1, h2, h3, h4, .ordinal, .seal, .traits strong, .heading, .targets .value, .numbers b, .aims strong";

/// The list that `cargo xtask font` wrote beside the font when it cut it.
fn cut() -> BTreeSet<char> {
    include_str!("../assets/serif-glyphs.txt").trim().chars().collect()
}

fn complaints(needed: impl IntoIterator<Item = char>) -> Vec<String> {
    let cut = cut();
    let missing: BTreeSet<char> = needed.into_iter().filter(|c| !c.is_whitespace() && !cut.contains(c)).collect();
    missing.into_iter().map(|c| format!("{c} is not in assets/serif.woff2: run `cargo xtask font`")).collect()
}

#[test]
fn no_drawing_and_no_heading_needs_a_glyph_that_was_not_cut() {
    assert_none(&complaints(sijian::page::glyphs(&support::REAL)));
}

/// The list of texts in `page::glyphs` could forget one: the pages are asked as well.
#[test]
fn no_page_needs_a_glyph_that_was_not_cut() {
    for page in pages(&REAL_SITE) {
        let texts = page.all(SERIF).into_iter().flat_map(|element| element.text().collect::<Vec<_>>());
        assert_none(&complaints(texts.flat_map(str::chars)));
    }
}

/// It comes after the first paint, but over the same wire.
#[test]
fn the_font_is_light() {
    const MOST: usize = 60 * 1024;
    let font = include_bytes!("../assets/serif.woff2");
    assert!(font.len() <= MOST, "assets/serif.woff2 has {} bytes of {MOST}: set fewer headings in it", font.len());
    assert_eq!(&font[..4], b"wOF2");
}
