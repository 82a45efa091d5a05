//! If something is missing, refused or damaged, the page stays complete, usable, and quiet about
//! it.

use serde_json::json;

use crate::cast::{CARDS, card, overview};
use crate::engines::{in_chromium, in_every_engine};
use crate::network::{Network, NetworkState};
use crate::page::Page;

const FAULTS: [&str; 2] = ["fault/no-wasm/", "fault/no-script/"];

#[test]
fn without_wasm_or_scripts_every_word_is_there_and_every_drawing_is_seen() {
    in_every_engine(|page| expect_whole_without_scripts(page, ""));
}

/// An edition's page says and shows the same with the program and without.
pub fn expect_whole_without_scripts(page: &Page, edition: &str) {
    page.open(edition);
    let whole: Vec<String> = page.run(WORDS);
    assert!(whole.iter().all(|section| section.chars().count() > 50), "sections: {whole:?}");
    for fault in FAULTS.map(|fault| format!("{fault}{edition}")) {
        page.go(&fault);
        assert_eq!(page.run::<Vec<String>>(WORDS), whole, "{fault}");
        let unseen: Vec<String> = page.run(include_str!("scripts/unseen_drawings.js"));
        assert_eq!(unseen, Vec::<String>::new(), "{fault}: drawings that cannot be seen");
        let [ready, complaint]: [String; 2] = page.run(
            "const complaint = document.body.innerText.match(/.{0,20}(error|exception|panic|undefined|NaN|出错|错误|加载失败).{0,20}/i);
             return [document.documentElement.dataset.ready ?? 'never', complaint?.[0] ?? 'none']",
        );
        assert_eq!([ready.as_str(), complaint.as_str()], ["never", "none"], "{fault}");
    }
}

/// Each fault, and whether the page still becomes interactive.
const CASES: [(&str, bool); 12] = [
    ("half-wasm", false),
    ("bad-wasm", false),
    ("plain-wasm", true),
    ("plain-script", false),
    ("no-font", true),
    ("no-style", true),
    ("no-scripting", false),
    ("no-canvas", true),
    ("no-memory", true),
    ("no-storage", true),
    ("no-clock", true),
    ("no-containers", false),
];

#[test]
fn whatever_is_wrong_every_word_can_be_read_and_what_can_live_lives() {
    in_every_engine(|page| {
        page.go("fault/no-script/");
        let whole: Vec<String> = page.run(WORDS);
        for (fault, lives) in CASES {
            let path = format!("fault/{fault}/");
            if lives {
                page.open(&path)
            } else {
                page.go(&path)
            }
            if fault == "half-wasm" {
                // The console shows that loading was retried, and which version the page is.
                page.until("it was tried three times", "return __seen.some((one) => one.includes('sijian'))");
                let tries: Vec<String> =
                    page.run("return performance.getEntriesByType('resource').map(({ name }) => name).filter((name) => name.includes('app-') && name.includes('.wasm'))");
                assert_eq!(tries.iter().filter(|name| !name.contains('?')).count(), 1, "{tries:?}");
                assert_eq!(
                    tries.iter().filter(|name| name.ends_with("?1") || name.ends_with("?2")).count(),
                    2,
                    "{tries:?}"
                );
            }
            assert_eq!(page.run::<Vec<String>>(WORDS), whole, "{fault}");
            assert_eq!(page.run::<bool>("return 'ready' in document.documentElement.dataset"), lives, "{fault}");
            let card = card(1);
            page.run::<()>(&format!("one('#{card} > summary').click()"));
            let opens = format!("return one('#{card} .card-body').checkVisibility()");
            page.until(&format!("{fault}: a card opens"), &opens);
            if fault != "no-style" {
                page.until(
                    &format!("{fault}: every drawing is seen once"),
                    "const looks = (part) => part.checkVisibility({ visibilityProperty: true });
                     const wrong = all('.drawing').filter((drawing) => looks(drawing) &&
                         all('svg, canvas', drawing).filter(looks).length !== 1);
                     return wrong.length === 0 || wrong.map((drawing) => drawing.outerHTML.slice(0, 80))",
                );
            }
            if fault == "no-memory" {
                page.run::<()>("one('[data-poster=page]').click()");
                page.until(
                    "the reader is told that there is no poster",
                    "return one('#poster').open && one('#poster-said').textContent.includes('没有画成')",
                );
                assert!(!page.run::<bool>("return one('#poster-picture').checkVisibility()"), "an empty poster");
                page.assert_quiet("a poster that cannot be had");
            }
        }
    });
}

/// The route records and refuses every use of storage.
#[test]
fn embeds_touch_no_storage() {
    in_chromium(|page| {
        let touched = "return window.__touched || []";
        page.open("fault/no-storage/");
        assert_eq!(page.run::<Vec<String>>(touched)[..1], ["localStorage"], "the route keeps what is asked for");
        for embed in [card(0), overview(), "all"] {
            page.open(&format!("fault/no-storage/embed/{embed}.html?theme=dark"));
            page.run::<()>("all('summary').forEach((summary) => summary.click())");
            assert_eq!(page.run::<Vec<String>>(touched), Vec::<String>::new(), "{embed}");
        }
    });
}

