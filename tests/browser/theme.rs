//! Light and dark, on the page and on its canvases.

use serde_json::json;

use crate::cast::overview;
use crate::engines::{in_chromium, in_every_engine};
use crate::page::Page;

#[test]
fn a_theme_in_the_address_dresses_page_and_canvas() {
    in_every_engine(|page| {
        page.open("?theme=light");
        let light = looks(page);
        page.open("?theme=dark");
        assert_eq!(page.run::<String>("return document.documentElement.dataset.theme"), "dark");
        let dark = looks(page);
        assert!(dark.ground < light.ground, "the page grows dark: {} from {}", dark.ground, light.ground);
        assert!(dark.ink > light.ink, "the canvas's ink grows light: {} from {}", dark.ink, light.ink);
        page.assert_quiet("dark");
    });
}

#[test]
fn a_wrong_theme_or_size_is_ignored() {
    in_chromium(|page| {
        page.open("");
        let plain = looks(page);
        page.open("?theme=pink&size=huge");
        let said: [Option<String>; 2] =
            page.run("const { theme, size } = document.documentElement.dataset; return [theme, size]");
        assert_eq!(said, [None, None]);
        let looks = looks(page);
        // A fallback font, shown until ours has loaded, changes the mean a little.
        let near = |a: f64, b: f64| (a - b).abs() < 5.0;
        assert!(near(looks.ground, plain.ground) && near(looks.ink, plain.ink), "{looks:?} instead of {plain:?}");
        page.assert_quiet("a wrong theme");
    });
}

#[test]
fn canvases_follow_the_device_when_it_turns_dark() {
    in_chromium(|page| {
        let device = |scheme: &str| {
            let features = json!({ "features": [{ "name": "prefers-color-scheme", "value": scheme }] });
            page.devtools("Emulation.setEmulatedMedia", features);
        };
        device("light");
        page.open("");
        let light = looks(page);
        device("dark");
        let script = format!("const {{ ink }} = (() => {{ {LOOKS} }})(); return ink > {} || ink", light.ink + 50.0);
        page.until_asked("the canvas is painted in light ink", &script, json!([overview()]));
        assert!(looks(page).ground < light.ground);
        page.assert_quiet("turning dark");
    });
}

/// The lightness, from 0 to 255, of the page's background and of a canvas's ink on average.
#[derive(Debug, serde::Deserialize)]
struct Looks {
    ground: f64,
    ink: f64,
}

const LOOKS: &str = include_str!("scripts/looks.js");

fn looks(page: &Page) -> Looks {
    let drawing = json!([overview()]);
    page.until_asked("it is painted", include_str!("scripts/drawn.js"), drawing.clone());
    page.ask(LOOKS, drawing)
}

/// Links keep what the address says, also between papers; plain links change it where no panel works.
#[test]
fn theme_and_size_go_along_from_page_to_page_and_can_be_chosen_without_the_program() {
    in_every_engine(|page| {
        let looks =
            "const { size, theme } = document.documentElement.dataset; return `${size} ${theme}` === arguments[0]";
        page.go("data.html?size=large&theme=dark");
        page.until_asked("the paper", looks, json!(["large dark"]));
        page.click(".kicker a");
        page.until(
            "the page",
            "return location.pathname.endsWith('/index.html') && document.readyState === 'complete'",
        );
        page.until_asked("the page follows", looks, json!(["large dark"]));
        page.click("a[href*='method.html']");
        page.until(
            "the method",
            "return location.pathname.endsWith('/method.html') && document.readyState === 'complete'",
        );
        page.until_asked("the method follows", looks, json!(["large dark"]));
        page.click(".looks a[href*='xlarge']");
        page.until_asked("the size is another", looks, json!(["xlarge dark"]));

        for fault in ["no-wasm", "no-scripting"] {
            page.go(&format!("fault/{fault}/"));
            let type_is = |larger| {
                format!(
                    "return document.readyState === 'complete' && parseFloat(getComputedStyle(one('.lead')).fontSize) > 19 === {larger}"
                )
            };
            page.click(".other-size .larger");
            page.until(&format!("{fault}: type is large"), &type_is(true));
            page.click(".other-size .usual");
            page.until(&format!("{fault}: and as before"), &type_is(false));
        }
    });
}
