//! Who may import whom, on the files as they are: the table of the architecture, enforced.
//!
//! Reads paths as a compiler would write them out, in `use` and in expressions alike: `crate::`,
//! `super::` and `self::` are resolved, names of packages are known from `Cargo.toml`. What a file
//! imports is thus found without compiling it, for the host and for the browser at once.
#![cfg(feature = "ssr")]

mod support;

#[path = "support/rust.rs"]
mod rust;

use std::collections::{BTreeMap, BTreeSet};
use std::path::{Path, PathBuf};

use support::{assert_none, project};

/// The longest file that is read without losing the thread.
const MOST_LINES: usize = 400;
/// A name that says nothing attracts everything.
const NAMELESS: [&str; 5] = ["utils", "util", "helpers", "common", "misc"];

/// What a module and the modules below it may import, from within the crate and from packages; a
/// trailing `*` stands for any ending. A rule below another adds to it.
struct Rule {
    module: &'static str,
    ours: &'static [&'static str],
    packages: &'static [&'static str],
}

const fn rule(module: &'static str, ours: &'static [&'static str], packages: &'static [&'static str]) -> Rule {
    Rule { module, ours, packages }
}

const RULES: &[Rule] = &[
    rule("model", &[], &["std", "serde"]),
    rule("packet", &[], &["std", "serde"]),
    rule("content", &["model"], &["std", "toml", "strsim"]),
    rule("figure", &["model"], &["std", "plotters*"]),
    rule("data", &["model", "figure::cell"], &["std", "serde", "serde_json"]),
    rule("browser", &["model", "packet", "figure"], &["std", "leptos", "web_sys", "wasm_bindgen", "js_sys"]),
    rule("browser::hydrate", &[], &["any_spawner"]),
    rule("browser::parts", &[], &["wasm_split_helpers"]),
    rule("browser::surface", &[], &["plotters", "plotters_canvas"]),
    rule("view", &["model", "figure", "app::Board"], &["std", "leptos"]),
    rule("figure::code", &[], &["qrcodegen_no_heap"]),
    rule("view::data", &["data"], &[]),
    rule("view::marks", &["browser::cards", "browser::marks"], &[]),
    rule("view::stage", &["browser::stage"], &[]),
    rule("view::tools", &["browser::parts"], &[]),
    rule("app", &["model", "figure::Kind", "browser", "view"], &["leptos", "web_sys"]),
    rule("page", &["model", "packet", "data", "view"], &["std", "leptos"]),
    rule("page::builder", &[], &["serde_json"]),
    rule("page::compressed", &[], &["brotli", "flate2"]),
    rule("page::bundle", &[], &["wasm_encoder", "wasm_split_cli_support", "wasmparser"]),
    rule("page::glyphs", &["figure"], &[]),
    rule("page::excerpt", &["figure"], &[]),
    rule("page::hosting", &[], &["serde"]),
    rule("page::linked", &[], &["serde_json"]),
    rule("page::oembed", &[], &["serde"]),
    rule("page::picture", &["figure"], &["resvg"]),
    rule("page::piece", &["figure"], &[]),
    rule("page::site", &["figure::Shelf"], &[]),
    rule("page::style", &["figure::Ink"], &["lightningcss"]),
    rule("page::hash", &[], &["base64", "sha2"]),
    rule("main", &["app"], &[]),
    rule("bin::prerender", &["content", "model", "page"], &["std"]),
    rule("bin::gallery", &["content", "model", "figure"], &["base64", "std"]),
];

/// Imports against the table, each with its reason. One that nobody needs any more is a failure too.
const EXCEPTIONS: &[(&str, &str, &str)] = &[
    ("browser", "app::Board", "the signals that all live parts share are made where the parts are composed"),
    ("browser", "view::Chips", "what is brought to life last is composed in the part of the script that comes last"),
    ("browser", "view::Marks", "the same"),
    ("browser", "view::Roster", "the same"),
    ("browser", "view::Tip", "the same"),
    ("browser", "view::Tools", "the same"),
    ("browser", "view::StageState", "the browser drives the signals that a stage's component holds"),
];

#[test]
fn every_import_is_allowed() {
    let wrong = imports().into_iter().filter(|import| !import.is_allowed() && import.exception().is_none());
    assert_none(&wrong.map(|import| import.to_string()).collect::<Vec<_>>());
}

#[test]
fn every_rule_and_exception_is_needed() {
    let imports = imports();
    let rules = RULES.iter().flat_map(|rule| {
        let below: Vec<&Import> = imports.iter().filter(|import| is_below(rule.module, &import.module)).collect();
        let names = rule.ours.iter().chain(rule.packages);
        let idle = names.filter(move |name| !below.iter().any(|import| fits(name, &import.path)));
        idle.map(|name| format!("{}: {name} is not imported", rule.module))
    });
    let exceptions =
        EXCEPTIONS.iter().enumerate().filter(|(i, _)| imports.iter().all(|import| import.exception() != Some(*i)));
    let exceptions = exceptions.map(|(_, (module, path, _))| format!("{module}: {path} is an exception no more"));
    assert_none(&rules.chain(exceptions).collect::<Vec<_>>());
}

/// Data moves one way, so imports between modules never lead back to where they began.
#[test]
fn there_is_no_circle() {
    let mut graph: BTreeMap<String, BTreeSet<String>> = BTreeMap::new();
    for import in imports().iter().filter(|import| import.ours && import.exception().is_none()) {
        let head = |path: &str| path.split("::").next().unwrap_or_default().to_owned();
        // `app` is two things: the board that is shared, and the composition on top.
        let to = if import.path == "app::Board" { import.path.clone() } else { head(&import.path) };
        graph.entry(head(&import.module)).or_default().insert(to);
    }
    let mut left: BTreeSet<&String> = graph.keys().collect();
    loop {
        let leaf = left.iter().find(|&&m| graph[m].iter().all(|to| to == m || !left.contains(to))).copied();
        match leaf {
            Some(module) => left.remove(module),
            None => break,
        };
    }
    assert!(left.is_empty(), "these import each other: {left:?}");
}

#[test]
fn no_file_is_too_long() {
    let files =
        ["src", "xtask/src", "tests", "style"].into_iter().flat_map(|folder| files_below(&project().join(folder)));
    let code =
        files.filter(|path| path.extension().is_some_and(|e| ["rs", "toml", "css"].iter().any(|known| e == *known)));
    let lengths = code.map(|path| (std::fs::read_to_string(&path).unwrap().lines().count(), path));
    let long = lengths.filter(|(lines, _)| *lines > MOST_LINES);
    assert_none(&long.map(|(lines, path)| format!("{}: {lines} lines", path.display())).collect::<Vec<_>>());
}

#[test]
fn no_module_is_nameless() {
    let files = ["src", "xtask/src"].into_iter().flat_map(|folder| files_below(&project().join(folder)));
    let names = files.filter(|path| {
        path.components().any(|part| {
            let name = Path::new(part.as_os_str()).file_stem().unwrap_or_default();
            NAMELESS.iter().any(|nameless| name == *nameless)
        })
    });
    assert_none(&names.map(|path| path.display().to_string()).collect::<Vec<_>>());
}

/// A path that a module names.
struct Import {
    module: String,
    /// For ours two segments at most, `figure::Ink`; for others the package.
    path: String,
    ours: bool,
}

impl Import {
    fn is_allowed(&self) -> bool {
        let inside = self.ours && self.path.split("::").next() == self.module.split("::").next();
        let mut rules = RULES.iter().filter(|rule| is_below(rule.module, &self.module));
        inside
            || rules.any(|rule| {
                let names = if self.ours { rule.ours } else { rule.packages };
                names.iter().any(|name| fits(name, &self.path))
            })
    }

    /// The exception that this import needs, if it is one.
    fn exception(&self) -> Option<usize> {
        let fits =
            |(module, path, _): &(&str, &str, &str)| is_below(module, &self.module) && is_below(path, &self.path);
        EXCEPTIONS.iter().position(fits).filter(|_| !self.is_allowed())
    }
}

impl std::fmt::Display for Import {
    fn fmt(&self, f: &mut std::fmt::Formatter<'_>) -> std::fmt::Result {
        write!(f, "{} must not import {}", self.module, self.path)
    }
}

fn fits(name: &str, path: &str) -> bool {
    name.strip_suffix('*').map_or_else(|| is_below(name, path), |start| path.starts_with(start))
}

fn is_below(module: &str, path: &str) -> bool {
    path.strip_prefix(module).is_some_and(|rest| rest.is_empty() || rest.starts_with("::"))
}

fn imports() -> Vec<Import> {
    let root = project().join("src");
    let packages = packages();
    let of_file = |path: &PathBuf| {
        let module = module_of(path.strip_prefix(&root).unwrap());
        let paths = rust::paths(&std::fs::read_to_string(path).unwrap(), &module);
        let packages = &packages;
        let imports = paths.into_iter().filter_map(move |path| import(&module, &path, packages));
        imports.collect::<Vec<_>>()
    };
    let found: Vec<Import> = files_below(&root).iter().flat_map(of_file).collect();
    assert!(found.len() > 200, "the reader finds the imports");
    found
}

/// `figure/svg.rs` is `figure::svg`, `figure/mod.rs` is `figure`, `lib.rs` is the root.
fn module_of(path: &Path) -> Vec<String> {
    let mut names: Vec<String> =
        path.with_extension("").iter().map(|name| name.to_string_lossy().into_owned()).collect();
    if names.last().is_some_and(|last| last == "mod") || names == ["lib"] {
        names.pop();
    }
    names
}

/// An import of ours or of a package; `None` for names that are in scope otherwise.
fn import(module: &[String], path: &[String], packages: &BTreeSet<String>) -> Option<Import> {
    let (head, rest) = path.split_first()?;
    let (ours, path) = match head.as_str() {
        // The binaries see the library by its name.
        "crate" | "sijian" => (true, rest.iter().take(2).cloned().collect::<Vec<_>>().join("::")),
        name if packages.contains(name) => (false, name.to_owned()),
        _ => return None,
    };
    (!path.is_empty()).then(|| Import { module: module.join("::"), path, ours })
}

/// Everything in `Cargo.toml` that code could name, and the standard library.
fn packages() -> BTreeSet<String> {
    let text = std::fs::read_to_string(project().join("Cargo.toml")).unwrap();
    let manifest: toml::Table = text.parse().unwrap();
    let mut tables = vec![&manifest];
    tables.extend(manifest["target"].as_table().unwrap().values().filter_map(toml::Value::as_table));
    let names = tables.into_iter().filter_map(|t| t["dependencies"].as_table()).flat_map(toml::Table::keys);
    let standard = ["std", "core", "alloc"].map(str::to_owned);
    names.map(|name| name.replace('-', "_")).chain(standard).collect()
}

fn files_below(folder: &Path) -> Vec<PathBuf> {
    let mut files = Vec::new();
    for entry in std::fs::read_dir(folder).unwrap() {
        let path = entry.unwrap().path();
        if path.is_dir() { files.extend(files_below(&path)) } else { files.push(path) }
    }
    files.sort();
    files
}
