//! Tools for the reader: display settings, search, reading aloud, and links between cards.

use serde_json::json;
use thirtyfour::Key;

use crate::cast::{CARDS, card, common_word};
use crate::engines::{in_chromium, in_every_engine};
use crate::page::Page;
use crate::shipped;

#[test]
fn a_theme_and_a_size_can_be_chosen_and_are_named_in_the_address() {
    in_every_engine(|page| {
        page.open("?x=1");
        page.click(".display > summary");
        page.click(".display fieldset:nth-of-type(1) label:nth-child(3)");
        page.click(".display fieldset:nth-of-type(2) label:nth-child(2)");
        page.until(
            "the page is dark and large",
            "return location.search === '?theme=dark&size=large&x=1' || location.search",
        );
        let [theme, size]: [String; 2] =
            page.run("const { theme, size } = document.documentElement.dataset; return [theme, size]");
        assert_eq!((theme.as_str(), size.as_str()), ("dark", "large"));
        assert_eq!(frames(page), ["not all", "all"]);
        page.click(".display fieldset:nth-of-type(1) label:nth-child(1)");
        page.until("the theme is the device's", "return location.search === '?size=large&x=1' || location.search");
        assert_eq!(frames(page), ["(prefers-color-scheme: light)", "(prefers-color-scheme: dark)"]);
        page.press(Key::Escape);
        assert!(
            page.run::<bool>("return !one('.display').open && document.activeElement === one('.display > summary')")
        );
        page.assert_quiet("choosing");
    });
}

#[test]
fn choices_are_remembered_only_when_asked_and_never_in_other_pages() {
    in_chromium(|page| {
        page.open("");
        page.click(".display > summary");
        page.click(".display fieldset:nth-of-type(1) label:nth-child(3)");
        page.until("the page is dark", "return document.documentElement.dataset.theme === 'dark'");
        assert_eq!(memory(page), "nothing");
        page.click(".tick:has([name=remember])");
        assert_eq!(memory(page), "theme=dark&size=standard");

        // The theme also works before any module runs.
        page.go("fault/no-wasm/");
        assert_eq!(theme(page), "dark");
        assert_eq!(frames(page), ["not all", "all"]);
        page.open("?theme=light");
        assert_eq!(theme(page), "light");
        assert_eq!(memory(page), "theme=dark&size=standard");
        page.open(&format!("embed/{}.html", card(0)));
        assert_eq!(theme(page), "auto");

        page.open("");
        assert_eq!(theme(page), "dark");
        assert!(page.run::<bool>("return one('[name=remember]').checked && one('[name=theme][value=dark]').checked"));
        page.click(".display > summary");
        page.click(".tick:has([name=remember])");
        assert_eq!(memory(page), "nothing");
        page.open("");
        page.assert_quiet("remembering");
    });
}

#[test]
fn care_takes_away_decoration_and_gives_fingers_room() {
    in_chromium(|page| {
        page.resize(390, 844);
        page.open("?size=large");
        page.run::<()>("all('details').forEach((d) => (d.open = true))");
        let narrow: Vec<String> = page.run(
            "const targets = all('a[href]:not(.skip), button, summary, label').filter((t) => t.checkVisibility());
             const small = ({ width, height }) => Math.min(width, height) < 59.5;
             // Marks and SVG links are only as large as what they mark; the table has the same
             // links.
             const short = targets.filter((t) => !t.closest('.marks, .twins') && small(t.getBoundingClientRect()));
             return short.map((t) => t.outerHTML.slice(0, 90))",
        );
        assert_eq!(narrow, Vec::<String>::new());
        for (size, least) in [("large", 24), ("xlarge", 30)] {
            page.open(&format!("?size={size}"));
            page.run::<()>("all('details').forEach((d) => (d.open = true))");
            let small: Vec<String> = page.ask(
                "const read = all('.standfirst, .lead, .sentence, .note, .quote p, .gist, .measures .label, td');
                 const size = (e) => parseFloat(getComputedStyle(e).fontSize);
                 return read.filter((e) => size(e) < arguments[0]).map((e) => e.outerHTML.slice(0, 90))",
                json!([least]),
            );
            assert_eq!(small, Vec::<String>::new(), "{size}");
        }
        page.open("?size=large");
        let plain: bool = page.run(
            "const bare = all('.paper-results, .paper-blueprint').every((p) => getComputedStyle(p).backgroundImage === 'none');
             return bare && !one('.seal').checkVisibility()",
        );
        assert!(plain, "there is decoration");
    });
}

#[test]
fn a_number_is_found_however_it_is_written_and_leads_to_its_passage() {
    shipped::in_every_engine(|page| {
        page.resize(390, 844);
        page.open("");
        for query in ["31", "三十一", "３１", "百分之三十一"] {
            page.write("/");
            page.until("the field has focus", "return document.activeElement === one('.find input')");
            page.run::<()>("one('.find input').value = ''");
            page.write(query);
            let script =
                "return all('.find-hits a').some((a) => a.hash === '#target-forest') || one('.find-count').textContent";
            page.until(&format!("{query} finds the forest"), script);
            page.press(Key::Escape);
        }
        page.write("/");
        page.press(Key::Down);
        let hits: usize = page.run("return all('.find-hits a').length");
        for _ in 0..hits {
            if page.run::<bool>("return document.activeElement.hash === '#target-forest'") {
                break;
            }
            page.press(Key::Down);
        }
        page.press(Key::Enter);
        let script = "const passage = one('#target-forest');
                      const { top, bottom } = passage.getBoundingClientRect();
                      return (one('#priority-1').open && !one('.find').open && document.activeElement === passage
                        && top >= one('.bar').getBoundingClientRect().bottom - 1 && bottom <= innerHeight) || top";
        page.until("the passage has focus and is in view", script);
        page.assert_quiet("finding");
    });
}

