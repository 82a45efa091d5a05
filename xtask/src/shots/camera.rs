use anyhow::{Context, Result};
use base64::Engine as _;
use base64::engine::general_purpose::STANDARD;
use serde_json::{Value, json};
use testbed::{Driver, Session, chromium};

use super::view::Shot;

/// A browser that takes pictures of pages.
pub struct Camera {
    session: Session,
    base: String,
}

/// Turns animations off, so that everything on the page is in its final state.
const STILL: (&str, &str) = ("prefers-reduced-motion", "reduce");
/// Taller pictures are cut: browsers limit the size of a picture.
const TALLEST: f64 = 15_000.0;
const HEIGHT: u32 = 900;

impl Camera {
    pub fn start(driver: &Driver, base: &str) -> Result<Self> {
        let session = Session::start(driver, &chromium(&[], json!({})))?;
        Ok(Self { session, base: base.to_owned() })
    }

    /// Takes a picture, as PNG.
    pub fn take(&self, shot: &Shot) -> Result<Vec<u8>> {
        self.dress(shot.width, HEIGHT, shot.dark, "screen")?;
        self.open(&shot.path())?;
        if shot.view.paper {
            self.dress(shot.width, HEIGHT, shot.dark, "print")?;
        }
        let parts = json!([shot.view.parts]);
        // The window is as high as the picture, so that every drawing is near it and gets painted.
        let [_, _, _, height] = self.area(&parts)?;
        let media = if shot.view.paper { "print" } else { "screen" };
        self.dress(shot.width, (height as u32).max(HEIGHT), shot.dark, media)?;
        self.session.run(SHOW, &parts)?;
        if shot.scripts && !shot.view.paper {
            self.session.wait_until(&format!("({SETTLED})({})", parts[0]))?;
        }
        self.capture(self.area(&parts)?)
    }

    /// The two papers side by side, as the README shows them.
    pub fn readme(&self) -> Result<Vec<u8>> {
        let (width, height) = (1280, 1560);
        let mut halves = Vec::new();
        for (part, drawings) in [(".cover", "#figures"), ("#pillars", "#pillars")] {
            self.dress(width, height, false, "screen")?;
            self.open("")?;
            self.session.run(SHOW, &json!([[part]]))?;
            self.session.wait_until(&format!("({SETTLED})(['{drawings}'])"))?;
            let [x, y, width, _] = self.area(&json!([[part]]))?;
            halves.push(STANDARD.encode(self.capture([x, y, width, f64::from(height)])?));
        }
        self.dress(2 * width, height, false, "screen")?;
        self.session.go("about:blank")?;
        self.session.run(PAIR, &json!(halves))?;
        self.session.wait_until("[...document.images].every((image) => image.complete)")?;
        let scale = 1500.0 / f64::from(2 * width);
        self.scaled([0.0, 0.0, f64::from(2 * width), f64::from(height)], scale)
    }

    /// Prints a page to PDF, in the paper size of its style sheet.
    pub fn print(&self, page: &str) -> Result<Vec<u8>> {
        self.dress(1280, HEIGHT, false, "")?;
        self.open(&format!("{page}.html"))?;
        let printed = self.session.devtools("Page.printToPDF", &json!({"preferCSSPageSize": true}))?;
        data(&printed)
    }

    fn open(&self, path: &str) -> Result<()> {
        self.session.go(&format!("{}{path}", self.base))?;
        // A page with a script is ready when that has hydrated it and all parts have loaded; a page
        // without one, or whose script is withheld, as soon as it is loaded.
        let live = !path.starts_with("fault/") && !path.contains("summary");
        let ready =
            if live { "'live' in document.documentElement.dataset" } else { "document.readyState === 'complete'" };
        self.session.wait_until(ready)?;
        self.session.wait_until("document.fonts.status === 'loaded'")
    }

    fn dress(&self, width: u32, height: u32, dark: bool, media: &str) -> Result<()> {
        let scheme = if dark { "dark" } else { "light" };
        let features =
            [("prefers-color-scheme", scheme), STILL].map(|(name, value)| json!({"name": name, "value": value}));
        self.session.devtools("Emulation.setEmulatedMedia", &json!({"media": media, "features": features}))?;
        let size = json!({"width": width, "height": height, "deviceScaleFactor": 1, "mobile": false});
        self.session.devtools("Emulation.setDeviceMetricsOverride", &size).map(drop)
    }

    /// Left, top, width and height of the selected elements, from the document's corner.
    fn area(&self, parts: &Value) -> Result<[f64; 4]> {
        let area = self.session.run(AREA, parts)?;
        serde_json::from_value(area).with_context(|| format!("{parts} is nowhere"))
    }

    fn capture(&self, area: [f64; 4]) -> Result<Vec<u8>> {
        self.scaled(area, 1.0)
    }

    fn scaled(&self, [x, y, width, height]: [f64; 4], scale: f64) -> Result<Vec<u8>> {
        let clip = json!({"x": x, "y": y, "width": width, "height": height.min(TALLEST), "scale": scale});
        let asked = json!({"format": "png", "captureBeyondViewport": true, "clip": clip});
        data(&self.session.devtools("Page.captureScreenshot", &asked)?)
    }
}

fn data(answer: &Value) -> Result<Vec<u8>> {
    let text = answer["data"].as_str().unwrap_or_default();
    STANDARD.decode(text).context("a picture came damaged")
}

const SHOW: &str = "const first = document.querySelector(arguments[0][0] ?? 'body');
    first.scrollIntoView({ block: 'start', behavior: 'instant' });";

const AREA: &str = "const found = arguments[0].map((selector) => document.querySelector(selector));
    const areas = (found.length ? found : [document.body]).map((element) => element.getBoundingClientRect());
    const top = Math.min(...areas.map((area) => area.top)) + scrollY;
    const bottom = Math.max(...areas.map((area) => area.bottom)) + scrollY;
    const width = document.documentElement.clientWidth;
    return [0, Math.max(0, Math.floor(top)), width, Math.ceil(bottom - top)];";

/// Whether every visible drawing within the selected parts is painted.
const SETTLED: &str = "(selectors) => {
    const within = (drawing) => selectors.length === 0 || selectors.some((selector) => drawing.closest(selector));
    return [...document.querySelectorAll('[data-figure] .drawing')]
        .filter((drawing) => within(drawing) && drawing.checkVisibility())
        .every((drawing) => drawing.classList.contains('drawn'));
}";

const PAIR: &str = "document.body.style.cssText = 'margin: 0; display: flex';
    for (const half of arguments) {
        const image = new Image();
        image.src = 'data:image/png;base64,' + half;
        document.body.append(image);
    }";
