//! The table of keys is what the reader asks for: no key is missing from it, and none is made up.

use std::path::Path;

use super::key::Holds;
use super::keys;
use super::predecessor::Earlier;
use super::read::read_with;
use super::registry::{Asked, Registry};

/// What the reader asks for in the invented editions.
fn asked() -> Asked {
    let project = Path::new(env!("CARGO_MANIFEST_DIR")).join("../..");
    let registry = Registry::default();
    for folder in ["tests/fixtures/edition", "tests/editions/county-2023", "tests/editions/county-2024"] {
        // None of them has a range above its own place.
        let range = |text: String| text.replace("bound = \"at_least\"\ngist", "bound = \"between\"\ngist");
        let load = |name: &str| std::fs::read_to_string(project.join(folder).join(name)).map(range);
        read_with(load, &registry, &Earlier::None);
    }
    registry.asked()
}

#[test]
fn every_key_that_is_read_is_explained() {
    let wrong = asked().into_iter().filter_map(|((file, table, name), (must, words))| {
        let Some(key) = keys::find(&file, &table, name) else {
            return Some(format!("{file} {table}.{name} is not in the table"));
        };
        let listed: &[&str] = if let Holds::Word(words) = key.holds { words } else { &[] };
        let same = key.must == must && listed.iter().eq(&words);
        (!same).then(|| format!("{file} {table}.{name}: must be there {must}, words {words:?}"))
    });
    assert_eq!(wrong.collect::<Vec<_>>(), [""; 0]);
}

#[test]
fn every_key_that_is_explained_is_read() {
    let asked = asked();
    let unread = keys::all()
        .filter(|((file, table), key)| !asked.contains_key(&((*file).to_owned(), (*table).to_owned(), key.name)));
    assert_eq!(unread.map(|((file, table), key)| format!("{file} {table}.{}", key.name)).collect::<Vec<_>>(), [""; 0]);
}

#[test]
fn no_key_is_explained_twice_and_every_example_is_toml() {
    let keys: Vec<_> = keys::all().collect();
    for (i, (table, key)) in keys.iter().enumerate() {
        assert!(!keys[..i].iter().any(|(at, other)| at == table && other.name == key.name), "{table:?} {}", key.name);
        let (value, shown) = (key.shown().parse::<toml::Table>(), key.shown());
        let value = value.unwrap_or_else(|error| panic!("{shown}: {error}"));
        let value = value.get(key.name);
        let fits = match key.holds {
            Holds::Number => value.is_some_and(toml::Value::is_integer),
            Holds::Decimal => value.is_some_and(|v| v.is_integer() || v.is_float()),
            Holds::Texts | Holds::Numbers | Holds::References => value.is_some_and(toml::Value::is_array),
            Holds::Table => value.is_some_and(toml::Value::is_table),
            Holds::Flag => value.is_some_and(toml::Value::is_bool),
            Holds::Tables => shown.starts_with("[[") || value.is_some_and(toml::Value::is_array),
            Holds::Word(words) => value.and_then(|v| v.as_str()).is_some_and(|word| words.contains(&word)),
            Holds::Text | Holds::Id | Holds::Reference => value.is_some_and(toml::Value::is_str),
        };
        assert!(fits, "{shown}");
    }
}
