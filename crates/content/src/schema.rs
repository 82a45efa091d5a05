//! A JSON schema of each content file, from the table of keys: with it an editor's program completes
//! keys, explains them and marks slips while they are typed.

use serde_json::{Map, Value, json};

use super::condition::{Condition, RULES, Rule};
use super::files::FILES;
use super::key::{Holds, Key};
use super::keys::{self, Table};

/// Every file's schema, under the name that [`schema_name`] gives.
pub fn schemas() -> impl Iterator<Item = (String, Value)> {
    FILES.into_iter().map(|file| (schema_name(file), schema(file)))
}

/// The name of a content file's schema: `edition.schema.json` for `edition.toml`.
pub fn schema_name(file: &str) -> String {
    format!("{}.schema.json", file.trim_end_matches(".toml"))
}

fn schema(file: &'static str) -> Value {
    let mut schema = object((file, ""));
    schema.insert("$schema".into(), json!("http://json-schema.org/draft-07/schema#"));
    schema.insert("title".into(), json!(file));
    schema.into()
}

/// A table: its keys, which of them must be there, and no others.
fn object(table: Table) -> Map<String, Value> {
    let keys: Vec<&Key> = keys::all().filter(|(at, _)| *at == table).map(|(_, key)| key).collect();
    let rules: Vec<&Rule> = RULES.iter().filter(|rule| rule.table == table).collect();
    let is_always = |key: &&&Key| key.must && !rules.iter().any(|rule| rule.must.contains(&key.name));
    let required: Vec<&str> = keys.iter().filter(is_always).map(|key| key.name).collect();
    let properties: Map<String, Value> =
        keys.iter().map(|key| (key.name.to_owned(), property(table, key).into())).collect();
    let mut object = Map::new();
    object.insert("type".into(), json!("object"));
    object.insert("properties".into(), properties.into());
    object.insert("additionalProperties".into(), json!(false));
    object.insert("required".into(), json!(required));
    if !rules.is_empty() {
        object.insert("allOf".into(), rules.into_iter().map(only_if).collect());
    }
    object
}

/// Keys that are there only on a condition.
fn only_if(rule: &Rule) -> Value {
    let condition = match rule.condition {
        Condition::With(other) | Condition::Without(other) => json!({ "required": [other] }),
        Condition::When(other, word) => json!({ "required": [other], "properties": { other: { "const": word } } }),
    };
    let none: Map<String, Value> =
        rule.must.iter().chain(rule.may).map(|name| ((*name).to_owned(), json!(false))).collect();
    let (there, absent) = (json!({ "required": rule.must }), json!({ "properties": none }));
    match rule.condition {
        Condition::Without(_) => json!({ "if": condition, "then": absent, "else": there }),
        _ => json!({ "if": condition, "then": there, "else": absent }),
    }
}

/// A key: what it may hold, and what it means.
fn property((file, table): Table, key: &Key) -> Map<String, Value> {
    let below = || below(file, if table.is_empty() { key.name.to_owned() } else { format!("{table}.{}", key.name) });
    let mut property = match key.holds {
        Holds::Tables => array(below().into()),
        Holds::Table => below(),
        holds => value(holds),
    };
    property.insert("description".into(), json!(format!("{}。\n例如：{}", key.means, key.shown())));
    property
}

/// The table that a key opens. One that has names of the edition's own as keys counts something by them.
fn below(file: &'static str, name: String) -> Map<String, Value> {
    match keys::all().find(|((of, table), _)| *of == file && *table == name) {
        Some((table, _)) => object(table),
        None => entries([("type", json!("object")), ("additionalProperties", value(Holds::Number).into())]),
    }
}

fn value(holds: Holds) -> Map<String, Value> {
    match holds {
        Holds::Text | Holds::Reference => entries([("type", json!("string"))]),
        Holds::Id => entries([("type", json!("string")), ("pattern", json!("^[a-z0-9-]+$")), ("maxLength", json!(64))]),
        Holds::Number => entries([("type", json!("integer")), ("minimum", json!(0))]),
        Holds::Decimal => entries([("type", json!("number")), ("minimum", json!(0))]),
        Holds::Flag => entries([("type", json!("boolean"))]),
        Holds::Word(words) => entries([("type", json!("string")), ("enum", json!(words))]),
        Holds::Texts | Holds::References => array(value(Holds::Text).into()),
        Holds::Numbers => array(value(Holds::Number).into()),
        Holds::Tables | Holds::Table => Map::new(),
    }
}

fn array(items: Value) -> Map<String, Value> {
    entries([("type", json!("array")), ("items", items)])
}

fn entries<const N: usize>(entries: [(&str, Value); N]) -> Map<String, Value> {
    entries.into_iter().map(|(name, value)| (name.to_owned(), value)).collect()
}
