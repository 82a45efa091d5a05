//! The fonts contain every glyph that the page and its pictures use.

use std::collections::BTreeSet;

use crate::rendered::{REAL_SITE, pages};
use crate::support::{REAL, assert_none};
use skrifa::MetadataProvider;

/// Elements that the style sheet sets in the serif.
const SERIF: &str =
    "h1, h2, h3:not(.plain), h4, .ordinal, .seal, .traits strong, .heading, .targets .value, .numbers b, .aims strong";

/// The list that `cargo xtask font` wrote beside a font when it cut it.
fn cut(font: &str) -> BTreeSet<char> {
    let list = crate::support::project().join(format!("assets/{font}-glyphs.txt"));
    std::fs::read_to_string(list).unwrap().trim().chars().collect()
}

/// What is wrong, in one line: which glyphs the font lacks, and the cure.
fn complaint(font: &str, needed: impl IntoIterator<Item = char>) -> Option<String> {
    let mut cut = cut(font);
    if font == "serif" {
        // The cover's characters are in a font of their own.
        cut.extend(self::cut("serif-cover"));
    }
    // A zero-width space is drawn by no font.
    let drawn = |c: &char| !c.is_whitespace() && *c != '\u{200b}';
    let missing: BTreeSet<char> = needed.into_iter().filter(|c| drawn(c) && !cut.contains(c)).collect();
    let glyphs = String::from_iter(&missing);
    let lack = format!("assets/{font} lacks {} glyphs of content/: {glyphs}: run `cargo xtask font`", missing.len());
    (!missing.is_empty()).then_some(lack)
}

#[test]
fn nothing_needs_a_glyph_that_was_not_cut() {
    let fonts = ["serif-cover", "serif", "picture-serif", "picture-sans"];
    let lacks = fonts.into_iter().filter_map(|font| complaint(font, site::glyphs_of(&REAL, font).unwrap()));
    assert_none(&lacks.collect::<Vec<_>>());
}

/// `site::glyphs_of` lists the texts and could miss one, so the rendered pages are checked too.
#[test]
fn no_page_needs_a_glyph_that_was_not_cut() {
    // The 404 page loads no font.
    let pages = pages(&REAL_SITE);
    let elements = pages.iter().filter(|page| !page.is_lost()).flat_map(|page| page.all(SERIF));
    let texts = elements.flat_map(|element| element.text().collect::<Vec<_>>());
    assert_none(&Vec::from_iter(complaint("serif", texts.flat_map(str::chars))));
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

/// The first comes together with the program, the second after it.
#[test]
fn the_fonts_are_light() {
    let fonts = [
        ("serif-cover", &include_bytes!("../../assets/serif-cover.woff2")[..], 16 * 1024),
        ("serif", include_bytes!("../../assets/serif.woff2"), 38 * 1024),
    ];
    for (name, font, most) in fonts {
        assert!(font.len() <= most, "assets/{name}.woff2 has {} bytes of {most}: set fewer headings in it", font.len());
        assert_eq!(&font[..4], b"wOF2");
    }
}
