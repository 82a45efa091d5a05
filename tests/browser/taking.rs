//! What readers take away: passages that they copy, and pages that they save.

use std::{env, fs};

use serde_json::json;
use thirtyfour::Key;

use crate::cast::{fullest_card, topic};
use crate::engines::{in_chromium, in_every_engine};
use crate::fall::expect_static;
use crate::page::Page;
use crate::shipped;

/// Selects an element's content and copies it. Gives what the clipboard would hold, as text and as HTML.
fn copied(page: &Page, selector: &str) -> [String; 2] {
    page.ask::<()>(
        "getSelection().selectAllChildren(one(arguments[0]));
         window.__copied = null;
         addEventListener('copy', ({ clipboardData }) => {
           window.__copied = ['text/plain', 'text/html'].map((type) => clipboardData.getData(type));
         }, { once: true })",
        json!([selector]),
    );
    page.press_with(Key::Control, 'c');
    page.until("it is copied", "return window.__copied !== null");
    page.run("return window.__copied")
}

#[test]
fn a_copied_passage_brings_its_marks_and_its_source() {
    in_every_engine(|page| {
        for fault in ["", "fault/no-wasm/"] {
            page.go(fault);
            // A passage whose source stands above it, as several of the card come from one paragraph.
            let [card, measure, place]: [String; 3] = page.run(
                "const passage = all('[data-measure] blockquote:not(:has(.source))').find((e) => e.textContent.length > 12);
                 return [passage.closest('.card').id, passage.closest('[data-measure]').id,
                     one('.source', passage.closest(':has(.source)')).hash]",
            );
            page.go(&format!("{fault}?card={card}"));
            let open = "return one(`#${arguments[0]}`).open && document.readyState === 'complete'";
            page.until_asked("the card is open", open, json!([card]));
            let [text, html] = copied(page, &format!("#{measure} blockquote"));
            assert!(text.starts_with('“') && text.contains("”\n——"), "{text}");
            assert!(text.contains(&format!("source.html{place}")), "{place}: {text}");
            assert!(html.contains("<p>“") && html.contains("<a href=\"http"), "{html}");

            // More than one passage, with a drawing between them: words alone.
            let [text, html] = copied(page, &format!("#{card}"));
            let title: String = page.ask("return one(arguments[0]).textContent", json!([format!("#{card} h3")]));
            assert!(text.replace('\u{200b}', "").contains(&title.replace('\u{200b}', "")), "{title}: {text}");
            let strange: Vec<&str> =
                ["<canvas", "<button", "<svg", "<noscript"].into_iter().filter(|e| html.contains(e)).collect();
            assert_eq!(strange, Vec::<&str>::new());

            // The whole page: words, no machinery.
            page.run::<()>("getSelection().removeAllRanges()");
            let [_, html] = copied(page, "body");
            let strange: Vec<&str> =
                ["<script", "<dialog", "<input", " id="].into_iter().filter(|e| html.contains(e)).collect();
            assert_eq!(strange, Vec::<&str>::new());
        }
        page.go("source.html");
        let paragraph: String = page.run("return one('.paragraphs > li:has(blockquote)').id");
        let [text, _] = copied(page, &format!("#{paragraph} blockquote"));
        assert!(text.contains("——") && text.contains(&format!("source.html#{paragraph}")), "{text}");
    });
}

/// Only Chromium saves pages as one file. It runs no scripts in them.
#[test]
fn in_a_saved_page_every_drawing_is_seen() {
    in_chromium(|page| {
        page.open(&format!("?card={}", fullest_card()));
        page.until_asked("a canvas is painted", include_str!("scripts/drawn.js"), json!([fullest_card()]));
        let saved = page.save();
        page.go_to(&format!("file://{}", saved.display()));
        let seen = "const seen = (part) => part.checkVisibility({ visibilityProperty: true });
                    const drawings = [...document.querySelectorAll('.drawing')].filter((one) => one.checkVisibility());
                    const wrong = drawings.filter((one) => ![...one.querySelectorAll('svg')].some(seen) || seen(one.querySelector('canvas')));
                    return drawings.length > 3 && wrong.length === 0 || wrong.map((one) => one.outerHTML.slice(0, 99))";
        assert_eq!(page.run::<serde_json::Value>(seen), json!(true));
    });
}

/// As "save page as", or a clipper, takes it: the markup of the moment, without the program.
#[test]
fn a_page_saved_as_html_is_static() {
    in_every_engine(|page| {
        page.resize(390, 844);
        let card = fullest_card();
        page.open(&format!("?topic={}&card={card}", topic()[0]));
        page.until_asked("a canvas is painted", include_str!("scripts/drawn.js"), json!([fullest_card()]));
        page.run::<()>(&format!("one('#{card} .marks button').focus()"));
        let saved: String = page.run("return '<!DOCTYPE html>' + document.documentElement.outerHTML");
        let file = env::temp_dir().join(format!("sijian-{}-{}.html", std::process::id(), page.engine.name()));
        fs::write(&file, saved).expect("a writable folder");
        page.go_to(&format!("file://{}", file.display()));
        page.until("the page is parsed", "return document.readyState === 'complete'");
        expect_static(page);
        assert!(
            page.run::<bool>(&format!("return one('#{card}').open && all('.fallen').length === 0")),
            "as it was left"
        );
        fs::remove_file(&file).expect("its own file");
    });
}

/// Reading views find the story, and leave out what belongs to the drawings.
#[test]
fn a_reading_view_takes_the_page() {
    let Some(folder) = env::var_os("SIJIAN_READABILITY") else {
        eprintln!("Readability is not here, so no reading view is tried");
        return;
    };
    let [whole, probably] = ["Readability.js", "Readability-readerable.js"]
        .map(|file| fs::read_to_string(std::path::Path::new(&folder).join(file)).expect("Readability's script"));
    shipped::in_chromium(|page| {
        for (path, words) in [
            ("", ["以走在前作表率为牵引", "雨污管网混接错接", "具体化、项目化、清单化"]),
            ("summary.html", ["走在前作表率", "盘活闲置办公楼宇", "雨污管网"]),
            ("source.html", ["刘强峰", "石林", "雨污管网"]),
        ] {
            page.go(path);
            page.until("the page is there", "return document.readyState === 'complete'");
            let (offered, text): (bool, String) = page.run(&format!(
                "{whole}\n{probably}\nreturn [isProbablyReaderable(document), new Readability(document.cloneNode(true)).parse().textContent]"
            ));
            assert!(offered, "/{path} is not offered to read");
            for word in words {
                assert!(text.contains(word), "/{path}: {word} is not in {text}");
            }
            assert!(!text.contains("嵌入"), "/{path}: controls are read, too");
        }
    });
}
