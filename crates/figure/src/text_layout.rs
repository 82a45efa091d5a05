//! How wide a line of text is and where it breaks, by rule, so that host and browser lay out alike.

use std::cell::RefCell;

use model::Edition;

/// The two faces of the page.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Face {
    /// The reader's system font.
    Sans,
    /// The heavy serif of headings and numerals.
    Serif,
}

impl Face {
    /// A font list, as in style sheets.
    pub const fn family(self) -> &'static str {
        match self {
            Self::Sans => "system-ui,-apple-system,'PingFang SC','Noto Sans CJK SC','Microsoft YaHei',sans-serif",
            Self::Serif => "'Sijian Serif','Noto Serif CJK SC','Songti SC',SimSun,serif",
        }
    }
}

/// The advance of one character in ems. Rather generous, as fonts differ.
fn advance(c: char) -> f32 {
    match c {
        ' ' => 0.32,
        '.' | ',' | ':' | ';' | '\'' | '!' | '|' | 'i' | 'l' | 'j' => 0.34,
        '0'..='9' | '-' | '+' => 0.62,
        'm' | 'w' | 'M' | 'W' | '%' | '@' => 0.95,
        'A'..='Z' => 0.74,
        '\u{21}'..='\u{7e}' => 0.6,
        _ => 1.0,
    }
}

/// The width of one line, CSS pixels.
pub fn width(text: &str, size: f32) -> f32 {
    text.chars().map(advance).sum::<f32>() * size
}

/// What never begins a line.
const NOT_FIRST: &str = "，。、；：！？”’）》】%％·…×÷";
/// What never ends a line.
const NOT_LAST: &str = "“‘（《【×÷＝≈";

thread_local! {
    /// The words of the edition that is being drawn, sorted.
    static WORDS: RefCell<Vec<String>> = const { RefCell::new(Vec::new()) };
}

/// From now on [`wrap`] does not split these words, which are sorted, at the end of a line, unless one
/// is longer than the line. For whatever begins to lay out an edition.
pub fn keep_whole(words: &[String]) {
    WORDS.with_borrow_mut(|kept| {
        if kept.as_slice() != words {
            *kept = words.to_vec();
        }
    });
}

/// The length in bytes of the longest known word at the beginning of a text, else of its first
/// character.
fn first_word(text: &str) -> usize {
    let ends = text.char_indices().map(|(i, c)| i + c.len_utf8()).take(Edition::LONGEST_WORD);
    WORDS.with_borrow(|words| {
        let known = |end: &usize| words.binary_search_by(|word| word.as_str().cmp(&text[..*end])).is_ok();
        let first = text.chars().next().map_or(0, char::len_utf8);
        ends.filter(known).last().unwrap_or(first)
    })
}

/// Breaks text into the fewest lines no wider than `room`, as even as can be, by Chinese rules.
pub fn wrap(text: &str, size: f32, room: f32) -> Vec<String> {
    let pieces = fitting(text, size, room);
    let lines = fill(&pieces, size, room);
    // The narrowest room that needs no more lines gives the evenest lines, and no orphan.
    let (mut low, mut high) = (room / 4.0, room);
    while high - low > size / 8.0 {
        let middle = (low + high) / 2.0;
        let tried = fill(&pieces, size, middle);
        let fits = tried.len() <= lines.len() && tried.iter().all(|line| width(line, size) <= middle);
        *(if fits { &mut high } else { &mut low }) = middle;
    }
    let lines = fill(&pieces, size, high);
    without_orphan(&pieces, size, high).filter(|other| other.len() == lines.len()).unwrap_or(lines)
}

/// Lines of which the last has more than two characters, if words can be moved there.
fn without_orphan(pieces: &[String], size: f32, room: f32) -> Option<Vec<String>> {
    const FEW: usize = 2;
    let is_short = |line: &String| line.chars().count() <= FEW;
    fill(pieces, size, room).last().filter(|last| is_short(last))?;
    let ends = (1..pieces.len()).rev().map(|at| (at, fill(&pieces[at..], size, room)));
    let (at, end) = ends.take_while(|(_, end)| end.len() == 1).find(|(_, end)| !is_short(&end[0]))?;
    Some([fill(&pieces[..at], size, room), end].concat())
}