#[test]
fn arrows_move_through_what_was_found_and_escape_gives_focus_back() {
    in_every_engine(|page| {
        page.open("");
        page.run::<()>("one('.sections li:nth-child(3) a').focus()");
        page.write("/");
        page.write(common_word());
        page.until("something is found", "return all('.find-hits a').length > 2");
        let at = "return all('.find-hits a').indexOf(document.activeElement)";
        for (key, expected) in [(Key::Down, 0), (Key::Down, 1), (Key::Up, 0), (Key::Up, -1), (Key::Down, 0)] {
            let what = format!("after {key:?}");
            page.press(key);
            assert_eq!(page.run::<i32>(at), expected, "{what}");
        }
        page.press(Key::End);
        assert!(page.run::<bool>("return document.activeElement === all('.find-hits a').at(-1)"));
        page.press(Key::Escape);
        assert!(page.run::<bool>("return document.activeElement === one('.sections li:nth-child(3) a')"));

        page.click(".find > summary");
        page.until("the field has focus", "return document.activeElement === one('.find input')");
        page.run::<()>("one('.find input').value = ''");
        page.write("火星");
        page.until("nothing is found", "return one('.find-count').textContent.startsWith('没有找到“火星”')");
        page.press(Key::Escape);
        assert!(page.run::<bool>("return document.activeElement === one('.find > summary')"));

        page.click(".display > summary");
        page.click(".tick:has([name=slash])");
        page.press(Key::Escape);
        page.write("/");
        assert!(!page.run::<bool>("return one('.find').open"), "a key that is turned off does nothing");
        page.assert_quiet("arrows");
    });
}

#[test]
fn cards_lead_to_the_cards_before_and_behind_with_and_without_scripts() {
    in_every_engine(|page| {
        let [first, second, .., last] = CARDS[..] else { panic!("the edition has fewer than three cards") };
        let there = |card| {
            format!("const card = one('#{card}'); return card.open && document.activeElement === one('summary', card)")
        };
        page.open(&format!("?card={first}"));
        for pair in CARDS.windows(2) {
            page.click(&format!("#{} .pager .behind a", pair[0]));
            page.until("the next card is open and has focus", &there(pair[1]));
        }
        for pair in CARDS.windows(2).rev() {
            page.click(&format!("#{} .pager .before a", pair[1]));
            page.until("the card before is open and has focus", &there(pair[0]));
        }
        let ends = [first, last].map(|card| page.run::<usize>(&format!("return all('#{card} .pager a').length")));
        assert_eq!(ends, [1, 1]);

        page.go("fault/no-script/");
        page.click(&format!("#{first} > summary"));
        page.click(&format!("#{first} .pager .behind a"));
        assert_eq!(page.run::<String>("return location.hash.slice(1)"), second);
    });
}

#[test]
fn reading_aloud_is_offered_exactly_where_there_is_a_chinese_voice() {
    in_every_engine(|page| {
        page.open("");
        let script = "const voices = window.speechSynthesis?.getVoices() ?? [];
                      const has = voices.some((v) => v.localService && /^(zh|cmn|yue)/i.test(v.lang));
                      return (all('.card-head button').length > 0) === has || voices.length";
        page.until("there are buttons if there is a voice", script);
    });
}

#[test]
fn a_card_is_read_sentence_by_sentence_until_it_is_stopped_or_closed() {
    in_chromium(|page| {
        let script = include_str!("scripts/voice.js");
        page.devtools("Page.addScriptToEvaluateOnNewDocument", json!({ "source": script }));
        let [card, other] = [card(-1), card(0)];
        page.open(&format!("?card={card}"));
        page.click(&format!("#{card} .card-head button"));
        assert_eq!(reading(page, card), ("暂停".to_owned(), 1));
        let spoken = "const spoken = () => one('.spoken').textContent.replaceAll('\u{200b}', '');";
        let first: String = page.run(&format!("{spoken} return spoken()"));
        assert_eq!(first, page.run::<String>("return __voice.said.at(-1)"));

        page.run::<()>("__voice.finish()");
        page.until("the next sentence is marked", &format!("{spoken} return spoken() === __voice.said[1]"));
        page.click(&format!("#{card} .card-head button"));
        assert_eq!(reading(page, card), ("继续".to_owned(), 1));
        page.click(&format!("#{card} .card-head button"));
        assert!(page.run::<bool>("return __voice.said[1] === __voice.said[2]"), "it goes on where it was");

        // Only one card is read at a time.
        page.run::<()>(&format!("one('#{other}').open = true"));
        page.click(&format!("#{other} .card-head button"));
        assert_eq!(reading(page, card), ("朗读".to_owned(), 1));
        assert!(page.run::<bool>(&format!("return !!one('.spoken').closest('#{other}')")));
        page.click(&format!("#{other} > summary"));
        page.until("closing is silence", "return all('.spoken').length === 0 && __voice.current === null");
        page.assert_quiet("reading aloud");
    });
}

/// The label of the read-aloud button on the card that was read first, and the number of
/// highlighted sentences.
fn reading(page: &Page, card: &str) -> (String, usize) {
    page.run(&format!("return [one('#{card} .card-head button').textContent, all('.spoken').length]"))
}

fn theme(page: &Page) -> String {
    page.run("return document.documentElement.dataset.theme ?? 'auto'")
}

fn memory(page: &Page) -> String {
    page.run("return localStorage.getItem('sijian') ?? (localStorage.length ? 'something else' : 'nothing')")
}

/// The media queries of the browser frame's two colours.
fn frames(page: &Page) -> Vec<String> {
    page.run("return all('meta[name=theme-color]').map((meta) => meta.media)")
}
