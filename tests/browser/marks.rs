//! The marks of a drawing: by keyboard, mouse and finger.

use serde_json::json;
use thirtyfour::Key;

use crate::cast::{OVERVIEWS, Part, fullest_card, has, overview};
use crate::engines::{in_chromium, in_every_engine};
use crate::page::Page;

#[test]
fn tab_stops_once_at_the_marks_of_a_drawing() {
    in_every_engine(|page| {
        page.open("");
        let mut stops = Vec::new();
        for _ in 0..80 {
            page.press(Key::Tab);
            let stop: Stop = page.ask(include_str!("scripts/stop.js"), json!([overview()]));
            let beyond = stop.beyond;
            stops.push(stop);
            if beyond {
                break;
            }
        }
        let path: Vec<&str> = stops.iter().map(|stop| stop.name.as_str()).collect();
        assert_eq!(stops.iter().filter(|stop| stop.mark).count(), 1, "Tab went to {path:?}");
        assert!(stops.last().is_some_and(|stop| stop.beyond), "Tab never left: {path:?}");
    });
}

#[derive(serde::Deserialize)]
struct Stop {
    name: String,
    /// Whether it is one of the first drawing's marks.
    mark: bool,
    /// Whether it comes after the first drawing.
    beyond: bool,
}

#[test]
fn arrows_home_and_end_move_between_marks_and_escape_puts_the_tip_away() {
    in_every_engine(|page| {
        page.open("");
        with_rows().into_iter().for_each(|drawing| expect_keys_to_move(page, drawing));
        page.assert_quiet("keys");
    });
}

/// Those of the page's drawings whose table has a row for each mark, so that the two can be compared.
fn with_rows() -> Vec<&'static str> {
    OVERVIEWS.iter().copied().filter(|drawing| ["amounts", "ledger"].contains(drawing)).collect()
}

/// From mark to mark of a drawing in the page that is open.
pub fn expect_keys_to_move(page: &Page, drawing: &str) {
    let last = marks(page, drawing) - 1;
    focus(page, drawing, 0);
    for (key, mark) in [
        (Key::Right, 1),
        (Key::Down, 2),
        (Key::Left, 1),
        (Key::Up, 0),
        (Key::Left, 0),
        (Key::End, last),
        (Key::Right, last),
        (Key::Home, 0),
    ] {
        page.press(key);
        expect_in_hand(page, drawing, mark, "keys");
    }
    page.press(Key::Escape);
    let script = "return all('.tip').length === 0 && document.activeElement.closest('.marks') !== null";
    page.until("Escape puts the tip away and leaves focus", script);
}

#[test]
fn enter_opens_the_card_that_holds_the_passage_and_moves_focus_there() {
    if !has(Part::Ledger) {
        return;
    }
    in_every_engine(|page| {
        page.open("");
        let last = marks(page, "ledger") - 1;
        focus(page, "ledger", 0);
        page.press(Key::End);
        expect_in_hand(page, "ledger", last, "keys");
        page.press(Key::Enter);
        expect_at_passage(page, last);
        page.assert_quiet("Enter");
    });
}

type Hand = fn(&Page, [f64; 2]);

const HANDS: [(&str, Hand); 3] = [("the mouse", Page::hover), ("a click", Page::click_at), ("a finger", Page::tap)];

#[test]
fn mouse_and_finger_show_the_tip_with_the_passage_that_the_table_names() {
    in_every_engine(|page| {
        page.resize(390, 844);
        page.open("");
        for drawing in with_rows() {
            for (name, hand) in HANDS {
                for mark in [1, 0, marks(page, drawing) - 1] {
                    let point = middle(page, drawing, mark);
                    hand(page, point);
                    expect_in_hand(page, drawing, mark, name);
                    page.hover([1.0, 1.0]);
                    // A tip opened by click or finger closes with the focus, one opened by hovering
                    // closes with the mouse.
                    page.run::<()>("document.activeElement.blur()");
                    expect_no_tip(page, name);
                }
            }
        }
        page.assert_quiet("mouse and finger");
    });
}

/// A finger is wider than some marks: touching beside a mark counts, and a mark that cannot be
/// touched at all is one step away.
#[test]
fn a_finger_beside_a_mark_hits_it_and_steps_lead_to_its_neighbours() {
    if !has(Part::Ledger) {
        return;
    }
    in_every_engine(|page| {
        page.resize(390, 844);
        page.open("");
        let last = marks(page, "ledger") - 1;
        let [x, y] = middle(page, "ledger", last);
        // Its neighbours are above and below.
        let width: f64 =
            page.ask("return all(`[data-figure='ledger'] .marks button`)[arguments[0]].offsetWidth", json!([last]));
        page.tap([x - width / 2.0 - 12.0, y]);
        expect_in_hand(page, "ledger", last, "a finger beside it");
        page.run::<()>("document.activeElement.blur()");
        expect_no_tip(page, "going elsewhere");
        page.rest([x, y]);
        expect_in_hand(page, "ledger", last, "a finger that rests");
        for (button, mark) in [(1, last - 1), (1, last - 2), (2, last - 1)] {
            let script = "one(`.tip-steps button:nth-child(${arguments[0]})`).click()";
            page.ask::<()>(script, json!([button]));
            expect_in_hand(page, "ledger", mark, "a step");
        }
        page.assert_quiet("fingers");
    });
}

