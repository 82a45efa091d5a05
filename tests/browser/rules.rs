//! Applies axe-core's accessibility rules. It is optional: without npm, xtask reports that they are
//! not applied.

use std::collections::BTreeSet;
use std::{env, fs};

use serde_json::json;

use crate::cast::overview;
use crate::engines::in_chromium;
use crate::page::Page;

/// Display settings: theme, width, type size.
const DRESSES: [(&str, u32, &str); 4] =
    [("light", 1280, "standard"), ("light", 390, "large"), ("dark", 1280, "large"), ("dark", 390, "standard")];

type Hand = fn(&Page);

/// States that a reader can bring the page into.
const STATES: [(&str, Hand); 11] = [
    ("as it opens", |_| {}),
    // Menus would hide parts of what is below them.
    ("with all open", |page| page.run("all('details:not(.panel, .download)').forEach((d) => (d.open = true))")),
    ("with a tip", |page| {
        page.until_asked("painted", include_str!("scripts/drawn.js"), json!([overview()]));
        page.click(&format!("[data-figure='{}'] .marks li:nth-child(2) button", overview()));
        page.until("there is a tip", "return all('.tip').length === 1");
    }),
    ("with a topic lit and its cards open", |page| {
        page.run::<()>("all('.card').forEach((card) => (card.open = true))");
        page.click("[data-live='topics'] button:last-of-type");
        page.until(
            "something is lit and something dimmed",
            "return all('[data-measure=lit]').length > 0 && all('[data-measure=dim]').length > 0",
        );
    }),
    ("with a guess open", |page| {
        if click_if_there(page, ".press") {
            page.until("it is there", "return all('.figure[data-guess=open]').length === 1");
        }
    }),
    ("with a guess told", |page| {
        if click_if_there(page, ".press") && click_if_there(page, ".press") {
            page.until("it is there", "return all('.figure[data-guess=told]').length === 1");
        }
    }),
    ("with the tour", |page| _ = click_if_there(page, ".start")),
    ("with how it is shown", |page| {
        page.click(".display > summary");
        page.until("the panel is open", "return one('.display').open");
        page.run::<()>("all('.download').at(-1).open = true");
    }),
    ("with what was found", |page| {
        // Few hits with much room, so that the list's edge cuts no row: axe would take a cut row
        // for too small a target.
        page.run::<()>("all('main section')[0].scrollIntoView({ behavior: 'instant' })");
        page.write("/");
        let title: String = page.run("return one('.card h3').textContent.replaceAll('\u{200b}', '')");
        page.write(&title);
        page.until("something is found", "return all('.find-hits a').length > 0");
    }),
    ("with the builder", |page| {
        page.click(&format!("[data-figure='{}'] [data-builder]", overview()));
        page.until("it is open", "return !!document.querySelector('#builder[open]')");
    }),
    ("with nothing found", |page| {
        page.write("/");
        page.write("火星");
        page.until("nothing is found", "return one('.find-count').textContent.startsWith('没有找到')");
    }),
];

/// An edition may have no guesses and no tour.
fn click_if_there(page: &Page, selector: &str) -> bool {
    let there = page.ask("return all(arguments[0]).length > 0", json!([selector]));
    if there {
        page.click(selector);
    }
    there
}

#[test]
fn the_page_breaks_no_rule_of_accessibility_in_any_state() {
    applied(|page, rules| {
        let mut broken = Vec::new();
        for (theme, width, size) in DRESSES {
            page.resize(width, 844);
            for (state, prepare) in STATES {
                page.open(&format!("?theme={theme}&size={size}"));
                prepare(page);
                broken.extend(violations(page, rules).into_iter().map(|v| format!("{theme} {size} {state}: {v}")));
            }
        }
        assert!(broken.is_empty(), "{}", broken.join("\n"));
    });
}

#[test]
fn no_other_page_breaks_a_rule_of_accessibility() {
    applied(|page, rules| {
        page.open("");
        let cards: Vec<String> = page.run("return all('details.card:has(.figure)').map((card) => card.id)");
        let overviews: Vec<String> = page.run("return all('[data-figure]').map((figure) => figure.dataset.figure)");
        let alone: BTreeSet<String> = cards.into_iter().chain(overviews).chain(["all".to_owned()]).collect();
        assert!(alone.len() > 3, "{alone:?}");
        let mut broken = Vec::new();
        page.resize(390, 844);
        for (theme, size) in [("light", "large"), ("dark", "standard")] {
            let scheme = json!({ "features": [{ "name": "prefers-color-scheme", "value": theme }] });
            page.devtools("Emulation.setEmulatedMedia", scheme);
            let embeds = alone.iter().map(|piece| format!("embed/{piece}.html?theme={theme}&size={size}"));
            for path in embeds.chain(
                [
                    "summary.html",
                    "data.html",
                    "source.html",
                    "method.html",
                    "404.html",
                    "large.html",
                    "fault/no-script/",
                ]
                .map(str::to_owned),
            ) {
                if path.starts_with("embed/") {
                    page.open(&path)
                } else {
                    page.go(&path)
                }
                broken.extend(violations(page, rules).into_iter().map(|v| format!("{path} {theme}: {v}")));
            }
        }
        assert!(broken.is_empty(), "{}", broken.join("\n"));
    });
}

/// Rules that never find anything would also pass the tests above.
#[test]
fn a_broken_rule_would_be_found() {
    applied(|page, rules| {
        let faults = [
            ("button-name", "document.body.append(document.createElement('button'))"),
            ("color-contrast", "one('.lead').style.color = 'rgb(170, 165, 155)'"),
            ("aria-allowed-attr", "one('h1').setAttribute('aria-checked', 'true')"),
            ("summary-name", "one('.card > summary').replaceChildren()"),
            ("html-has-lang", "document.documentElement.removeAttribute('lang')"),
        ];
        for (rule, plant) in faults {
            page.open("?theme=light");
            page.run::<()>(plant);
            let found = violations(page, rules);
            assert!(found.iter().any(|violation| violation.starts_with(rule)), "{rule} is not in {found:?}");
        }
    });
}

/// Runs a case in Chromium with axe-core's script, if that is installed.
fn applied(case: impl Fn(&Page, &str)) {
    let Some(script) = env::var_os("SIJIAN_AXE") else {
        eprintln!("axe-core is not here, so its rules are not applied");
        return;
    };
    let script = fs::read_to_string(script).expect("axe-core's script");
    in_chromium(|page| case(page, &script));
}

pub fn violations(page: &Page, rules: &str) -> Vec<String> {
    page.run::<()>(include_str!("scripts/judgeable.js"));
    page.run::<()>(rules);
    page.ask_later(include_str!("scripts/rules.js"), json!([]))
}
