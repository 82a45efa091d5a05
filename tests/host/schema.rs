//! The schemas of the content files: what editors' programs check while a file is typed is what the
//! reader asks for.

use std::collections::{BTreeMap, BTreeSet};

use crate::json_schema::faults;
use crate::support::{assert_none, empty_folder, project};
use content::FILES;
use serde_json::{Value, json};

/// Files of an edition, by name.
type Texts = BTreeMap<String, String>;

fn schema(file: &str) -> Value {
    let name = content::schema_name(file);
    content::schemas().find(|(of, _)| *of == name).unwrap_or_else(|| panic!("{file} has no schema")).1
}

fn folder(path: &str) -> Texts {
    let texts = FILES.map(|name| (name, std::fs::read_to_string(project().join(path).join(name))));
    texts.into_iter().filter_map(|(name, text)| Some((name.to_owned(), text.ok()?))).collect()
}

fn skeleton(change: impl Fn(&str) -> String) -> Texts {
    let skeleton = draft::skeleton();
    let texts = skeleton.files().filter(|(path, _)| FILES.contains(path));
    texts.map(|(path, text)| (path.to_owned(), change(text))).collect()
}

/// The skeleton with everything that is optional.
fn in_full() -> Texts {
    let bare =
        |line: &str| line.strip_prefix('#').filter(|rest| !rest.starts_with([' ', ':'])).unwrap_or(line).to_owned();
    skeleton(|text| text.lines().map(bare).collect::<Vec<_>>().join("\n"))
}

fn value(text: &str) -> Value {
    serde_json::to_value(text.parse::<toml::Table>().unwrap_or_else(|error| panic!("{error}"))).unwrap()
}

#[test]
fn every_edition_is_valid_by_its_schemas() {
    let editions = [
        ("content", folder("content")),
        ("the fixture", folder("tests/fixtures/edition")),
        ("the county in 2023", folder("tests/editions/county-2023")),
        ("the county in 2024", folder("tests/editions/county-2024")),
        ("the skeleton", skeleton(str::to_owned)),
        ("the skeleton in full", in_full()),
    ];
    let mut complaints = Vec::new();
    for (name, texts) in editions {
        assert!(texts.len() >= 10, "{name} is there");
        for (file, text) in texts {
            complaints.extend(faults(&schema(&file), &value(&text)).into_iter().map(|f| format!("{name}, {file}{f}")));
        }
    }
    assert_none(&complaints);
}

/// At every place of every file.
#[test]
fn an_unknown_key_and_a_wrong_type_are_told() {
    let mut untold = Vec::new();
    for (file, text) in in_full() {
        let (schema, whole) = (schema(&file), value(&text));
        let places = places(&whole);
        for place in &places {
            let mut wrong = whole.clone();
            let here = wrong.pointer_mut(place).unwrap();
            match here.as_object_mut() {
                Some(table) => _ = table.insert("strange".into(), json!([])),
                None => *here = if here.is_boolean() { json!("true") } else { json!(true) },
            }
            untold.extend(faults(&schema, &wrong).is_empty().then(|| format!("{file} {place}")));
        }
        assert!(places.len() > 2, "{file} has keys");
    }
    assert_none(&untold);
}

/// A key that may be left out may be left out by the schema, and one that must be there must, also beside others: what
/// the reader says of the invented editions without one of their keys, the schema says, too.
#[test]
fn what_is_missing_by_the_schema_is_missing_for_the_reader() {
    let editions = ["tests/fixtures/edition", "tests/editions/county-2024"].map(folder);
    let mut complaints = Vec::new();
    for (whole, (file, text)) in editions.iter().flat_map(|whole| whole.iter().map(move |text| (whole, text))) {
        let (schema, value, mut seen) = (schema(file), value(text), BTreeSet::new());
        for place in places(&value) {
            let (table, key) = place.rsplit_once('/').unwrap();
            let mut less = value.clone();
            let Some(table) = less.pointer_mut(table).and_then(Value::as_object_mut) else { continue };
            table.remove(key);
            // One table of those that have the same keys.
            let kind = (place.replace(|c: char| c.is_ascii_digit(), ""), table.keys().cloned().collect::<Vec<_>>());
            if !seen.insert(kind) {
                continue;
            }
            let missing = !faults(&schema, &less).is_empty();
            let said = problems(whole, file, &less);
            // Without a key, another may be of no use.
            let is_told = |problem: &String| problem.contains("：缺少 “") || problem.contains("” 没有用到。");
            if missing != said.iter().any(is_told) {
                complaints.push(format!("{file} {place}: by the schema {missing}, by the reader {said:?}"));
            }
        }
    }
    assert_none(&complaints);
}

