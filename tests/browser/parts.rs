//! What of the page's script comes after its core: late, or never.

use serde_json::json;

use crate::every::in_every_engine;
use crate::page::Page;

#[test]
fn what_is_pressed_and_written_before_its_part_has_come_counts_then() {
    in_every_engine(|page| {
        ready(page, "fault/late-parts/");
        assert!(!page.run::<bool>("return 'live' in document.documentElement.dataset"), "it is held up");
        page.run::<()>(
            "one('.find > summary').click();
             one('.find input').value = '31';
             one('.display [name=theme][value=dark]').click();
             one('[data-poster=page]').click()",
        );
        page.run::<()>("dispatchEvent(new Event('go'))");
        page.until("something is found", "return all('.find-hits a').length > 0");
        page.until("the page is dark", "return document.documentElement.dataset.theme === 'dark'");
        page.until("there is a poster", "return one('#poster').open && one('#poster img').naturalWidth > 0");
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
        page.run::<()>("one('.chips button').click()");
        page.until("a choice is lit", "return all('[data-measure=lit]').length > 0");
    });
}

fn ready(page: &Page, path: &str) {
    page.go(path);
    page.until("the page is ready", "return document.documentElement.dataset.ready === 'true'");
}
