//! Cards and the address.

use serde_json::json;

use crate::engines::in_chromium;
use crate::page::Page;
use crate::shipped;

#[test]
fn opening_a_card_names_it_in_the_address_without_a_page_load() {
    shipped::in_every_engine(|page| {
        page.open("?from=a%20b&x");
        page.run::<()>("window.stays = true");
        page.click("#matter-2 > summary");
        expect_address(page, "card=matter-2&from=a%20b&x");
        assert_eq!(open_cards(page), ["matter-2"]);

        page.back();
        expect_address(page, "from=a%20b&x");
        page.forward();
        expect_address(page, "card=matter-2&from=a%20b&x");
        page.until("the card is open again", "return one('#matter-2').open");

        page.click("#matter-2 > summary");
        expect_address(page, "from=a%20b&x");
        assert_eq!(open_cards(page), Vec::<String>::new());
        assert!(page.run::<bool>("return window.stays === true"), "the page was loaded anew");
        page.assert_quiet("opening and closing");
    });
}

#[test]
fn back_and_forward_walk_through_the_cards_that_were_opened() {
    shipped::in_every_engine(|page| {
        page.open("");
        page.click("#matter-1 > summary");
        expect_address(page, "card=matter-1");
        page.click("#priority-4 > summary");
        expect_address(page, "card=priority-4");
        page.back();
        expect_address(page, "card=matter-1");
        page.until("the first card is open", "return one('#matter-1').open");
        page.back();
        expect_address(page, "");
        page.forward();
        page.forward();
        expect_address(page, "card=priority-4");
        page.until("the second card is open", "return one('#priority-4').open");
        page.assert_quiet("back and forward");
    });
}

#[test]
fn an_address_with_a_card_opens_it_and_brings_it_into_view() {
    shipped::in_every_engine(|page| {
        for (width, height) in [(390, 844), (1280, 900)] {
            page.resize(width, height);
            page.open("?card=pillar-3");
            assert_eq!(open_cards(page), ["pillar-3"], "at {width}");
            page.until(&format!("the card's top is in view at {width}"), include_str!("scripts/card_in_view.js"));
            assert_eq!(page.query(), "card=pillar-3");
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
    shipped::in_every_engine(|page| {
        page.open("");
        let target: String = page.run("return one('#matter-1 .echoes a').getAttribute('href').slice(1)");
        page.run::<()>("one('#matter-1').open = true");
        page.click("#matter-1 .echoes a");
        let script = "const passage = document.getElementById(arguments[0]);
                      const { top, bottom } = passage.getBoundingClientRect();
                      return (passage.closest('details.card').open && top < innerHeight && bottom > 0) || top";
        page.until_asked("the passage is in view", script, json!([target]));
        page.assert_quiet("a link to a passage");
    });
}

#[test]
fn steps_stand_in_the_history_as_they_were_made_however_late_the_next_paint() {
    shipped::in_every_engine(|page| {
        page.open("");
        // Follows a link within the card before the page is painted with the card open.
        page.run::<()>(
            "one('#priority-1').addEventListener('toggle', () => one('#target-forest a').click(), { once: true })",
        );
        page.click("#priority-1 > summary");
        page.until(
            "its passage is in the address",
            "return location.hash !== '' && document.activeElement.id === location.hash.slice(1)",
        );
        page.back();
        page.until("Back returns to the open card", "return location.hash === '' && one('#priority-1').open");
        expect_address(page, "card=priority-1");
        page.back();
        expect_address(page, "");
        page.until("Back closes the card", "return !one('#priority-1').open");
        page.assert_quiet("steps in order");
    });
}

fn expect_address(page: &Page, query: &str) {
    let script = "const at = location.search.slice(1); return at === arguments[0] || at";
    page.until_asked(&format!("the address has {query:?}"), script, json!([query]));
}

fn open_cards(page: &Page) -> Vec<String> {
    page.run("return all('details.card[open]').map((card) => card.id)")
}
