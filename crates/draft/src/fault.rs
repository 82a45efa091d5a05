//! What is wrong with an article, at its place.

use content::{Lines, Problem};

/// Collects the problems of one file.
pub struct Faults<'a> {
    file: &'a str,
    lines: Lines<'a>,
    found: Vec<Problem>,
}

impl<'a> Faults<'a> {
    pub fn new(file: &'a str, text: &'a str) -> Self {
        Self { file, lines: Lines::new(text), found: Vec::new() }
    }

    /// At an offset of the file.
    pub fn at(&mut self, offset: usize, what: impl Into<String>, cure: impl Into<String>) {
        let (line, column) = self.lines.place(offset);
        self.found.push(Problem { file: self.file.to_owned(), line, column, what: what.into(), cure: cure.into() });
    }

    /// About the file as a whole.
    pub fn of_file(&mut self, what: impl Into<String>, cure: impl Into<String>) {
        self.found.push(Problem {
            file: self.file.to_owned(),
            line: 0,
            column: 0,
            what: what.into(),
            cure: cure.into(),
        });
    }

    pub const fn is_empty(&self) -> bool {
        self.found.is_empty()
    }

    /// All of them, in the order of the file.
    pub fn into_sorted(mut self) -> Vec<Problem> {
        self.found.sort();
        self.found
    }
}
