//! What the edition calls things: in its own words, and in the usual ones where it has none.

use toml::de::DeTable;

use super::limits;
use super::registry::Registry;
use super::row::Row;
use super::source::Source;
use model::{Noun, Words};

/// The words of an edition that has none of its own.
const USUAL: &str = include_str!("words.toml");

/// The words in `[words]`; those that are not there are the usual ones.
pub fn words(row: &Row<'_>) -> Words {
    let usual = usual();
    row.optional_row("words", |row| read(row, &usual)).unwrap_or(usual)
}

fn usual() -> Words {
    let (registry, (table, _)) = (Registry::default(), DeTable::parse_recoverable(USUAL));
    let source = Source::new("words.toml", Some(USUAL), &registry);
    Row::read(&source, table.get_ref(), table.span(), |row| read(row, &Words::default()))
}

fn read(row: &Row<'_>, usual: &Words) -> Words {
    let word = |key, usual: &String| {
        let own = row.optional_text(key);
        own.inspect(|word| limits::expect_short(row, key, word)).unwrap_or_else(|| usual.clone())
    };
    let noun = |key, usual: &Noun| {
        let own = row.optional_pair(key).map(|[name, counter]| Noun { name, counter });
        own.inspect(|noun| limits::expect_countable(row, key, noun)).unwrap_or_else(|| usual.clone())
    };
    Words {
        matter: noun("matter", &usual.matter),
        insistence: noun("insistence", &usual.insistence),
        subject: noun("subject", &usual.subject),
        pillar: word("pillar", &usual.pillar),
        priority: word("priority", &usual.priority),
        measure: noun("measure", &usual.measure),
        echo: noun("echo", &usual.echo),
        target: noun("target", &usual.target),
        goal: word("goal", &usual.goal),
        site: noun("site", &usual.site),
        term: noun("term", &usual.term),
        results: word("results", &usual.results),
        plans: word("plans", &usual.plans),
        region: word("region", &usual.region),
    }
}
