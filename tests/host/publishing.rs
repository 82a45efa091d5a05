//! What a build contains for web hosts: copies, names, headers, and the release's version.

use std::collections::BTreeSet;
use std::fs;
use std::io::Read;

use crate::editions::SITE;
use crate::rendered::{Files, Page, REAL_SITE, prerender_for, sites};
use crate::support::{assert_none, empty_folder, project};
use serde_json::Value;
use sha2::{Digest, Sha256};

#[test]
fn copies_hold_what_their_files_hold() {
    let folder = empty_folder("publishing-copies");
    fs::create_dir(folder.join("embed")).unwrap();
    let long = "四件大事，一年一张表。".repeat(500).into_bytes();
    for (name, bytes) in [("index.html", &long), ("embed/a.json", &long), ("a.png", &long), ("b.woff2", &long)] {
        fs::write(folder.join(name), bytes).unwrap();
    }
    fs::write(folder.join("short.csv"), "1").unwrap();
    site::compress(&folder).unwrap();

    for name in ["index.html", "embed/a.json"] {
        let copy = |ending: &str| fs::read(folder.join(format!("{name}.{ending}"))).unwrap();
        let (mut from_brotli, mut from_gzip) = (Vec::new(), Vec::new());
        brotli::Decompressor::new(&*copy("br"), 4096).read_to_end(&mut from_brotli).unwrap();
        flate2::read::GzDecoder::new(&*copy("gz")).read_to_end(&mut from_gzip).unwrap();
        assert!(from_brotli == long && from_gzip == long, "{name}");
        assert!(copy("br").len() < copy("gz").len() && copy("gz").len() < 500, "{name}");
    }
    for name in ["a.png", "b.woff2", "short.csv"] {
        for ending in ["br", "gz"] {
            assert!(!folder.join(format!("{name}.{ending}")).exists(), "{name} gains nothing by a copy");
        }
    }
}

/// A file that may be cached for good keeps its name only while its content is the same.
#[test]
fn names_that_last_tell_the_content() {
    for (_, files, _) in sites() {
        let lasting: Vec<_> = files.iter().filter(|(name, _)| site::lifetime(name).contains("immutable")).collect();
        let stems: BTreeSet<&str> = lasting.iter().filter_map(|(name, _)| name.split('-').next()).collect();
        assert_eq!(stems.into_iter().collect::<Vec<_>>(), ["app", "builder", "icon", "serif"]);
        for (name, bytes) in lasting {
            let sum: String = Sha256::digest(bytes).iter().take(5).map(|byte| format!("{byte:02x}")).collect();
            assert!(name.contains(&format!("-{sum}.")), "{name} has the sum {sum}");
        }
    }
    for name in ["index.html", "app-012345678.js", "app-0123456789a.js", "app-0123ABCDEF.js", "0123456789.js"] {
        assert_eq!(site::lifetime(name), "no-cache", "{name}");
    }
}

#[test]
fn a_build_says_which_release_it_is() {
    let release = |files: &Files| -> Value { serde_json::from_slice(&files["version.json"]).unwrap() };
    let real = release(&REAL_SITE);
    assert_eq!(real["version"], env!("CARGO_PKG_VERSION"));
    assert_eq!(real.get("commit"), None, "nobody told it");
    assert_eq!(real["content"].as_str().unwrap().len(), 10);
    let [_, (_, fixture, _), (_, county, _), _] = sites();
    assert_ne!(release(fixture)["content"], release(county)["content"]);
}

/// Hosts join the values of all rules that match a path, so each header must come from only one.
#[test]
fn hosts_are_told_every_header_once() {
    for files in [&*REAL_SITE, &*SITE] {
        expect_headers(files);
    }
}

