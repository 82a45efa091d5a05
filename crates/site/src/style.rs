use std::path::Path;

use lightningcss::bundler::{Bundler, FileProvider};
use lightningcss::stylesheet::{MinifyOptions, ParserOptions, PrinterOptions};
use lightningcss::targets::{Browsers, Targets};

use figure::Ink;

/// Bundles a style sheet and its imports into one minified text, compiled for readers' browsers,
/// without rules for classes that the page does not use.
///
/// # Errors
/// If a file cannot be read or parsed.
pub fn bundle(entry: &Path, unused: &[&str]) -> Result<String, String> {
    let provider = FileProvider::new();
    let mut bundler = Bundler::new(&provider, None, ParserOptions::default());
    let mut sheet = bundler.bundle(entry).map_err(|error| error.to_string())?;
    let targets = Targets::from(Browsers {
        chrome: Some(85 << 16),
        firefox: Some(90 << 16),
        safari: Some(14 << 16),
        ios_saf: Some(14 << 16),
        ..Browsers::default()
    });
    let unused_symbols = unused.iter().map(|&class| class.to_owned()).collect();
    sheet.minify(MinifyOptions { targets, unused_symbols }).map_err(|error| error.to_string())?;
    let options = PrinterOptions { minify: true, targets, ..PrinterOptions::default() };
    Ok(sheet.to_css(options).map_err(|error| error.to_string())?.code)
}

/// The rule for a font with just these characters, or with all if there are none.
pub fn face(family: &str, file: &str, glyphs: &str) -> String {
    let codes: Vec<String> = glyphs.trim().chars().map(|c| format!("U+{:X}", u32::from(c))).collect();
    let range = if codes.is_empty() { String::new() } else { format!(";unicode-range:{}", codes.join(",")) };
    format!(
        "@font-face{{font-family:\"{family}\";src:url({file}) format(\"woff2\");\
         font-weight:400 900;font-display:swap{range}}}"
    )
}

/// Takes the first font's rule out of a minified style sheet; returns the rest and the rule.
pub fn split_face(style: &str) -> (String, &str) {
    let rule = style.find("@font-face{").and_then(|from| {
        let length = style[from..].find('}')? + 1;
        Some(from..from + length)
    });
    rule.map_or_else(
        || (style.to_owned(), ""),
        |rule| ([&style[..rule.start], &style[rule.end..]].concat(), &style[rule]),
    )
}

/// Classes that only the whole story uses, and no embed of a part of it.
pub const STORY: [&str; 39] = [
    "bar",
    "beam",
    "behind",
    "cards",
    "choices",
    "codes",
    "columns",
    "digest",
    "facts",
    "find-field",
    "fold",
    "glosses",
    "kicker",
    "left",
    "lettered",
    "many",
    "masthead",
    "matrix",
    "nobody",
    "pager",
    "pair",
    "pairs",
    "panel",
    "picture",
    "points",
    "priority",
    "seal",
    "section-head",
    "skip",
    "speaker",
    "speakers",
    "standfirst",
    "subjects",
    "takers",
    "terms",
    "ties",
    "traits",
    "ways",
    "wrap",
];

/// Classes that only embeds with a guess use in addition.
pub const GUESS: [&str; 8] = ["ask", "ends", "guess", "mine", "question", "ruler", "truth", "verdict"];

/// A class for each ink, for pages with drawings: `f0` fills with the first ink, `s0` strokes with it: see [`figure::svg`].
pub fn inks() -> String {
    let rules = Ink::ALL.iter().enumerate().map(|(i, ink)| {
        let property = ink.property();
        format!(".f{i}{{fill:var({property})}}.s{i}{{fill:none;stroke:var({property})}}")
    });
    rules.collect()
}
