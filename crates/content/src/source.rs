use std::ops::Range;

use super::registry::{Place, Registry};

/// A file being read: its text, for locating problems, and the registry that collects them.
pub struct Source<'a> {
    pub name: &'a str,
    /// `None` if the file could not be read, which has been reported.
    pub text: Option<&'a str>,
    pub registry: &'a Registry,
}

impl Source<'_> {
    /// Line and column, from 1, of a byte offset.
    pub fn place(&self, offset: usize) -> Place {
        let text = self.text.unwrap_or_default();
        let before = &text[..offset.min(text.len())];
        let line = before.matches('\n').count() + 1;
        let column = before.rsplit('\n').next().map_or(0, |tail| tail.chars().count()) + 1;
        Place { file: self.name.to_owned(), line, column }
    }

    pub fn complain(&self, span: Range<usize>, what: String, cure: String) {
        if self.text.is_some() {
            self.registry.complain(self.place(span.start).problem(what, cure));
        }
    }
}
