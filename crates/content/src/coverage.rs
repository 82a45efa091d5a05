//! What of the documents the page takes up: by a quotation, a note of the source index, or a name.

use std::ops::Range;

use super::source_text::{SourceTexts, normalised};
use model::{Document, Edition};

/// What ends a sentence.
pub const SENTENCE_ENDS: [char; 4] = ['。', '；', '！', '？'];

/// A stretch of a document up to an end mark.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Part {
    /// The printed block that it stands in.
    pub block: u16,
    pub text: String,
    /// Letters and digits in it.
    pub letters: usize,
    /// Those of them that the page takes up.
    pub taken: usize,
}

/// The parts of a document between these end marks, apart from headline and names.
pub fn parts(edition: &Edition, texts: &SourceTexts, document: &Document, ends: &[char]) -> Vec<Part> {
    let names = names(edition);
    let mut found = Vec::new();
    for (block, text) in (1..).zip(texts.document(&document.id)) {
        if is_heading(document, text) {
            continue;
        }
        let claims = claims(edition, document, block, text);
        for range in split(text, ends) {
            let words = &text[range.clone()];
            let letters = words.char_indices().filter(|(_, c)| c.is_alphanumeric()).map(|(at, _)| range.start + at);
            let letters: Vec<usize> = letters.collect();
            let is_named = names.iter().any(|name| words.contains(name.as_str()));
            let taken = letters.iter().filter(|at| is_named || claims.iter().any(|claim| claim.contains(at))).count();
            if !letters.is_empty() {
                found.push(Part { block, text: words.to_owned(), letters: letters.len(), taken });
            }
        }
    }
    found
}

/// Whether a printed block is the headline, or a line with names.
pub fn is_heading(document: &Document, block: &str) -> bool {
    let author = document.offices.join("、") + document.author.as_deref().unwrap_or_default();
    let credits = document.credits.iter().map(|credit| format!("{}{}", credit.role, credit.name));
    let own = document.title.iter().cloned().chain([author]).chain(credits.clone());
    own.chain(credits.map(|credit| format!("（{credit}）"))).any(|own| normalised(&own) == block)
}

/// The position of a passage, given in full or by its start and end.
pub fn stretch(text: &str, passage: &str) -> Option<Range<usize>> {
    let passage = normalised(passage);
    let (from, to) = passage.split_once("……").unwrap_or((&passage, ""));
    let start = text.find(from)?;
    let after = start + from.len();
    Some(start..after + text[after..].find(to)? + to.len())
}

/// The stretches of a text, each with its final end mark.
pub fn split(text: &str, ends: &[char]) -> Vec<Range<usize>> {
    let mut start = 0;
    let parts = text.split_inclusive(ends);
    parts.map(|part| (start..start + part.len(), start += part.len()).0).collect()
}

/// The ranges of a printed block that quotations and notes cover. A note that names no passage
/// speaks of its whole paragraph.
fn claims(edition: &Edition, document: &Document, block: u16, text: &str) -> Vec<Range<usize>> {
    let mut found = Vec::new();
    for paragraph in document.paragraphs.iter().filter(|paragraph| paragraph.blocks.contains(&block)) {
        let quoted = edition.passages_of(document, paragraph);
        found.extend(quoted.iter().filter_map(|passage| stretch(text, passage.text)));
        found.extend(paragraph.notes.iter().filter_map(|note| match &note.passage {
            Some(passage) => stretch(text, passage),
            None => Some(0..text.len()),
        }));
    }
    found
}

/// Shorter names stand in any sentence.
const SHORTEST_NAME: usize = 3;

/// The names of cards and entries, in the sources' own words. A name takes up the whole part that
/// it stands in.
fn names(edition: &Edition) -> Vec<String> {
    let indicators = edition.indicators.iter().map(|indicator| &indicator.name);
    let pillars = edition.pillars.iter().map(|pillar| &pillar.heading);
    let priorities = edition.priorities.iter().flat_map(|priority| priority.heading.split('，'));
    let traits = edition.readings.iter().flat_map(|reading| &reading.traits).map(|item| &item.word);
    let points = edition.pillars.iter().flat_map(|pillar| &pillar.points).map(|point| &point.label);
    let names = indicators.chain(pillars).chain(points).chain(traits).map(String::as_str).chain(priorities);
    names.map(normalised).filter(|name| name.chars().count() >= SHORTEST_NAME).collect()
}
