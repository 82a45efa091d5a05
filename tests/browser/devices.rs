//! What devices require of the page: notches, text at twice its size, forced colours, high
//! contrast, wide screens.

use serde_json::json;

use crate::cast::{card, fullest_card, overview};
use crate::engines::{in_chromium, in_every_engine};
use crate::page::{Page, READY};

#[test]
fn nothing_lies_under_a_notch() {
    in_chromium(|page| {
        page.resize(800, 390);
        page.devtools(
            "Emulation.setSafeAreaInsetsOverride",
            json!({ "insets": { "top": 47, "left": 59, "bottom": 34, "right": 61 } }),
        );
        page.open("");
        // An edition may have no tour.
        if page.run("return all('.start').length > 0") {
            page.click(".start");
            page.until("the tour is there", "return one('.guide').checkVisibility()");
        }
        page.run::<()>("one('main section').scrollIntoView({ behavior: 'instant' })");
        page.run::<()>("all('.panel').forEach((panel) => (panel.open = true))");
        let under: Vec<String> = page.run(
            "const safe = { left: 59, right: innerWidth - 61, bottom: innerHeight - 34, top: 47 };
             const out = (element) => {
                 const { left, right, top, bottom } = element.getBoundingClientRect();
                 const fixed = element.closest('.bar, .guide');
                 // Their borders overlap by a pixel.
                 return left < safe.left - 1.5 || right > safe.right + 1.5
                     || (fixed && (top < safe.top - 0.5 || bottom > safe.bottom + 0.5));
             };
             // An element inside a scroll container is represented by the container.
             const read = all('h1, h2:not(.unseen *), h3, p:not(.seal, .panel p, .unseen *), .card, .drawing, .titleblock, .sections, .panel > summary, .guide button');
             const outside = read.filter((element) => element.checkVisibility() && out(element));
             const panels = all('.panel-body').filter((body) => parseFloat(getComputedStyle(body).paddingBottom) < 34);
             return [...outside, ...panels].map((e) => e.outerHTML.slice(0, 80))",
        );
        assert_eq!(under, Vec::<String>::new());
    });
}

#[test]
fn text_at_twice_its_size_loses_nothing_on_the_narrowest_phone() {
    in_every_engine(|page| {
        page.resize(320, 800);
        for query in [String::new(), format!("?theme=dark&card={}", card(0))] {
            page.open(&query);
            page.run::<()>("document.documentElement.style.fontSize = '200%'");
            page.run::<()>("all('.card').forEach((card) => (card.open = true))");
            // An edition may ask for no guesses.
            if page.run("return all('.guess .press').length > 0") {
                page.click(".guess .press");
                page.until("the ruler is there", "return one('.guess .ruler').checkVisibility()");
            }
            let too_wide: Vec<String> = page.run(include_str!("scripts/too_wide.js"));
            assert!(too_wide.is_empty(), "/{query} is too wide: {too_wide:?}");
        }
    });
}

#[test]
fn drawings_keep_to_the_few_colours_that_a_reader_forces() {
    in_chromium(|page| {
        page.open(&format!("?card={}", fullest_card()));
        let free = colours(page);
        for scheme in ["light", "dark"] {
            media(
                page,
                json!([
                    { "name": "forced-colors", "value": "active" },
                    { "name": "prefers-color-scheme", "value": scheme },
                ]),
            );
            let script = format!(
                "const [least, most] = (() => {{ {COLOURS} }})(); return Math.max(...most) - Math.min(...least) > 250 || [least, most]"
            );
            page.until_asked("the canvas is black and white", &script, json!([fullest_card()]));
            assert_ne!(colours(page), free);
            // The letters on a block contrast with it.
            let said: f64 = page.ask(
                "const drawing = one(`[data-figure=${arguments[0]}] .drawing`);
                 const canvas = one('canvas', drawing);
                 const [stone, box] = [one('.marks button', drawing), drawing].map((e) => e.getBoundingClientRect());
                 const fine = canvas.width / box.width;
                 const data = pixelsOf(canvas);
                 let [least, most] = [255, 0];
                 for (let y = stone.top - box.top + 8; y < stone.bottom - box.top - 8; y++)
                     for (let x = stone.left - box.left + 8; x < stone.right - box.left - 8; x++) {
                         const red = data[(Math.floor(y * fine) * canvas.width + Math.floor(x * fine)) * 4];
                         [least, most] = [Math.min(least, red), Math.max(most, red)];
                     }
                 return most - least",
                json!([fullest_card()]),
            );
            assert!(said > 200.0, "letters and blocks differ by {said}");
        }
        media(page, json!([]));
        page.until_asked(
            "the page's own colours are back",
            &format!("const now = (() => {{ {COLOURS} }})(); return JSON.stringify(now) === JSON.stringify(arguments[1]) || now"),
            json!([fullest_card(), free]),
        );
        page.assert_quiet("forcing colours");
    });
}

