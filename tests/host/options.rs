//! The pages' scripts get the reader's options from one table, `model::OPTIONS`.

use model::{OPTIONS, Values};

use crate::rendered::REAL_SITE;
use crate::support::{assert_none, project};

/// A new value is one line of Rust, so no script may spell out values or keys.
#[test]
fn no_script_names_an_option_or_a_value() {
    let mut words: Vec<&str> = OPTIONS.iter().map(|option| option.key).collect();
    for option in &OPTIONS {
        match option.values {
            Values::OneOf(values) => words.extend(values),
            Values::Like(form) => words.push(form),
        }
    }
    let scripts = std::fs::read_dir(project().join("crates/site/src")).unwrap().map(|entry| entry.unwrap().path());
    let scripts: Vec<_> = scripts.filter(|path| path.extension().is_some_and(|extension| extension == "js")).collect();
    assert!(scripts.len() > 5, "there are scripts to look at");
    let found = scripts.iter().flat_map(|path| {
        let script = std::fs::read_to_string(path).unwrap();
        // Comments may name them.
        let lines = script.lines().filter(|line| !line.trim_start().starts_with("//"));
        let script: String = lines.collect();
        let named =
            words.iter().filter(|word| ["'", "\"", "/"].iter().any(|q| script.contains(&[q, **word, q].concat())));
        named.map(|word| format!("{}: {word}", path.display())).collect::<Vec<_>>()
    });
    assert_none(&found.collect::<Vec<_>>());
}

/// After filling in, every script has them: those of the head, of embeds, of the element and of the
/// builder.
#[test]
fn every_script_is_told_all_values() {
    let builder = REAL_SITE.keys().find(|name| name.starts_with("builder-") && name.ends_with(".js")).unwrap();
    let missing = ["index.html", "source.html", "embed/cover.html", "embed.js", builder].into_iter().flat_map(|name| {
        let script = String::from_utf8_lossy(&REAL_SITE[name]);
        let choices = OPTIONS.iter().filter_map(|option| match option.values {
            Values::OneOf(values) => Some(serde_json::json!([option.key, values]).to_string()),
            Values::Like(_) => None,
        });
        // Terser keeps the quotes.
        let missing = choices.filter(|choice| !script.contains(choice.as_str()));
        missing.map(|choice| format!("{name}: no {choice}")).collect::<Vec<_>>()
    });
    assert_none(&missing.collect::<Vec<_>>());
}
