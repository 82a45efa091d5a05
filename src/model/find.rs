//! Finding in the report: what a reader types, in whatever way, and the passages that say it.

mod fold;
mod index;

use fold::{Glyph, Span};

use super::{Edition, Id};

/// Everything that can be found, ready to be asked.
pub struct Index(Vec<Entry>);

/// What was found.
#[derive(Debug, Default, PartialEq, Eq)]
pub struct Findings {
    /// All passages, also those beyond the hits.
    pub count: usize,
    /// In the order of the page.
    pub hits: Vec<Hit>,
}

/// A passage with the words that were looked for.
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

impl Index {
    pub fn of(edition: &Edition) -> Self {
        Self(index::entries(edition))
    }

    /// The ids of the elements that can be found.
    pub fn targets(&self) -> Vec<&str> {
        self.0.iter().map(|entry| entry.target.as_str()).collect()
    }

    /// The passages that say what the query says; with several words apart, those that say them all.
    pub fn search(&self, query: &str, most: usize) -> Findings {
        let whole = Text::new(query);
        let words: Vec<Text> =
            query.split(char::is_whitespace).map(Text::new).filter(|w| !w.plain.is_empty()).collect();
        let mut found = Findings::default();
        if whole.plain.is_empty() {
            return found;
        }
        for entry in &self.0 {
            if let Some((text, span)) = entry.answer(&whole, &words) {
                found.count += 1;
                if found.hits.len() < most {
                    found.hits.push(entry.hit(text, span));
                }
            }
        }
        found
    }
}

/// Something that can be found: one element of the page.
struct Entry {
    target: Id,
    place: String,
    texts: Vec<Text>,
}

impl Entry {
    fn new(target: &str, place: &str, texts: &[&str]) -> Self {
        let texts = texts.iter().map(|text| Text::new(text)).collect();
        Self { target: target.to_owned(), place: place.to_owned(), texts }
    }

    fn says(&self, words: &str) -> bool {
        self.holder(&Text::new(words)).is_some()
    }

    fn holder(&self, words: &Text) -> Option<(&Text, Span)> {
        self.texts.iter().find_map(|text| Some((text, text.place_of(words)?)))
    }

    /// The text that is to be shown, with what is to be marked in it.
    fn answer(&self, whole: &Text, words: &[Text]) -> Option<(&Text, Span)> {
        self.holder(whole).or_else(|| {
            let all = words.len() > 1 && words.iter().all(|word| self.holder(word).is_some());
            self.holder(words.first().filter(|_| all)?)
        })
    }

    fn hit(&self, text: &Text, span: Span) -> Hit {
        let [before, words, after] = excerpt(&text.printed, span);
        Hit { target: self.target.clone(), place: self.place.clone(), before, words, after }
    }
}

/// Words as printed and as they are compared; what is looked for is words too.
struct Text {
    printed: String,
    plain: Vec<Glyph>,
    /// With its numbers in digits, if it has any.
    counted: Option<Vec<Glyph>>,
}

impl Text {
    fn new(printed: &str) -> Self {
        let plain = fold::plain(printed);
        let counted = Some(fold::counted(&plain)).filter(|glyphs| glyphs.iter().any(Glyph::is_digit));
        Self { printed: printed.to_owned(), plain, counted }
    }

    /// What of this text says the words. Numbers may be written in another way, but must be whole.
    fn place_of(&self, words: &Text) -> Option<Span> {
        let as_typed = position(&self.plain, &words.plain, false);
        as_typed.or_else(|| position(self.counted.as_ref()?, words.counted.as_ref()?, true))
    }
}

/// Where some glyphs stand in others; as whole numbers, 1 does not stand in 31.
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

/// How many characters of a passage are shown before and behind the words that were found.
const BEFORE: usize = 12;
const BEHIND: usize = 28;

/// The words in question between what stands before and behind them, cut where it is long.
fn excerpt(text: &str, (from, to): Span) -> [String; 3] {
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

#[cfg(test)]
mod tests;
