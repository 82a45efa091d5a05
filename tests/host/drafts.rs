//! New editions: the skeleton, and what an article gives. Both are there on disk and as pages at
//! once.

use std::path::{Path, PathBuf};

use crate::rendered::{FIXTURE_SITE, Files, pages, prerender, unspaced};
use crate::support::shipped::is_here;
use crate::support::{empty_folder, project, said_in};
use draft::{Draft, WriteError};
use model::Edition;

fn imported() -> Draft {
    let article = std::fs::read(project().join("tests/fixtures/import/article.md")).unwrap();
    draft::import("article.md", &article).unwrap_or_else(|problems| panic!("{}", content::report(&problems)))
}

/// Writes a draft into a folder of its own.
fn written(draft: &Draft, name: &str) -> PathBuf {
    let folder = empty_folder(name).join("edition");
    draft.write(&folder).unwrap();
    folder
}

fn read(folder: &Path) -> Edition {
    let read = content::read(|name| std::fs::read_to_string(folder.join(name)));
    read.unwrap_or_else(|problems| panic!("{}", content::report(&problems)))
}

/// Its site, after a check that has nothing to report or to write.
fn site(folder: &Path, name: &str) -> Files {
    let before = std::fs::read_to_string(folder.join(content::FOUND)).unwrap();
    let (output, _) = prerender(folder, &format!("{name}-checked"), &["--check"]);
    let told = String::from_utf8([output.stdout, output.stderr].concat()).unwrap();
    assert!(output.status.success() && told.contains("没有问题"), "{told}");
    assert!(told.contains("引文、热词的次数都和原文一致"), "{told}");
    assert_eq!(std::fs::read_to_string(folder.join(content::FOUND)).unwrap(), before, "every place was known");
    let (output, files) = prerender(folder, name, &["--staged"]);
    assert!(output.status.success(), "{}", String::from_utf8_lossy(&output.stderr));
    files
}

/// Every title, label and quotation of the plans is in the page.
#[track_caller]
fn expect_told(edition: &Edition, files: &Files) {
    let page = pages(files).into_iter().find(|page| page.name == "index.html").unwrap().words();
    let plans = serde_json::to_value((&edition.pillars, &edition.priorities)).unwrap();
    let said = said_in("", &plans);
    assert!(said.len() > 20, "{} texts", said.len());
    for said in said.iter().filter(|said| ["title", "label", "text"].contains(&said.key.as_str())) {
        assert!(page.contains(&unspaced(&said.text)), "{} {}", said.place, said.text);
    }
}

#[test]
fn the_skeleton_is_a_site() {
    let folder = written(&draft::skeleton(), "draft-skeleton");
    expect_told(&read(&folder), &site(&folder, "draft-skeleton-site"));
}

#[test]
fn an_imported_article_is_a_site() {
    let folder = written(&imported(), "draft-imported");
    let edition = read(&folder);
    assert_eq!((edition.pillars.len(), edition.priorities.len(), edition.measures().count()), (2, 1, 6));
    expect_told(&edition, &site(&folder, "draft-imported-site"));
}

/// Nothing is said that is not in the article: no report, no targets, and no name that is half a verb.
#[test]
fn a_draft_says_nothing_that_the_article_does_not() {
    let article = "# 一条溪上的账\n\n## 【重点】让溪水再清一点\n\n==沿溪种下护岸柳==。\n";
    let draft = draft::import("a.md", article.as_bytes()).unwrap_or_else(|p| panic!("{}", content::report(&p)));
    let (edition, _) = draft.read().unwrap_or_else(|p| panic!("{}", content::report(&p)));
    let head = &edition.masthead;
    assert_eq!((head.report.as_str(), head.standfirst.as_str()), ("", "1项举措"));
    assert_eq!(edition.priorities[0].short, "溪水再清");
    // A scale of what is not drawn.
    assert!(edition.caption("priority-1").is_none_or(|caption| caption.scale.is_empty()));
}

