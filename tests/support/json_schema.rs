//! What a value breaks of a JSON schema: as much of the standard as the schemas of the content files
//! use. Any other word of it is a panic, so that none goes unchecked.

use serde_json::{Map, Value};

/// The places at which a value breaks a schema, with what is wrong.
pub fn faults(schema: &Value, value: &Value) -> Vec<String> {
    let mut found = Vec::new();
    walk(schema, value, "", &mut found);
    found
}

fn walk(schema: &Value, value: &Value, at: &str, found: &mut Vec<String>) {
    let Some(words) = schema.as_object() else {
        assert_eq!(schema, false, "{at}: the only schema that is no table");
        return found.push(format!("{at}: is not known"));
    };
    for (word, rule) in words {
        let is_fault = match word.as_str() {
            "$schema" | "title" | "description" | "then" | "else" => false,
            "type" => !is_of(rule, value),
            "enum" => !list(rule).contains(value),
            "const" => rule != value,
            "minimum" => value.as_f64().is_some_and(|number| number < rule.as_f64().unwrap()),
            "maxLength" => value.as_str().is_some_and(|text| text.len() > rule.as_u64().unwrap() as usize),
            "pattern" => !is_name(rule, value),
            "required" => list(rule).iter().any(|name| fields(value).all(|(field, _)| name != field)),
            _ => {
                parts(words, word, rule, value, at, found);
                false
            }
        };
        if is_fault {
            found.push(format!("{at}: {word} {rule}"));
        }
    }
}

/// The rules that lead to other schemas.
fn parts(words: &Map<String, Value>, word: &str, rule: &Value, value: &Value, at: &str, found: &mut Vec<String>) {
    let known = |name: &str| words.get("properties").and_then(|known| known.get(name));
    match word {
        "properties" => fields(value)
            .filter_map(|(name, value)| Some((name, value, known(name)?)))
            .for_each(|(name, value, rule)| walk(rule, value, &format!("{at}.{name}"), found)),
        "additionalProperties" => fields(value)
            .filter(|(name, _)| known(name).is_none())
            .for_each(|(name, value)| walk(rule, value, &format!("{at}.{name}"), found)),
        "items" => {
            let items = value.as_array().into_iter().flatten().enumerate();
            items.for_each(|(i, item)| walk(rule, item, &format!("{at}[{i}]"), found));
        }
        "allOf" => list(rule).iter().for_each(|rule| walk(rule, value, at, found)),
        "if" => {
            let branch = if faults(rule, value).is_empty() { "then" } else { "else" };
            words.get(branch).into_iter().for_each(|rule| walk(rule, value, at, found));
        }
        _ => panic!("{word} is not known here"),
    }
}

fn is_of(kind: &Value, value: &Value) -> bool {
    match kind.as_str().unwrap() {
        "object" => value.is_object(),
        "array" => value.is_array(),
        "string" => value.is_string(),
        "boolean" => value.is_boolean(),
        "integer" => value.is_u64() || value.is_i64(),
        "number" => value.is_number(),
        other => panic!("{other} is not known here"),
    }
}

fn is_name(pattern: &Value, value: &Value) -> bool {
    assert_eq!(pattern, "^[a-z0-9-]+$", "the only pattern that is known here");
    let fits = |b: u8| b.is_ascii_lowercase() || b.is_ascii_digit() || b == b'-';
    value.as_str().is_none_or(|text| !text.is_empty() && text.bytes().all(fits))
}

fn list(value: &Value) -> &[Value] {
    value.as_array().map_or(&[], Vec::as_slice)
}

fn fields(value: &Value) -> impl Iterator<Item = (&String, &Value)> {
    value.as_object().into_iter().flatten()
}