#[test]
fn who_asks_for_contrast_gets_it() {
    in_chromium(|page| {
        for query in ["?theme=light", "?theme=dark"] {
            media(page, json!([{ "name": "prefers-contrast", "value": "more" }]));
            page.open(query);
            let weak: Vec<String> = page.run(
                "const linear = (c) => (c /= 255) <= 0.04045 ? c / 12.92 : ((c + 0.055) / 1.055) ** 2.4;
                 const light = (colour) => {
                     const [r, g, b] = colour.match(/[0-9]+/g).map(Number).map(linear);
                     return 0.2126 * r + 0.7152 * g + 0.0722 * b + 0.05;
                 };
                 const ground = (e) => {
                     const colour = getComputedStyle(e).backgroundColor;
                     return colour.endsWith(', 0)') ? ground(e.parentElement) : colour;
                 };
                 const read = all('p, h2, h3, dd, .sections a, .titleblock span').filter((e) => e.checkVisibility() && e.textContent.trim());
                 const ratio = (e) => {
                     const pair = [light(getComputedStyle(e).color), light(ground(e))];
                     return Math.max(...pair) / Math.min(...pair);
                 };
                 return read.filter((e) => ratio(e) < 7).map((e) => `${ratio(e)} ${e.outerHTML.slice(0, 60)}`)",
            );
            assert_eq!(weak, Vec::<String>::new(), "{query}");
        }
    });
}

#[test]
fn a_wide_screen_is_used() {
    in_every_engine(|page| {
        for (width, abreast) in [(390, [1, 1]), (768, [1, 2]), (1280, [1, 3])] {
            page.resize(width, 900);
            page.open("");
            let rows: [usize; 2] = page.run(
                "const first = (section) => {
                     const tops = all(`#${section} .cards > .card`).map((card) => Math.round(card.getBoundingClientRect().top));
                     return tops.filter((top) => top === tops[0]).length;
                 };
                 return [first('matters'), first('pillars')]",
            );
            assert_eq!(rows, abreast, "cards abreast at {width}");
            let gaps: Vec<String> = page.run(
                "return all('.cards').flatMap((cards) => {
                     const { left, right } = cards.getBoundingClientRect();
                     const rows = new Map();
                     for (const card of cards.children) {
                         const area = card.getBoundingClientRect();
                         const [from, to] = rows.get(Math.round(area.top)) ?? [area.left, 0];
                         rows.set(Math.round(area.top), [Math.min(from, area.left), Math.max(to, area.right)]);
                     }
                     // A card that is left over stands in the middle.
                     const wrong = ([from, to]) => Math.abs(right - to - (from - left)) > 2 || (right - to > 2 && cards.children.length % 2 === 0);
                     return [...rows.values()].filter(wrong).map(([from, to]) => `${cards.parentElement.id} ${from} to ${to} of ${right}`);
                 })",
            );
            assert_eq!(gaps, Vec::<String>::new(), "rows are full at {width}");
        }
        page.open(&format!("?card={}", fullest_card()));
        let beside: bool = page.ask(
            "const open = one(`#${arguments[0]}`), place = (part) => part.getBoundingClientRect();
             const [figure, words] = ['.figure', '.passages'].map((part) => place(one(part, open)));
             const card = place(open), head = place(one('.section-head', open.closest('section')));
             return words.left >= figure.right && words.top < figure.bottom && Math.abs(card.width - head.width) < 2",
            json!([fullest_card()]),
        );
        assert!(beside, "the passages stand beside the drawing, and the card spans the page");
    });
}

