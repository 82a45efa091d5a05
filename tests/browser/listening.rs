//! The page for screen readers: a whole visit with the accessibility tree alone (roles, names,
//! states, order), and what is announced on the way.

use std::collections::BTreeSet;

use serde_json::json;

use crate::cast::{Part, card, has, topic};
use crate::engines::in_chromium;
use crate::shipped;
use crate::tree::{AccessibilityNode, Tree};

#[test]
fn landmarks_and_headings_tell_the_page_in_order() {
    in_chromium(|page| {
        page.open("");
        let tree = Tree::of(page);
        let order = |roles: &[&str]| -> Vec<String> {
            let things = tree.0.iter().filter(|thing| roles.contains(&thing.role.as_str()));
            things.map(|thing| thing.role.clone()).collect()
        };
        assert_eq!(
            order(&["banner", "navigation", "main", "contentinfo"]),
            ["banner", "navigation", "main", "contentinfo"]
        );
        let levels: Vec<i64> = tree.all("heading").map(|heading| heading.property("level").as_i64().unwrap()).collect();
        assert_eq!(levels[0], 1);
        assert!(levels.windows(2).all(|pair| pair[1] <= pair[0] + 1), "a level is left out: {levels:?}");
        let titles: Vec<&str> =
            tree.all("heading").filter(|h| h.property("level") == 2).map(|h| h.name.as_str()).collect();
        let main: Vec<&str> = tree
            .within(tree.find("navigation", "版块"))
            .iter()
            .filter(|t| t.role == "link")
            .map(|t| t.name.as_str())
            .collect();
        // The first heading is the cover's own, which needs no link.
        assert_eq!(titles[1..], main, "the ways are the headings, in the same order");
    });
}

/// Controls have names, and disclosures that look alike have different ones.
#[test]
fn everything_that_can_be_used_has_a_name_of_its_own() {
    in_chromium(|page| {
        let embeds = [0, -2, -1].map(|place| format!("embed/{}.html", card(place)));
        for path in ["", "summary.html"].into_iter().chain(embeds.iter().map(String::as_str)) {
            if path == "summary.html" {
                page.go(path)
            } else {
                page.open(path)
            }
            page.run::<()>("all('details').forEach((d) => (d.open = true))");
            let tree = Tree::of(page);
            let used =
                ["link", "button", "DisclosureTriangle", "searchbox", "slider", "checkbox", "radio", "figure", "table"];
            let nameless: Vec<&AccessibilityNode> =
                tree.0.iter().filter(|t| used.contains(&t.role.as_str()) && t.name.trim().is_empty()).collect();
            assert!(nameless.is_empty(), "{path}: {nameless:?}");
            let disclosures: Vec<&str> = tree.all("DisclosureTriangle").map(|t| t.name.as_str()).collect();
            let different: BTreeSet<&str> = disclosures.iter().copied().collect();
            assert_eq!(different.len(), disclosures.len(), "{path}: {disclosures:?}");
            let canvases =
                tree.0.iter().filter(|t| ["Canvas", "image", "graphics-document"].contains(&t.role.as_str()));
            assert_eq!(canvases.count(), 0, "{path}: a drawing is told in words, not as a picture");
        }
    });
}

#[test]
fn the_forest_target_is_found_by_listening() {
    shipped::in_chromium(|page| {
        page.open("");
        let tree = Tree::of(page);
        tree.find("link", "四项重点").press(page);
        page.until("the priorities have focus", "return document.activeElement === one('#priorities')");
        let tree = Tree::of(page);
        let section = tree.focused().expect("something has focus");
        assert_eq!((section.role.as_str(), section.name.as_str()), ("region", "四项重点"));
        let card =
            tree.within(section).iter().find(|t| t.role == "DisclosureTriangle" && t.name.contains("生态文明高地"));
        let card = card.expect("a card on the forest");
        assert_eq!(card.property("expanded"), false);
        card.press(page);
        page.until("the card is open", "return one('#priority-1').open");

        let tree = Tree::of(page);
        let card = tree.find("DisclosureTriangle", "生态文明高地");
        assert_eq!(card.property("expanded"), true);
        let target = tree.all("listitem").map(|item| tree.words(item)).find(|words| words.contains("31"));
        let target = target.expect("the target");
        assert!(target.contains("力争") && target.contains('%') && target.contains("森林覆盖率"), "{target}");
    });
}