fn expect_headers(files: &Files) {
    let rules = String::from_utf8(files["_headers"].clone()).unwrap();
    assert!(rules.lines().filter(|line| line.starts_with('/')).count() <= 100, "Cloudflare reads no more");
    let mut wrong = Vec::new();
    let mut compare = |path: &str, file: &str| {
        let mut expected = site::headers(file);
        expected.push(("Cache-Control", site::lifetime(file)));
        // Pictures and JSON of embeds execute nothing, and share the rule of their pages.
        expected.retain(|(name, _)| *name != "Content-Security-Policy" || !file.contains("embed/"));
        let found = met(&rules, path);
        let odd = found.iter().filter(|header| !expected.contains(header)).map(|header| format!("{path}: {header:?}"));
        wrong.extend(odd);
        let lacking = expected.iter().filter(|header| found.iter().filter(|other| other == header).count() != 1);
        wrong.extend(lacking.map(|header| format!("{path}: {header:?} not once")));
    };
    compare("/summary", "summary.html");
    for file in files.keys().filter(|file| *file != "_headers") {
        compare(&format!("/{file}"), file);
        if let Some(folder) = file.strip_suffix("index.html") {
            compare(&format!("/{folder}"), file);
        }
    }
    assert_none(&wrong);
}

fn met<'a>(rules: &'a str, path: &str) -> Vec<(&'a str, &'a str)> {
    let mut met = Vec::new();
    let mut meets = false;
    for line in rules.lines() {
        match line.strip_prefix("  ") {
            Some(header) if meets => met.extend(header.split_once(": ")),
            Some(_) => {}
            None => meets = is_for(line, path),
        }
    }
    met
}

/// `*` at the end stands for anything, `:edition` for one folder.
fn is_for(rule: &str, path: &str) -> bool {
    let (rule, path) = match (rule.strip_prefix("/:edition/"), path[1..].split_once('/')) {
        (Some(rule), Some((_, path))) => (rule, path),
        (Some(_), None) => return false,
        (None, _) => (rule, path),
    };
    rule.strip_suffix('*').map_or(rule == path, |start| path.starts_with(start))
}

/// The files in `deploy/` are written by hand. `tests/servers.rs` runs them where the servers are
/// installed.
#[test]
fn the_configurations_have_every_value() {
    let read = |names: &[&str]| -> String {
        names.iter().map(|name| fs::read_to_string(project().join("deploy").join(name)).unwrap()).collect()
    };
    let texts = [
        ("nginx", read(&["nginx/maps.conf", "nginx/serve.conf"])),
        ("Caddy", read(&["Caddyfile"])),
        ("IIS", read(&["iis/web.config"]).replace('_', "-")),
    ];
    let wanted: BTreeSet<(&str, &str)> = REAL_SITE
        .keys()
        .flat_map(|file| site::headers(file).into_iter().chain([("Cache-Control", site::lifetime(file))]))
        .collect();
    assert!(wanted.len() > 8, "{wanted:?}");
    let lacking = texts.iter().flat_map(|(server, text)| {
        let lacking =
            wanted.iter().filter(|(name, value)| !text.contains(name) || !text.contains(&format!("\"{value}\"")));
        lacking.map(move |(name, value)| format!("{server}: no {name}: {value}"))
    });
    assert_none(&lacking.collect::<Vec<_>>());
}

/// The page is shown at any path depth, so no relative link works.
#[test]
fn the_page_for_lost_addresses_needs_no_other_file() {
    let lost = |files: &Files| Page::new("404.html", std::str::from_utf8(&files["404.html"]).unwrap());
    let addresses = |page: &Page| -> Vec<String> {
        ["href", "src"].into_iter().flat_map(|name| page.attributes(name)).map(str::to_owned).collect()
    };
    assert_eq!(addresses(&lost(&REAL_SITE)), ["data:,"]);
    assert!(!lost(&REAL_SITE).text.contains("url("), "its style loads nothing");

    let content = project().join("tests/fixtures/edition");
    let (output, told) = prerender_for(Some("https://example.org/sijian/"), &content, "lost", &["--staged"]);
    assert!(output.status.success());
    assert_eq!(addresses(&lost(&told)), ["data:,", "https://example.org/sijian/"]);
}
