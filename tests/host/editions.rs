//! Several editions on one site: the first at its root, the others each in a folder of its own.

use std::collections::BTreeSet;
use std::ffi::OsStr;
use std::fs;
use std::path::{Path, PathBuf};
use std::sync::LazyLock;

use crate::rendered::{Files, Page, REAL_SITE, pages, prerender, prerender_with, unspaced};
use crate::support::{assert_none, empty_folder, project};
use scraper::Selector;
use site::Issue;

/// The skeleton, as it is.
static ROOT: LazyLock<PathBuf> = LazyLock::new(|| {
    let root = empty_folder("editions-root").join("edition");
    draft::skeleton().write(&root).unwrap();
    root
});

/// An imported article with a font of its own, the skeleton of an earlier year, and notes.
static OTHERS: LazyLock<PathBuf> = LazyLock::new(|| {
    let others = empty_folder("editions-others");
    let article = fs::read(project().join("tests/fixtures/import/article.md")).unwrap();
    draft::import("article.md", &article).unwrap().write(&others.join("luzhou")).unwrap();
    let fonts = others.join("luzhou/fonts");
    fs::create_dir(&fonts).unwrap();
    for entry in fs::read_dir(project().join("assets")).unwrap() {
        let path = entry.unwrap().path();
        fs::copy(&path, fonts.join(path.file_name().unwrap())).unwrap();
    }
    for font in ["serif.woff2", "serif-cover.woff2"] {
        fs::write(fonts.join(font), "of its own").unwrap();
    }

    draft::skeleton().write(&others.join("earlier")).unwrap();
    let file = others.join("earlier/edition.toml");
    let text = fs::read_to_string(&file).unwrap();
    fs::write(
        &file,
        text.replace("plan_year = 2025", "plan_year = 2021").replace("results_year = 2024", "results_year = 2020"),
    )
    .unwrap();
    fs::create_dir(others.join("notes")).unwrap();
    others
});

/// The site of all three.
pub static SITE: LazyLock<Files> = LazyLock::new(|| built(&[("SIJIAN_EDITIONS", OTHERS.as_ref())], "editions-site"));

fn built(variables: &[(&str, &OsStr)], name: &str) -> Files {
    let (output, files) = prerender_with(variables, &ROOT, name, &["--staged"]);
    assert!(output.status.success(), "{}", String::from_utf8_lossy(&output.stderr));
    files
}

fn page(files: &Files, name: &str) -> Page {
    Page::new(name, std::str::from_utf8(&files[name]).unwrap())
}

/// What differs from the edition built alone: only the link in the foot of its page, what sums the
/// pages up, and at the root what is there for all.
fn differing(alone: &Files, folder: &str, way: &str, files: &Files) -> Vec<String> {
    const SUMS: [&str; 3] = ["sw.js", "version.json", "_headers"];
    let link = format!("<li><a href=\"{way}\">各期</a></li>");
    let same = |name: &str, bytes: &[u8]| {
        let Some(found) = files.get(&format!("{folder}{name}")) else { return false };
        let text = String::from_utf8_lossy(found);
        let is_index = ["index.html", "large.html"].contains(&name);
        SUMS.contains(&name)
            || is_index && text.matches(&link).count() == 1 && text.replace(&link, "").as_bytes() == bytes
            || !is_index && found == bytes
    };
    let wrong = alone.iter().filter(|(name, bytes)| !same(name, bytes));
    let lacking: Vec<String> = wrong.map(|(name, _)| format!("{folder}{name}")).collect();
    let own = files.keys().filter_map(|name| name.strip_prefix(folder)).filter(|name| !alone.contains_key(*name));
    own.map(|name| format!("{folder}{name} is new")).chain(lacking).collect()
}

