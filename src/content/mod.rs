//! From the editor's TOML files to the model. Strict: an unknown key, a duplicate id, a reference
//! that leads nowhere or a wrong unit is a problem, and all problems are found at once.
//!
//! Knows the files' form; must not know what the page does with what they say.

mod aside;
mod problem;
mod read;
mod registry;
mod row;

pub use problem::{Problem, report};
pub use read::read;

/// The files of an edition, in the order in which they are read.
pub const FILES: [&str; 13] = [
    "edition.toml",
    "documents.toml",
    "sections.toml",
    "topics.toml",
    "indicators.toml",
    "matters.toml",
    "pillars.toml",
    "priorities.toml",
    "echoes.toml",
    "readings.toml",
    "terms.toml",
    "tour.toml",
    "guesses.toml",
];
