//! The text of a file, if it can be read and is TOML. Most files may be missing.

use std::io::ErrorKind;

use super::problem::{ENCODING, Problem};
use super::registry::Registry;
use super::source::Source;
use super::syntax;

/// The files that every edition has; any other may be missing, and is then as if it were empty.
const NEEDED: [&str; 2] = ["edition.toml", "documents.toml"];

/// The headings and captions of an edition that has none of its own.
const SECTIONS: &str = include_str!("sections.toml");

/// Reports once why a file cannot be read. What would follow from that is not reported.
pub fn text(name: &str, load: impl Fn(&str) -> std::io::Result<String>, registry: &Registry) -> Option<String> {
    let read = load(name);
    if matches!(&read, Err(error) if error.kind() == ErrorKind::NotFound) && !NEEDED.contains(&name) {
        registry.do_without(name);
        return Some(if name == "sections.toml" { SECTIONS.to_owned() } else { String::new() });
    }
    let at_all = |what, cure: &str| Problem { file: name.to_owned(), line: 0, column: 0, what, cure: cure.into() };
    let unreadable = |error: std::io::Error| {
        registry.cannot_read(match error.kind() {
            ErrorKind::InvalidData => at_all(ENCODING.0.to_owned(), ENCODING.1),
            ErrorKind::NotFound => at_all("没有这个文件".to_owned(), "每一版都要有这个文件，编码是 UTF-8"),
            _ => at_all(format!("读不了这个文件（{error}）"), "看看它是不是能打开，编码是不是 UTF-8"),
        });
    };
    let text = read.map_err(unreadable).ok()?;
    // Some editors put a mark of the encoding at the start.
    let text = text.strip_prefix('\u{feff}').map(str::to_owned).unwrap_or(text);
    let Some(slip) = syntax::slip(name, &text) else {
        return Some(text);
    };
    let place = Source::new(name, Some(&text), registry).place(slip.offset);
    registry.cannot_read(place.problem(slip.what, slip.cure));
    None
}
