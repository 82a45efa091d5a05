//! The fonts contain every glyph that the page and its pictures use.

use std::collections::BTreeSet;

use crate::rendered::{REAL_SITE, pages};
use crate::support::assert_none;
use skrifa::MetadataProvider;

/// Elements that the style sheet sets in the serif.
const SERIF: &str =
    "h1, h2, h3:not(.plain), h4, .ordinal, .seal, .traits strong, .heading, .targets .value, .numbers b, .aims strong";

/// The list that `cargo xtask font` wrote beside a font when it cut it.
fn cut(font: &str) -> BTreeSet<char> {
    let list = crate::support::project().join(format!("assets/{font}-glyphs.txt"));
    std::fs::read_to_string(list).unwrap().trim().chars().collect()
}

fn complaints(font: &str, needed: impl IntoIterator<Item = char>) -> Vec<String> {
    let cut = cut(font);
    // A zero-width space is drawn by no font.
    let drawn = |c: &char| !c.is_whitespace() && *c != '\u{200b}';
    let missing: BTreeSet<char> = needed.into_iter().filter(|c| drawn(c) && !cut.contains(c)).collect();
    missing.into_iter().map(|c| format!("{c} is not in assets/{font}: run `cargo xtask font`")).collect()
}

#[test]
fn nothing_needs_a_glyph_that_was_not_cut() {
    for font in ["serif", "picture-serif", "picture-sans"] {
        assert_none(&complaints(font, site::glyphs_of(&crate::support::REAL, font).unwrap()));
    }
}

/// `site::glyphs_of` lists the texts and could miss one, so the rendered pages are checked too.
#[test]
fn no_page_needs_a_glyph_that_was_not_cut() {
    // The 404 page loads no font.
    for page in pages(&REAL_SITE).iter().filter(|page| !page.is_lost()) {
        let texts = page.all(SERIF).into_iter().flat_map(|element| element.text().collect::<Vec<_>>());
        assert_none(&complaints("serif", texts.flat_map(str::chars)));
    }
}

/// The lists say what was asked for; the fonts must contain it.
#[test]
fn the_pictures_fonts_hold_what_their_lists_say() {
    for font in ["picture-serif", "picture-sans"] {
        let bytes = std::fs::read(crate::support::project().join(format!("assets/{font}.otf"))).unwrap();
        assert!(bytes.len() < 200 * 1024, "assets/{font}.otf has {} bytes", bytes.len());
        let holds = skrifa::FontRef::new(&bytes).unwrap().charmap();
        let missing: String = cut(font).into_iter().chain([' ']).filter(|c| holds.map(*c).is_none()).collect();
        assert!(missing.is_empty(), "{font} lacks {missing:?}");
    }
}

/// The font loads after the first paint, but over the same connection.
#[test]
fn the_font_is_light() {
    const MOST: usize = 50 * 1024;
    let font = include_bytes!("../../assets/serif.woff2");
    assert!(font.len() <= MOST, "assets/serif.woff2 has {} bytes of {MOST}: set fewer headings in it", font.len());
    assert_eq!(&font[..4], b"wOF2");
}
