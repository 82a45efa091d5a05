//! What a case of broken content is.

/// A change to the files of the fixture edition, which is good without it.
pub enum Edit {
    /// In this file, these words (which stand there once) become those.
    Replace(&'static str, &'static str, &'static str),
    Remove(&'static str),
}
/// Content that is broken, and what the reader says of it.
pub struct Case {
    pub name: &'static str,
    pub edits: &'static [Edit],
    /// A line a problem.
    pub expected: &'static [&'static str],
}
