//! Pages become interactive, without any error, wherever they are served.

use serde_json::json;

use crate::cast::card;
use crate::engines::{in_chromium, in_every_engine};
use crate::page::Page;

#[test]
fn the_page_comes_to_life_without_a_word_on_phones_and_desktops_in_every_dress() {
    in_every_engine(|page| {
        for (width, height) in [(390, 844), (1280, 900)] {
            page.resize(width, height);
            for path in ["", "?theme=dark&size=large"] {
                page.open(path);
                let marks: usize = page.run("return performance.getEntriesByName('app-ready', 'mark').length");
                assert_eq!(marks, 1, "/{path} at {width}: marks of readiness");
                page.assert_quiet(&format!("/{path} at {width}"));
            }
        }
    });
}

/// A page without a target in its address is read from the top: what is far away is laid out last,
/// but before the page is fully live.
#[test]
fn a_page_comes_rolled_up_and_is_laid_out_whole() {
    in_every_engine(|page| {
        page.resize(390, 844);
        let card = format!("?card={}", card(-2));
        for (path, rolled) in [("", true), (&*card, false), ("#method", false), ("embed/all.html", false)] {
            page.open(path);
            assert_eq!(page.run::<bool>("return 'rolled' in document.documentElement.dataset"), rolled, "/{path}");
            let far: Vec<String> = page.run(
                "return all('section.wrap > *').filter((part) => part.checkVisibility() && part.firstElementChild &&
                     !part.firstElementChild.checkVisibility({ contentVisibilityAuto: true }))
                     .map((part) => part.className)",
            );
            assert_eq!(far, Vec::<String>::new(), "/{path}: left rolled up");
        }
    });
}

#[test]
fn every_drawing_of_the_whole_page_with_all_cards_open_is_painted_without_a_word() {
    in_every_engine(|page| {
        page.resize(390, 844);
        page.open("");
        page.run::<()>("all('details.card').forEach((card) => (card.open = true))");
        let figures: Vec<String> = page.run("return all('[data-figure]').map((figure) => figure.dataset.figure)");
        assert!(figures.contains(&card(0).to_owned()), "cards and overviews: {figures:?}");
        for figure in figures {
            page.until_asked(&format!("{figure} is painted"), include_str!("scripts/drawn.js"), json!([figure]));
        }
        page.assert_quiet("all cards open");
    });
}

#[test]
fn the_page_lives_in_any_folder_and_loads_nothing_from_elsewhere() {
    in_every_engine(|page| {
        for path in ["", "at/a/b/", &format!("at/a/b/index.html?card={}", card(0))] {
            page.open(path);
            page.assert_quiet(path);
            assert_eq!(strangers(page), Vec::<String>::new(), "{path}");
        }
    });
}

#[test]
fn every_card_lives_on_a_page_of_its_own() {
    in_chromium(|page| {
        page.resize(390, 844);
        page.open("");
        let cards: Vec<String> = page.run("return all('details.card:has(.figure)').map((card) => card.id)");
        assert!(!cards.is_empty());
        for card in cards {
            let path = format!("embed/{card}.html");
            page.open(&path);
            let open: Vec<String> = page.run("return all('details.card[open]').map((card) => card.id)");
            assert_eq!(open, [card.as_str()], "{path}: the card stands open");
            page.until_asked(&format!("{path} is painted"), include_str!("scripts/drawn.js"), json!([card]));
            page.assert_quiet(&path);
            assert_eq!(strangers(page), Vec::<String>::new(), "{path}");
        }
    });
}

/// Resources loaded from another origin.
fn strangers(page: &Page) -> Vec<String> {
    page.run(
        "const loaded = performance.getEntriesByType('resource').map((entry) => entry.name);
         if (!loaded.some((name) => name.endsWith('.wasm'))) return ['not even the wasm'];
         return loaded.filter((name) => !name.startsWith(location.origin + '/') && !name.startsWith('data:'))",
    )
}
