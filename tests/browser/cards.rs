//! Cards and the address.

use serde_json::json;

use crate::cast::card;
use crate::engines::{in_chromium, in_every_engine};
use crate::page::Page;

#[test]
fn opening_a_card_names_it_in_the_address_without_a_page_load() {
    in_every_engine(|page| {
        let card = card(1);
        let named = format!("card={card}&from=a%20b&x");
        page.open("?from=a%20b&x");
        page.run::<()>("window.stays = true");
        press(page, card);
        expect_address(page, &named);
        assert_eq!(open_cards(page), [card]);

        page.back();
        expect_address(page, "from=a%20b&x");
        page.forward();
        expect_address(page, &named);
        expect_open(page, card, true);

        press(page, card);
        expect_address(page, "from=a%20b&x");
        assert_eq!(open_cards(page), Vec::<String>::new());
        assert!(page.run::<bool>("return window.stays === true"), "the page was loaded anew");
        page.assert_quiet("opening and closing");
    });
}

#[test]
fn back_and_forward_walk_through_the_cards_that_were_opened() {
    in_every_engine(|page| {
        let cards = [card(0), card(-1)];
        let [first, second] = cards.map(|card| format!("card={card}"));
        page.open("");
        press(page, cards[0]);
        expect_address(page, &first);
        press(page, cards[1]);
        expect_address(page, &second);
        page.back();
        expect_address(page, &first);
        expect_open(page, cards[0], true);
        page.back();
        expect_address(page, "");
        page.forward();
        page.forward();
        expect_address(page, &second);
        expect_open(page, cards[1], true);
        page.assert_quiet("back and forward");
    });
}

#[test]
fn an_address_with_a_card_opens_it_and_brings_it_into_view() {
    in_every_engine(|page| {
        for (width, height) in [(390, 844), (1280, 900)] {
            page.resize(width, height);
            let card = card(-5);
            page.open(&format!("?card={card}"));
            assert_eq!(open_cards(page), [card], "at {width}");
            page.until(&format!("the card's top is in view at {width}"), include_str!("scripts/card_in_view.js"));
            assert_eq!(page.query(), format!("card={card}"));
            page.assert_quiet("a card in the address");
        }
    });
}

#[test]
fn a_card_that_there_is_not_is_ignored() {
    in_chromium(|page| {
        for path in ["?card=pillar-99&x=1", "?card=%3Cb%3E&x=1", "?card=&x=1", "?card=amounts&x=1"] {
            page.open(path);
            assert_eq!(open_cards(page), Vec::<String>::new(), "{path}");
            assert!(page.run::<bool>("return scrollY === 0"), "{path}: the page stays at its top");
            assert!(page.query().contains("x=1"), "{path}: became {}", page.query());
            page.assert_quiet(path);
        }
    });
}

#[test]
fn a_link_to_a_passage_opens_the_card_that_holds_it() {
    in_every_engine(|page| {
        page.open("");
        let target: String = page.run(
            "const link = one('.echoes a');
             link.closest('details.card').open = true;
             return link.hash.slice(1)",
        );
        page.click(".echoes a");
        let script = "const passage = document.getElementById(arguments[0]);
                      const { top, bottom } = passage.getBoundingClientRect();
                      return (passage.closest('details.card').open && top < innerHeight && bottom > 0) || top";
        page.until_asked("the passage is in view", script, json!([target]));
        page.assert_quiet("a link to a passage");
    });
}

#[test]
fn steps_stand_in_the_history_as_they_were_made_however_late_the_next_paint() {
    in_every_engine(|page| {
        page.open("");
        // Follows a link within the card before the page is painted with the card open.
        let card: String = page.run(
            "const link = one('.targets a'), card = link.closest('details.card');
             card.addEventListener('toggle', () => link.click(), { once: true });
             return card.id",
        );
        press(page, &card);
        page.until(
            "its passage is in the address",
            "return location.hash !== '' && document.activeElement.id === location.hash.slice(1)",
        );
        page.back();
        page.until("Back returns to the card", "return location.hash === ''");
        expect_open(page, &card, true);
        expect_address(page, &format!("card={card}"));
        page.back();
        expect_address(page, "");
        expect_open(page, &card, false);
        page.assert_quiet("steps in order");
    });
}

fn expect_address(page: &Page, query: &str) {
    let script = "const at = location.search.slice(1); return at === arguments[0] || at";
    page.until_asked(&format!("the address has {query:?}"), script, json!([query]));
}

fn press(page: &Page, card: &str) {
    page.click(&format!("#{card} > summary"));
}

fn expect_open(page: &Page, card: &str, open: bool) {
    let script = "const [card, open] = arguments; return one(`#${card}`).open === open";
    page.until_asked(&format!("{card} is open: {open}"), script, json!([card, open]));
}

fn open_cards(page: &Page) -> Vec<String> {
    page.run("return all('details.card[open]').map((card) => card.id)")
}
