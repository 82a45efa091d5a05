//! What the style sheet must not do, whatever the browser.

use crate::support::{assert_none, project};

/// Fingers do not hover, and in-app browsers have no mouse: hovering may underline or tint what is
/// visible, but must not reveal anything.
#[test]
fn hovering_shows_nothing_that_is_not_there() {
    const MAY: [&str; 2] = ["text-decoration", "background"];
    let files = std::fs::read_dir(project().join("style")).unwrap().map(|entry| entry.unwrap().path());
    let mut rules = 0;
    let mut wrong = Vec::new();
    for file in files {
        let css = std::fs::read_to_string(&file).unwrap();
        for rule in css.split('}').filter(|rule| rule.contains(":hover")) {
            rules += 1;
            let body = rule.rsplit('{').next().unwrap_or_default();
            let names = body.split(';').filter_map(|line| line.split_once(':')).map(|(name, _)| name.trim());
            let hidden = names.filter(|name| !MAY.iter().any(|may| name.starts_with(may)));
            wrong.extend(hidden.map(|name| format!("{}: {name} in {}", file.display(), rule.trim())));
        }
    }
    assert!(rules > 0, "there are rules to look at");
    assert_none(&wrong);
}
