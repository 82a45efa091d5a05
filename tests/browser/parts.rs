//! The parts of the page's program that load after its core: late, or never.

use serde_json::json;

use crate::cast::common_word;
use crate::engines::in_every_engine;
use crate::page::Page;

/// The controls that need one of the last parts.
const LATE: &str = ".panel, .chips, .tools, .guess, .tour, .to-poster";

#[test]
fn what_comes_late_is_seen_only_then_and_knows_what_was_written_before() {
    in_every_engine(|page| {
        ready(page, "fault/late-parts/");
        expect_seen(page, false);
        // A browser that goes back to a page restores its inputs like this.
        page.ask::<()>(
            "one('.find').open = true;
             one('.find input').value = arguments[0];
             one('.display [name=theme][value=dark]').checked = true",
            json!([common_word()]),
        );
        page.run::<()>("dispatchEvent(new Event('go'))");
        page.until("all is live", "return document.documentElement.dataset.live === ''");
        expect_seen(page, true);
        page.until("something is found", "return all('.find-hits a').length > 0");
        page.until("the page is dark", "return document.documentElement.dataset.theme === 'dark'");
        page.run::<()>("one('[data-poster=page]').click()");
        page.until("there is a poster", "return one('#poster').open && all('#poster img')[0]?.naturalWidth > 0");
        page.assert_quiet("parts that come late");
    });
}

#[test]
fn without_its_parts_the_page_is_ready_and_every_drawing_is_seen() {
    in_every_engine(|page| {
        ready(page, "fault/no-parts/");
        page.run::<()>("all('details.card').forEach((card) => (card.open = true))");
        let unseen: Vec<String> = page.ask(include_str!("scripts/unseen_drawings.js"), json!([]));
        assert_eq!(unseen, Vec::<String>::new());
        expect_seen(page, false);
    });
}

#[test]
fn a_part_that_failed_is_asked_for_again() {
    in_every_engine(|page| {
        ready(page, "fault/shy-parts/");
        page.until("all is live", "return document.documentElement.dataset.live === ''");
        assert!(page.run::<usize>("return window.__refused") >= 2, "the parts came at once");
        expect_seen(page, true);
    });
}

#[track_caller]
fn expect_seen(page: &Page, seen: bool) {
    let script = "return all(arguments[0]).filter((e) => getComputedStyle(e).visibility === (arguments[1] ? 'hidden' : 'visible'))
        .map((e) => e.className)";
    let wrong: Vec<String> = page.ask(script, json!([LATE, seen]));
    assert_eq!(wrong, Vec::<String>::new(), "seen: {seen}");
}

fn ready(page: &Page, path: &str) {
    page.go(path);
    page.until("the page is ready", "return document.documentElement.dataset.ready === 'true'");
}
