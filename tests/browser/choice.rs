//! Linked highlighting: one choice highlights all matching marks, in all drawings and cards at
//! once.

use serde_json::json;

use crate::cast::{Part, has, topic};
use crate::engines::{in_chromium, in_every_engine};
use crate::page::Page;

const ECOLOGY: &str = "[data-part='chips'][data-live='topics'] button:nth-of-type(3)";

#[test]
fn a_topic_lights_its_measures_everywhere_and_one_tap_clears_it() {
    if !has(Part::Ledger) {
        return;
    }
    in_every_engine(|page| {
        page.open("?ref=paper");
        let plain = ink_of(page, "ledger");
        let label: String = page.run(&format!("return one(\"{ECOLOGY}\").textContent"));
        page.click(ECOLOGY);
        expect_lit(page, &label);
        page.until("the address names the topic", "return /topic=[a-z-]+/.test(location.search)");
        page.until("the address keeps the host's words", "return location.search.includes('ref=paper')");
        let dimmed = ink_of(page, "ledger");
        assert!(dimmed < plain * 0.95, "the ledger is dimmed: {dimmed} of {plain}");
        page.click(".chosen button");
        page.until("nothing is lit", "return all('[data-measure=lit], [data-measure=dim]').length === 0");
        page.until("the address forgets the topic", "return !location.search.includes('topic')");
        page.assert_quiet("a topic");
    });
}

#[test]
fn the_address_lights_a_topic_and_an_unknown_one_lights_nothing() {
    in_chromium(|page| {
        page.open(&format!("?topic={}", topic()[0]));
        page.until("measures are lit", "return all('[data-measure=lit]').length > 0");
        page.open("?topic=nowhere");
        page.until("nothing is lit", "return all('[data-measure=lit], [data-measure=dim]').length === 0");
        page.assert_quiet("a topic in the address");
    });
}

#[test]
fn a_key_term_lights_the_measures_whose_words_have_it() {
    if !has(Part::Terms) {
        return;
    }
    in_every_engine(|page| {
        page.open("");
        page.click(".fold:has([data-live='terms']) > summary");
        page.click("[data-part='chips'][data-live='terms'] button:nth-of-type(1)");
        let term: String = page.run("return one(\"[data-part='chips'][data-live='terms'] button\").textContent");
        page.until("measures are lit", "return all('[data-measure=lit]').length > 0");
        let strangers: Vec<String> = page.ask(
            "const bare = text => text.replace(/[“”‘’\u{200b}]/g, '');
             return all('[data-measure=lit] blockquote').map(q => q.textContent)
                 .filter(q => !bare(q).includes(bare(arguments[0])))",
            json!([term]),
        );
        assert_eq!(strangers, Vec::<String>::new(), "they do not say {term}");
        page.assert_quiet("a key term");
    });
}

/// The lit measures are those tagged with the topic, and the count shown is right.
fn expect_lit(page: &Page, label: &str) {
    let script = "const lit = all('[data-measure=lit]').length;
        const named = all('[data-measure]').filter(m => [...m.querySelectorAll('.topics a')]
            .some(a => wordsOf(a) === arguments[0])).length;
        return lit > 0 && lit === named && all('.chosen').filter(said => said.textContent.includes(`${lit}项`)).length === 1";
    page.until_asked(&format!("what carries {label} is lit and counted"), script, json!([label]));
}

/// The sum over all pixels of a canvas of their distance from its background.
fn ink_of(page: &Page, drawing: &str) -> f64 {
    page.center(&format!("[data-figure='{drawing}'] .drawing"));
    page.until_asked("it is painted", include_str!("scripts/drawn.js"), json!([drawing]));
    page.ask_later(include_str!("scripts/ink.js"), json!([drawing]))
}
