use std::env;

use serde_json::{Value, json};

/// A browser engine, reached through its WebDriver.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Engine {
    Chromium,
    Firefox,
    WebKit,
}

impl Engine {
    pub const ALL: [Self; 3] = [Self::Chromium, Self::Firefox, Self::WebKit];

    /// Where the engine's driver listens; none if the engine is not run.
    pub fn driver(self) -> Option<String> {
        let variable = match self {
            Self::Chromium => "SIJIAN_CHROMIUM",
            Self::Firefox => "SIJIAN_FIREFOX",
            Self::WebKit => "SIJIAN_WEBKIT",
        };
        env::var(variable).ok()
    }

    /// What is asked of a new session, at this many device pixels to a CSS pixel.
    pub fn capabilities(self, ratio: u8) -> Value {
        match self {
            Self::Chromium => {
                let ratio = format!("--force-device-scale-factor={ratio}");
                let arguments: Vec<&str> = CHROMIUM.into_iter().chain([ratio.as_str()]).collect();
                json!({
                    "browserName": "chrome",
                    "goog:chromeOptions": { "args": arguments },
                    "goog:loggingPrefs": { "browser": "ALL" },
                })
            }
            Self::Firefox => json!({
                "browserName": "firefox",
                "moz:firefoxOptions": {
                    "args": ["-headless"],
                    "prefs": {
                        "layout.css.devPixelsPerPx": ratio.to_string(),
                        "dom.disable_open_during_load": false,
                    },
                },
            }),
            Self::WebKit => json!({
                "webkitgtk:browserOptions": {
                    "args": ["--automation", "--javascript-can-open-windows-automatically=true"],
                },
            }),
        }
    }

    /// Whether pages can be shown at this many device pixels to a CSS pixel.
    pub fn shows_at(self, ratio: u8) -> bool {
        self != Self::WebKit || ratio == 1
    }

    /// The narrowest viewport that the engine's windows have.
    pub fn narrowest(self) -> u32 {
        match self {
            Self::Chromium | Self::Firefox => 0,
            Self::WebKit => 334,
        }
    }

    /// Windows with an address field are never as narrow as a phone, except in Chromium; a popup can be.
    pub fn needs_popup(self) -> bool {
        self != Self::Chromium
    }
}

/// Headless, quiet on the network, and able to run as root in a container.
const CHROMIUM: [&str; 9] = [
    "--headless=new",
    "--no-sandbox",
    "--disable-gpu",
    "--disable-background-networking",
    "--disable-component-update",
    "--disable-sync",
    "--disable-quic",
    "--no-first-run",
    "--hide-scrollbars",
];
