//! The passages that an editor has marked in a text: `==…==` or 【举措】…【/举措】.

use std::ops::Range;

/// A text without its marks, and the passages that were between them.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct Marked {
    pub plain: String,
    /// In the plain text, each with the offset of its opening mark in the marked one.
    pub passages: Vec<(Range<usize>, usize)>,
    /// What is wrong, and the offset in the marked text.
    pub slips: Vec<(Slip, usize)>,
}

/// A wrong mark.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Slip {
    Unclosed,
    Unopened,
    Nested,
    Empty,
}

#[derive(Clone, Copy, PartialEq, Eq)]
enum Kind {
    Signs,
    Words,
}

enum Mark {
    /// `==`, which opens and closes alike.
    Signs,
    Open,
    Close,
}

const OPEN: &str = "【举措】";
const CLOSE: &str = "【/举措】";

/// Takes the marks out of a text.
pub fn unmarked(text: &str) -> Marked {
    let mut marked = Marked::default();
    let mut open: Option<(Kind, usize, usize)> = None;
    let mut at = 0;
    while let Some(c) = text[at..].chars().next() {
        let Some((mark, length)) = mark(&text[at..]) else {
            // A longer run of signs is no mark.
            let run = text[at..].bytes().take_while(|byte| *byte == b'=').count().max(c.len_utf8());
            marked.plain += &text[at..at + run];
            at += run;
            continue;
        };
        match (mark, open) {
            (Mark::Signs, None) => open = Some((Kind::Signs, marked.plain.len(), at)),
            (Mark::Open, None) => open = Some((Kind::Words, marked.plain.len(), at)),
            (Mark::Close, None) => marked.slips.push((Slip::Unopened, at)),
            (Mark::Signs, Some((Kind::Signs, start, from))) | (Mark::Close, Some((Kind::Words, start, from))) => {
                let passage = start..marked.plain.len();
                if marked.plain[passage.clone()].chars().any(char::is_alphanumeric) {
                    marked.passages.push((passage, from));
                } else {
                    marked.slips.push((Slip::Empty, from));
                }
                open = None;
            }
            (_, Some(_)) => marked.slips.push((Slip::Nested, at)),
        }
        at += length;
    }
    marked.slips.extend(open.map(|(_, _, from)| (Slip::Unclosed, from)));
    marked
}

/// The mark with which a text begins, and its length.
fn mark(text: &str) -> Option<(Mark, usize)> {
    let words = [(OPEN, Mark::Open), (CLOSE, Mark::Close)];
    let word = words.into_iter().find(|(word, _)| text.starts_with(word)).map(|(word, mark)| (mark, word.len()));
    let signs = text.bytes().take_while(|byte| *byte == b'=').count();
    word.or_else(|| (signs == 2).then_some((Mark::Signs, 2)))
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn marks_are_taken_out() {
        let marked = unmarked("一、==修路==，【举措】种树【/举措】；a===b");
        assert_eq!(marked.plain, "一、修路，种树；a===b");
        let passages: Vec<&str> = marked.passages.iter().map(|(range, _)| &marked.plain[range.clone()]).collect();
        assert_eq!(passages, ["修路", "种树"]);
        assert_eq!(marked.slips, []);
    }

    #[test]
    fn slips_are_told_where_they_begin() {
        for (text, slips) in [
            ("a==b", vec![(Slip::Unclosed, 1)]),
            ("a【/举措】", vec![(Slip::Unopened, 1)]),
            ("==a【举措】b==", vec![(Slip::Nested, 3)]),
            ("a==，==", vec![(Slip::Empty, 1)]),
            ("【举措】a==", vec![(Slip::Nested, 13), (Slip::Unclosed, 0)]),
        ] {
            assert_eq!(unmarked(text).slips, slips, "{text}");
        }
    }
}
