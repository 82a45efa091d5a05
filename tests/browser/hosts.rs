//! Cards in other pages' frames: with the libraries that hosts use, each in its own way, the frame is as
//! high as its content, whatever happens in it.

use std::{env, fs};

use proptest::prelude::*;
use proptest::strategy::ValueTree;
use proptest::test_runner::TestRunner;
use serde_json::json;

use crate::every::in_every_engine;
use crate::page::Page;

const CARDS: [&str; 2] = ["pillar-3", "matter-2"];

/// A way to embed, and the variable that tells where its library is.
const WAYS: [(&str, Option<&str>); 9] = [
    ("pym", Some("SIJIAN_PYM")),
    ("resizer4", Some("SIJIAN_RESIZER_4")),
    ("resizer5", Some("SIJIAN_RESIZER_5")),
    ("datawrapper", None),
    ("amp", None),
    ("medium", None),
    ("guardian", None),
    ("open", None),
    ("sandbox", None),
];

#[test]
fn a_frame_is_as_high_as_its_card_in_every_way_of_embedding() {
    in_every_engine(|page| {
        for (way, variable) in WAYS {
            let library = match variable.map(env::var) {
                Some(Err(_)) => continue,
                Some(Ok(path)) => fs::read_to_string(path).expect("the library"),
                None => String::new(),
            };
            embed(page, way, &library, "");
            expect_fit(page, way);
            // It grows and shrinks with what is open in it.
            let open = page.in_frame(0, |page| page.run::<f64>(INNER));
            set_open(page, false);
            expect_fit(page, &format!("{way}, closed"));
            let closed = page.in_frame(0, |page| page.run::<f64>(INNER));
            assert!(closed < open - 100.0, "{way}: {closed} closed, {open} open");
            set_open(page, true);
            expect_fit(page, &format!("{way}, open again"));
        }
    });
}

#[test]
fn a_hidden_frame_fits_when_it_is_shown_and_a_late_listener_is_heard() {
    in_every_engine(|page| {
        embed(page, "late", "", "");
        page.until("the frames have spoken", "return window.__said > 4");
        page.run::<()>("one('#place').style.display = 'none'");
        page.run::<()>(
            "addEventListener('message', ({ data, source }) => {
                 const frame = all('iframe').find(frame => frame.contentWindow === source);
                 if (data.type === 'iframe-resized') frame.style.height = `${data.height}px`;
             })",
        );
        page.run::<()>("one('#place').style.display = 'block'");
        expect_fit(page, "late and hidden");
    });
}

#[test]
fn heights_settle() {
    in_every_engine(|page| {
        embed(page, "open", "", "?size=large");
        expect_fit(page, "large type");
        // Once all is quiet, nothing more is said: the count stays as it is over two of the page's seconds.
        page.until_asked(
            "the frames are silent",
            "const now = performance.now();
             if (window.__count !== window.__said) [window.__count, window.__since] = [window.__said, now];
             return now - window.__since > 2000 || `${window.__said} messages`",
            json!([]),
        );
        let said: u32 = page.run("return window.__said");
        assert!(said < 200, "{said} messages for two cards");
    });
}

#[test]
fn the_element_embeds_twice_under_a_strict_policy_and_in_a_shadow_root() {
    in_every_engine(|page| {
        page.go("hosts/strict.html");
        expect_element_fits(page, "return one('sijian-card').shadowRoot.querySelector('iframe')");
        page.run::<()>(
            "const host = document.body.appendChild(document.createElement('div'));
             const card = document.createElement('sijian-card');
             card.setAttribute('card', 'priority-1');
             card.setAttribute('label', '生态文明');
             host.attachShadow({ mode: 'open' }).append(card)",
        );
        let inner = "return all('div').at(-1).shadowRoot.firstChild.shadowRoot.querySelector('iframe')";
        expect_element_fits(page, inner);
        page.until(
            "the frames are named",
            "const [first, second] = [one('sijian-card'), all('div').at(-1).shadowRoot.firstChild]
                 .map(card => card.shadowRoot.querySelector('iframe').title);
             return first === '守牢底线抓落实' && second === '生态文明' || `${first}, ${second}`",
        );
        // Taken out and put back, as an app that changes its page does.
        page.run::<()>("const card = one('sijian-card'); card.remove(); document.body.append(card)");
        expect_element_fits(page, "return one('sijian-card').shadowRoot.querySelector('iframe')");
        page.assert_quiet("a strict host");
    });
}

#[test]
fn a_host_hands_on_its_theme() {
    in_every_engine(|page| {
        page.go("hosts/strict.html");
        expect_element_fits(page, "return one('sijian-card').shadowRoot.querySelector('iframe')");
        let src: String = page.run("return one('sijian-card').shadowRoot.querySelector('iframe').src");
        page.run::<()>("one('sijian-card').setAttribute('theme', 'dark')");
        page.in_shadow_frame("sijian-card", |page| {
            page.until("it is dark", "return document.documentElement.dataset.theme === 'dark'");
            page.until("its address says so", "return location.search.includes('theme=dark')");
        });
        let same: String = page.run("return one('sijian-card').shadowRoot.querySelector('iframe').src");
        assert_eq!(src, same, "the frame was loaded anew");
    });
}