#[test]
fn each_edition_is_as_complete_as_alone() {
    for name in ["luzhou", "earlier"] {
        let (output, alone) = prerender(&OTHERS.join(name), &format!("editions-{name}"), &["--staged"]);
        assert!(output.status.success());
        assert_none(&differing(&alone, &format!("{name}/"), "../editions.html", &SITE));
        assert_eq!(alone["_headers"], SITE[&format!("{name}/_headers")]);
    }
    let inner = |name: &str| ["luzhou/", "earlier/"].iter().any(|folder| name.starts_with(folder));
    let outer = SITE.iter().filter(|(name, _)| !inner(name)).map(|(name, bytes)| (name.clone(), bytes.clone()));
    let found = differing(&built(&[], "editions-alone"), "", "editions.html", &outer.collect());
    assert_eq!(found, ["editions.html is new"]);
}

#[test]
fn an_edition_without_others_is_not_changed() {
    let empty = empty_folder("editions-none");
    fs::create_dir(empty.join("notes")).unwrap();
    assert!(built(&[("SIJIAN_EDITIONS", empty.as_ref())], "editions-one") == built(&[], "editions-single"));
}

#[test]
fn the_list_shows_every_edition_the_newest_plans_first() {
    let list = page(&SITE, "editions.html");
    let ways: Vec<&str> = list.all(".issues h2 a").into_iter().filter_map(|link| link.attr("href")).collect();
    assert_eq!(ways, ["luzhou/index.html", "index.html", "earlier/index.html"]);
    let blocks = list.all(".issues > li");
    for (block, way) in blocks.iter().zip(ways) {
        let words = unspaced(&block.text().collect::<String>());
        let index = page(&SITE, way);
        let said = [".kicker strong", ".kicker span", "h1"]
            .map(|part| unspaced(&index.all(part)[0].text().collect::<String>()));
        assert!(said.iter().all(|said| words.contains(said)), "{said:?} in {words}");
        // On the page, links lie over it.
        for drawing in block.select(&Selector::parse("svg").unwrap()) {
            let class = drawing.attr("class").unwrap().replace(' ', ".");
            let whole = index.all(&format!(".cover svg.{class}"))[0].inner_html();
            let drawing = drawing.inner_html();
            assert!(drawing.len() > 1000 && whole.starts_with(&drawing), "{way}: another drawing {class}");
        }
    }
    assert_eq!(blocks.len(), 3);
    assert_eq!(list.all("title")[0].inner_html(), "各期｜望潮县、鹭洲县");
}

#[test]
fn every_way_between_the_editions_leads_to_a_file() {
    let mut ways = 0;
    for page in pages(&SITE).iter().filter(|page| !page.is_embed() && !page.is_lost()) {
        let addresses = ["href", "src", "data-app", "data-wasm", "data-worker"].map(|name| page.attributes(name));
        let styles = page.text.split("url(").skip(1).filter_map(|rest| rest.split(')').next());
        let styles = styles.map(|url| url.trim_matches(['"', '\'']));
        for address in addresses.concat().into_iter().chain(styles).filter(|a| !a.starts_with("data:")) {
            let file = page.file_of(address).unwrap_or_default();
            assert!(SITE.contains_key(&file), "{}: {address} leads to {file}", page.name);
            ways += usize::from(file == "editions.html" && page.name != file);
        }
    }
    assert_eq!(ways, 6, "each edition's page leads to the list, in both sizes");
}

/// A headline's characters may be in no other edition's font.
#[test]
fn each_headline_on_the_list_has_the_font_of_its_edition() {
    let list = page(&SITE, "editions.html");
    let named: Vec<&String> =
        SITE.keys().filter(|name| name.contains("serif-cover") && list.text.contains(*name)).collect();
    let [own, shared] = named.as_slice() else { panic!("{named:?}") };
    assert!(own.starts_with("luzhou/") && !shared.contains('/'), "{named:?}");
    assert!(list.text.contains("[data-issue=\"luzhou\"]{--face:\"Sijian luzhou\"}"));
    assert!(!list.text.contains("[data-issue=\"earlier\"]"), "it has the root's font");
}

