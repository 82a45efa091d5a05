//! Cards in other pages' frames: with each of the libraries that host pages use, the frame is
//! always as high as its content.

use std::{env, fs};

use serde_json::json;

use crate::cast::{card, fullest_card, overview};
use crate::engines::in_every_engine;
use crate::page::Page;
use crate::shipped;
use testbed::Engine;

fn cards() -> [&'static str; 2] {
    [fullest_card(), card(1)]
}

/// A way to embed, and the variable with the path of its library.
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
            let Some(library) = library(variable) else { continue };
            embed(page, way, &library, "");
            expect_fit(page, way);
            // The frame grows and shrinks with its content.
            let open = page.in_frame(0, |page| page.run::<f64>(INNER));
            set_open(page, false);
            expect_fit(page, &format!("{way}, closed"));
            let closed = page.in_frame(0, |page| page.run::<f64>(INNER));
            assert!(closed < open - 100.0, "{way}: {closed} closed, {open} open");
            set_open(page, true);
            expect_fit(page, &format!("{way}, open again"));
            if way == "sandbox" {
                let alive = "return origin === 'null' && document.documentElement.dataset.ready === 'true'";
                page.in_frame(0, |page| {
                    page.until("the wasm runs without an origin", alive);
                    let stranger = "const script = document.createElement('script');
                        try {
                            script.textContent = 'window.__ran = true';
                            document.head.append(script);
                        } catch (refused) {
                            if (refused.name !== 'TypeError') throw refused;
                        }
                        return !window.__ran";
                    assert!(page.run::<bool>(stranger), "the policy lets a stranger in");
                });
            }
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

