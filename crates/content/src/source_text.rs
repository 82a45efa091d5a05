//! The texts that an edition quotes, where they are at hand: every quotation must stand in them.

use std::collections::{BTreeMap, BTreeSet};
use std::io::{Error, ErrorKind};
use std::path::Path;

use super::near::nearest;
use super::problem::{ENCODING, Problem};

/// The documents' printed blocks, normalised, by the document's id; empty if the texts are not
/// there.
#[derive(Clone, Debug, Default)]
pub struct SourceTexts {
    blocks: BTreeMap<String, Vec<String>>,
    /// The documents whose lines nothing separates.
    joined: BTreeSet<String>,
}

impl SourceTexts {
    /// Reads every `<document id>.txt` of a folder; blank lines separate blocks.
    ///
    /// # Errors
    /// A file that cannot be read.
    pub fn read(folder: &Path) -> Result<Self, Problem> {
        let mut texts = Self::default();
        let unreadable = |path: &Path, error: &Error| {
            let (what, cure) = match error.kind() {
                ErrorKind::InvalidData => (ENCODING.0.to_owned(), ENCODING.1),
                _ => (format!("读不了原文（{error}）"), "每份材料一个 .txt 文件，编码是 UTF-8"),
            };
            let name = path.file_name().unwrap_or(path.as_os_str());
            Problem { file: name.to_string_lossy().into_owned(), line: 0, column: 0, what, cure: cure.to_owned() }
        };
        for entry in std::fs::read_dir(folder).map_err(|error| unreadable(folder, &error))? {
            let path = entry.map_err(|error| unreadable(folder, &error))?.path();
            let name = path.file_stem().map(|stem| stem.to_string_lossy().into_owned());
            if let Some(name) = name.filter(|_| path.extension().is_some_and(|extension| extension == "txt")) {
                let text = std::fs::read_to_string(&path).map_err(|error| unreadable(&path, &error))?;
                texts.add(&name, &text);
            }
        }
        Ok(texts)
    }

    /// Adds the text of a document.
    pub fn add(&mut self, document: &str, text: &str) {
        // Some editors put a mark of the encoding at the start.
        let lines: Vec<&str> = text.trim_start_matches('\u{feff}').lines().collect();
        let blocks = lines.split(|line| line.trim().is_empty()).map(|block| normalised(&block.concat()));
        let blocks: Vec<String> = blocks.filter(|block| !block.is_empty()).collect();
        if blocks.len() == 1 && lines.iter().filter(|line| !line.trim().is_empty()).count() > 1 {
            self.joined.insert(document.to_owned());
        }
        self.blocks.insert(document.to_owned(), blocks);
    }

    /// The printed blocks of a document; empty if its text is not there.
    pub fn document(&self, id: &str) -> &[String] {
        self.blocks.get(id).map_or(&[], Vec::as_slice)
    }

    /// What is wrong with a text of several lines without a blank one: whatever is looked up in it is
    /// in its only block.
    pub(crate) fn joined(&self, document: &str) -> Option<Problem> {
        let what = "只有1块".to_owned();
        let cure = "段和段之间要空一行，标题后面也要".to_owned();
        let file = format!("{document}.txt");
        self.joined.contains(document).then_some(Problem { file, line: 0, column: 0, what, cure })
    }

    /// The block with this number, counted from 1; empty if there is none.
    pub fn block(&self, document: &str, number: u16) -> &str {
        let index = usize::from(number).checked_sub(1);
        index.and_then(|index| self.document(document).get(index)).map_or("", String::as_str)
    }

    /// All blocks of all documents.
    pub fn blocks(&self) -> impl Iterator<Item = &str> {
        self.blocks.values().flatten().map(String::as_str)
    }

    /// What is wrong with a quotation, and the cure: it is not in its block, or it begins or ends
    /// within a clause, where it may say something else than its author did.
    pub fn fault(&self, document: &str, number: u16, quote: &str) -> Option<(String, String)> {
        let blocks = self.document(document);
        if blocks.is_empty() {
            return None;
        }
        let (block, words) = (self.block(document, number), normalised(quote));
        if !block.contains(&words) {
            let cure = match blocks.iter().position(|block| block.contains(&words)) {
                Some(other) => format!("它在第 {} 块里，把 paragraph 改成 {}", other + 1, other + 1),
                None => self.verbatim(document, &words),
            };
            return Some((format!("“{quote}” 不在 “{document}” 的第 {number} 块里"), cure));
        }
        (!is_whole(block, &words)).then(|| broken(block, quote))
    }

    /// The numbers of the blocks in which a quotation stands in whole clauses.
    pub(crate) fn blocks_with(&self, document: &str, quote: &str) -> Vec<u16> {
        let words = normalised(quote);
        let numbered = (1..).zip(self.document(document));
        numbered.filter(|(_, block)| is_whole(block, &words)).map(|(number, _)| number).collect()
    }

