//! Readers who return, go back or change the address find the page as they would expect it.

use serde_json::json;

use crate::cast::{card, overview, topic};
use crate::engines::{in_chromium, in_every_engine};
use crate::page::Page;
use testbed::Engine;

const OPEN: &str = "return all('details.card[open]').map((card) => card.id)";

fn opens(page: &Page, card: &str) {
    page.click(&format!("#{card} > summary"));
    let named = "return location.search.includes(arguments[0]) || location.search";
    page.until_asked(&format!("the address names {card}"), named, json!([card]));
}

#[test]
fn a_page_that_is_loaded_again_is_as_it_was_left() {
    in_every_engine(|page| {
        page.open("?x=1");
        let cards = [card(0), card(2), card(-1)];
        cards.iter().for_each(|card| opens(page, card));
        let table = format!("[data-figure='{}'] .data", overview());
        page.ask::<()>("one(arguments[0]).open = true", json!([table]));
        page.run::<()>("one('#method').scrollIntoView({ behavior: 'instant' })");
        let before: f64 = page.run("return scrollY");
        page.reload();
        page.until("the page is ready again", "return document.documentElement.dataset.ready === 'true'");
        assert_eq!(page.run::<Vec<String>>(OPEN), cards);
        let shown = "return one(`${arguments[0]} table`).checkVisibility()";
        assert!(page.ask::<bool>(shown, json!([table])), "so is the table");
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
    in_every_engine(|page| {
        page.open("");
        let cards = [card(1), card(-2)];
        cards.iter().for_each(|card| opens(page, card));
        let open = "return arguments[0].map((card) => one(`#${card}`).open).join() === arguments[1]";
        page.back();
        page.until_asked("the second is closed again", open, json!([cards, "true,false"]));
        page.back();
        page.until_asked("so is the first", open, json!([cards, "false,false"]));
        page.assert_quiet("two steps back");
    });
}

/// A find in the page and a text fragment link open cards too, without a step in the history.
#[test]
fn only_what_the_reader_presses_is_a_step() {
    in_every_engine(|page| {
        page.open("");
        let steps: u32 = page.run("return history.length");
        let (card, other) = (card(0), card(-2));
        let follows = |card| format!("return location.search.includes('{card}')");
        page.run::<()>(&format!("one('#{other}').open = true"));
        page.until("the address follows", &follows(other));
        assert_eq!(page.run::<u32>("return history.length"), steps);
        page.open(&format!("embed/{card}.html"));
        let steps: u32 = page.run("return history.length");
        page.click(&format!("#{card} > summary"));
        page.until("the card is closed", &format!("return !one('#{card}').open"));
        page.click(&format!("#{card} > summary"));
        page.until("the address follows", &follows(card));
        assert_eq!(page.run::<u32>("return history.length"), steps, "an embed adds no steps to its host's history");
    });
}

#[test]
fn an_address_that_is_typed_into_the_open_page_leads_there() {
    in_every_engine(|page| {
        let topic = format!("topic={}", topic()[0]);
        page.open(&format!("?{topic}"));
        let there = "const card = one(`#${arguments[0]}`), { top } = card.getBoundingClientRect();
                     return card.open && top >= 0 && top < innerHeight / 2 || top";
        page.ask::<()>("location.hash = arguments[0]", json!([card(-3)]));
        page.until_asked("the card is open and in view", there, json!([card(-3)]));
        assert!(page.query().contains(&topic));
        page.assert_quiet("a typed address");
    });
}

#[test]
fn an_address_out_of_a_sentence_leads_where_it_was_meant_to() {
    in_chromium(|page| {
        for path in
            ["?card=CARD%E3%80%82", "?card=CARD)", "?card=CARD%27%20见图", "?x=1&amp;card=CARD", "#CARD%EF%BC%89"]
        {
            let (card, path) = (card(-3), path.replace("CARD", card(-3)));
            page.open(&path);
            let there = "const card = one(`#${arguments[0]}`); return card.open && card.getBoundingClientRect().top < innerHeight";
            page.until_asked(&path, there, json!([card]));
            let named = "return (location.search + location.hash).includes(arguments[0])";
            assert!(page.ask::<bool>(named, json!([card])), "{path}: the address still names it");
        }
        page.open("?theme=dark%E3%80%82");
        assert!(page.run::<bool>("return document.documentElement.dataset.theme === 'dark'"));
        page.go("source.html");
        let paragraphs: Vec<String> = page.run("return all('.paragraphs > li').map((paragraph) => paragraph.id)");
        let there = "return document.querySelector(':target')?.id === arguments[0]";
        for (paragraph, end) in [(&paragraphs[0], "%E3%80%82"), (&paragraphs[1], "")] {
            page.go(&format!("source.html#{paragraph}{end}"));
            page.until_asked(&format!("{paragraph}{end} is in view"), there, json!([paragraph]));
        }
        // These pages do not exist.
        for (path, page_meant) in
            [("data.html%E3%80%82", "/data.html"), ("data.html.", "/data.html"), ("summary.html)", "/summary.html")]
        {
            page.go(path);
            page.until_asked(path, "return location.pathname.endsWith(arguments[0])", json!([page_meant]));
        }
    });
}
