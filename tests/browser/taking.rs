//! What readers take away: passages that they copy, and pages that they save.

use serde_json::json;
use thirtyfour::Key;

use crate::engines::{in_chromium, in_every_engine};
use crate::page::Page;

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
        }
    });
}

/// Only Chromium saves pages as one file. It runs no scripts in them.
#[test]
fn in_a_saved_page_every_drawing_is_seen() {
    in_chromium(|page| {
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
