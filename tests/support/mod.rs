//! Shared by the suites: all editions, and a walk over all texts of an edition.
#![allow(dead_code, reason = "each suite uses a part of it")]

pub mod shipped;

use std::collections::BTreeSet;
use std::path::{Path, PathBuf};
use std::sync::LazyLock;

use content::{Folder, SourceTexts};
use model::{Edition, Quotation};
use proptest::test_runner::{Config, RngSeed};
use serde_json::Value;

/// The edition that the page is made of.
pub static REAL: LazyLock<Edition> = LazyLock::new(|| read("content"));
/// The edition for what the real one does not have: long words, empty parts, markup, Latin letters.
pub static FIXTURE: LazyLock<Edition> = LazyLock::new(|| read("tests/fixtures/edition"));

/// An invented county, in two years: decimals, percentages, heads and targets of every kind. It has no tour and
/// no guesses, and the second year has no terms and no subjects either.
pub static COUNTY: LazyLock<[Edition; 2]> =
    LazyLock::new(|| ["tests/editions/county-2023", "tests/editions/county-2024"].map(read));

/// All editions that are there, with their names in failures.
pub fn editions() -> [(&'static str, &'static Edition); 4] {
    let [first, second] = &*COUNTY;
    [("content", &REAL), ("fixture", &FIXTURE), ("county-2023", first), ("county-2024", second)]
}

/// The checkout.
pub fn project() -> &'static Path {
    Path::new(concat!(env!("CARGO_MANIFEST_DIR"), "/../.."))
}

/// An empty folder for this suite, below `target`.
pub fn empty_folder(name: &str) -> PathBuf {
    let folder = Path::new(env!("CARGO_TARGET_TMPDIR")).join(name);
    let _ = std::fs::remove_dir_all(&folder);
    std::fs::create_dir_all(&folder).unwrap();
    folder
}

/// Property tests with the same cases each time, so that a commit always passes or never.
pub fn repeatable() -> Config {
    Config { rng_seed: RngSeed::Fixed(2024), failure_persistence: None, ..Config::default() }
}

/// Fails with all complaints, not just the first.
#[track_caller]
pub fn assert_none(complaints: &[String]) {
    assert!(complaints.is_empty(), "{} complaints:\n{}\n", complaints.len(), complaints.join("\n"));
}

fn read(folder: &str) -> Edition {
    // Without the texts, as where they are not there.
    let read = Folder::new(&project().join(folder)).read(SourceTexts::default());
    read.unwrap_or_else(|problems| panic!("{folder}:\n{}", content::report(&problems))).0
}

/// A text of an edition.
pub struct Said {
    /// The nearest id, and the path from there: `pillar-1.points[0].label`.
    pub place: String,
    /// The name of the field.
    pub key: String,
    pub text: String,
}

/// Every text that a reader may see. Walks the serialised form, so that a new field is never forgotten.
pub fn texts(edition: &Edition) -> Vec<Said> {
    said_in("", &serde_json::to_value(edition).unwrap())
}

/// Every text in a tree of values.
pub fn said_in(place: &str, value: &Value) -> Vec<Said> {
    let mut said = Vec::new();
    walk(value, place, "", &mut |place, key, value| {
        if let Some(text) = value.as_str().filter(|_| is_text(key)) {
            said.push(Said { place: place.to_owned(), key: key.to_owned(), text: text.to_owned() });
        }
    });
    said
}

/// Whether a text appears only in the index of the source.
pub fn is_of_source(edition: &Edition, said: &Said) -> bool {
    let mut paragraphs = edition.documents.iter().flat_map(|d| &d.paragraphs);
    paragraphs.any(|p| said.place.strip_prefix(p.id.as_str()).is_some_and(|rest| rest.starts_with('.')))
}

/// The edition as the pages' scripts get it: without what only appears in the index of the source
/// and on the method page.
pub fn without_notes(edition: &Edition) -> Edition {
    let mut rest = edition.clone();
    rest.masthead.method.clear();
    rest.topics.iter_mut().for_each(|topic| topic.meaning.clear());
    rest.documents.iter_mut().flat_map(|d| &mut d.paragraphs).for_each(|paragraph| paragraph.notes.clear());
    rest
}

/// Every quotation with its place.
pub fn quotations(edition: &Edition) -> Vec<(String, Quotation)> {
    let mut found = Vec::new();
    walk(&serde_json::to_value(edition).unwrap(), "", "", &mut |place, _, value| {
        if value.get("block").is_some() {
            found.push((place.to_owned(), serde_json::from_value(value.clone()).unwrap()));
        }
    });
    found
}

/// Every id.
pub fn names(edition: &Edition) -> BTreeSet<String> {
    let mut found = BTreeSet::new();
    walk(&serde_json::to_value(edition).unwrap(), "", "", &mut |_, key, value| {
        found.extend(value.as_str().filter(|_| key == "id").map(str::to_owned));
    });
    found
}

/// Names of things rather than words: ids, references to them, and enums.
fn is_text(key: &str) -> bool {
    const NAMES: [&str; 23] = [
        "id", "document", "measure", "matter", "figure", "card", "cards", "topics", "counts", "story", "unit", "view",
        "bound", "target", "mark", "answer", "whole", "firmness", "part", "of", "grade", "reason", "kept",
    ];
    !NAMES.contains(&key)
}

fn walk(value: &Value, place: &str, key: &str, visit: &mut impl FnMut(&str, &str, &Value)) {
    visit(place, key, value);
    match value {
        Value::Array(items) => {
            for (i, item) in items.iter().enumerate() {
                walk(item, &format!("{place}[{i}]"), key, visit);
            }
        }
        Value::Object(fields) => {
            let id = ["id", "figure"].into_iter().find_map(|name| fields.get(name)?.as_str());
            let place = id.unwrap_or(place);
            for (name, field) in fields {
                let below = if place.is_empty() { name.clone() } else { format!("{place}.{name}") };
                walk(field, &below, name, visit);
            }
        }
        _ => {}
    }
}

/// Half-width punctuation next to Chinese, with its neighbours.
pub fn half_width(text: &str) -> Vec<String> {
    let characters: Vec<char> = text.chars().collect();
    let is_chinese = |i: Option<usize>| i.and_then(|i| characters.get(i)).is_some_and(|&c| is_chinese(c));
    let wrong = (0..characters.len())
        .filter(|&i| ",;:()!?".contains(characters[i]) && (is_chinese(i.checked_sub(1)) || is_chinese(Some(i + 1))));
    wrong.map(|i| characters[i.saturating_sub(1)..(i + 2).min(characters.len())].iter().collect()).collect()
}

/// Ideographs, and Chinese punctuation.
pub fn is_chinese(c: char) -> bool {
    matches!(c, '\u{2e80}'..='\u{9fff}' | '\u{f900}'..='\u{faff}' | '\u{ff00}'..='\u{ffef}' | '“' | '”' | '‘' | '’' | '…' | '—')
}
