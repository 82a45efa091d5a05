//! A whole visit by keyboard alone: find a target, find the pillar with the most measures and read
//! its fifth, open the passage that it comes from, and return.

use serde_json::json;
use thirtyfour::Key;

use crate::cast::{Part, has};
use crate::engines::in_every_engine;
use crate::page::Page;
use crate::shipped;

#[test]
fn the_forest_target_is_found_by_keyboard() {
    shipped::in_every_engine(|page| {
        page.open("");
        tab_to(
            page,
            "the way to the priorities",
            "return at.hash === '#priorities' && at.closest('.sections') !== null",
        );
        page.press(Key::Enter);
        page.until("the priorities have focus", "return document.activeElement === one('#priorities')");
        tab_to(page, "the card on ecology", "return at.matches('summary') && wordsOf(at).includes('森林覆盖率')");
        page.press(Key::Enter);
        page.until("the card is open", "return document.activeElement.parentElement.open");
        tab_to(
            page,
            "the forest target",
            "return wordsOf(at).includes('森林覆盖率') && at.closest('.targets') !== null",
        );
        let target: String = page.run("return document.activeElement.closest('li').textContent");
        assert!(["力争", "31", "%以上"].iter().all(|part| target.contains(part)), "{target}");

        page.press(Key::Enter);
        let passage = "const at = document.activeElement;
            return at.matches('[data-measure]') && `#${at.id}` === one('#target-forest a').hash || at.outerHTML";
        page.until("its passage has focus", passage);
        page.back();
        let back = "return document.activeElement.closest('.targets') !== null || document.activeElement.outerHTML";
        page.until("Back returns to the target", back);
        // Back also scrolls, which would move the next stop out of view again.
        page.until(
            "all is still",
            "window.__still = window.__at === scrollY ? window.__still + 1 : 0;
             window.__at = scrollY;
             return window.__still > 5",
        );
        shift_tab_to(page, "the card's face", "return at.matches('#priority-1 > summary')");
        page.press(Key::Enter);
        page.until("the card is closed", "return !one('#priority-1').open");
        page.assert_quiet("the forest target");
    });
}

#[test]
fn a_measure_of_the_fullest_pillar_is_read_by_keyboard() {
    if has(Part::Pillars) {
        in_every_engine(|page| read_a_measure(page, ""));
    }
}

/// From the top of an edition's page to the passage of the fullest pillar's fifth measure, or of its last if
/// there are fewer, to the source and back.
pub fn read_a_measure(page: &Page, edition: &str) {
    page.open(edition);
    tab_to(page, "the way to the pillars", "return at.hash === '#pillars' && at.closest('.sections') !== null");
    page.press(Key::Enter);
    page.until("the pillars have focus", "return document.activeElement === one('#pillars')");
    // The closed cards say how many measures each has.
    let fullest: String = page.run(
        "const count = (card) => +one('.promise b', card).textContent;
         return all('#pillars .card').reduce((most, card) => (count(card) > count(most) ? card : most)).id",
    );
    tab_to(page, "the fullest card", &format!("return at.matches('#{fullest} > summary')"));
    page.press(Key::Enter);
    page.until_asked("its drawing is painted", include_str!("scripts/drawn.js"), json!([fullest]));
    tab_to(page, "the stones", &format!("return at.closest('[data-figure={fullest}] .marks') !== null"));

    // All stones in turn, as they are announced: `举措，要点。第3项，共8项`.
    let mut stones = vec![label(page)];
    loop {
        page.press(Key::Right);
        let now = label(page);
        if stones.last() == Some(&now) {
            break;
        }
        stones.push(now);
    }
    let ordinals =
        stones.iter().enumerate().all(|(i, stone)| stone.ends_with(&format!("第{}项，共{}项", i + 1, stones.len())));
    let measures: usize = page.run(&format!("return all('#{fullest} [data-measure]').length"));
    // Slogans that count things are stones, too.
    assert!(stones.len() >= measures && ordinals, "{measures} measures, but {stones:?}");
    let index = measures.min(5) - 1;
    let measure = stones[index].rsplit_once('，').and_then(|(rest, _)| rest.rsplit_once('，')).expect("a name").0;

    page.press(Key::Home);
    (0..index).for_each(|_| page.press(Key::Right));
    let tip = "const tip = one(`[data-figure=${arguments[1]}] [role=status]`);
        return tip.textContent.includes(arguments[0]) && tip.querySelector('blockquote').textContent.length > 4";
    page.until_asked("the measure is announced with its words", tip, json!([measure, fullest]));
    let words: String = page.run("return one('.tip blockquote').textContent.trim()");

    page.press(Key::Enter);
    let passage = "const at = document.activeElement, text = at.textContent.replaceAll('\u{200b}', '');
        return at.matches('[data-measure]') && text.includes(arguments[0]) && text.includes(arguments[1])
            && at.closest('details.card').open";
    page.until_asked("its passage has focus", passage, json!([measure, words]));
    shift_tab_to(page, "the way to the source", "return at.matches('.source') && at.closest('.passages') !== null");
    page.press(Key::Enter);
    let there = "return location.pathname.endsWith('/source.html') && document.querySelector(':target')?.textContent.replaceAll('\u{200b}', '').includes(arguments[0])";
    page.until_asked("the paragraph with the words is there", there, json!([words.trim_matches(['“', '”'])]));
    page.back();
    page.until("Back returns to the card", "return one('details.card[open]') !== null");
    page.assert_quiet("a measure");
}

