//! Readers see Chinese words of two kinds: those of the edition, and the interface's own. The second kind is listed in
//! `interface_words.txt`, and the code has no others.

use std::collections::{BTreeMap, BTreeSet};
use std::path::{Path, PathBuf};

use crate::rust::literals;
use crate::support::{assert_none, project};
use crate::vocabulary::vocabulary;

/// The code that writes what readers see. What only editors see (the content reader's messages, drafts, `xtask` and the
/// programs of the site crate) may use any words: editors work with the words of editions.
const CODE: [&str; 8] = [
    "crates/figure/src",
    "crates/model/src",
    "crates/site/src",
    "crates/wire/src",
    "crates/words/src",
    "src",
    "style",
    "index.html",
];
const FOR_EDITORS: &str = "crates/site/src/bin/";

/// The groups of the list that may have words of one character. Of such words almost anything could be made, so there
/// are none elsewhere.
const SHORT: [&str; 4] = ["Numerals", "Units and counters", "Grammar", "Words of one character"];

/// Chinese characters in a row, as they stand in the code.
struct Run {
    place: String,
    text: String,
}

/// The interface's words, with their groups.
fn list() -> Vec<(String, String)> {
    let text = std::fs::read_to_string(project().join("tests/host/interface_words.txt")).unwrap();
    let mut group = None;
    let mut words = Vec::new();
    for line in text.lines() {
        match (line.strip_prefix("# "), &group) {
            (Some(heading), _) => group = Some(heading.to_owned()),
            (None, Some(group)) => words.extend(line.split_whitespace().map(|word| (group.clone(), word.to_owned()))),
            // What the list says of itself.
            (None, None) => {}
        }
    }
    words
}

fn words() -> BTreeSet<String> {
    list().into_iter().map(|(_, word)| word).collect()
}

/// Every run in the texts of the code.
fn runs() -> Vec<Run> {
    let files = CODE.into_iter().flat_map(|path| files_at(&project().join(path)));
    let runs: Vec<Run> = files.flat_map(|path| runs_of(&path)).collect();
    assert!(runs.len() > 500, "{}", runs.len());
    runs
}

fn files_at(path: &Path) -> Vec<PathBuf> {
    let Ok(entries) = std::fs::read_dir(path) else { return vec![path.to_owned()] };
    entries.flat_map(|entry| files_at(&entry.unwrap().path())).collect()
}

fn runs_of(path: &Path) -> Vec<Run> {
    let file = path.strip_prefix(project()).unwrap().to_string_lossy().replace('\\', "/");
    let text = std::fs::read_to_string(path).unwrap();
    let texts = match path.extension().and_then(|extension| extension.to_str()) {
        Some("rs") if file.starts_with(FOR_EDITORS) || file.ends_with("/tests.rs") => Vec::new(),
        Some("rs") => literals(&text),
        Some("js") => lines(&text, |line| line.split("// ").next().unwrap_or_default()),
        Some("css") => lines(&text, |line| line.split_once("content:").map_or("", |(_, value)| value)),
        _ => lines(&text, |line| line),
    };
    let found = texts.iter().flat_map(|(line, text)| {
        let runs = text.split(|c: char| !is_han(c)).filter(|run| !run.is_empty());
        runs.map(|run| Run { place: format!("{file}:{line}"), text: run.to_owned() }).collect::<Vec<_>>()
    });
    found.collect()
}

/// What `part` gives of each line, with the line's number.
fn lines(text: &str, part: impl Fn(&str) -> &str) -> Vec<(usize, String)> {
    text.lines().enumerate().map(|(index, line)| (index + 1, part(line).to_owned())).collect()
}

const fn is_han(c: char) -> bool {
    matches!(c, '\u{3400}'..='\u{9fff}')
}

/// A piece of a run: one of the words, or a character that belongs to none.
type Piece<'a> = Result<&'a str, char>;

