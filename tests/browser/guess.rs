//! Guessing a number before a drawing shows it: by keyboard, on the slider and on the drawing
//! itself.

use serde_json::json;
use thirtyfour::Key;

use crate::engines::in_every_engine;
use crate::page::Page;

#[test]
fn a_guess_by_keyboard_is_told_beside_what_the_table_says() {
    in_every_engine(|page| {
        page.resize(390, 844);
        page.open("");
        begin(page);
        page.until("the answer is covered", "return one('[data-figure=priority-1]').dataset.guess === 'open'");
        for _ in 0..3 {
            page.press(Key::Left);
        }
        expect_guess(page, "47%");
        page.run::<()>("one('[data-figure=priority-1] .press').focus()");
        page.press(Key::Enter);
        let target: String = page.run("return one('#target-forest .value').textContent");
        page.until_asked("the verdict names guess and truth", VERDICT, json!(["priority-1", "47%", target]));
        page.until("focus has stayed", "return document.activeElement === one('[data-figure=priority-1] .press')");
        page.assert_quiet("a guess");
    });
}

#[test]
fn a_guess_is_dragged_on_the_drawing_by_mouse_and_finger() {
    in_every_engine(|page| {
        page.resize(390, 844);
        page.open("");
        page.click("[data-ask='priority-1']");
        page.until("the card is open", "return one('#priority-1').open");
        expect_guess(page, "50%");
        page.until("focus is on the ruler", RULER);
        let hands: [(Hand, f64, &str); 3] =
            [(Page::click_at, 2.0, "41%"), (Page::tap, 0.0, "1%"), (Page::rest, 3.0, "61%")];
        for (hand, row, guess) in hands {
            page.until_asked("painted", include_str!("scripts/drawn.js"), json!(["priority-1"]));
            // The first square of a row: the mark ends with five rows of twenty squares.
            let point: [f64; 2] = page.ask(
                "const { left, top, width } = one('[data-figure=priority-1] .drawing').getBoundingClientRect();
                 const mark = one('[data-figure=priority-1] .marks button');
                 // Marks are hidden during a guess; show them briefly to measure them.
                 mark.closest('.marks').style.display = 'block';
                 const foot = mark.offsetTop + mark.offsetHeight;
                 mark.closest('.marks').style.display = '';
                 return [left + width / 40, top + foot - (4.5 - arguments[0]) * width / 20]",
                json!([row]),
            );
            hand(page, point);
            expect_guess(page, guess);
        }
        page.until("focus is still on the ruler", RULER);
        page.click("[data-figure='priority-1'] .press");
        let target: String = page.run("return one('#target-forest .value').textContent");
        page.until_asked("the verdict keeps the caution", VERDICT, json!(["priority-1", "力争", target]));
        page.assert_quiet("dragging");
    });
}

#[test]
fn a_guess_can_be_left_and_leaves_nothing_behind() {
    in_every_engine(|page| {
        page.resize(1280, 900);
        page.open("?x=1");
        for told in [false, true] {
            begin(page);
            if told {
                page.click("[data-figure='priority-1'] .press");
            }
            page.click("[data-figure='priority-1'] .leave");
            page.until(
                "the drawing is as it was",
                "return !['open', 'told'].includes(one('[data-figure=priority-1]').dataset.guess)",
            );
            page.until("the ruler is away", "return !one('[data-figure=priority-1] .ruler').checkVisibility()");
            page.until("focus is not lost", "return document.activeElement === one('[data-figure=priority-1] .press')");
        }
        assert_eq!(page.query(), "card=priority-1&x=1");
        let stored = "return localStorage.length + sessionStorage.length + document.cookie.length";
        assert_eq!(page.run::<usize>(stored), 0, "a guess is kept");
        page.assert_quiet("leaving");
    });
}

#[test]
fn without_scripts_nothing_asks_and_nothing_is_covered() {
    in_every_engine(|page| {
        page.go("fault/no-wasm/");
        let seen: Vec<String> = page.run(
            "const seen = (e) => e.checkVisibility({ visibilityProperty: true });
             return all('.guess, .ask, .tour').filter(seen).map((e) => e.className)",
        );
        assert_eq!(seen, Vec::<String>::new());
        page.run::<()>("all('details').forEach((card) => (card.open = true))");
        assert!(page.run::<bool>("return one('#target-forest .value').checkVisibility()"));
    });
}

type Hand = fn(&Page, [f64; 2]);

const RULER: &str = "return document.activeElement.type === 'range' || document.activeElement.outerHTML";
/// The verdict on a drawing contains these words, and is visible.
const VERDICT: &str = "const verdict = one(`[data-figure='${arguments[0]}'] .verdict`);
    const words = verdict.textContent;
    return (verdict.checkVisibility() && [...arguments].slice(1).every((word) => words.includes(word))) || words";

/// Opens the question of a drawing; focus moves to its slider.
fn begin(page: &Page) {
    page.run::<()>("one('#priority-1').open = true");
    page.center("[data-figure='priority-1'] .drawing");
    page.until_asked("painted", include_str!("scripts/drawn.js"), json!(["priority-1"]));
    page.click("[data-figure='priority-1'] .press");
    page.until("focus is on the ruler", RULER);
}

/// The guess, as the slider shows it in words and in the accessibility tree.
fn expect_guess(page: &Page, guess: &str) {
    let script = "const figure = one('[data-figure=priority-1]');
                  const said = [one('.mine', figure).textContent, one('input', figure).getAttribute('aria-valuetext')];
                  return (said.every((word) => word === arguments[0]) && parseInt(arguments[0]) === one('input', figure).valueAsNumber) || said";
    page.until_asked(&format!("the guess is {guess}"), script, json!([guess]));
}
