//! Keys that must be there only beside certain others.

use super::keys::Table;

/// When a key must be there.
#[derive(Clone, Copy, Debug)]
pub enum Condition {
    /// Another key is there.
    With(&'static str),
    /// Another key is not there.
    Without(&'static str),
    /// Another key has this word.
    When(&'static str, &'static str),
}

/// The conditions of some keys of a table.
pub type Entry = (Table, &'static [&'static str], Condition);

/// All of them; every other key that must be there must always be there.
pub const CONDITIONS: [Entry; 4] = [
    (("source.toml", "paragraph"), &["id"], Condition::With("name")),
    (("readings.toml", "city_fact"), &["unit", "bound"], Condition::With("value")),
    (("terms.toml", "term"), &["document", "quote"], Condition::When("reason", "named")),
    (("guesses.toml", "guess"), &["part", "of"], Condition::Without("target")),
];