#[test]
fn back_returns_to_the_mark_that_led_to_a_passage() {
    if !has(Part::Ledger) {
        return;
    }
    in_every_engine(|page| {
        page.open("");
        page.until_asked("the ledger is painted", include_str!("scripts/drawn.js"), json!(["ledger"]));
        page.run::<()>("all('[data-figure=ledger] .marks button').at(-1).focus()");
        page.press(Key::Enter);
        page.until("a passage has focus", "return document.activeElement.closest('.passages') !== null");
        page.until("the card is named", "return location.search.includes('card=')");
        page.back();
        let script = "return document.activeElement === all('[data-figure=ledger] .marks button').at(-1)";
        page.until("the mark has focus again", script);
        page.until("the mark is in sight", SEEN);
        page.assert_quiet("back to the mark");
    });
}

#[test]
fn what_has_focus_in_a_sideways_list_is_seen_whole() {
    in_every_engine(|page| {
        page.resize(390, 844);
        page.open("?size=xlarge");
        // Some chips are folded away.
        page.run::<()>("window.__stops = all('.sections a, .chips button').filter((stop) => stop.checkVisibility())");
        let count: usize = page.run("return __stops.length");
        assert!(count > 5, "{count} stops");
        for index in 0..count {
            page.ask::<()>("__stops[arguments[0]].focus()", json!([index]));
            let script = "const at = __stops[arguments[0]];
                const list = at.closest('.sections ul, [role=group]').getBoundingClientRect();
                const { left, right } = at.getBoundingClientRect();
                return (left >= list.left - 1 && right <= Math.min(list.right, innerWidth) + 1)
                    || [at.textContent, left, right, list.left, list.right]";
            page.until_asked("it is seen whole", script, json!([index]));
        }
        page.assert_quiet("sideways lists");
    });
}

/// More tab stops than the page has with a card open.
const MOST: usize = 160;

fn tab_to(page: &Page, what: &str, is_there: &str) {
    walk(page, what, is_there, |page| page.press(Key::Tab));
}

fn shift_tab_to(page: &Page, what: &str, is_there: &str) {
    walk(page, what, is_there, |page| page.press_with(Key::Shift, Key::Tab));
}

/// Steps through the tab stops until the condition holds; every stop must be visible.
fn walk(page: &Page, what: &str, is_there: &str, step: impl Fn(&Page)) {
    let mut path = Vec::new();
    for _ in 0..MOST {
        step(page);
        // A browser may take a few frames to scroll there.
        page.until(&format!("focus is in sight on the way to {what}, after {path:?}"), SEEN);
        if page.run::<bool>(&format!("const at = document.activeElement; {is_there}")) {
            return;
        }
        path.push(label(page));
    }
    panic!("Tab never came to {what}: {path:?}");
}

/// Whether the focused element is in the window, and not entirely covered.
const SEEN: &str = include_str!("scripts/focus_seen.js");

fn label(page: &Page) -> String {
    page.run("const at = document.activeElement; return (at.getAttribute('aria-label') ?? at.textContent).trim().slice(0, 40)")
}
