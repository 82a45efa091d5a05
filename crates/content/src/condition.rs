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

impl Condition {
    /// For editors.
    pub fn label(self) -> String {
        match self {
            Self::With(other) => format!("写了 {other} 就必写"),
            Self::Without(other) => format!("不写 {other} 就必写"),
            Self::When(other, word) => format!("{other} = \"{word}\" 就必写"),
        }
    }
}

/// When a key must be there, if not always.
pub fn of(table: Table, key: &str) -> Option<Condition> {
    CONDITIONS.iter().find(|(at, names, _)| *at == table && names.contains(&key)).map(|(.., condition)| *condition)
}

/// The condition of some keys of a table.
pub type Entry = (Table, &'static [&'static str], Condition);

/// All of them; every other key that must be there must always be there.
pub const CONDITIONS: [Entry; 4] = [
    (("source.toml", "paragraph"), &["id"], Condition::With("name")),
    (("readings.toml", "city_fact"), &["unit", "bound"], Condition::With("value")),
    (("terms.toml", "term"), &["document", "quote"], Condition::When("reason", "named")),
    (("guesses.toml", "guess"), &["part", "of"], Condition::Without("target")),
];
