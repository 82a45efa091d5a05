//! Which files may import which. Crates enforce most boundaries by themselves; this test enforces
//! those between the folders of the app, and finds import cycles between files in every crate.

use std::collections::{BTreeMap, BTreeSet};
use std::path::{Path, PathBuf};

use crate::rust::{Named, paths};
use crate::support::{assert_none, project};

/// The longest file that can still be read comfortably.
const MOST_LINES: usize = 400;
/// Names that say nothing attract code of every kind.
const NAMELESS: [&str; 5] = ["utils", "util", "helpers", "common", "misc"];
/// The folders of the app, from the lowest: each may only import those before it.
const APP: [&str; 4] = ["state", "browser", "view", "app"];

#[test]
fn folders_of_the_app_import_only_lower_ones() {
    let level = |file: &str| APP.iter().position(|folder| file.starts_with(&format!("{folder}/")));
    let mut wrong = Vec::new();
    for (file, imports) in Sources::read(&project().join("src")).imports() {
        for import in imports {
            if let (Some(own), Some(other)) = (level(&file), level(&import))
                && other > own
            {
                wrong.push(format!("src/{file} must not import src/{import}"));
            }
        }
    }
    assert_none(&wrong);
}

#[test]
fn no_files_import_each_other_in_a_circle() {
    let circles = crates().into_iter().flat_map(|root| {
        let imports = Sources::read(&root).imports();
        assert!(!imports.is_empty(), "{} has no sources", root.display());
        circle(imports).map(|files| format!("{}: {}", root.display(), files.join(", ")))
    });
    assert_none(&circles.collect::<Vec<_>>());
}

#[test]
fn a_planted_circle_is_found() {
    let sources = Sources::from([
        ("lib.rs", "mod a; mod b; mod c; pub use b::B;"),
        ("a.rs", "use crate::B; pub struct A(B);"),
        ("b.rs", "use super::c; pub struct B(c::C);"),
        ("c.rs", "pub struct C; fn f() { let _ = super::a::A; }"),
        ("d.rs", "use crate::B;"),
    ]);
    let files = circle(sources.imports()).expect("a, b and c import each other");
    assert_eq!(files, ["a.rs", "b.rs", "c.rs"]);
}

#[test]
fn no_file_is_too_long() {
    let roots = crates().into_iter().chain(["tests", "style"].map(|folder| project().join(folder)));
    let files = roots.flat_map(|root| files_below(&root));
    let code = files.filter(|path| has_extension(path, &["rs", "toml", "css"]));
    let lengths = code.map(|path| (std::fs::read_to_string(&path).unwrap().lines().count(), path));
    let long = lengths.filter(|(lines, _)| *lines > MOST_LINES);
    assert_none(&long.map(|(lines, path)| format!("{}: {lines} lines", path.display())).collect::<Vec<_>>());
}

#[test]
fn no_module_is_nameless() {
    let files = crates().into_iter().flat_map(|root| files_below(&root));
    let names = files.filter(|path| {
        path.components().any(|part| {
            let name = Path::new(part.as_os_str()).file_stem().unwrap_or_default();
            NAMELESS.iter().any(|nameless| name == *nameless)
        })
    });
    assert_none(&names.map(|path| path.display().to_string()).collect::<Vec<_>>());
}

/// The source folders of all packages of the workspace.
fn crates() -> Vec<PathBuf> {
    let members = std::fs::read_dir(project().join("crates")).unwrap().map(|entry| entry.unwrap().path());
    let mut roots: Vec<PathBuf> = members.chain([project().to_owned(), project().join("xtask")]).collect();
    roots.sort();
    roots.into_iter().map(|root| root.join("src")).collect()
}

/// The Rust files of one crate, keyed by path below its source folder.
struct Sources(BTreeMap<String, Source>);

struct Source {
    module: Vec<String>,
    named: Vec<Named>,
}

impl Sources {
    fn read(root: &Path) -> Self {
        let files = files_below(root).into_iter().filter(|path| has_extension(path, &["rs"]));
        let texts = files.map(|path| {
            let parts: Vec<_> = path.strip_prefix(root).unwrap().iter().map(|part| part.to_string_lossy()).collect();
            (parts.join("/"), std::fs::read_to_string(&path).unwrap())
        });
        Self::of(texts)
    }

    fn from<const N: usize>(files: [(&str, &str); N]) -> Self {
        Self::of(files.into_iter().map(|(file, text)| (file.to_owned(), text.to_owned())))
    }

    fn of(texts: impl Iterator<Item = (String, String)>) -> Self {
        let sources = texts.map(|(file, text)| {
            let module = module_of(&file);
            let named = paths(&text, &module);
            (file, Source { module, named })
        });
        Self(sources.collect())
    }

    /// The files that each file imports.
    fn imports(&self) -> BTreeMap<String, BTreeSet<String>> {
        let of_file = |(file, source): (&String, &Source)| {
            let paths = source.named.iter().filter_map(|named| self.file_of(&source.in_crate(&named.path)?, 0));
            (file.clone(), paths.filter(|other| other != file).collect())
        };
        self.0.iter().map(of_file).collect()
    }

    /// The file that defines what a path from the crate's root names. Follows re-exports.
    fn file_of(&self, path: &[String], depth: usize) -> Option<String> {
        let modules = |length: usize| self.0.iter().find(|(_, source)| source.module == path[..length]);
        let (length, (file, source)) = (0..=path.len()).rev().find_map(|length| Some((length, modules(length)?)))?;
        let exported = source.named.iter().filter(|named| named.exported);
        let target = path.get(length).and_then(|name| {
            let mut targets = exported.filter_map(|named| source.in_crate(&named.path));
            targets.find(|target| target.last() == Some(name) && target.as_slice() != path)
        });
        match target {
            Some(target) if depth < 8 => self.file_of(&target, depth + 1),
            _ => Some(file.clone()),
        }
    }
}

impl Source {
    /// The path from the crate's root, if it names something of this crate. In a module's own file,
    /// a path may also begin with a child module.
    fn in_crate(&self, path: &[String]) -> Option<Vec<String>> {
        match path.split_first()? {
            (first, rest) if first == "crate" => Some(rest.to_vec()),
            (first, _) if first.chars().next().is_some_and(char::is_lowercase) => {
                Some(self.module.iter().chain(path).cloned().collect())
            }
            _ => None,
        }
    }
}

/// `figure/svg.rs` is `figure::svg`, `figure/mod.rs` is `figure`, `lib.rs` is the root.
fn module_of(file: &str) -> Vec<String> {
    let mut names: Vec<String> = file.trim_end_matches(".rs").split('/').map(str::to_owned).collect();
    if names.last().is_some_and(|last| last == "mod") || names == ["lib"] || names == ["main"] {
        names.pop();
    }
    names
}

/// The files in or between import cycles: repeatedly removes files that import none of the rest, or
/// that none of the rest imports.
fn circle(mut imports: BTreeMap<String, BTreeSet<String>>) -> Option<Vec<String>> {
    loop {
        let files: BTreeSet<String> = imports.keys().cloned().collect();
        let imported: BTreeSet<String> = imports.values().flatten().cloned().collect();
        imports.retain(|file, others| {
            others.retain(|other| files.contains(other));
            !others.is_empty() && imported.contains(file)
        });
        if imports.len() == files.len() {
            break;
        }
    }
    (!imports.is_empty()).then(|| imports.into_keys().collect())
}

fn has_extension(path: &Path, known: &[&str]) -> bool {
    path.extension().is_some_and(|extension| known.iter().any(|other| extension == *other))
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