/// Nothing in a message but the documented options is obeyed, however many there are and whoever sends them.
#[test]
fn a_hostile_host_changes_nothing_but_the_options() {
    let words = hostile_words();
    in_every_engine(|page| {
        embed(page, "open", "", "?theme=light");
        expect_fit(page, "before the flood");
        let state = "return [location.search, one('#main').textContent, all('*').length,
            ...document.documentElement.getAttributeNames().map(n => n + document.documentElement.getAttribute(n))].join()";
        let ready = "return document.documentElement.dataset.ready === 'true' && all('canvas').every(c => c.width > 0)";
        let before: String = page.in_frame(0, |page| {
            page.until("the frame is ready", ready);
            page.run::<()>("window.__wrong = []; addEventListener('error', e => __wrong.push(e.message))");
            page.run(state)
        });
        page.ask_later::<bool>(include_str!("scripts/flood.js"), json!([words]));
        // An honest word behind all others is still heard.
        page.run::<()>("one('iframe').contentWindow.postMessage({ sijian: { size: 'large' } }, '*')");
        page.in_frame(0, |page| {
            page.until("the honest word is heard", "return document.documentElement.dataset.size === 'large'");
        });
        page.run::<()>("one('iframe').contentWindow.postMessage({ sijian: { size: 'standard' } }, '*')");
        page.in_frame(0, |page| {
            page.until("the honest word is heard", "return document.documentElement.dataset.size === 'standard'");
            let wrong: Vec<String> = page.run("return window.__wrong");
            assert_eq!(wrong, Vec::<String>::new());
            let after: String = page.run(state);
            let bare = |s: &str| s.replace("&size=standard", "");
            assert_eq!(bare(&after), bare(&before), "the flood changed the frame");
        });
        expect_fit(page, "after the flood");
    });
}

/// Messages of the shapes that we read, each bent in some way; the same in every run.
fn hostile_words() -> Vec<String> {
    let mut runner = TestRunner::deterministic();
    let word = prop_oneof![
        "\\[iFrameSizer\\][a-z:0-9]{0,40}",
        "pymxPYMx[a-z0-9]{0,5}xPYMx(height|width)?xPYMx[0-9.eE+-]{0,9}",
        "\\PC{0,80}",
        "\\{\"(sijian|datawrapper-height|type)\":\\PC{0,40}\\}",
    ];
    (0..400).map(|_| word.new_tree(&mut runner).expect("a word").current()).collect()
}

#[test]
fn a_hosts_accent_is_taken_only_where_it_can_be_read() {
    in_every_engine(|page| {
        embed(page, "open", "", "?accent=5b2a86&theme=light&ground=none");
        page.in_frame(1, |page| {
            expect_loaded(page);
            page.until(
                "the accent is the host's",
                "return one('#main').style.getPropertyValue('--accent') === '#5b2a86'",
            );
            page.until(
                "there is no ground",
                "return getComputedStyle(one('#main')).backgroundColor === 'rgba(0, 0, 0, 0)'",
            );
        });
        for wrong in ["ffee00", "red", "zzzzzz"] {
            embed(page, "open", "", &format!("?accent={wrong}&theme=light"));
            page.in_frame(1, |page| {
                expect_loaded(page);
                page.until("it is ready", "return document.documentElement.dataset.ready === 'true'");
                page.until(wrong, "return one('#main').style.getPropertyValue('--accent') === ''");
            });
        }
    });
}

const INNER: &str = "return Math.ceil(one('#main').getBoundingClientRect().bottom + scrollY)";

/// Two cards in a host page of another origin.
fn embed(page: &Page, way: &str, library: &str, query: &str) {
    page.go("hosts/plain.html");
    let other = env::var("SIJIAN_BASE_URL").expect("the server's address").replace("127.0.0.1", "localhost");
    page.ask::<()>(include_str!("scripts/host.js"), json!([way, CARDS, other, query, library]));
}

fn set_open(page: &Page, open: bool) {
    page.in_frame(0, |page| page.ask::<()>("one('details.card').open = arguments[0]", json!([open])));
}

fn expect_fit(page: &Page, what: &str) {
    for index in 0..2 {
        page.in_frame(index, |page| {
            expect_loaded(page);
            page.until(
                &format!("{what}: frame {index} is as high as its content"),
                "const inner = Math.ceil(one('#main').getBoundingClientRect().bottom + scrollY);
                 return inner > 100 && Math.abs(innerHeight - inner) <= 1 || `${innerHeight} for ${inner}`",
            );
        });
    }
}

/// A frame's first document is blank, and complete.
fn expect_loaded(page: &Page) {
    let script = "return document.readyState === 'complete' && all('#main').length === 1";
    page.until("the frame has loaded", script);
}

fn expect_element_fits(page: &Page, frame: &str) {
    let script = frame.replace("return ", "const frame = ");
    page.run::<()>(&format!("{script}; frame.scrollIntoView({{ behavior: 'instant' }})"));
    page.until(
        "the element's frame is as high as its content",
        &format!("{script}; return frame.offsetHeight !== 640 && frame.offsetHeight > 200 || frame.offsetHeight"),
    );
}