/// The whole page with its foot, and a drawing whose height grows with its width. A scrollbar in a
/// frame makes the drawing narrower and so lower, and the frame must not keep that height.
#[test]
fn heights_settle() {
    in_every_engine(|page| {
        if page.engine == Engine::Chromium {
            page.devtools("Emulation.setScrollbarsHidden", json!({ "hidden": false }));
        }
        page.go("hosts/plain.html");
        place(page, "open", ["all", overview()], "", "?size=large");
        expect_fit(page, "large type");
        for size in ["150%", ""] {
            for index in 0..2 {
                let zoom = "document.documentElement.style.fontSize = arguments[0]";
                page.in_frame(index, |page| page.ask::<()>(zoom, json!([size])));
            }
            expect_fit(page, "the reader's own size of type");
        }
        // Once all is quiet, no more messages come: the count stays the same for two seconds of the
        // page's clock.
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

/// WordPress puts a secret into a frame's address, and only listens to frames that send it.
#[test]
fn wordpress_is_told_height_and_links_in_its_own_way() {
    in_every_engine(|page| {
        page.go("hosts/plain.html");
        page.ask::<()>(
            "window.__heard = {};
             addEventListener('message', ({ data }) => {
                 if (data.secret === 's3cret') window.__heard[data.message] = data.value;
             });
             one('#place').innerHTML = '<iframe sandbox=allow-scripts width=600 src=\"../embed/' + arguments[0] + '.html#?secret=s3cret\"></iframe>'",
            json!([fullest_card()]),
        );
        page.until("the height is told", "return window.__heard.height > 300 || window.__heard.height");
        page.in_frame(0, |page| {
            page.until("it is ready", "return document.documentElement.dataset.ready === 'true'");
            page.run::<()>("all('a[href]').find((link) => link.pathname !== location.pathname).click()");
        });
        page.until("the link is told", "return /index|source/.test(window.__heard.link) || window.__heard.link");
    });
}

#[test]
fn a_host_hands_on_its_theme() {
    in_every_engine(|page| {
        go_to_strict_host(page);
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

/// A newsroom's draft in a local file, with a dark theme of the host's own.
#[test]
fn a_dark_host_in_a_file_is_fitted_and_readable() {
    in_every_engine(|page| {
        for (theme, ground) in [("light", ""), ("dark", "&ground=none"), ("auto", "")] {
            page.go_to_file("tests/hosts/plain.html");
            page.run::<()>("document.documentElement.style.cssText = 'color-scheme: dark; background: #121212'");
            place(page, "open", cards(), "", &format!("?theme={theme}{ground}"));
            expect_fit(page, &format!("{theme} in the dark"));
            page.in_frame(1, |page| {
                let [ground, text, above]: [f64; 3] = page.run(include_str!("scripts/shades.js"));
                match theme {
                    "light" => assert!(ground > 0.8 && text < 0.2, "{text} on {ground}"),
                    "dark" => assert!(text > 0.8 && above == 0.0, "{text}, a ground of {above}"),
                    _ => assert!((ground - text).abs() > 0.7, "{text} on {ground}"),
                }
            });
        }
    });
}

#[test]
fn the_example_shows_four_ways_and_each_works() {
    shipped::in_every_engine(|page| {
        page.go("examples/host.html");
        let [ways, links]: [usize; 2] = page.run("return [all('h2').length, all('p > a').length]");
        assert_eq!((ways, links), (4, 1));
        expect_element_fits(page, "return one('sijian-card').shadowRoot.querySelector('iframe')");
        expect_element_fits(page, "return one('#listened')");
        // A lazy frame that was scrolled past before it began to load loads when it is seen again.
        page.run::<()>("one('iframe').scrollIntoView({ behavior: 'instant' })");
        page.in_frame(0, |page| page.until("the plain frame has its card", "return all('#matter-2').length === 1"));
        page.assert_quiet("the example");
        // If the script does not load, the element shows the link inside it.
        page.go("hosts/plain.html");
        page.run::<()>(
            "one('#place').innerHTML = '<sijian-card card=pillar-3><a href=x>守牢底线抓落实</a></sijian-card>'",
        );
        assert!(page.run::<bool>("return one('sijian-card a').checkVisibility()"), "a link without the script");
    });
}

#[test]
fn a_hosts_accent_is_taken_only_where_it_can_be_read() {
    in_every_engine(|page| {
        embed(page, "open", "", "?accent=5b2a86&theme=light&ground=none");
        page.in_frame(1, |page| {
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
                page.until("it is ready", "return document.documentElement.dataset.ready === 'true'");
                page.until(wrong, "return one('#main').style.getPropertyValue('--accent') === ''");
            });
        }
    });
}

/// A fitted frame does not scroll itself, so the host's page must.
#[test]
fn links_within_a_fitted_frame_move_the_hosts_page_with_and_without_the_program() {
    in_every_engine(|page| {
        page.resize(1000, 700);
        let plain = [("open", None, ""), ("open", None, "fault/no-wasm/"), ("element", None, "")];
        let libraries = WAYS.iter().filter(|(_, library)| library.is_some());
        for (way, variable, fault) in plain.into_iter().chain(libraries.map(|&(way, library)| (way, library, ""))) {
            // There a frame scrolls no page of another origin, and this host does not do it either.
            if page.engine == Engine::WebKit && way == "open" {
                continue;
            }
            let Some(library) = library(variable) else { continue };
            page.go("hosts/plain.html");
            if way == "element" {
                page.ask::<()>(include_str!("scripts/host.js"), json!([way, ["all"], other_origin(), "", ""]));
                page.until(
                    "there is a frame",
                    "return Boolean(one('sijian-card').shadowRoot?.querySelector('iframe'))",
                );
                expect_element_fits(page, "return one('sijian-card').shadowRoot.querySelector('iframe')");
            } else {
                place(page, way, [&format!("../{fault}embed/all"), fullest_card()], &library, "");
                expect_fit(page, "the whole story");
            }
            // The same link twice: the reader has scrolled back in between.
            for _ in 0..2 {
                page.run::<()>("scrollTo(0, 0)");
                let follow = |page: &Page| {
                    if fault.is_empty() {
                        page.until("it lives", "return document.documentElement.dataset.live === ''");
                    }
                    // Far from the page's top, and not at its very end.
                    page.run::<()>(
                        "const { id } = all('section:has(.card)').at(-1);
                         one(`nav a[href='#${id}']`).click()",
                    );
                };
                if way == "element" {
                    page.in_shadow_frame("sijian-card", follow);
                } else {
                    page.in_frame(0, follow);
                }
                page.until(&format!("{way}: the host's page has moved"), "return scrollY > 1500 || scrollY");
            }
        }
    });
}

const INNER: &str = "return Math.ceil(one('#main').getBoundingClientRect().bottom + scrollY)";

/// Embeds two cards in a plain host page, from another origin.
pub fn embed(page: &Page, way: &str, library: &str, query: &str) {
    page.go("hosts/plain.html");
    place(page, way, cards(), library, query);
}

/// The code of a host's library; none if it is not installed.
fn library(variable: Option<&str>) -> Option<String> {
    variable.map_or(Some(String::new()), |variable| {
        env::var(variable).ok().map(|path| fs::read_to_string(path).expect("the library"))
    })
}

pub fn other_origin() -> String {
    env::var("SIJIAN_BASE_URL").expect("the server's address").replace("127.0.0.1", "localhost")
}

/// Embeds two pieces in the current page.
fn place(page: &Page, way: &str, pieces: [&str; 2], library: &str, query: &str) {
    page.ask::<()>(include_str!("scripts/host.js"), json!([way, pieces, other_origin(), query, library]));
    // Chromium's driver loses frames that it enters while they move to another process.
    page.until("the frames have loaded", "return window.__loaded >= 2 || window.__loaded");
}

/// A page that forbids everything but the element's script, with a card in it.
pub fn go_to_strict_host(page: &Page) {
    page.go("hosts/strict.html");
    page.ask::<()>(
        "const [card] = arguments, [element, link] = ['sijian-card', 'a'].map((name) => document.createElement(name));
         element.setAttribute('card', card);
         element.append(Object.assign(link, { href: `../index.html?card=${card}`, textContent: 'a link' }));
         document.body.append(element)",
        json!([fullest_card()]),
    );
}

fn set_open(page: &Page, open: bool) {
    page.in_frame(0, |page| page.ask::<()>("one('details.card').open = arguments[0]", json!([open])));
}

pub fn expect_fit(page: &Page, what: &str) {
    for index in 0..2 {
        page.in_frame(index, |page| {
            page.until(
                &format!("{what}: frame {index} is as high as its content"),
                "const inner = Math.ceil(document.body.getBoundingClientRect().bottom + scrollY);
                 const bar = innerWidth - document.documentElement.clientWidth;
                 return inner > 100 && Math.abs(innerHeight - inner) <= 1 && !bar || `${innerHeight} for ${inner}, bar ${bar}`",
            );
        });
    }
}

pub fn expect_element_fits(page: &Page, frame: &str) {
    let script = frame.replace("return ", "const frame = ");
    page.run::<()>(&format!("{script}; frame.scrollIntoView({{ behavior: 'instant' }})"));
    page.until(
        "the element's frame is as high as its content",
        &format!("{script}; return frame.offsetHeight !== 640 && frame.offsetHeight > 200 || frame.offsetHeight"),
    );
}