/// A run in words: with as few other characters as possible, and in as few words as possible.
fn in_words<'a>(run: &'a str, words: &BTreeSet<String>) -> Vec<Piece<'a>> {
    // What the rest of the run from each character on costs, and the piece that it begins with.
    let mut best: BTreeMap<usize, ((usize, usize), Piece<'a>)> = BTreeMap::new();
    let cost = |best: &BTreeMap<usize, ((usize, usize), _)>, at: usize| best.get(&at).map_or((0, 0), |(cost, _)| *cost);
    for (at, first) in run.char_indices().rev() {
        let (others, count) = cost(&best, at + first.len_utf8());
        let alone = ((others + 1, count + 1), Err(first));
        let ends = run[at..].char_indices().map(|(length, c)| at + length + c.len_utf8());
        let known = ends.filter(|end| words.contains(&run[at..*end])).map(|end| {
            let (others, count) = cost(&best, end);
            ((others, count + 1), Ok(&run[at..end]))
        });
        let cheapest = known.chain([alone]).min_by_key(|(cost, _)| *cost).unwrap();
        best.insert(at, cheapest);
    }
    let mut pieces = Vec::new();
    let mut at = 0;
    while let Some((_, piece)) = best.get(&at) {
        at += piece.map_or_else(char::len_utf8, str::len);
        pieces.push(*piece);
    }
    pieces
}

/// The parts of a run that no word covers.
fn uncovered(run: &str, words: &BTreeSet<String>) -> Vec<String> {
    let signs = in_words(run, words).into_iter().map(|piece| piece.err().unwrap_or(' ')).collect::<String>();
    signs.split_whitespace().map(str::to_owned).collect()
}

#[test]
fn readers_see_words_of_the_edition_or_of_the_list() {
    let words = words();
    let wrong = runs().into_iter().filter_map(|Run { place, text }| {
        let parts = uncovered(&text, &words);
        let cure = "say it in words of the edition, or – if it is the interface's own – add it to \
                    tests/host/interface_words.txt";
        (!parts.is_empty()).then(|| format!("{place}: “{}” of “{text}” is no listed word: {cure}", parts.join("”, “")))
    });
    assert_none(&wrong.collect::<Vec<_>>());
}

/// So the list stays as short as it can be, and nothing that an edition has its own word for gets onto it, in one piece
/// or in several.
#[test]
fn the_list_is_as_short_as_it_can_be_and_has_no_word_of_an_edition() {
    let (list, words) = (list(), words());
    assert_eq!(list.len(), words.len(), "each word once");
    let runs = runs();
    let used: BTreeSet<&str> = runs.iter().flat_map(|run| in_words(&run.text, &words)).filter_map(Result::ok).collect();
    let stale = words.iter().filter(|word| !used.contains(word.as_str()));
    let stale = stale.map(|word| format!("“{word}” is not used: take it from the list"));
    let short = list.iter().filter(|(group, word)| word.chars().count() == 1 && !SHORT.contains(&group.as_str()));
    let short = short.map(|(group, word)| format!("“{word}” has one character: not under “{group}”"));
    let vocabulary = vocabulary();
    assert!(vocabulary.len() > 10, "{vocabulary:?}");
    let editions = vocabulary.iter().filter(|word| word.chars().all(is_han) && uncovered(word, &words).is_empty());
    let editions = editions.map(|word| format!("“{word}” is a word of the edition, but can be said in listed words"));
    assert_none(&stale.chain(short).chain(editions).collect::<Vec<_>>());
}

#[test]
fn a_run_is_said_in_as_few_words_as_possible() {
    let words = ["打开", "开", "的", "打"].map(str::to_owned).into();
    assert_eq!(in_words("打开的", &words), [Ok("打开"), Ok("的")]);
    assert_eq!(in_words("打开大事的", &words), [Ok("打开"), Err('大'), Err('事'), Ok("的")]);
    assert_eq!(uncovered("大事开小事", &words), ["大事", "小事"]);
}
