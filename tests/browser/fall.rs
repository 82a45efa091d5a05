//! When the program breaks down, the page becomes static again, with everything that the reader had
//! open.

use serde_json::json;

use crate::page::Page;
use crate::shipped;

/// The next time the program asks for its window it gets none, which makes it panic.
const BREAK: &str = "Object.defineProperty(Window, Symbol.hasInstance, { value: () => false })";
const CHIP: &str = "[data-part=chips][data-live=topics] button:nth-of-type(4)";

#[test]
fn a_panic_gives_the_static_page_back_and_nothing_is_lost() {
    shipped::in_every_engine(|page| {
        page.open("?topic=ecology&card=priority-2&size=large");
        page.click("[data-figure=amounts] .press");
        page.until("a guess covers the answer", "return one('[data-figure=amounts]').dataset.guess === 'open'");
        page.run::<()>("one('#matter-3').open = one('[data-figure=ledger] .data').open = true");
        page.until("measures are dimmed", "return all('[data-measure=dim]').length > 0");
        page.until("the address names what is open", "return location.search.includes('card=matter-3')");
        let version: String = page.run("return document.documentElement.dataset.version");
        page.assert_quiet("before the panic");

        page.run::<()>(BREAK);
        page.run::<()>(&format!("one('{CHIP}').click()"));
        page.until("the page is static", "return !document.documentElement.hasAttribute('data-ready')");
        expect_static(page);
        let open: Vec<String> = page.run("return all('details.card[open], .data[open]').map((one) => one.id)");
        assert_eq!(open, ["matter-3", "priority-2", ""], "what was open");
        let told: String = page.run("return one('[role=status].fallen').textContent");
        assert_eq!(told, "图上的互动停了，文字和图都还在。刷新页面可以恢复。");
        let named = format!("sijian {version}:");
        assert!(page.seen().iter().any(|word| word.contains(&named)), "no {named} in {:?}", page.seen());

        // Nothing that the dead program left behind is called any more; what works without it still
        // works.
        let seen: usize = page.run("return window.__seen.length");
        page.resize(390, 844);
        page.run::<()>(&format!("one('{CHIP}').click(); one('[data-figure=amounts] .press').click()"));
        page.run::<()>("one('.sections a[href=\"#priorities\"]').click(); matchMedia('(min-width: 1px)')");
        page.run::<()>("one('#pillar-2 > summary').click()");
        page.until("a card opens", "return one('#pillar-2 .card-body').checkVisibility()");
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
    shipped::in_every_engine(|page| {
        for path in ["", "?size=large"] {
            page.open(path);
            page.until_asked("the canvas is painted", include_str!("scripts/drawn.js"), json!(["amounts"]));
            // The driver cannot drop it, so the test sends the events by which the page learns of
            // it.
            let lose = "const canvas = one('[data-figure=amounts] canvas');
                 canvas.getContext('2d').clearRect(0, 0, canvas.width, canvas.height);
                 canvas.dispatchEvent(new Event('contextlost', { cancelable: true }))";
            page.run::<()>(lose);
            let shown = "const drawing = one('[data-figure=amounts] .drawing');
                 const looks = (part) => part.checkVisibility({ visibilityProperty: true });
                 return looks(svgOf(drawing)) && !looks(one('canvas', drawing))";
            assert!(page.run::<bool>(shown), "{path}: the SVG stands in");
            page.run::<()>("one('[data-figure=amounts] canvas').dispatchEvent(new Event('contextrestored'))");
            let twin = include_str!("scripts/twin.js");
            page.until("the canvas stands again", "return one('canvas', one('[data-figure=amounts] .drawing')).checkVisibility({ visibilityProperty: true })");
            if path.is_empty() {
                page.until_asked("it is painted anew", twin, json!(["amounts"]));
            }
            page.assert_quiet(path);
        }
    });
}