#[test]
fn only_the_roots_worker_keeps_the_list_and_none_keeps_others_pages() {
    let kept = |name: &str| {
        let worker = String::from_utf8_lossy(&SITE[name]).into_owned();
        worker.lines().find_map(|line| line.strip_prefix("const PAGES = ")).unwrap().to_owned()
    };
    let edition = "['', 'source.html', 'summary.html', 'data.html', 'method.html'];";
    assert_eq!(kept("sw.js"), edition.replace("];", ", 'editions.html'];"));
    assert_eq!(["luzhou/sw.js", "earlier/sw.js"].map(kept), [edition; 2]);
}

#[test]
fn each_edition_has_the_address_of_its_folder() {
    let told = [("SIJIAN_EDITIONS", OTHERS.as_ref()), ("SIJIAN_SITE", "https://example.org/a/".as_ref())];
    let files = built(&told, "editions-addressed");
    for (name, address) in [("", "https://example.org/a/"), ("luzhou/", "https://example.org/a/luzhou/")] {
        let index = page(&files, &format!("{name}index.html"));
        assert_eq!(index.all("link[rel=canonical]")[0].attr("href"), Some(address));
        assert!(
            String::from_utf8_lossy(&files[&format!("{name}embed/cover.json")])
                .contains(&format!("{address}embed/cover.html"))
        );
    }
}

#[test]
fn all_problems_of_all_editions_are_told_at_once() {
    let broken = empty_folder("editions-broken");
    for name in ["a", "data", "中"] {
        draft::skeleton().write(&broken.join(name)).unwrap();
    }
    for name in ["a", "data"] {
        fs::write(broken.join(name).join("topics.toml"), "[[topic]]\nid = \"repair\"\n").unwrap();
    }
    for task in ["--staged", "--read"] {
        let told = [("SIJIAN_EDITIONS", broken.as_ref())];
        let (output, files) = prerender_with(&told, &ROOT, "editions-broken-site", &[task]);
        let report = String::from_utf8(output.stderr).unwrap();
        assert!(!output.status.success());
        for place in ["a/topics.toml:1:1：", "data：“data” 不能作", "data/topics.toml:1:1：", "中：“中” 不能作"]
        {
            assert!(report.contains(&format!("{}", broken.join(place).display())), "{place} in {report}");
        }
        assert_eq!(files.keys().collect::<Vec<_>>(), ["sijian.js", "sijian_bg.wasm"], "nothing is written");
    }
}

#[test]
fn reading_alone_writes_nothing() {
    let (output, files) = prerender_with(&[("SIJIAN_EDITIONS", OTHERS.as_ref())], &ROOT, "editions-read", &["--read"]);
    assert!(output.status.success());
    assert_eq!(files.keys().collect::<Vec<_>>(), ["sijian.js", "sijian_bg.wasm"]);
}

/// Some hosts serve pages without their extension.
#[test]
fn no_edition_takes_a_name_that_the_root_needs() {
    let name = |file: &str| match file.split_once('/') {
        Some((folder, _)) => Some(folder.to_owned()),
        None => Some(Path::new(file).file_stem()?.to_str()?.to_owned()).filter(|_| file.ends_with(".html")),
    };
    let needed: BTreeSet<String> =
        REAL_SITE.keys().filter_map(|file| name(file)).chain(["editions".to_owned()]).collect();
    assert!(needed.len() == 9 && needed.contains("embed"), "{needed:?}");
    assert_none(&needed.into_iter().filter(|name| Issue::may_be_in(name)).collect::<Vec<_>>());
    for wrong in ["", "..", "A", "-a", "a b", "index.html"] {
        assert!(!Issue::may_be_in(wrong), "{wrong}");
    }
    assert!(["a", "wangchao-2025", "2025"].into_iter().all(Issue::may_be_in));
}
