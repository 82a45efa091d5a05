//! Swiping in an open card: an additional way to the next card, which does not interfere with other
//! gestures.

use serde_json::json;

use crate::page::Page;
use crate::shipped;

#[test]
fn a_swipe_leads_to_the_card_behind_and_back() {
    shipped::in_every_engine(|page| {
        page.resize(390, 844);
        page.open("?card=pillar-1");
        for (card, way, to) in [("pillar-1", -200.0, "pillar-2"), ("pillar-2", 200.0, "pillar-1")] {
            // A busy machine may stretch a swipe until it is too slow to be one: then again.
            let arrived = (0..5).any(|_| {
                let [x, y] = passage(page, card);
                page.swipe([x - way / 2.0, y], [x + way / 2.0, y + 8.0]);
                let script = "const [to, done] = arguments, began = performance.now();
                              const look = () => {
                                const there = one(`#${to} > summary`) === document.activeElement;
                                there || performance.now() - began > 3000 ? done(there) : setTimeout(look, 20);
                              };
                              look()";
                page.ask_later::<bool>(script, json!([to]))
            });
            assert!(arrived, "{to} never had focus");
        }
        page.assert_quiet("swiping");
    });
}

#[test]
fn what_is_no_sideways_swipe_inside_a_card_leads_nowhere() {
    shipped::in_every_engine(|page| {
        page.resize(390, 844);
        page.open("?card=pillar-1");
        let [_, y] = passage(page, "pillar-1");
        // Too short, slanting, from the window's edge (the browser's own gesture), and downwards.
        let moves = [([150.0, y], [200.0, y]), ([180.0, y], [300.0, y + 90.0]), ([30.0, y], [250.0, y])];
        for (from, to) in moves {
            page.swipe(from, to);
        }
        page.center("#pillar-1 .drawing");
        let [x, y] = middle(page, "#pillar-1 .drawing");
        page.swipe([x - 100.0, y], [x + 100.0, y]);
        page.swipe([x, y - 100.0], [x, y + 100.0]);
        // Each of them would have opened the card before by now.
        let [x, y] = passage(page, "pillar-1");
        page.swipe([x + 100.0, y], [x - 100.0, y]);
        page.until("the card behind has been opened", "return one('#pillar-2').open");
        let open: Vec<String> = page.run("return all('.card[open]').map((card) => card.id)");
        assert_eq!(open, ["pillar-1", "pillar-2"]);
        let panning: String = page.run("return getComputedStyle(one('#pillar-1 .card-body')).touchAction");
        assert!(panning.contains("pan-y") && panning.contains("pinch-zoom"), "the page scrolls and zooms: {panning}");
    });
}

/// Scrolls a card's passage to the middle of the window and returns its centre.
fn passage(page: &Page, card: &str) -> [f64; 2] {
    let selector = format!("#{card} .measures .label");
    page.center(&selector);
    let [_, y] = middle(page, &selector);
    [195.0, y]
}

fn middle(page: &Page, selector: &str) -> [f64; 2] {
    page.ask(
        "const { left, top, width, height } = one(arguments[0]).getBoundingClientRect();
         return [left + width / 2, top + height / 2]",
        json!([selector]),
    )
}
