//! Compares how the main states look with accepted pictures: `tests/pictures/`.
//!
//! A picture has half the page's resolution, and is compared by the mean colours of small blocks:
//! another machine's anti-aliasing makes no difference, a word that moved or a colour that changed
//! does.

mod comparison;

use std::path::PathBuf;
use std::process::Command;
use std::{env, fs};

use base64::Engine as _;
use serde_json::json;

use crate::page::Page;
use crate::shipped;
use comparison::{Difference, compare};

struct State {
    name: &'static str,
    path: &'static str,
    width: u32,
    /// Selectors of what the picture contains; all must exist.
    parts: &'static [&'static str],
    prepare: fn(&Page),
}

const fn state(name: &'static str, path: &'static str, width: u32, parts: &'static [&'static str]) -> State {
    State { name, path, width, parts, prepare: |_| {} }
}

const STATES: [State; 13] = [
    state("cover-phone", "?theme=light", 390, &[".cover"]),
    state("cover-desktop-dark", "?theme=dark", 1280, &[".cover"]),
    state("results-phone", "?theme=light", 390, &["#figures"]),
    state("results-desktop-dark", "?theme=dark", 1280, &["#matters .cards"]),
    state("cover-tablet", "?theme=light", 768, &[".cover"]),
    state("plans-phone-dark", "?theme=dark", 390, &["#pillars"]),
    state("plans-desktop", "?theme=light", 1280, &["#pillars", "#priorities .cards"]),
    state("card-matter", "?theme=light&card=matter-2", 390, &["#matter-2"]),
    state("card-pillar", "?theme=light&card=pillar-5", 1280, &["#pillar-5"]),
    state("card-priority-large", "?theme=light&size=large&card=priority-1", 390, &["#priority-1 .figure"]),
    State { prepare: show_tip, ..state("tip", "?theme=light", 390, &["[data-figure=ledger]"]) },
    state("embed-dark", "embed/priority-2.html?theme=dark", 360, &["main"]),
    State { prepare: as_on_paper, ..state("summary-printed", "summary.html", 695, &[".sheet"]) },
];

fn show_tip(page: &Page) {
    page.click("[data-figure='ledger'] .marks li:nth-child(2) button");
    page.until("there is a tip", "return all('.tip').length === 1");
}

fn as_on_paper(page: &Page) {
    page.emulate_media("print");
}

#[test]
fn the_main_states_look_as_they_were_accepted() {
    if !font_is_here() {
        eprintln!("{FONT} is not installed, so the looks of the pages are not compared");
        return;
    }
    shipped::in_chromium(|page| {
        let source = include_str!("scripts/one_font.js").replace("FONT", FONT);
        page.devtools("Page.addScriptToEvaluateOnNewDocument", json!({ "source": source }));
        let states = STATES.iter().filter_map(|state| check(state.name, &picture(page, state)));
        let sheets = SHEETS.iter().filter_map(|sheet| check(sheet.0, &all_drawings(page, sheet)));
        let complaints: Vec<String> = states.chain(sheets).collect();
        assert!(complaints.is_empty(), "{}\n{CURE}", complaints.join("\n"));
    });
}

