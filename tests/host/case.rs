//! A case of broken content.

/// A change to a file of the fixture edition, which is valid without it.
pub enum Edit {
    /// In this file, replaces the first text, which must occur exactly once, by the second.
    Replace(&'static str, &'static str, &'static str),
    Remove(&'static str),
}

/// Broken content, and the reader's report on it.
#[derive(Clone, Copy)]
pub struct Case {
    pub name: &'static str,
    pub edits: &'static [Edit],
    /// One line for each problem.
    pub expected: &'static [&'static str],
}