#[test]
fn signs_are_of_one_weight_and_the_page_has_its_own_in_the_browsers_tab() {
    in_chromium(|page| {
        page.open(&format!("?card={}", card(0)));
        let weights: Vec<String> = page.run(
            "const icons = all('.icon');
             const named = icons.filter((icon) => icon.getAttribute('aria-hidden') !== 'true');
             const drawn = icons.flatMap((icon) => all('path', icon)).map((path) => getComputedStyle(path));
             return [...new Set(drawn.map((s) => `${s.strokeWidth} ${s.fill} ${s.vectorEffect}`)), ...named.map(() => 'named')]",
        );
        assert_eq!(weights, ["1.6px none non-scaling-stroke"]);
        let icon: String = page.ask_later(
            "const done = arguments[arguments.length - 1];
             fetch(one('link[rel=icon]').href).then((r) => r.text()).then(done, (e) => done(String(e)))",
            json!([]),
        );
        assert!(icon.starts_with("<svg"), "{icon}");
    });
}

fn media(page: &Page, features: serde_json::Value) {
    page.devtools("Emulation.setEmulatedMedia", json!({ "features": features }));
}

/// The minima and maxima of red, green and blue over the opaque pixels of a card's canvas.
const COLOURS: &str = "const data = pixelsOf(one(`[data-figure=${arguments[0]}] canvas`));
    const [least, most] = [[255, 255, 255], [0, 0, 0]];
    for (let at = 0; at < data.length; at += 4) {
        if (data[at + 3] < 255) continue;
        for (const i of [0, 1, 2]) {
            least[i] = Math.min(least[i], data[at + i]);
            most[i] = Math.max(most[i], data[at + i]);
        }
    }
    return [least, most]";

fn colours(page: &Page) -> [[u8; 3]; 2] {
    let card = json!([fullest_card()]);
    page.until_asked("painted", include_str!("scripts/drawn.js"), card.clone());
    page.ask_later::<f64>(include_str!("scripts/ink.js"), card.clone());
    page.ask(COLOURS, card)
}

/// The page's text follows the browser's own font size by itself; drawings must too.
#[test]
fn drawings_follow_the_font_size_that_a_reader_has_set() {
    in_every_engine(|page| {
        page.resize(390, 844);
        let heights = ["", "fault/large-type/"].map(|path| {
            page.open(path);
            page.until_asked("it is painted", include_str!("scripts/drawn.js"), json!([overview()]));
            page.run::<f64>(&format!("return one('[data-figure={}] .drawing').offsetHeight", overview()))
        });
        assert!(heights[1] > heights[0] * 1.25, "{heights:?}");
        page.assert_quiet("larger type");
    });
}

/// A reader who pays by the byte gets nothing ahead of time.
#[test]
fn who_saves_data_gets_no_worker() {
    in_chromium(|page| {
        // Not watched, as watched pages have no worker at all.
        let base = std::env::var("SIJIAN_BASE_URL").expect("the server's address; run `cargo xtask test`");
        page.go_to(&format!("{base}fault/save-data/"));
        page.until("the page is ready", READY);
        // Later than the page would have asked for it.
        page.run::<()>("setTimeout(requestIdleCallback, 3000, () => (window.__idle = true))");
        page.until("the page has been idle", "return window.__idle === true");
        let kept: (usize, usize) = page.ask_later(
            "const done = arguments[arguments.length - 1];
             Promise.all([navigator.serviceWorker.getRegistrations(), caches.keys()])
                 .then((all) => done(all.map((some) => some.length)))",
            json!([]),
        );
        assert_eq!(kept, (0, 0), "workers and caches");
    });
}

