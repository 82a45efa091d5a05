//! Full-text search over the report, tolerant of how a query is typed.

mod entry;
mod fold;
mod index;

pub use entry::Hit;
use entry::{Entry, Text};

use super::Edition;

/// A search index over everything that can be found.
pub struct Index(Vec<Entry>);

/// Search results.
#[derive(Debug, Default, PartialEq, Eq)]
pub struct Findings {
    /// The number of matching passages, including those beyond `hits`.
    pub count: usize,
    /// In the order of the page.
    pub hits: Vec<Hit>,
}

impl Index {
    pub fn of(edition: &Edition) -> Self {
        Self(index::entries(edition))
    }

    /// The ids of the elements that can be found.
    pub fn targets(&self) -> Vec<&str> {
        self.0.iter().map(|entry| entry.target.as_str()).collect()
    }

    /// Finds the passages that contain the query or, if it has several words, all of its words.
    /// Returns at most `most` hits.
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

#[cfg(test)]
mod tests;
