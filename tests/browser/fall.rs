//! When the program breaks down, the page becomes static again, with everything that the reader had
//! open.

use serde_json::json;

use crate::cast::{card, overview, topic};
use crate::engines::in_every_engine;
use crate::page::Page;

/// The next time the program asks for its window it gets none, which makes it panic.
const BREAK: &str = "Object.defineProperty(Window, Symbol.hasInstance, { value: () => false })";
const CHIP: &str = "[data-part=chips][data-live=topics] button:last-of-type";

#[test]
fn a_panic_gives_the_static_page_back_and_nothing_is_lost() {
    in_every_engine(|page| {
        let [first, named, other] = [card(2), card(-3), card(1)];
        page.open(&format!("?topic={}&card={named}&size=large", topic()[0]));
        // An edition may ask for no guesses.
        let guess = "all('.guess .press').forEach((press) => press.click())";
        page.run::<()>(guess);
        page.until(
            "guesses cover the answers",
            "return all('.guess .press').length === all('[data-guess=open]').length",
        );
        let script = "one(`#${arguments[0]}`).open = one(`[data-figure=${arguments[1]}] .data`).open = true";
        page.ask::<()>(script, json!([first, overview()]));
        page.until("measures are dimmed", "return all('[data-measure=dim]').length > 0");
        page.until_asked(
            "the address names what is open",
            "return location.search.includes(arguments[0])",
            json!([first]),
        );
        let version: String = page.run("return document.documentElement.dataset.version");
        page.assert_quiet("before the panic");

        page.run::<()>(BREAK);
        page.run::<()>(&format!("one('{CHIP}').click()"));
        page.until("the page is static", "return !document.documentElement.hasAttribute('data-ready')");
        expect_static(page);
        let mut open: Vec<String> = page.run("return all('details.card[open], .data[open]').map((one) => one.id)");
        open.sort();
        let mut expected = ["", first, named];
        expected.sort();
        assert_eq!(open, expected, "what was open");
        let told: String = page.run("return one('[role=status].fallen').textContent");
        assert_eq!(told, "图上的互动停了，文字和图都还在。刷新页面可以恢复。");
        let named = format!("sijian {version}:");
        assert!(page.seen().iter().any(|word| word.contains(&named)), "no {named} in {:?}", page.seen());

        // Nothing that the dead program left behind is called any more; what works without it still
        // works.
        let seen: usize = page.run("return window.__seen.length");
        page.resize(390, 844);
        page.run::<()>(&format!("one('{CHIP}').click(); {guess}"));
        page.run::<()>("all('.sections a').at(-1).click(); matchMedia('(min-width: 1px)')");
        page.run::<()>(&format!("one('#{other} > summary').click()"));
        page.until("a card opens", &format!("return one('#{other} .card-body').checkVisibility()"));
        expect_static(page);
        assert_eq!(page.run::<usize>("return window.__seen.length"), seen, "{:?}", page.seen());

        let query = page.query();
        page.run::<()>("one('.fallen a').click()");
        page.until(
            "the page lives again",
            "return document.documentElement.dataset.ready === 'true' && !one('body').querySelector('.fallen')",
        );
        assert_eq!(page.query(), query, "the way back leads to the same state");
    });
}

/// Every drawing is shown as SVG, nothing is dimmed or covered, and no control is shown that would
/// do nothing.
pub fn expect_static(page: &Page) {
    let unseen: Vec<String> = page.run(include_str!("scripts/unseen_drawings.js"));
    assert_eq!(unseen, Vec::<String>::new(), "drawings that cannot be seen");
    let left: Vec<String> = page.run(
        "const dead = '.chips, .tools, .guess, .panel, .tour .start, .guide, .card-head button, .marks button, .tip';
         return all(dead).filter((part) => part.checkVisibility({ visibilityProperty: true }))
             .concat(all('[data-measure=dim], [data-measure=lit], [data-lit], [data-guess=open], [aria-current]'))
             .map((part) => part.outerHTML.slice(0, 80))",
    );
    assert_eq!(left, Vec::<String>::new(), "what is left of the living page");
    let sentences =
        "return all('.sentence').filter((one) => !one.closest('details:not([open])') && !one.checkVisibility()).length";
    assert_eq!(page.run::<usize>(sentences), 0, "sentences that cannot be read");
}

/// A device may drop a canvas's content and restore the canvas later.
#[test]
fn a_lost_canvas_is_the_svg_again_until_it_is_painted_anew() {
    in_every_engine(|page| {
        let drawing = overview();
        for path in ["", "?size=large"] {
            page.open(path);
            page.until_asked("the canvas is painted", include_str!("scripts/drawn.js"), json!([drawing]));
            // The driver cannot drop it, so the test sends the events by which the page learns of
            // it.
            let lose = "const canvas = one(`[data-figure=${arguments[0]}] canvas`);
                 canvas.getContext('2d').clearRect(0, 0, canvas.width, canvas.height);
                 canvas.dispatchEvent(new Event('contextlost', { cancelable: true }))";
            page.ask::<()>(lose, json!([drawing]));
            let shown = "const drawing = one(`[data-figure=${arguments[0]}] .drawing`);
                 const looks = (part) => part.checkVisibility({ visibilityProperty: true });
                 return looks(svgOf(drawing)) && !looks(one('canvas', drawing))";
            assert!(page.ask::<bool>(shown, json!([drawing])), "{path}: the SVG stands in");
            let canvas = format!("one('[data-figure={drawing}] canvas')");
            page.run::<()>(&format!("{canvas}.dispatchEvent(new Event('contextrestored'))"));
            let twin = include_str!("scripts/twin.js");
            let stands = format!("return {canvas}.checkVisibility({{ visibilityProperty: true }})");
            page.until("the canvas stands again", &stands);
            if path.is_empty() {
                page.until_asked("it is painted anew", twin, json!([drawing]));
            }
            page.assert_quiet(path);
        }
    });
}
