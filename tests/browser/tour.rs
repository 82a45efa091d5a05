//! The guided tour: automatic, by keyboard, and interrupted by the reader.

use serde_json::json;
use thirtyfour::Key;

use crate::cast::{Part, has};
use crate::engines;
use crate::page::Page;

fn in_every_engine(case: impl Fn(&Page)) {
    if has(Part::Tour) {
        engines::in_every_engine(case);
    }
}

fn in_chromium(case: impl Fn(&Page)) {
    if has(Part::Tour) {
        engines::in_chromium(case);
    }
}

#[test]
fn arrows_lead_through_every_stop_and_escape_ends_where_it_began() {
    in_every_engine(|page| {
        for (width, height) in [(390, 844), (1280, 900)] {
            page.resize(width, height);
            page.open("?x=1");
            let before: usize = page.run("return history.length");
            begin(page);
            // A driver's click would end the scrolling.
            page.until("the cover is in view above the bar", IN_VIEW);
            // Otherwise it goes on by itself while a busy machine still looks.
            page.click(".guide .pause");
            let count: usize = page.run("return Number(one('.guide .place').textContent.split('/')[1])");
            assert!(count > 1, "a tour of {count} stops");
            let mut said: Vec<String> = Vec::new();
            for stop in 1..=count {
                expect_stop(page, stop, count);
                page.until("what it speaks of is in view above the bar", IN_VIEW);
                // As it is seen: what is hidden has no such text.
                said.push(page.run("return one('.guide .said').innerText"));
                if stop < count {
                    page.press(Key::Right);
                }
            }
            page.press(Key::Left);
            expect_stop(page, count - 1, count);
            said.sort();
            said.dedup();
            assert_eq!(said.len(), count, "each stop has its sentence: {said:?}");
            assert_eq!(page.run::<usize>("return history.length"), before, "Back still leaves the page");
            page.press(Key::Escape);
            expect_ended(page);
            assert!(page.query().contains("x=1"));
            page.assert_quiet("the tour");
        }
    });
}

#[test]
fn it_goes_on_by_itself_and_waits_when_the_reader_does_something_else() {
    in_chromium(|page| {
        page.open("");
        begin(page);
        page.until("it has gone on by itself", "return one('.guide .place').textContent.startsWith('2/')");
        page.run::<()>("document.body.dispatchEvent(new WheelEvent('wheel', { bubbles: true }))");
        expect_state(page, "waits", "继续");
        page.click(".guide .pause");
        expect_state(page, "runs", "暂停");
        page.click(".guide .pause");
        expect_state(page, "waits", "继续");
        page.click(".guide .end");
        expect_ended(page);
        page.assert_quiet("waiting");
    });
}

#[test]
fn the_last_step_leads_out() {
    in_chromium(|page| {
        page.open("");
        begin(page);
        let count: usize = page.run("return Number(one('.guide .place').textContent.split('/')[1])");
        for _ in 0..count {
            page.click(".guide .next");
        }
        expect_ended(page);
    });
}

#[test]
fn where_nothing_may_move_it_only_steps() {
    in_chromium(|page| {
        let still = json!({ "features": [{ "name": "prefers-reduced-motion", "value": "reduce" }] });
        page.devtools("Emulation.setEmulatedMedia", still);
        page.open("");
        page.click(".start");
        page.until("it waits from the start", "return document.documentElement.dataset.tour === 'waits'");
        page.until("there is nothing to pause", "return !one('.guide .pause').checkVisibility()");
        page.until("focus is on what leads on", "return document.activeElement.matches('.next')");
        page.press(Key::Right);
        page.until("it steps", "return one('.guide .place').textContent.startsWith('2/')");
        page.until("it is there at once", IN_VIEW);
    });
}

/// Part of an open drawing is visible between the section bar and the guide.
const IN_VIEW: &str = "const bar = one('.sections').getBoundingClientRect();
    // At the cover the bar has not come to the window's top yet.
    const from = bar.top > 1 ? 0 : bar.bottom;
    const to = one('.guide').getBoundingClientRect().top;
    const seen = all('.drawing').map((drawing) => drawing.getBoundingClientRect())
        .filter(({ height, top, bottom }) => height > 0 && Math.min(bottom, to) - Math.max(top, from) > 100);
    return seen.length > 0 || [from, to]";

fn begin(page: &Page) {
    page.click(".start");
    expect_state(page, "runs", "暂停");
    page.until("focus is on what pauses it", "return document.activeElement.matches('.guide .pause')");
}

fn expect_state(page: &Page, state: &str, button: &str) {
    let script = "const at = [document.documentElement.dataset.tour, one('.guide .pause').textContent];
                  return at.every((word, i) => word === arguments[i]) || at";
    page.until_asked(&format!("the tour {state}"), script, json!([state, button]));
}

fn expect_stop(page: &Page, stop: usize, count: usize) {
    let script = "const at = one('.guide .place').textContent; return at === arguments[0] || at";
    page.until_asked(&format!("it is at stop {stop}"), script, json!([format!("{stop}/{count}")]));
}

fn expect_ended(page: &Page) {
    page.until("the bar is away", "return !one('.guide').checkVisibility()");
    page.until("focus is on the button that begins it", "return document.activeElement.matches('.start')");
}
