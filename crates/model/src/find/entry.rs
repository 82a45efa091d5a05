use super::fold::{self, Glyph, Span};
use crate::Id;

/// A passage that matches the query.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Hit {
    /// The id of the element that holds it.
    pub target: Id,
    /// The card or section that it stands in.
    pub place: String,
    pub before: String,
    pub words: String,
    pub after: String,
}

/// Something that can be found: one element of the page.
pub struct Entry {
    pub target: Id,
    pub place: String,
    texts: Vec<Text>,
}

impl Entry {
    pub fn new(target: &str, place: &str, texts: &[&str]) -> Self {
        let texts = texts.iter().map(|text| Text::new(text)).collect();
        Self { target: target.into(), place: place.to_owned(), texts }
    }

    pub fn says(&self, words: &str) -> bool {
        self.holder(&Text::new(words)).is_some()
    }

    fn holder(&self, words: &Text) -> Option<(&Text, Span)> {
        self.texts.iter().find_map(|text| Some((text, text.place_of(words)?)))
    }

    /// The text to show, with the span to highlight.
    pub fn answer(&self, whole: &Text, words: &[Text]) -> Option<(&Text, Span)> {
        self.holder(whole).or_else(|| {
            let all = words.len() > 1 && words.iter().all(|word| self.holder(word).is_some());
            self.holder(words.first().filter(|_| all)?)
        })
    }

    pub fn hit(&self, text: &Text, span: Span) -> Hit {
        let [before, words, after] = excerpt(&text.printed, span);
        Hit { target: self.target.clone(), place: self.place.clone(), before, words, after }
    }
}

/// Text as printed and in normalised form; queries are normalised the same way.
pub struct Text {
    printed: String,
    pub plain: Vec<Glyph>,
    /// `plain` with its numbers in digits, if it contains any.
    counted: Option<Vec<Glyph>>,
}

impl Text {
    pub fn new(printed: &str) -> Self {
        let plain = fold::plain(printed);
        let counted = Some(fold::counted(&plain)).filter(|glyphs| glyphs.iter().any(Glyph::is_digit));
        Self { printed: printed.to_owned(), plain, counted }
    }

    /// The part of this text that matches the words. Numbers match in any notation, but only as
    /// whole numbers.
    pub fn place_of(&self, words: &Text) -> Option<Span> {
        let as_typed = position(&self.plain, &words.plain, false);
        as_typed.or_else(|| position(self.counted.as_ref()?, words.counted.as_ref()?, true))
    }
}

/// Finds `sought` in `glyphs`. With `whole_numbers`, 1 does not match inside 31.
fn position(glyphs: &[Glyph], sought: &[Glyph], whole_numbers: bool) -> Option<Span> {
    let joins = |outer: Option<&Glyph>, inner: Option<&Glyph>| {
        whole_numbers && outer.is_some_and(Glyph::is_digit) && inner.is_some_and(Glyph::is_digit)
    };
    let mut rest = glyphs;
    let mut before = None;
    while rest.len() >= sought.len() {
        let (part, behind) = rest.split_at(sought.len());
        let alike = part.iter().zip(sought).all(|(own, other)| own.sign == other.sign);
        if alike && !joins(before, sought.first()) && !joins(behind.first(), sought.last()) {
            return fold::span(part);
        }
        (before, rest) = rest.split_first().map(|(first, rest)| (Some(first), rest))?;
    }
    None
}

/// How many characters of a passage are shown before and after the match.
pub const BEFORE: usize = 12;
pub const BEHIND: usize = 28;

/// Splits a text into what precedes the match, the match, and what follows. Both sides are
/// shortened if long.
pub fn excerpt(text: &str, (from, to): Span) -> [String; 3] {
    let (mut before, mut words, mut after) = (String::new(), String::new(), String::new());
    let ahead = text.char_indices().filter(|(at, _)| *at < from).count();
    for (index, (at, sign)) in text.char_indices().enumerate() {
        match () {
            () if at < from && index + BEFORE < ahead => before.replace_range(.., "…"),
            () if at < from => before.push(sign),
            () if at < to => words.push(sign),
            () => after.push(sign),
        }
    }
    if let Some((cut, _)) = after.char_indices().nth(BEHIND) {
        after.truncate(cut);
        after.push('…');
    }
    [before, words, after]
}
