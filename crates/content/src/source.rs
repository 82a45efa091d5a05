use std::ops::Range;

use super::lines::Lines;
use super::registry::{Place, Registry};

/// A file being read: its text, for locating problems, and the registry that collects them.
pub struct Source<'a> {
    pub name: &'a str,
    /// `None` if the file could not be read, which has been reported.
    pub text: Option<&'a str>,
    pub registry: &'a Registry,
    lines: Lines<'a>,
}

impl<'a> Source<'a> {
    pub fn new(name: &'a str, text: Option<&'a str>, registry: &'a Registry) -> Self {
        Self { name, text, registry, lines: Lines::new(text.unwrap_or_default()) }
    }

    /// Where a byte offset is.
    pub fn place(&self, offset: usize) -> Place {
        let (line, column) = self.lines.place(offset);
        Place { file: self.name.to_owned(), line, column }
    }

    pub fn complain(&self, span: Range<usize>, what: String, cure: String) {
        if self.text.is_some() {
            self.registry.complain(self.place(span.start).problem(what, cure));
        }
    }
}