/// All drawings in one layout at this width, on both papers, in one colour scheme; only overviews
/// have a wide layout.
type Sheet = (&'static str, &'static str, u32, usize, &'static str);

const SHEETS: [Sheet; 4] = [
    ("drawings-narrow-light", "narrow", 344, 17, "light"),
    ("drawings-narrow-dark", "narrow", 344, 17, "dark"),
    ("drawings-wide-light", "wide", 760, 4, "light"),
    ("drawings-wide-dark", "wide", 760, 4, "dark"),
];

fn all_drawings(page: &Page, &(_, layout, width, count, scheme): &Sheet) -> Vec<u8> {
    page.devtools(
        "Emulation.setEmulatedMedia",
        json!({ "media": "", "features": [{ "name": "prefers-color-scheme", "value": scheme }] }),
    );
    page.resize(1600, 900);
    page.go("fault/no-script/");
    let drawn: usize = page.ask(include_str!("scripts/sheet.js"), json!([layout, width]));
    assert_eq!(drawn, count, "{layout} drawings");
    page.until(
        "the heading fonts are there",
        "const texts = all('.serif').map((text) => text.textContent).join('');
         return document.fonts.status === 'loaded' && document.fonts.check('900 20px \"Sijian Serif\"', texts)",
    );
    capture(page, json!(["body"]))
}

/// The font that `cargo xtask test` installs, used for every picture.
const FONT: &str = "Noto Sans CJK SC";
const CURE: &str = "look at the pictures; if all is as it should be, run `SIJIAN_ACCEPT=pictures cargo xtask test \
                    main_states` and commit tests/pictures/";

fn font_is_here() -> bool {
    let list = Command::new("fc-list").args([FONT, "family"]).output();
    list.is_ok_and(|list| !list.stdout.is_empty())
}

/// A complaint that says where to look, unless the picture matches the accepted one.
fn check(name: &str, actual: &[u8]) -> Option<String> {
    let accepted = folder("tests/pictures").join(format!("{name}.png"));
    if env::var("SIJIAN_ACCEPT").is_ok_and(|what| what == "pictures") {
        fs::write(&accepted, actual).expect("the picture is written");
        return None;
    }
    let expected = fs::read(&accepted).unwrap_or_default();
    let Difference { what, picture } = compare(&expected, actual)?;
    let shown = folder("target/pictures");
    let now = shown.join(format!("{name}.png"));
    fs::write(&now, actual).expect("the picture is written");
    let mut complaint = format!("{name}: {what}; now {}", now.display());
    if let Some(picture) = picture {
        let marked = shown.join(format!("{name}-difference.png"));
        fs::write(&marked, picture).expect("the difference is written");
        complaint += &format!(", difference {}", marked.display());
    }
    Some(complaint)
}

fn folder(name: &str) -> PathBuf {
    let folder = PathBuf::from(concat!(env!("CARGO_MANIFEST_DIR"), "/../..")).join(name);
    fs::create_dir_all(&folder).expect("the folder is made");
    folder
}

/// Takes the picture of a state, as PNG.
fn picture(page: &Page, state: &State) -> Vec<u8> {
    let still = json!({ "media": "", "features": [{ "name": "prefers-reduced-motion", "value": "reduce" }] });
    page.devtools("Emulation.setEmulatedMedia", still);
    page.resize(state.width, 900);
    if state.path.starts_with("summary") {
        page.go(state.path)
    } else {
        page.open(state.path)
    }
    page.until("the heading fonts are there", include_str!("scripts/lettered.js"));
    // The window is as high as the picture, so that all of it is painted, and the section bar, under
    // which it is scrolled. The cover has no bar above it, and grows with the window.
    let bar = if state.parts[0] == ".cover" { 0 } else { 100 };
    let [_, _, _, height]: [f64; 4] = page.ask(AREA, json!([state.parts]));
    page.resize(state.width, (height as u32 + bar).max(900));
    page.until_asked("every drawing in it is painted", SETTLED, json!([state.parts]));
    (state.prepare)(page);
    capture(page, json!(state.parts))
}

/// A picture of all these parts, at half resolution. It must fit into the window: for a larger one
/// the browser uses another window size, and drawings do not adapt to that in time. It is taken
/// until two in a row are equal.
fn capture(page: &Page, parts: serde_json::Value) -> Vec<u8> {
    let mut last = Vec::new();
    for _ in 0..20 {
        let taken = take(page, &parts);
        if taken == last {
            return taken;
        }
        last = taken;
    }
    panic!("{parts} never stand still");
}

fn take(page: &Page, parts: &serde_json::Value) -> Vec<u8> {
    let [x, y, width, height]: [f64; 4] = page.ask(AREA, json!([parts]));
    let clip = json!({ "x": x, "y": y, "width": width, "height": height, "scale": 0.5 });
    let asked = json!({ "format": "png", "captureBeyondViewport": false, "clip": clip });
    let taken = page.devtools("Page.captureScreenshot", asked);
    let data = taken["data"].as_str().expect("a picture in base64");
    base64::engine::general_purpose::STANDARD.decode(data).expect("base64")
}

const AREA: &str = "const parts = arguments[0].map((selector) => one(selector).getBoundingClientRect());
    const top = Math.floor(Math.min(...parts.map((part) => part.top)) + scrollY);
    const bottom = Math.ceil(Math.max(...parts.map((part) => part.bottom)) + scrollY);
    return [0, top, document.documentElement.clientWidth, bottom - top]";

const SETTLED: &str = "one(arguments[0][0]).scrollIntoView({ block: 'start', behavior: 'instant' });
    const within = (drawing) => arguments[0].some((selector) => drawing.closest(selector) || one(selector).contains(drawing));
    const canvases = all('[data-figure] .drawing').filter((drawing) => within(drawing) && drawing.checkVisibility()
        && getComputedStyle(one('canvas', drawing)).display !== 'none');
    const waiting = canvases.filter((drawing) => !drawing.classList.contains('drawn')
        || Math.abs(one('canvas', drawing).width - drawing.clientWidth) > 1);
    // A new layout shows the SVG for a moment, so nothing may change for twenty looks.
    const now = JSON.stringify([innerHeight, ...canvases.map((drawing) => drawing.getBoundingClientRect())]);
    window.__looks = waiting.length === 0 && window.__before === now ? (window.__looks || 0) + 1 : 0;
    window.__before = now;
    return window.__looks >= 20 || waiting.map((drawing) => drawing.closest('[data-figure]').dataset.figure)";