/// What browsers that darken light pages by themselves would make unreadable: they leave drawings out.
#[test]
fn a_page_that_a_browser_would_darken_is_dark_by_itself() {
    in_chromium(|page| {
        page.devtools("Emulation.setAutoDarkModeOverride", json!({ "enabled": true }));
        let card = card(1);
        for path in ["", "?theme=light", "summary.html", &format!("embed/{card}.html")] {
            page.go(path);
            page.until("it is dark", "return document.documentElement.dataset.theme === 'dark'");
            if path.is_empty() {
                page.until("the page is ready", READY);
                page.click(&format!("#{card} > summary"));
                page.until_asked("the card is named", "return location.search.includes(arguments[0])", json!([card]));
                let query = page.query();
                assert!(!query.contains("theme"), "that is nobody's choice: {query}");
                assert!(page.run::<bool>("return document.documentElement.dataset.theme === 'dark'"), "it stays dark");
            }
        }
        page.devtools("Emulation.setAutoDarkModeOverride", json!({}));
        page.go("");
        page.until("the page is parsed", "return document.readyState === 'complete'");
        assert!(page.run::<bool>("return !document.documentElement.dataset.theme"), "light again");
    });
}

/// What is measured once is measured again: the screen, the browser's type, the text size of chats.
#[test]
fn another_screen_and_larger_type_are_noticed() {
    in_chromium(|page| {
        page.resize(1000, 800);
        let (drawing, at) = (json!([overview()]), format!("#fig-{}", overview()));
        page.open(&at);
        page.until_asked("it is painted", include_str!("scripts/drawn.js"), drawing.clone());
        let sharp = "const canvas = one(`[data-figure=${arguments[0]}] canvas`);
            return Math.abs(canvas.width - canvas.clientWidth * devicePixelRatio) <= 2 || [canvas.width, canvas.clientWidth, devicePixelRatio]";
        page.until_asked("it is sharp", sharp, drawing.clone());
        page.devtools(
            "Emulation.setDeviceMetricsOverride",
            json!({ "width": 980, "height": 800, "deviceScaleFactor": 2, "mobile": false }),
        );
        let other = format!("if (devicePixelRatio !== 2) return false; {sharp}");
        page.until_asked("it is sharp on the other screen", &other, drawing);
        page.devtools("Emulation.clearDeviceMetricsOverride", json!({}));

        for larger in ["document.documentElement.style.fontSize = '24px'", "document.body.style.zoom = 1.5"] {
            page.open(&at);
            page.run::<()>(larger);
            page.until("letters in drawings are larger", "return 'ownSize' in document.documentElement.dataset");
        }
    });
}

#[test]
fn a_turned_phone_keeps_the_passage() {
    in_every_engine(|page| {
        page.resize(390, 844);
        page.open("");
        // A scroll bar that comes or goes is no turn, and no event tells of it.
        page.run::<()>("document.documentElement.style.overflowY = 'hidden'");
        for place in ["main section h2", "main > :last-child h2"] {
            page.run::<()>(&format!("one('{place}').scrollIntoView({{ block: 'start', behavior: 'instant' }})"));
            page.run::<()>(
                "dispatchEvent(new Event('wheel')); scrollBy({ top: -100, behavior: 'instant' }); window.__noted = false; setTimeout(() => (window.__noted = true), 700)",
            );
            page.until("the place is noted", "return window.__noted");
            let seen = format!(
                "const top = one('{place}').getBoundingClientRect().top; return top > 0 && top < innerHeight || top"
            );
            for (width, height) in [(844, 390), (390, 844)] {
                page.resize(width, height);
                page.until(&format!("{place} is in view at {width}"), &seen);
            }
        }
    });
}