#[test]
fn the_tip_under_the_mouse_stays_for_the_mouse_and_goes_at_escape() {
    if !has(Part::Ledger) {
        return;
    }
    in_every_engine(|page| {
        page.open("");
        let mark = middle(page, "ledger", 0);
        page.hover(mark);
        expect_in_hand(page, "ledger", 0, "the mouse");
        let tip: [f64; 2] = page.run(
            "const { left, top, width } = one('.tip').getBoundingClientRect(); return [left + width / 2, top + 8]",
        );
        let edge: f64 = page.run(
            "const [mark, tip] = ['[data-figure=ledger] .marks button', '.tip'].map((e) => one(e).getBoundingClientRect());
             return Math.min(Math.abs(tip.left - mark.left), Math.abs(tip.right - mark.right))",
        );
        assert!(edge < 2.0, "the tip hangs {edge} px beside its mark");
        page.hover(tip);
        expect_in_hand(page, "ledger", 0, "the mouse in its tip");
        page.press(Key::Escape);
        expect_no_tip(page, "Escape");
        page.assert_quiet("the mouse");
    });
}

#[test]
fn every_tip_stays_inside_a_phones_window() {
    in_chromium(|page| {
        page.resize(390, 844);
        for query in ["", "?size=xlarge"] {
            page.open(query);
            for drawing in with_rows() {
                marks(page, drawing);
                let outside: Vec<String> = page.ask_later(include_str!("scripts/tips_outside.js"), json!([drawing]));
                assert_eq!(outside, Vec::<String>::new(), "{drawing} in /{query}");
            }
        }
    });
}

#[test]
fn the_link_in_a_tip_leads_to_the_passage() {
    if !has(Part::Ledger) {
        return;
    }
    in_every_engine(|page| {
        page.open("");
        marks(page, "ledger");
        page.click("[data-figure='ledger'] .marks li:nth-child(3) button");
        expect_in_hand(page, "ledger", 2, "a click");
        page.click("[data-figure='ledger'] .tip a[href^='#']");
        expect_at_passage(page, 2);
        page.assert_quiet("the link in a tip");
    });
}

/// Waits for a drawing to be painted and counts its marks.
fn marks(page: &Page, drawing: &str) -> usize {
    page.until_asked(&format!("{drawing} is painted"), include_str!("scripts/drawn.js"), json!([drawing]));
    let script = "return all(`[data-figure='${arguments[0]}'] .marks button`).length";
    let count: usize = page.ask(script, json!([drawing]));
    assert!(count > 2, "{drawing} has {count} marks");
    count
}

/// Scrolls a mark to the middle of the window and returns its centre; no mouse is on it, and no tip
/// is open.
fn middle(page: &Page, drawing: &str, mark: usize) -> [f64; 2] {
    marks(page, drawing);
    page.center(&format!("[data-figure='{drawing}'] .marks li:nth-child({}) button", mark + 1));
    page.hover([1.0, 1.0]);
    expect_no_tip(page, "the mouse, which went");
    page.ask(
        "const mark = all(`[data-figure='${arguments[0]}'] .marks button`)[arguments[1]];
         const { left, top, width, height } = mark.getBoundingClientRect();
         return [left + width / 2, top + height / 2]",
        json!([drawing, mark]),
    )
}

fn expect_no_tip(page: &Page, by: &str) {
    page.until(&format!("the tip is put away by {by}"), "return all('.tip').length === 0 || one('.tip').textContent");
}

fn focus(page: &Page, drawing: &str, mark: usize) {
    marks(page, drawing);
    page.center(&format!("[data-figure='{drawing}'] .drawing"));
    let script = "all(`[data-figure='${arguments[0]}'] .marks button`)[arguments[1]].focus({ preventScroll: true })";
    page.ask::<()>(script, json!([drawing, mark]));
    expect_in_hand(page, drawing, mark, "focus");
}

/// Only this mark's tip is open, with the passage that the drawing's table has in the mark's row.
fn expect_in_hand(page: &Page, drawing: &str, mark: usize, by: &str) {
    let what = format!("mark {mark} of {drawing} is in hand by {by}");
    page.until_asked(&what, include_str!("scripts/in_hand.js"), json!([drawing, mark]));
}

/// The passage of this mark of the ledger is in view, in an open card, and has focus.
fn expect_at_passage(page: &Page, mark: usize) {
    page.until_asked("the passage is in view and has focus", include_str!("scripts/at_passage.js"), json!([mark]));
}

/// Media queries about touch can only be simulated in Chromium.
#[test]
fn on_a_phone_the_tip_comes_from_below_and_its_passage_can_be_copied() {
    in_chromium(|page| {
        page.emulate_phone();
        let card = fullest_card();
        let last = format!("all('[data-figure={card}] .marks button').at(-1)");
        page.open(&format!("?card={card}"));
        page.center(&format!("[data-figure='{card}'] .drawing"));
        page.until("there are marks", &format!("return {last} !== undefined"));
        page.run::<()>(&format!("{last}.focus()"));
        page.until(
            "the tip fills the lower edge of the window",
            "const tip = one('.tip'), { left, right, bottom } = tip.getBoundingClientRect();
             return tip.matches(':popover-open') && left === 0 && right === innerWidth && bottom === innerHeight || [left, right, bottom]",
        );
        let above = format!(
            "const mark = {last}.getBoundingClientRect();
             return mark.bottom <= one('.tip').getBoundingClientRect().top || mark.bottom"
        );
        page.until("the mark is above it", &above);
        page.run::<()>("document.addEventListener('copy', (event) => setTimeout(() => (window.__copied = event.defaultPrevented)))");
        page.click(".tip-place button");
        page.until(
            "it is copied with its source",
            "return window.__copied && one('.tip-place button').textContent === '已复制'",
        );
        page.press(Key::Escape);
        page.until("it is gone", "return all('.tip').length === 0");
        page.assert_quiet("a tip from below");
    });
}