#[test]
fn a_measure_of_the_fullest_pillar_is_heard() {
    if !has(Part::Pillars) {
        return;
    }
    in_chromium(|page| {
        page.open("");
        // The closed cards say how many measures each has.
        let [fullest, title]: [String; 2] = page.run(
            "const count = (card) => +one('.promise b', card).textContent;
             const fullest = all('#pillars .card').reduce((most, card) => (count(card) > count(most) ? card : most));
             return [fullest.id, one('h3', fullest).textContent]",
        );
        Tree::of(page).find("DisclosureTriangle", &title).press(page);
        page.until_asked("its drawing is painted", include_str!("scripts/drawn.js"), json!([fullest]));
        let heading: String = page.run(&format!("return one('#fig-{fullest} span').textContent"));
        let tree = Tree::of(page);
        let figure = tree.find("figure", &heading);
        let list = tree.within(figure).iter().find(|thing| thing.role == "list").expect("a list of stones");
        assert!(list.name.contains("方向键"), "how to move is said: {}", list.name);
        let stones: Vec<&AccessibilityNode> = tree.within(list).iter().filter(|thing| thing.role == "button").collect();
        // The fifth, or the last if there are fewer.
        let stone = stones[stones.len().min(5) - 1];
        let measure = stone.name.split('，').next().unwrap_or_default().to_owned();

        let live = tree.within(figure).iter().find(|thing| thing.role == "status").expect("a live region").clone();
        assert_eq!((live.property("live").as_str(), live.property("atomic").as_bool()), (Some("polite"), Some(true)));
        assert_eq!(tree.words(&live), "", "silent until a stone is taken");
        stone.focus(page);
        page.until("it is told", "return all('.tip').length === 1");
        let tree = Tree::of(page);
        let told = tree
            .words(tree.within(tree.find("figure", &heading)).iter().find(|t| t.role == "status").expect("it stays"));
        assert!(told.contains(&measure) && told.contains("段"), "{measure}: {told}");

        let way = tree.find("link", "看这一条");
        way.press(page);
        page.until("a passage has focus", "return document.activeElement.matches('[data-measure]')");
        let tree = Tree::of(page);
        let passage = tree.focused().expect("something has focus");
        assert_eq!(passage.role, "listitem");
        // It is the passage announced before.
        let quote: String = page
            .run("return document.activeElement.querySelector('blockquote').textContent.replaceAll('\u{200b}', '')");
        let bare = |text: &str| text.replace(['“', '”', '‘', '’'], "");
        assert!(bare(&told).contains(&bare(&quote)), "{told}: {quote}");
        let card = tree.all("DisclosureTriangle").find(|card| card.name.contains(&title)).expect("its card");
        assert_eq!(card.property("expanded"), true);
        page.assert_quiet("listening");
    });
}

/// Changes without a focus change are announced politely, by live regions that exist from the
/// start.
#[test]
fn choices_are_announced() {
    in_chromium(|page| {
        let [_, label] = topic();
        page.open("");
        let tree = Tree::of(page);
        let chips = tree.find("group", "按主题看");
        let chip = tree.within(chips).iter().find(|t| t.role == "button" && t.name == label).expect("a topic");
        assert_eq!(chip.property("pressed").as_str(), Some("false"));
        let silent = tree.all("status").all(|status| tree.words(status).is_empty());
        assert!(silent, "something is announced before anything was done");
        chip.press(page);
        let said = "return all('.chosen').some(said => said.textContent.includes(arguments[0]))";
        page.until_asked("it is said", said, json!([label]));
        let tree = Tree::of(page);
        let chips = tree.find("group", "按主题看");
        let chip = tree.within(chips).iter().find(|t| t.role == "button" && t.name == label).expect("a topic");
        assert_eq!(chip.property("pressed").as_str(), Some("true"));
        let said: Vec<String> =
            tree.all("status").map(|status| tree.words(status)).filter(|words| !words.is_empty()).collect();
        assert!(said.iter().any(|words| words.contains(&format!("“{label}”")) && words.contains("项")), "{said:?}");
        assert!(tree.all("status").all(|status| status.property("live") == "polite"));
    });
}
