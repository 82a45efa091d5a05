//! How wide a line of text is and where it breaks, by rule, so that host and browser lay out alike.

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

/// Punctuation that never begins a line.
const NOT_FIRST: &str = "，。、；：！？”’）》】%％·…";
/// Punctuation that never ends a line.
const NOT_LAST: &str = "“‘（《【";

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
    fill(&pieces, size, high)
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

/// The pieces of a text. A piece that is wider than the room is split into characters.
fn fitting(text: &str, size: f32, room: f32) -> Vec<String> {
    let pieces = pieces(text).into_iter().flat_map(|piece| {
        let fits = width(&piece, size) <= room;
        if fits { vec![piece] } else { piece.chars().map(String::from).collect() }
    });
    pieces.collect()
}

/// A quoted phrase of no more characters than this is not broken.
const MOST_PHRASE: usize = 6;

/// The unbreakable parts of a text: one ideograph with the punctuation that clings to it, or a word.
fn pieces(text: &str) -> Vec<String> {
    let mut pieces: Vec<String> = Vec::new();
    let mut open = false;
    // Characters of a short quoted phrase that are still to come.
    let mut phrase = 0_usize;
    for (i, c) in text.char_indices() {
        if c == '“' {
            phrase = text[i..].chars().position(|c| c == '”').filter(|&n| n <= MOST_PHRASE + 1).unwrap_or(0) + 1;
        }
        phrase = phrase.saturating_sub(1);
        let quoted = phrase > 0 && c != '“';
        let joins = pieces
            .last()
            .and_then(|p| p.chars().last())
            .is_some_and(|last| open || quoted || NOT_FIRST.contains(c) || (is_word(last) && is_word(c)) || c == ' ');
        match pieces.last_mut().filter(|_| joins) {
            Some(piece) => piece.push(c),
            None => pieces.push(c.to_string()),
        }
        open = NOT_LAST.contains(c);
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
