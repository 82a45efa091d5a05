//! Keys that are there only beside certain others, and then must be, or may.

use toml::de::DeTable;

use super::keys::Table;

/// When a key is there.
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
            Self::With(other) => format!("写了 {other}"),
            Self::Without(other) => format!("不写 {other}"),
            Self::When(other, word) => format!("{other} = \"{word}\""),
        }
    }

    /// Whether it is so in a table.
    pub fn holds(self, table: &DeTable<'_>) -> bool {
        match self {
            Self::With(other) => table.contains_key(other),
            Self::Without(other) => !table.contains_key(other),
            Self::When(other, word) => table.get(other).is_some_and(|value| value.get_ref().as_str() == Some(word)),
        }
    }
}

/// Some keys of a table, and when they are there.
#[derive(Debug)]
pub struct Rule {
    pub table: Table,
    pub condition: Condition,
    /// Those that must then be there.
    pub must: &'static [&'static str],
    /// Those that may.
    pub may: &'static [&'static str],
}

/// When a key must be there, if not always.
pub fn of((file, table): (&str, &str), key: &str) -> Option<Condition> {
    RULES.iter().find(|rule| rule.table == (file, table) && rule.must.contains(&key)).map(|rule| rule.condition)
}

/// When a key is there at all.
pub fn only((file, table): (&str, &str), key: &str) -> Option<Condition> {
    let names = |rule: &&Rule| rule.table == (file, table) && rule.must.iter().chain(rule.may).any(|name| *name == key);
    RULES.iter().find(names).map(|rule| rule.condition)
}

const fn rule(table: Table, condition: Condition, must: &'static [&'static str], may: &'static [&'static str]) -> Rule {
    Rule { table, condition, must, may }
}

const TARGET: Table = ("priorities.toml", "priority.target");
const CITY_FACT: Table = ("readings.toml", "city_fact");

/// All of them; every other key may stand beside any.
pub const RULES: [Rule; 9] = [
    rule(("source.toml", "paragraph"), Condition::With("name"), &["id"], &[]),
    rule(TARGET, Condition::When("bound", "between"), &["upto"], &[]),
    rule(TARGET, Condition::When("picture", "floor"), &["yardstick"], &[]),
    rule(CITY_FACT, Condition::With("value"), &["unit", "bound"], &["start"]),
    rule(CITY_FACT, Condition::When("bound", "between"), &["upto"], &[]),
    rule(("echoes.toml", "echo"), Condition::When("grade", "same-word"), &["words"], &[]),
    rule(("echoes.toml", "refrain"), Condition::When("grade", "same-word"), &["words"], &[]),
    rule(("terms.toml", "term"), Condition::When("reason", "named"), &["document", "quote"], &["paragraph"]),
    rule(("guesses.toml", "guess"), Condition::Without("target"), &["part", "of"], &[]),
];
