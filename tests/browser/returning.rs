//! Readers who return, go back or change the address find the page as they would expect it.

use serde_json::json;

use crate::page::Page;
use crate::shipped;
use testbed::Engine;

const OPEN: &str = "return all('details.card[open]').map((card) => card.id)";

fn opens(page: &Page, card: &str) {
    page.click(&format!("#{card} > summary"));
    let named = "return location.search.includes(arguments[0]) || location.search";
    page.until_asked(&format!("the address names {card}"), named, json!([card]));
}

#[test]
fn a_page_that_is_loaded_again_is_as_it_was_left() {
    shipped::in_every_engine(|page| {
        page.open("?x=1");
        for card in ["matter-1", "matter-3", "priority-2"] {
            opens(page, card);
        }
        page.run::<()>("one('[data-figure=terms] .data').open = true");
        page.run::<()>("one('#readings').scrollIntoView({ behavior: 'instant' })");
        let before: f64 = page.run("return scrollY");
        page.reload();
        page.until("the page is ready again", "return document.documentElement.dataset.ready === 'true'");
        assert_eq!(page.run::<Vec<String>>(OPEN), ["matter-1", "matter-3", "priority-2"]);
        assert!(page.run::<bool>("return one('[data-figure=terms] .data table').checkVisibility()"), "so is the table");
        let place = "const off = Math.abs(scrollY - arguments[0]); return off < 100 || `${off} px off`";
        // When its driver reloads a page, Firefox always starts at the top.
        if page.engine != Engine::Firefox {
            page.until_asked("the reader is where they were", place, json!([before]));
        }
        page.assert_quiet("loaded again");
    });
}

#[test]
fn a_step_back_closes_what_the_step_has_opened() {
    shipped::in_every_engine(|page| {
        page.open("");
        opens(page, "matter-2");
        opens(page, "pillar-4");
        page.back();
        page.until("the second is closed again", "return !one('#pillar-4').open && one('#matter-2').open");
        page.back();
        page.until("so is the first", "return !one('#matter-2').open");
        page.assert_quiet("two steps back");
    });
}

/// A find in the page and a text fragment link open cards too, without a step in the history.
#[test]
fn only_what_the_reader_presses_is_a_step() {
    shipped::in_every_engine(|page| {
        page.open("");
        let steps: u32 = page.run("return history.length");
        page.run::<()>("one('#pillar-2').open = true");
        page.until("the address follows", "return location.search.includes('pillar-2')");
        assert_eq!(page.run::<u32>("return history.length"), steps);
        page.open("embed/pillar-1.html");
        let steps: u32 = page.run("return history.length");
        page.click("#pillar-1 > summary");
        page.until("the card is closed", "return !one('#pillar-1').open");
        page.click("#pillar-1 > summary");
        page.until("the address follows", "return location.search.includes('pillar-1')");
        assert_eq!(page.run::<u32>("return history.length"), steps, "an embed adds no steps to its host's history");
    });
}

#[test]
fn an_address_that_is_typed_into_the_open_page_leads_there() {
    shipped::in_every_engine(|page| {
        page.open("?topic=ecology");
        page.run::<()>("location.hash = '#pillar-4'");
        let there = "const { top } = one('#pillar-4').getBoundingClientRect();
                     return one('#pillar-4').open && top >= 0 && top < innerHeight / 2 || top";
        page.until("the card is open and in view", there);
        assert!(page.query().contains("topic=ecology"));
        page.assert_quiet("a typed address");
    });
}

#[test]
fn an_address_out_of_a_sentence_leads_where_it_was_meant_to() {
    shipped::in_chromium(|page| {
        for path in [
            "?card=pillar-4%E3%80%82",
            "?card=pillar-4)",
            "?card=pillar-4%27%20见图",
            "?x=1&amp;card=pillar-4",
            "#pillar-4%EF%BC%89",
        ] {
            page.open(path);
            let there = "return one('#pillar-4').open && one('#pillar-4').getBoundingClientRect().top < innerHeight";
            page.until(path, there);
            let named = "return (location.search + location.hash).includes('pillar-4')";
            assert!(page.run::<bool>(named), "{path}: the address still names it");
        }
        page.open("?theme=dark%E3%80%82");
        assert!(page.run::<bool>("return document.documentElement.dataset.theme === 'dark'"));
        page.go("source.html#shi-lin-8%E3%80%82");
        page.until("the paragraph is in view", "return document.querySelector('#shi-lin-8:target') !== null");
        page.go("source.html#shi-lin-10");
        page.until("a plain address stays", "return document.querySelector('#shi-lin-10:target') !== null");
        // These pages do not exist.
        for (path, page_meant) in
            [("data.html%E3%80%82", "/data.html"), ("data.html.", "/data.html"), ("summary.html)", "/summary.html")]
        {
            page.go(path);
            page.until_asked(path, "return location.pathname.endsWith(arguments[0])", json!([page_meant]));
        }
    });
}
