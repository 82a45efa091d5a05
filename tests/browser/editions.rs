//! Other editions than the shipped one, with other counts, words and kinds of numbers, on one site:
//! what holds for any page holds for theirs. What engines do differently with the same code is tested with the shipped
//! edition in each of them, and so here, but for layout and workers, in Chromium alone.

use std::{env, fs};

use serde_json::json;

use crate::engines::{in_chromium, in_every_engine};
use crate::faults::expect_whole_without_scripts;
use crate::keyboard::read_a_measure;
use crate::marks::expect_keys_to_move;
use crate::offline::expect_there_without_a_network;
use crate::page::Page;
use crate::print::{expect_pictures_on_paper, expect_whole_on_a4};
use crate::rules::violations;

/// The folders of the tests' editions, below the site that has several.
const OTHERS: [&str; 2] = ["editions/county-2023/", "editions/county-2024/"];

#[test]
fn other_editions_come_to_life_and_fit_their_windows() {
    in_every_engine(|page| {
        for (edition, width, query) in [
            (OTHERS[0], 320, ""),
            (OTHERS[0], 1280, "?theme=dark"),
            (OTHERS[1], 390, "?size=xlarge"),
            (OTHERS[1], 768, ""),
            (OTHERS[1], 1280, ""),
        ] {
            let what = format!("{edition}{query} at {width}");
            page.resize(width, 900);
            page.open(&format!("{edition}{query}"));
            page.run::<()>("all('details.card').forEach((card) => (card.open = true))");
            let too_wide: Vec<String> = page.run(include_str!("scripts/too_wide.js"));
            assert!(too_wide.is_empty(), "{what} is too wide: {too_wide:?}");
            let figures: Vec<String> = page.run(
                "return all('[data-figure]').filter((figure) => one('.drawing', figure).checkVisibility())
                    .map((figure) => figure.dataset.figure)",
            );
            assert!(figures.len() > 10, "{what}: {figures:?}");
            for figure in figures {
                let what = format!("{figure} of {what} is painted");
                page.until_asked(&what, include_str!("scripts/drawn.js"), json!([figure]));
            }
            page.assert_quiet(&what);
        }
    });
}

/// A card is opened by its address, in another edition than the root's, and its embed stands alone.
#[test]
fn addresses_lead_to_the_cards_of_an_edition_in_a_folder() {
    in_chromium(|page| {
        page.resize(390, 844);
        page.open("editions/county-2024/?card=priority-bay");
        page.until("its card is open", "return one('#priority-bay').open");
        page.open("editions/county-2024/embed/priority-bay.html");
        page.until_asked("its drawing is painted", include_str!("scripts/drawn.js"), json!(["priority-bay"]));
        page.assert_quiet("the embed");
    });
}

#[test]
fn measures_of_other_editions_are_read_by_keyboard() {
    in_chromium(|page| {
        for edition in OTHERS {
            read_a_measure(page, edition);
            page.open(edition);
            expect_keys_to_move(page, "ledger");
        }
    });
}

#[test]
fn other_editions_print_whole_with_their_pictures() {
    in_chromium(|page| {
        for edition in OTHERS {
            for state in [edition.to_owned(), format!("fault/no-script/{edition}")] {
                expect_whole_on_a4(page, &state);
                expect_pictures_on_paper(page, &state);
            }
        }
    });
}

#[test]
fn other_editions_are_whole_without_scripts() {
    in_chromium(|page| OTHERS.into_iter().for_each(|edition| expect_whole_without_scripts(page, edition)));
}

/// Below the site's root, where another edition's worker would be at work.
#[test]
fn other_editions_are_there_without_a_network() {
    in_every_engine(|page| {
        for edition in OTHERS {
            page.resize(390, 844);
            expect_there_without_a_network(page, edition, "priority-bay");
        }
    });
}

#[test]
fn the_list_of_editions_leads_to_each_and_each_leads_back() {
    in_chromium(|page| {
        page.go("editions/editions.html");
        let ways: Vec<String> = page.run("return all('[data-issue] h2 a').map((link) => link.getAttribute('href'))");
        assert_eq!(ways.len(), 3, "{ways:?}");
        for way in ways {
            page.go("editions/editions.html?theme=dark");
            page.click(&format!("[data-issue] a[href='{way}']"));
            page.until("the edition is ready", crate::page::READY);
            let dark = "return document.documentElement.dataset.theme === 'dark'";
            page.until("the edition keeps the theme", dark);
            let back = "a[href$='editions.html']";
            page.click(back);
            page.until("the list is back", "return all('[data-issue]').length === 3");
            page.until("the list keeps the theme", dark);
            page.assert_quiet(&way);
        }
        for width in [280, 390, 1280] {
            page.resize(width, 800);
            let too_wide: Vec<String> = page.run(include_str!("scripts/too_wide.js"));
            assert!(too_wide.is_empty(), "at {width}: {too_wide:?}");
        }
    });
}

#[test]
fn other_editions_break_no_rule_of_accessibility() {
    let Some(script) = env::var_os("SIJIAN_AXE") else {
        eprintln!("axe-core is not here, so its rules are not applied");
        return;
    };
    let rules = fs::read_to_string(script).expect("axe-core's script");
    in_chromium(|page| {
        let mut broken = Vec::new();
        for (edition, theme, width) in [(OTHERS[0], "dark", 390), (OTHERS[1], "light", 1280), (OTHERS[1], "dark", 390)]
        {
            page.resize(width, 844);
            page.open(&format!("{edition}?theme={theme}"));
            broken.extend(found(page, &rules, &format!("{edition} {theme}")));
            // Menus would hide parts of what is below them.
            page.run::<()>("all('details:not(.panel, .download)').forEach((d) => (d.open = true))");
            broken.extend(found(page, &rules, &format!("{edition} {theme} with all open")));
        }
        page.go("editions/editions.html");
        broken.extend(found(page, &rules, "the list"));
        assert!(broken.is_empty(), "{}", broken.join("\n"));
    });
}

fn found(page: &Page, rules: &str, what: &str) -> Vec<String> {
    violations(page, rules).into_iter().map(|violation| format!("{what}: {violation}")).collect()
}
