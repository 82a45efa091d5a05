//! What others know of its pages.

use crate::rendered::{Page, REAL_SITE};
use crate::support::shipped::is_here;

/// The ids that other pages' frames and links use: they must never change.
#[test]
fn the_cards_have_the_ids_that_hosts_know() {
    if !is_here() {
        return;
    }
    let expected = [
        "matter-1",
        "matter-2",
        "matter-3",
        "matter-4",
        "pillar-1",
        "pillar-2",
        "pillar-3",
        "pillar-4",
        "pillar-5",
        "priority-1",
        "priority-2",
        "priority-3",
        "priority-4",
    ];
    let page = Page::new("index.html", std::str::from_utf8(&REAL_SITE["index.html"]).unwrap());
    let cards = page.all("details[data-card]");
    let ids: Vec<_> = cards.iter().filter_map(|card| card.attr("data-card")).collect();
    assert_eq!(ids, expected);
    assert!(cards.iter().all(|card| card.attr("id") == card.attr("data-card") && card.attr("open").is_none()));
}