/// Like [`wrap`], but at most `most` lines: the last is cut with an ellipsis.
pub fn wrap_at_most(text: &str, size: f32, room: f32, most: usize) -> Vec<String> {
    let mut lines = wrap(text, size, room);
    if lines.len() > most.max(1) {
        lines = fill(&fitting(text, size, room), size, room);
        lines.truncate(most.max(1));
        if let Some(last) = lines.last_mut() {
            *last = clip(last, size, room);
        }
    }
    lines
}

/// Shortens a line to `room` and ends it in an ellipsis.
fn clip(line: &str, size: f32, room: f32) -> String {
    let mut kept: String = line.to_owned();
    while !kept.is_empty() && width(&kept, size) + size > room {
        kept.pop();
    }
    kept.push('…');
    kept
}

/// The pieces of a text. A piece that is wider than the room is split into words, and a word into
/// characters.
fn fitting(text: &str, size: f32, room: f32) -> Vec<String> {
    let fits = |piece: &String| width(piece, size) <= room;
    let split = |piece: String| match fits(&piece) {
        true => vec![piece],
        false => piece.chars().map(String::from).collect(),
    };
    let pieces = pieces(text, true).into_iter().flat_map(|piece| match fits(&piece) {
        true => vec![piece],
        false => pieces(&piece, false).into_iter().flat_map(split).collect(),
    });
    pieces.collect()
}

/// A quoted phrase of no more characters than this is not broken.
const MOST_PHRASE: usize = 6;

/// The unbreakable parts of a text: a word with the punctuation that clings to it; if there is room,
/// also a short quoted phrase, a number with what it counts, a product.
fn pieces(text: &str, roomy: bool) -> Vec<String> {
    let mut pieces: Vec<String> = Vec::new();
    let mut open = false;
    // Characters of a short quoted phrase that are still to come.
    let mut phrase = 0_usize;
    let mut rest = text;
    while let Some(c) = rest.chars().next() {
        if c == '“' {
            phrase = rest.chars().position(|c| c == '”').filter(|&n| n <= MOST_PHRASE + 1).unwrap_or(0) + 1;
        }
        let quoted = roomy && phrase > 1 && c != '“';
        let (word, behind) = rest.split_at(first_word(rest));
        let counted = |last: char| roomy && last.is_ascii_digit() && !c.is_ascii();
        let joins = pieces.last().and_then(|p| p.chars().last()).is_some_and(|last| {
            open || quoted || c == ' ' || NOT_FIRST.contains(c) || counted(last) || (is_word(last) && is_word(c))
        });
        match pieces.last_mut().filter(|_| joins) {
            Some(piece) => piece.push_str(word),
            None => pieces.push(word.to_owned()),
        }
        phrase = phrase.saturating_sub(word.chars().count());
        open = NOT_LAST.contains(c) || c == ' ' && open;
        rest = behind;
    }
    pieces
}

fn is_word(c: char) -> bool {
    c.is_ascii_graphic()
}

fn fill(pieces: &[String], size: f32, room: f32) -> Vec<String> {
    let mut lines: Vec<String> = vec![String::new()];
    let mut used = 0.0;
    for piece in pieces {
        let wide = width(piece, size);
        let fits = used + width(piece.trim_end(), size) <= room;
        match lines.last_mut().filter(|line| fits || line.is_empty()) {
            Some(line) => {
                line.push_str(piece);
                used += wide;
            }
            None => {
                lines.push(piece.clone());
                used = wide;
            }
        }
    }
    for line in &mut lines {
        line.truncate(line.trim_end().len());
    }
    lines
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_last_line_of_one_or_two_characters_takes_words_from_the_line_before() {
        let pieces = |words: &str| words.split('|').map(str::to_owned).collect::<Vec<_>>();
        let lines = |words: &str| without_orphan(&pieces(words), 10.0, 62.0);
        assert_eq!(lines("县级|领导|干部|带头").unwrap(), ["县级领导", "干部带头"]);
        assert_eq!(lines("地区生产总值|增长"), None, "there is no other word to move");
        assert_eq!(lines("县级领导|干部|带头人"), None, "the last line is long enough");
    }
}
