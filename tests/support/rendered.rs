//! The site as the prerender command writes it, without Trunk and with a dummy script.

#![allow(dead_code, reason = "each suite uses a part of it")]

use std::collections::BTreeMap;
use std::ffi::OsStr;
use std::path::{Path, PathBuf};
use std::process::{Command, Output};
use std::sync::LazyLock;
use std::sync::atomic::{AtomicUsize, Ordering};

use scraper::{ElementRef, Html, Selector};

use model::Edition;

use crate::support::{assert_none, editions, empty_folder, project};

pub static REAL_SITE: LazyLock<Files> = LazyLock::new(|| write_site("content", "real"));
pub static FIXTURE_SITE: LazyLock<Files> = LazyLock::new(|| write_site("tests/fixtures/edition", "fixture"));
static COUNTY_SITES: [LazyLock<Files>; 2] = [
    LazyLock::new(|| write_site("tests/editions/county-2023", "county-2023")),
    LazyLock::new(|| write_site("tests/editions/county-2024", "county-2024")),
];

/// The sites of all editions, with their names in failures.
pub fn sites() -> [(&'static str, &'static Files, &'static Edition); 4] {
    let [first, second] = &COUNTY_SITES;
    let files: [&Files; 4] = [&REAL_SITE, &FIXTURE_SITE, first, second];
    std::array::from_fn(|i| {
        let (name, edition) = editions()[i];
        (name, files[i], edition)
    })
}

/// Every page of all editions must pass.
#[track_caller]
pub fn check(complaints: impl Fn(&Page, &Files, &'static Edition) -> Vec<String>) {
    let found = sites().into_iter().flat_map(|(name, files, edition)| {
        let of_page = |page: &Page| {
            let found = complaints(page, files, edition).into_iter();
            found.map(|what| format!("{name} {}: {what}", page.name)).collect::<Vec<_>>()
        };
        pages(files).iter().flat_map(of_page).collect::<Vec<_>>()
    });
    assert_none(&found.collect::<Vec<_>>());
}

/// The files that Trunk puts into its staging folder before the command runs.
const BUNDLE: [(&str, &[u8]); 2] =
    [("sijian.js", b"export default function(){}"), ("sijian_bg.wasm", b"\0asm\x01\0\0\0")];

/// Runs the command on an edition's files; returns its output, and the files then in the staging
/// folder.
pub fn prerender(content: &Path, staging: &str, arguments: &[&str]) -> (Output, Files) {
    prerender_for(None, content, staging, arguments)
}

/// As [`prerender`], with the site's address.
pub fn prerender_for(site: Option<&str>, content: &Path, staging: &str, arguments: &[&str]) -> (Output, Files) {
    let address = site.map(|address| ("SIJIAN_SITE", address.as_ref()));
    prerender_with(&address.into_iter().collect::<Vec<_>>(), content, staging, arguments)
}

/// As [`prerender`], with these variables.
pub fn prerender_with(
    variables: &[(&str, &OsStr)],
    content: &Path,
    staging: &str,
    arguments: &[&str],
) -> (Output, Files) {
    // Different suites may use the same name.
    static RUNS: AtomicUsize = AtomicUsize::new(0);
    let staging = empty_folder(&format!("site-{}-{staging}", RUNS.fetch_add(1, Ordering::Relaxed)));
    for (name, bytes) in BUNDLE {
        std::fs::write(staging.join(name), bytes).unwrap();
    }
    let mut command = Command::new(env!("CARGO_BIN_EXE_prerender"));
    command.args(arguments).env("TRUNK_SOURCE_DIR", project()).env("TRUNK_STAGING_DIR", &staging);
    for variable in ["SIJIAN_WASM_OPT", "SIJIAN_VERSION", "SIJIAN_SITE", "SIJIAN_EDITIONS"] {
        command.env_remove(variable);
    }
    command.env("SIJIAN_CONTENT", content).envs(variables.iter().copied());
    let output = command.output().unwrap();
    let mut files = Files::new();
    gather(&staging, &staging, &mut files);
    (output, files)
}

/// Files by their path from the site's root, with `/`.
pub type Files = BTreeMap<String, Vec<u8>>;

fn gather(root: &Path, folder: &Path, files: &mut Files) {
    for entry in std::fs::read_dir(folder).unwrap() {
        let path = entry.unwrap().path();
        if path.is_dir() {
            gather(root, &path, files);
        } else {
            let name: Vec<_> = path.strip_prefix(root).unwrap().iter().map(|part| part.to_string_lossy()).collect();
            files.insert(name.join("/"), std::fs::read(&path).unwrap());
        }
    }
}

/// The whole site of an edition.
///
/// # Panics
/// If the command fails.
pub fn write_site(content: &str, staging: &str) -> Files {
    let (output, files) = prerender(&project().join(content), staging, &["--staged"]);
    assert!(output.status.success(), "{}", String::from_utf8_lossy(&output.stderr));
    files
}

/// A document of the site.
pub struct Page {
    /// From the site's root.
    pub name: String,
    pub text: String,
    pub html: Html,
}

/// All documents of a site.
pub fn pages(files: &Files) -> Vec<Page> {
    let documents = files.iter().filter(|(name, _)| name.ends_with(".html"));
    documents.map(|(name, bytes)| Page::new(name, std::str::from_utf8(bytes).unwrap())).collect()
}

impl Page {
    /// Parsed as in a browser that runs no scripts.
    pub fn new(name: &str, text: &str) -> Self {
        let text_of = |part: &str| part.split_once('>').map_or_else(String::new, |(_, rest)| rest.to_owned());
        let mut parts = text.split("<noscript");
        let first = parts.next().unwrap_or_default().to_owned();
        let bare = (first + parts.map(text_of).collect::<String>().as_str()).replace("</noscript>", "");
        let html = Html::parse_document(&bare);
        Self { name: name.to_owned(), text: text.to_owned(), html }
    }

    pub fn is_embed(&self) -> bool {
        self.name.starts_with("embed/")
    }

    /// The whole page, in either type size.
    pub fn is_index(&self) -> bool {
        ["index.html", "large.html"].contains(&self.name.as_str())
    }

    /// The one-page summary, for print: without scripts, stages and the edition's data.
    pub fn is_summary(&self) -> bool {
        self.name == "summary.html"
    }

    /// The list of files and citations: without stages and the edition's data.
    pub fn is_data(&self) -> bool {
        self.name == "data.html"
    }

    /// The method in full: without stages and the edition's data.
    pub fn is_method(&self) -> bool {
        self.name == "method.html"
    }

    /// The index of the source: without stages and the edition's data.
    pub fn is_source(&self) -> bool {
        self.name == "source.html"
    }

    /// What web hosts show for unknown addresses: without scripts and the edition's data.
    pub fn is_lost(&self) -> bool {
        self.name == "404.html"
    }

    pub fn all(&self, selector: &str) -> Vec<ElementRef<'_>> {
        self.html.select(&Selector::parse(selector).unwrap()).collect()
    }

    /// The values of an attribute on all elements that have it.
    pub fn attributes(&self, name: &str) -> Vec<&str> {
        self.all(&format!("[{name}]")).into_iter().filter_map(|element| element.attr(name)).collect()
    }

    /// The visible text, without white space: text may be split between elements.
    pub fn words(&self) -> String {
        let texts = self.html.tree.nodes().filter_map(|node| {
            let hidden = node
                .parent()
                .and_then(ElementRef::wrap)
                .is_some_and(|e| ["script", "style", "title"].contains(&e.value().name()));
            node.value().as_text().filter(|_| !hidden).map(|text| &**text)
        });
        unspaced(&texts.collect::<String>())
    }

    /// The file that a relative address leads to, from the site's root; `None` if it is outside.
    pub fn file_of(&self, address: &str) -> Option<String> {
        let path = address.split(['?', '#']).next().unwrap_or_default();
        let mut parts: Vec<&str> = self.name.split('/').collect();
        if !path.is_empty() {
            parts.pop();
        }
        for part in path.split('/').filter(|part| !part.is_empty() && *part != ".") {
            if part == ".." { parts.pop().map(|_| ())? } else { parts.push(part) }
        }
        Some(parts.join("/"))
    }
}

/// For comparing: without spaces, and with double quotation marks throughout, as marks within a quotation
/// become single ones on the page.
pub fn unspaced(text: &str) -> String {
    text.replace('‘', "“").replace('’', "”").chars().filter(|c| !c.is_whitespace() && *c != '\u{200b}').collect()
}

/// A copy of an edition's files, for tests to break.
pub fn copy_of(content: &str, name: &str) -> PathBuf {
    let copy = empty_folder(name);
    for file in content::FILES {
        std::fs::copy(project().join(content).join(file), copy.join(file)).unwrap();
    }
    copy
}
