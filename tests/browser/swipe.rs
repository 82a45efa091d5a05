//! Swiping in an open card: an additional way to the next card, which does not interfere with other
//! gestures.

use serde_json::json;

use crate::cast::WORKS;
use crate::engines::in_every_engine;
use crate::page::Page;

#[test]
fn a_swipe_leads_to_the_card_behind_and_back() {
    in_every_engine(|page| {
        page.resize(390, 844);
        let [first, second] = two_works();
        page.open(&format!("?card={first}"));
        for (card, way, to) in [(first, -200.0, second), (second, 200.0, first)] {
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
    in_every_engine(|page| {
        page.resize(390, 844);
        let [first, second] = two_works();
        page.open(&format!("?card={first}"));
        let [_, y] = passage(page, first);
        // Too short, slanting, from the window's edge (the browser's own gesture), and downwards.
        let moves = [([150.0, y], [200.0, y]), ([180.0, y], [300.0, y + 90.0]), ([30.0, y], [250.0, y])];
        for (from, to) in moves {
            page.swipe(from, to);
        }
        let drawing = format!("#{first} .drawing");
        page.center(&drawing);
        let [x, y] = middle(page, &drawing);
        page.swipe([x - 100.0, y], [x + 100.0, y]);
        page.swipe([x, y - 100.0], [x, y + 100.0]);
        // Each of them would have opened the card before by now.
        let [x, y] = passage(page, first);
        page.swipe([x + 100.0, y], [x - 100.0, y]);
        page.until("the card behind has been opened", &format!("return one('#{second}').open"));
        let open: Vec<String> = page.run("return all('.card[open]').map((card) => card.id)");
        assert_eq!(open, [first, second]);
        let panning: String = page.run(&format!("return getComputedStyle(one('#{first} .card-body')).touchAction"));
        assert!(panning.contains("pan-y") && panning.contains("pinch-zoom"), "the page scrolls and zooms: {panning}");
    });
}

/// Two cards side by side that both have measures.
fn two_works() -> [&'static str; 2] {
    [WORKS[0], *WORKS.get(1).expect("the edition has a single work: there is no card behind it")]
}

/// Scrolls the first text that is seen in a card to the middle of the window and returns a point on it.
fn passage(page: &Page, card: &str) -> [f64; 2] {
    let y: f64 = page.ask(
        "const seen = all(`#${arguments[0]} .card-body p`).find((text) => text.clientHeight > 9 && !text.closest('.guess'));
         seen.scrollIntoView({ block: 'center', behavior: 'instant' });
         const { top, height } = seen.getBoundingClientRect();
         return top + height / 2",
        json!([card]),
    );
    [195.0, y]
}

fn middle(page: &Page, selector: &str) -> [f64; 2] {
    page.ask(
        "const { left, top, width, height } = one(arguments[0]).getBoundingClientRect();
         return [left + width / 2, top + height / 2]",
        json!([selector]),
    )
}
