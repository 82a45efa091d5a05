//! What readers take away: passages that they copy, and pages that they save.

use std::{env, fs};

use serde_json::json;
use thirtyfour::Key;

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
    shipped::in_every_engine(|page| {
        for fault in ["", "fault/no-wasm/"] {
            page.go(&format!("{fault}?card=priority-2"));
            page.until("the card is open", "return one('#priority-2').open && document.readyState === 'complete'");
            let [text, html] = copied(page, "#priority-2 [data-measure] blockquote");
            assert!(text.starts_with('“') && text.contains("”\n——石林"), "{text}");
            assert!(text.contains("source.html#shi-lin-"), "{text}");
            assert!(html.contains("<p>“") && html.contains("<a href=\"http"), "{html}");

            // More than one passage, with a drawing between them: words alone.
            let [text, html] = copied(page, "#priority-2");
            assert!(text.contains("招商引资"), "{text}");
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
        let [text, _] = copied(page, "#shi-lin-8 blockquote");
        assert!(text.contains("——第8段") && text.contains("source.html#shi-lin-8"), "{text}");
    });
}

/// Only Chromium saves pages as one file. It runs no scripts in them.
#[test]
fn in_a_saved_page_every_drawing_is_seen() {
    shipped::in_chromium(|page| {
        page.open("?card=pillar-1");
        page.until_asked("a canvas is painted", include_str!("scripts/drawn.js"), json!(["pillar-1"]));
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
    shipped::in_every_engine(|page| {
        page.resize(390, 844);
        page.open("?topic=ecology&card=pillar-1");
        page.until_asked("a canvas is painted", include_str!("scripts/drawn.js"), json!(["pillar-1"]));
        page.run::<()>("one('#pillar-1 .marks button').focus()");
        let saved: String = page.run("return '<!DOCTYPE html>' + document.documentElement.outerHTML");
        let file = env::temp_dir().join(format!("sijian-{}-{}.html", std::process::id(), page.engine.name()));
        fs::write(&file, saved).expect("a writable folder");
        page.go_to(&format!("file://{}", file.display()));
        page.until("the page is parsed", "return document.readyState === 'complete'");
        expect_static(page);
        assert!(page.run::<bool>("return one('#pillar-1').open && all('.fallen').length === 0"), "as it was left");
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
