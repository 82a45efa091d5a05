//! Checks that only `style/tokens.css` contains colours.

use std::path::{Path, PathBuf};

use crate::support::{assert_none, project};

/// Colour notations in style sheets and scripts, besides `#…`.
const FUNCTIONS: [&str; 8] = ["rgb(", "rgba(", "hsl(", "hwb(", "lab(", "lch(", "oklab(", "oklch("];

/// Colour names that somebody might use. System colours, which are the reader's own, are allowed.
const NAMES: [&str; 16] = [
    "black", "blue", "brown", "crimson", "gold", "gray", "green", "grey", "ivory", "navy", "orange", "red", "silver",
    "teal", "white", "yellow",
];

#[test]
fn no_file_but_the_tokens_names_a_colour() {
    let folders = ["style", "src", "crates/figure/src", "crates/model/src", "crates/site/src"];
    let mut files = vec![project().join("index.html")];
    folders.iter().for_each(|folder| list(&project().join(folder), &mut files));
    let read = files.iter().filter(|file| !file.ends_with("style/tokens.css"));
    let found = read.flat_map(|file| {
        let text = std::fs::read_to_string(file).unwrap();
        let extension = file.extension().unwrap_or_default().to_string_lossy().into_owned();
        let lines = text.lines().enumerate().map(|(index, line)| (index + 1, line.to_owned())).collect::<Vec<_>>();
        lines.into_iter().flat_map(move |(number, line)| {
            let place = format!("{}:{number}", file.display());
            literals(&line, &extension).into_iter().map(move |literal| format!("{place}: {literal}"))
        })
    });
    assert_none(&found.collect::<Vec<_>>());
}

/// The icon is a separate image, so it cannot refer to the tokens.
#[test]
fn the_icon_has_the_pages_colours() {
    let icon = std::fs::read_to_string(project().join("assets/icon.svg")).unwrap();
    let tokens = std::fs::read_to_string(project().join("style/tokens.css")).unwrap();
    let own = literals(&icon, "svg");
    assert!(!own.is_empty(), "the icon has colours");
    assert_none(&own.into_iter().filter(|colour| !tokens.contains(colour.as_str())).collect::<Vec<_>>());
}

#[test]
fn colours_are_told_from_what_looks_alike() {
    let css = |line: &str| literals(line, "css");
    assert_eq!(css("  color: #fff;"), ["#fff"]);
    assert_eq!(css("  border: 1px solid light-dark(#1d1a16, rgb(0 0 0 / 60%));"), ["#1d1a16", "rgb("]);
    assert_eq!(css("  fill: white;"), ["white"]);
    assert_none(&css(
        "  white-space: nowrap; color: var(--gold); background: color-mix(in srgb, var(--a) 5%, Canvas);",
    ));
    assert_none(&css(".card #fig-cover, #added-1 { color: inherit; } /* red */"));
    assert_eq!(literals("const INK: &str = \"#1d1a16\";", "rs"), ["#1d1a16"]);
    assert_none(&literals("let (r, g, b) = palette.rgb(ink); format!(\"#{id}\")", "rs"));
}

fn list(folder: &Path, files: &mut Vec<PathBuf>) {
    for entry in std::fs::read_dir(folder).unwrap() {
        let path = entry.unwrap().path();
        match path.extension().map(|extension| extension.to_string_lossy().into_owned()).as_deref() {
            _ if path.is_dir() => list(&path, files),
            Some("css" | "rs" | "js") => files.push(path),
            _ => {}
        }
    }
}

/// The colours in a line.
fn literals(line: &str, extension: &str) -> Vec<String> {
    let is_name = |c: char| c.is_ascii_alphanumeric() || c == '-' || c == '_';
    let hashes = line.match_indices('#').filter_map(|(at, _)| {
        let rest = &line[at + 1..];
        let word = &rest[..rest.find(|c| !is_name(c)).unwrap_or(rest.len())];
        let digits = matches!(word.len(), 3 | 4 | 6 | 8) && word.bytes().all(|b| b.is_ascii_hexdigit());
        digits.then(|| format!("#{word}"))
    });
    let mut found: Vec<String> = hashes.collect();
    let apart = |at: usize| !line[..at].ends_with(is_name);
    // In Rust, functions may have these names.
    if extension != "rs" {
        let functions = FUNCTIONS.iter().filter(|name| line.match_indices(*name).any(|(at, _)| apart(at)));
        found.extend(functions.map(|name| (*name).to_owned()));
    }
    let code = line.split("/*").next().unwrap_or_default();
    if let ("css", Some((_, value))) = (extension, code.split_once(": ")) {
        let mut words = value.split(|c| !is_name(c));
        found.extend(words.by_ref().filter(|word| NAMES.contains(word)).map(str::to_owned));
    }
    found
}
