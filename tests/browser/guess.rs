//! Guessing a number before a drawing shows it: by keyboard, on the slider and on the drawing
//! itself.

use serde_json::json;
use thirtyfour::Key;

use crate::cast::overview;
use crate::engines::in_chromium;
use crate::page::Page;
use crate::shipped;

#[test]
fn a_guess_by_keyboard_is_told_beside_what_the_table_says() {
    shipped::in_every_engine(|page| {
        page.resize(390, 844);
        page.open("");
        begin(page);
        page.until("the answer is covered", "return one('[data-figure=amounts]').dataset.guess === 'open'");
        for _ in 0..3 {
            page.press(Key::Left);
        }
        expect_guess(page, "47%");
        page.run::<()>("one('[data-figure=amounts] .press').focus()");
        page.press(Key::Enter);
        // Retail sales and GDP, from the drawing's own table.
        let share: String = page.run(
            "const values = tableRows(one('[data-figure=amounts]')).map((row) => parseFloat(row.cells[1].textContent));
             return (values[2] / values[0] * 100).toFixed(1)",
        );
        page.until_asked("the verdict names guess and truth", VERDICT, json!(["amounts", "47%", share]));
        page.until("focus has stayed", "return document.activeElement === one('[data-figure=amounts] .press')");
        page.assert_quiet("a guess");
    });
}

#[test]
fn a_guess_is_dragged_on_the_drawing_by_mouse_and_finger() {
    shipped::in_every_engine(|page| {
        page.resize(390, 844);
        page.open("");
        begin(page);
        expect_guess(page, "50%");
        // Beyond the bar's ends, and somewhere on it.
        let hands: [(Hand, f64, &str); 3] =
            [(Page::click_at, 0.001, "0%"), (Page::tap, 0.99, "100%"), (Page::rest, 0.25, "")];
        for (hand, share, guess) in hands {
            page.center("[data-figure='amounts'] .drawing");
            let point: [f64; 2] = page.ask(
                "const { left, top, width, height } = one('[data-figure=amounts] .drawing').getBoundingClientRect();
                 return [left + width * arguments[0], top + height / 2]",
                json!([share]),
            );
            hand(page, point);
            if guess.is_empty() {
                let between = "const guess = one('[data-figure=amounts] input').valueAsNumber;
                               return (guess > 10 && guess < 90) || guess";
                page.until("the guess is where the finger is", between);
            } else {
                expect_guess(page, guess);
            }
        }
        page.until("focus is still on the ruler", RULER);
        page.click("[data-figure='amounts'] .press");
        page.until_asked("the verdict says that it is rounded", VERDICT, json!(["amounts", "约"]));
        page.assert_quiet("dragging");
    });
}

#[test]
fn a_guess_can_be_left_and_leaves_nothing_behind() {
    shipped::in_chromium(|page| {
        page.resize(1280, 900);
        page.open("?x=1");
        for told in [false, true] {
            begin(page);
            if told {
                page.click("[data-figure='amounts'] .press");
            }
            page.click("[data-figure='amounts'] .leave");
            page.until(
                "the drawing is as it was",
                "return !['open', 'told'].includes(one('[data-figure=amounts]').dataset.guess)",
            );
            page.until("the ruler is away", "return !one('[data-figure=amounts] .ruler').checkVisibility()");
            page.until("focus is not lost", "return document.activeElement === one('[data-figure=amounts] .press')");
        }
        assert_eq!(page.query(), "x=1");
        let stored = "return localStorage.length + sessionStorage.length + document.cookie.length";
        assert_eq!(page.run::<usize>(stored), 0, "a guess is kept");
        page.assert_quiet("leaving");
    });
}

#[test]
fn without_scripts_nothing_asks_and_nothing_is_covered() {
    in_chromium(|page| {
        page.go("fault/no-wasm/");
        let seen: Vec<String> = page.run(
            "const seen = (e) => e.checkVisibility({ visibilityProperty: true });
             return all('.guess, .ask, .tour').filter(seen).map((e) => e.className)",
        );
        assert_eq!(seen, Vec::<String>::new());
        assert!(page.run::<bool>(&format!("return one('[data-figure={}] .sentence').checkVisibility()", overview())));
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
    page.center("[data-figure='amounts'] .drawing");
    page.until_asked("painted", include_str!("scripts/drawn.js"), json!(["amounts"]));
    page.click("[data-figure='amounts'] .press");
    page.until("focus is on the ruler", RULER);
}

/// The guess, as the slider shows it in words and in the accessibility tree.
fn expect_guess(page: &Page, guess: &str) {
    let script = "const figure = one('[data-figure=amounts]');
                  const said = [one('.mine', figure).textContent, one('input', figure).getAttribute('aria-valuetext')];
                  return (said.every((word) => word === arguments[0]) && parseInt(arguments[0]) === one('input', figure).valueAsNumber) || said";
    page.until_asked(&format!("the guess is {guess}"), script, json!([guess]));
}