    /// Why no block has a quotation in whole clauses, and the cure.
    pub(crate) fn nowhere(&self, document: &str, quote: &str) -> (String, String) {
        let words = normalised(quote);
        match self.document(document).iter().find(|block| block.contains(&words)) {
            Some(block) => broken(block, quote),
            None => (format!("“{quote}” 不在 “{document}” 里"), self.verbatim(document, &words)),
        }
    }

    /// The cure for words that no block has: the nearest that one has.
    fn verbatim(&self, document: &str, words: &str) -> String {
        let blocks = self.document(document).iter().map(String::as_str);
        match nearest(words, blocks, &ENDS) {
            Some(near) if near.differences.is_empty() => format!("{VERBATIM}，最近的是“{}”", near.passage),
            Some(near) => format!("{VERBATIM}，最近的是“{}”：{}", near.passage, near.differences),
            None => VERBATIM.to_owned(),
        }
    }

    /// How often a document says a word, letter by letter, whatever quotation marks are within.
    /// Blocks in `but` do not count.
    pub(crate) fn count(&self, document: &str, word: &str, but: impl Fn(u16) -> bool) -> usize {
        let word = unmarked(&normalised(word));
        if word.is_empty() {
            return 0;
        }
        let counted = (1..).zip(self.document(document)).filter(|(number, _)| !but(*number));
        counted.map(|(_, block)| unmarked(block).matches(&word).count()).sum()
    }
}

const VERBATIM: &str = "一字不差地照抄原文";

/// The cure names the whole clauses that the words are of.
fn broken(block: &str, quote: &str) -> (String, String) {
    let words = normalised(quote);
    let at = block.find(&words).unwrap_or_default();
    let (before, behind) = (&block[..at], &block[at + words.len()..]);
    let start = before.rfind(ENDS).map_or(0, |end| end + before[end..].chars().next().map_or(0, char::len_utf8));
    let start = start + ORDINALS.iter().find(|o| block[start..at].starts_with(**o)).map_or(0, |o| o.len());
    let end = at + words.len() + if words.ends_with(ENDS) { 0 } else { behind.find(ENDS).unwrap_or(behind.len()) };
    let whole = block[start..end].trim_end_matches(ENDS);
    (format!("“{quote}” 在一个分句的中间断开"), format!("从一个分句的开头引到结尾：“{whole}”"))
}

/// Whether words stand in a block as one or more whole clauses.
fn is_whole(block: &str, words: &str) -> bool {
    block.match_indices(words).any(|(at, _)| {
        let (before, behind) = (&block[..at], &block[at + words.len()..]);
        let begins = before.is_empty() || before.ends_with(ENDS) || ORDINALS.iter().any(|o| before.ends_with(o));
        begins && (behind.is_empty() || behind.starts_with(ENDS))
    })
}

fn unmarked(text: &str) -> String {
    text.replace(['“', '”', '‘', '’'], "")
}

/// What may stand at either end of a quotation. The last separates the items of a list.
const ENDS: [char; 8] = ['。', '；', '：', '，', '！', '？', '-', '、'];
/// They introduce a clause, and belong to no quotation.
const ORDINALS: [&str; 5] = ["一是", "二是", "三是", "四是", "五是"];

/// Removes white space and uses the punctuation of Chinese print. What stands between digits is no
/// punctuation: 1,340.
pub fn normalised(text: &str) -> String {
    let wide = |c: char| match c {
        ',' => '，',
        ';' => '；',
        ':' => '：',
        '!' => '！',
        '?' => '？',
        '(' => '（',
        ')' => '）',
        other => other,
    };
    let mut before = ' ';
    let mut rest = text.chars().filter(|c| !c.is_whitespace()).peekable();
    let mut clean = String::with_capacity(text.len());
    while let Some(c) = rest.next() {
        let in_number = before.is_ascii_digit() && rest.peek().is_some_and(char::is_ascii_digit);
        clean.push(if in_number { c } else { wide(c) });
        before = c;
    }
    clean
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_quotation_is_whole_clauses_of_its_block() {
        let mut texts = SourceTexts::default();
        texts.add("a", "\u{feff}标题\r\n　\r\n一是种好树,修好 路。浇水、施肥。\n\n二是读书。");
        for (number, quote, expected) in [
            (2, "种好树，修好路", None),
            (2, "浇水", None),
            (3, "读书", None),
            (2, "好树", Some("从一个分句的开头引到结尾：“种好树”")),
            (2, "书", Some("它在第 3 块里，把 paragraph 改成 3")),
            (3, "书", Some("从一个分句的开头引到结尾：“读书”")),
            (2, "修好桥", Some("一字不差地照抄原文，最近的是“修好路”：「桥」应为「路」")),
            (2, "读书", Some("它在第 3 块里，把 paragraph 改成 3")),
            (2, "砍树", Some("一字不差地照抄原文")),
            (9, "读书", Some("它在第 3 块里，把 paragraph 改成 3")),
        ] {
            let cure = texts.fault("a", number, quote).map(|(_, cure)| cure);
            assert_eq!(cure.as_deref(), expected, "{quote} in {number}");
        }
        assert_eq!(texts.fault("b", 1, "读书"), None, "a text that is not there is not looked up");
    }
}