/// Keys that are there only beside certain others, with one that is missing and one that is of no use.
#[test]
fn a_key_that_depends_on_another_is_told_by_schema_and_reader() {
    let target = "value = 90\nunit = \"%\"\nbound = \"at_least\"\npicture = \"share\"";
    let broken = [
        ("priorities.toml", target, "value = 90\nunit = \"%\"\nbound = \"between\"", "缺少 “upto”"),
        ("priorities.toml", target, "value = 90\nupto = 95\nunit = \"%\"\nbound = \"at_least\"", "“upto” 没有用到"),
        ("priorities.toml", "picture = \"share\"", "picture = \"floor\"", "缺少 “yardstick”"),
        ("priorities.toml", "picture = \"floor\"\n", "", "“yardstick” 没有用到"),
        ("readings.toml", "bound = \"at_least\"\n", "bound = \"between\"\n", "缺少 “upto”"),
        ("readings.toml", "value = 45\n", "", "“unit” 没有用到"),
        ("readings.toml", "value = 45\n", "start = 40\n", "“start” 没有用到"),
        ("readings.toml", "bound = \"at_least\"\n", "", "缺少 “bound”"),
        ("echoes.toml", "grade = \"same-meaning\"", "grade = \"same-word\"", "缺少 “words”"),
        ("echoes.toml", "grade = \"same-word\"", "grade = \"same-meaning\"", "“words” 没有用到"),
        ("guesses.toml", "part = ", "target = \"target-trees\"\npart = ", "“part” 没有用到"),
        ("terms.toml", "reason = \"frequent\"", "reason = \"named\"", "缺少 “quote”"),
        ("source.toml", "name = ", "# ", "“id” 没有用到"),
    ];
    let whole = folder("tests/fixtures/edition");
    let mut complaints = Vec::new();
    for (file, from, to, said) in broken {
        assert!(whole[file].contains(from), "{file}: {from}");
        let changed = value(&whole[file].replacen(from, to, 1));
        if faults(&schema(file), &changed).is_empty() {
            complaints.push(format!("{file}: the schema does not say: {said}"));
        }
        let problems = problems(&whole, file, &changed);
        if !problems.iter().any(|problem| problem.contains(said)) {
            complaints.push(format!("{file}: {said}, but {problems:?}"));
        }
    }
    assert_none(&complaints);
}

fn problems(whole: &Texts, file: &str, changed: &Value) -> Vec<String> {
    let text = toml::to_string(changed).unwrap();
    let load = |name: &str| match whole.get(name) {
        _ if name == file => Ok(text.clone()),
        Some(text) => Ok(text.clone()),
        None => Err(std::io::ErrorKind::NotFound.into()),
    };
    content::read(load).err().into_iter().flatten().map(|problem| problem.to_string()).collect()
}

/// The places of all values in a value, as JSON pointers.
fn places(value: &Value) -> Vec<String> {
    let mut found = Vec::new();
    gather(value, "", &mut found);
    found
}

fn gather(value: &Value, at: &str, found: &mut Vec<String>) {
    let below: Vec<(String, &Value)> = match value {
        Value::Object(table) => table.iter().map(|(name, value)| (name.clone(), value)).collect(),
        Value::Array(items) => items.iter().enumerate().map(|(i, item)| (i.to_string(), item)).collect(),
        _ => Vec::new(),
    };
    for (name, value) in below {
        let at = format!("{at}/{name}");
        gather(value, &at, found);
        found.push(at);
    }
}

/// Every file that a draft has names a schema that is there.
#[test]
fn a_draft_names_its_schemas() {
    let editions = empty_folder("schemas");
    draft::skeleton().write(&editions.join("mine")).unwrap();
    draft::write_schemas(&editions).unwrap();
    for file in FILES {
        let text = std::fs::read_to_string(editions.join("mine").join(file)).unwrap();
        let named = text.lines().next().unwrap().strip_prefix("#:schema ").unwrap_or_else(|| panic!("{file}: {text}"));
        let written = std::fs::read_to_string(editions.join("mine").join(named)).unwrap();
        assert_eq!(serde_json::from_str::<Value>(&written).unwrap(), schema(file));
    }
}
