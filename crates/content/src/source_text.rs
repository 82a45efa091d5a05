//! The texts that an edition quotes, where they are at hand: every quotation must stand in them.

use std::collections::BTreeMap;
use std::path::Path;

/// The documents' printed blocks, normalised, by the document's id; empty if the texts are not
/// there.
#[derive(Clone, Debug, Default)]
pub struct SourceTexts(BTreeMap<String, Vec<String>>);

impl SourceTexts {
    /// Reads every `<document id>.txt` of a folder; blank lines separate blocks.
    ///
    /// # Errors
    /// A file that cannot be read.
    pub fn read(folder: &Path) -> std::io::Result<Self> {
        let mut texts = Self::default();
        for entry in std::fs::read_dir(folder)? {
            let path = entry?.path();
            let name = path.file_stem().map(|stem| stem.to_string_lossy().into_owned());
            if let Some(name) = name.filter(|_| path.extension().is_some_and(|extension| extension == "txt")) {
                let text = std::fs::read_to_string(&path);
                let text = text.map_err(|error| std::io::Error::new(error.kind(), format!("{name}.txt：{error}")))?;
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
        self.0.insert(document.to_owned(), blocks.filter(|block| !block.is_empty()).collect());
    }

    /// The printed blocks of a document; empty if its text is not there.
    pub fn document(&self, id: &str) -> &[String] {
        self.0.get(id).map_or(&[], Vec::as_slice)
    }

    /// The block with this number, counted from 1; empty if there is none.
    pub fn block(&self, document: &str, number: u16) -> &str {
        let index = usize::from(number).checked_sub(1);
        index.and_then(|index| self.document(document).get(index)).map_or("", String::as_str)
    }

    /// All blocks of all documents.
    pub fn blocks(&self) -> impl Iterator<Item = &str> {
        self.0.values().flatten().map(String::as_str)
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
                None => VERBATIM.to_owned(),
            };
            return Some((format!("“{quote}” 不在 “{document}” 的第 {number} 块里"), cure));
        }
        (!is_whole(block, &words)).then(|| broken(quote))
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
        if self.document(document).iter().any(|block| block.contains(&words)) {
            broken(quote)
        } else {
            (format!("“{quote}” 不在 “{document}” 里"), VERBATIM.to_owned())
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

fn broken(quote: &str) -> (String, String) {
    (format!("“{quote}” 在一个分句的中间断开"), "从一个分句的开头引到结尾".to_owned())
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
            (2, "好树", Some("从一个分句的开头引到结尾")),
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
