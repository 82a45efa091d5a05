//! Loads the text of a file. Most files may be missing.

use std::io::ErrorKind;

use super::problem::Problem;
use super::registry::Registry;

/// The files that every edition has; any other may be missing, and is then as if it were empty.
const NEEDED: [&str; 2] = ["edition.toml", "documents.toml"];

/// The headings and captions of an edition that has none of its own.
const SECTIONS: &str = include_str!("sections.toml");

/// `None` if the file cannot be read, which is reported.
pub fn load_text(name: &str, read: impl Fn(&str) -> std::io::Result<String>, registry: &Registry) -> Option<String> {
    let text = read(name);
    let is_absent = matches!(&text, Err(error) if error.kind() == ErrorKind::NotFound);
    if is_absent && !NEEDED.contains(&name) {
        return Some(if name == "sections.toml" { SECTIONS.to_owned() } else { String::new() });
    }
    let unread = |error| {
        registry.miss(Problem {
            file: name.to_owned(),
            line: 0,
            column: 0,
            what: format!("读不了这个文件（{error}）"),
            cure: if is_absent {
                "每一期都要有这个文件，编码是 UTF-8"
            } else {
                "文件的编码要是 UTF-8"
            }
            .into(),
        });
    };
    text.map_err(unread).ok()
}