/// Only a document whose author is quoted on the report speaks of it.
#[test]
fn a_report_that_nobody_comments_on_is_not_named() {
    let text = |page: &[u8]| String::from_utf8_lossy(page).replace('\u{200b}', "");
    let method = |files: &Files| text(&files["method.html"]);
    let folder = written(&draft::skeleton(), "draft-method");
    assert!(!method(&site(&folder, "draft-method-site")).contains("，谈"), "it has no readings");
    let with = FIXTURE_SITE["method.html"].as_slice();
    assert!(text(with).contains("，谈某省某某某的工作报告"), "the fixture has");
}

/// A key that the reader does not know would be a problem; this is about those that it would miss.
/// `paragraph` may be beside every quotation, and is explained beside the first.
#[test]
fn the_skeleton_has_every_key_of_every_edition() {
    let shipped = is_here();
    let skeleton = draft::skeleton();
    let bare =
        |line: &str| line.strip_prefix('#').filter(|rest| !rest.starts_with([' ', ':'])).unwrap_or(line).to_owned();
    for file in content::FILES {
        let text = skeleton.files().find(|(path, _)| *path == file).unwrap().1;
        let ours = keys(&text.lines().map(bare).collect::<Vec<_>>().join("\n"));
        // Not another edition that somebody has put into `content/`: it would be no fault of its own.
        let folders = ["content", "tests/fixtures/edition", "tests/editions/county-2023", "tests/editions/county-2024"];
        for folder in folders.into_iter().filter(|folder| *folder != "content" || shipped) {
            let theirs = keys(&std::fs::read_to_string(project().join(folder).join(file)).unwrap_or_default());
            let missing: Vec<&String> =
                theirs.iter().filter(|key| !ours.contains(key) && !key.ends_with(".paragraph")).collect();
            assert!(missing.is_empty(), "{folder}/{file}: {missing:?}");
        }
    }
}

/// The paths of all keys. The ids of documents are no keys.
fn keys(text: &str) -> Vec<String> {
    let mut found = Vec::new();
    gather("", &toml::Value::Table(text.parse().unwrap()), &mut found);
    found
}

fn gather(path: &str, value: &toml::Value, found: &mut Vec<String>) {
    match value {
        toml::Value::Table(table) if !path.ends_with(".counts") || !path.starts_with("term") => {
            for (key, value) in table {
                let path = if path.is_empty() { key.clone() } else { format!("{path}.{key}") };
                found.push(path.clone());
                gather(&path, value, found);
            }
        }
        toml::Value::Array(items) => items.iter().for_each(|item| gather(path, item, found)),
        _ => {}
    }
}

#[test]
fn what_is_there_is_never_overwritten() {
    let folder = written(&draft::skeleton(), "draft-there");
    std::fs::write(folder.join("edition.toml"), "mine").unwrap();
    let error = imported().write(&folder).unwrap_err();
    assert!(matches!(error, WriteError::Exists), "{error}");
    assert_eq!(std::fs::read_to_string(folder.join("edition.toml")).unwrap(), "mine");
    // A file of this name, too.
    let file = folder.join("edition.toml");
    assert!(matches!(imported().write(&file), Err(WriteError::Exists)));
}

/// What the documents show works as it is.
#[test]
fn the_article_in_the_documents_gives_an_edition() {
    for name in ["docs/editions.md", "docs/editions.zh-CN.md"] {
        let text = std::fs::read_to_string(project().join(name)).unwrap();
        let (_, behind) = text.split_once("```markdown\n").unwrap();
        let (article, _) = behind.split_once("```").unwrap();
        let draft = draft::import(name, article.as_bytes()).unwrap_or_else(|p| panic!("{}", content::report(&p)));
        let (edition, _) = draft.read().unwrap_or_else(|p| panic!("{}", content::report(&p)));
        let counts =
            [edition.pillars.len(), edition.priorities.len(), edition.indicators.len(), edition.measures().count()];
        assert_eq!(counts, [1, 1, 1, 3], "{name}");
    }
}