#[test]
fn a_program_that_comes_late_does_not_disturb_the_reader() {
    in_every_engine(|page| {
        let network = Network::open();
        network.turn(NetworkState::Slow);
        let [named, other] = [card(-2), card(0)];
        page.go_to(&format!("{}?card={named}", network.address()));
        page.until("the card's top is in view", include_str!("scripts/card_in_view.js"));
        let table = format!("#{other} .data");
        page.run::<()>(&format!("one('#{other} > summary').click(); one('{table} > summary').click()"));
        page.center(&format!("{table} > summary"));
        let top: f64 = page.ask("return one(arguments[0]).getBoundingClientRect().top", json!([table]));
        assert!(!page.run::<bool>("return 'ready' in document.documentElement.dataset"), "it is not there yet");
        network.turn(NetworkState::Up);
        page.until("it comes", "return document.documentElement.dataset.ready === 'true'");
        let script = "const { top } = one(arguments[0]).getBoundingClientRect();
                      return Math.abs(top - arguments[1]) < 2 || top";
        page.until_asked("the reader is where they were", script, json!([table, top]));
        let open: Vec<String> = page.run("return all('details.card[open]').map((card) => card.id)");
        assert_eq!(open, [other, named]);
        assert!(page.ask::<bool>("return one(arguments[0]).open", json!([table])));
    });
}

#[test]
fn without_wasm_or_scripts_every_card_opens_and_closes() {
    in_every_engine(|page| {
        for fault in FAULTS {
            page.go(fault);
            let cards: Vec<String> = page.run("return all('details.card').map((card) => card.id)");
            assert_eq!(cards, *CARDS);
            for card in cards {
                for open in [true, false] {
                    page.click(&format!("#{card} > summary"));
                    let script = "const card = document.getElementById(arguments[0]);
                                  const shown = one('.card-body', card).checkVisibility();
                                  return (card.open === arguments[1] && shown === arguments[1]) || [card.open, shown]";
                    page.until_asked(&format!("{fault}: {card} is open: {open}"), script, json!([card, open]));
                }
            }
        }
    });
}

#[test]
fn without_wasm_the_address_opens_its_card() {
    in_chromium(|page| {
        let named = card(-2);
        page.go(&format!("fault/no-wasm/?card={named}"));
        page.until("the card's top is in view", include_str!("scripts/card_in_view.js"));
        assert_eq!(page.run::<Vec<String>>("return all('details.card[open]').map((card) => card.id)"), [named]);
        for path in ["fault/no-wasm/?card=pillar-99", "fault/no-wasm/?card=figures"] {
            page.go(path);
            let still = "return all('details.card[open]').length === 0 && scrollY === 0";
            assert!(page.run::<bool>(still), "{path}");
        }
    });
}

#[test]
fn without_wasm_or_scripts_the_section_nav_leads_to_every_section() {
    in_every_engine(|page| {
        for fault in FAULTS {
            page.go(fault);
            let sections: Vec<String> =
                page.run("return all('.sections a').map((a) => a.getAttribute('href').slice(1))");
            assert!(sections.len() > 2, "{sections:?}");
            for section in sections {
                follow(page, &section);
                assert_eq!(page.run::<String>("return location.hash.slice(1)"), section, "{fault}");
            }
        }
    });
}

#[test]
fn the_section_nav_leads_to_every_section_of_the_living_page_too() {
    in_chromium(|page| {
        page.open("?x=1");
        let sections: Vec<String> = page.run("return all('.sections a').map((a) => a.getAttribute('href').slice(1))");
        for section in sections {
            follow(page, &section);
        }
        assert_eq!(page.query(), "x=1");
        page.assert_quiet("the section nav");
    });
}

/// Follows a link of the section nav and waits until its section has stopped in view.
fn follow(page: &Page, section: &str) {
    // Clicked by script, since on phones the link may be beyond the nav's edge.
    page.ask::<()>("one('.sections a[href=\"#' + arguments[0] + '\"]').click()", json!([section]));
    let script = "const { top } = document.getElementById(arguments[0]).getBoundingClientRect();
                  const end = scrollY + innerHeight >= document.documentElement.scrollHeight - 2;
                  return (top > -2 && (top < innerHeight / 3 || (end && top < innerHeight))) || top";
    page.until_asked(&format!("{section} is in view"), script, json!([section]));
}

/// The words of each section, without those that only a hydrated page has.
const WORDS: &str = "return all('main section, #method').map((section) => {
    const copy = section.cloneNode(true);
    all('.stage, .chips, .tools, [data-part]', copy).forEach((part) => part.remove());
    // A table that nobody has opened yet: its words are there as text.
    all('noscript', copy).forEach((text) => text.replaceWith(text.textContent.replace(/<[^>]*>/g, '')));
    return copy.textContent;
})";
