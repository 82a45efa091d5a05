//! Programs other than ours change the page: translators, telephones, extensions.

use serde_json::json;

use crate::cast::{fullest_card, topic};
use crate::engines::in_every_engine;
use crate::network::{Network, NetworkState};
use crate::page::Page;

const TRANSLATE: &str = include_str!("scripts/translate.js");

/// Some extensions put their button over every picture.
const PUT_IN: &str = "for (const part of all('.stage, .drawing, .chips, .tools, .tour, .guess')) {
    part.prepend(document.createElement('img'), 'put in');
    part.append(document.createElement('span'));
}";

/// Others take something out.
const TAKE_OUT: &str = "one('.cover .twins').remove()";

const CATCH: &str = "window.__wrong = [];
    addEventListener('error', (event) => __wrong.push(event.message));
    addEventListener('unhandledrejection', (event) => __wrong.push(String(event.reason)))";

#[test]
fn a_page_that_was_changed_before_its_program_came_lives_all_the_same() {
    in_every_engine(|page| {
        for change in [TRANSLATE, PUT_IN, TAKE_OUT] {
            let network = Network::open();
            network.turn(NetworkState::Slow);
            page.go_to(&network.address());
            page.until("the page is parsed", "return document.readyState !== 'loading'");
            page.run::<()>(CATCH);
            page.run::<serde_json::Value>(&format!("{{ {change} }}"));
            network.turn(NetworkState::Up);
            expect_alive(page);
        }
    });
}

#[test]
fn a_living_page_may_be_changed_at_any_time() {
    in_every_engine(|page| {
        for change in [TRANSLATE, PUT_IN] {
            page.open(&format!("?topic={}", topic()[0]));
            page.run::<()>(CATCH);
            page.run::<serde_json::Value>(&format!("{{ {change} }}"));
            expect_alive(page);
            page.run::<serde_json::Value>(&format!("{{ {change} }}"));
            page.click(".chosen button");
            page.until("no topic is chosen", "return all('[data-measure=lit]').length === 0");
            expect_nothing_wrong(page);
        }
    });
}

/// Drawings are painted, topics chosen, cards opened, downloads offered.
fn expect_alive(page: &Page) {
    page.until("the page lives", "return document.documentElement.dataset.live === ''");
    page.click("[data-part=chips] button:nth-of-type(2)");
    page.until("a topic is chosen", "return all('[data-measure=lit]').length > 0");
    let card = fullest_card();
    page.click(&format!("#{card} > summary"));
    page.until_asked("the card is painted", include_str!("scripts/drawn.js"), json!([card]));
    page.click(&format!("#{card} .download > summary"));
    page.until("it offers downloads", &format!("return all('#{card} .download button').length > 2"));
    page.run::<()>(&format!("one('#{card} .marks button').focus()"));
    page.until("the mark tells its passage", &format!("return one('#{card} .tip').checkVisibility()"));
    expect_nothing_wrong(page);
}

fn expect_nothing_wrong(page: &Page) {
    assert_eq!(page.run::<Vec<String>>("return window.__wrong"), Vec::<String>::new());
    assert!(
        page.run::<bool>("return document.documentElement.dataset.ready === 'true' && all('.fallen').length === 0")
    );
}
