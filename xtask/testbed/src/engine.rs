//! The browser engines and their peculiarities.

use std::path::PathBuf;
use std::process::Command;

use serde_json::{Value, json};

use crate::display::Display;
use crate::find;

#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Engine {
    Chromium,
    Firefox,
    WebKit,
}

impl Engine {
    pub const ALL: [Self; 3] = [Self::Chromium, Self::Firefox, Self::WebKit];

    pub fn name(self) -> &'static str {
        match self {
            Self::Chromium => "Chromium",
            Self::Firefox => "Firefox",
            Self::WebKit => "WebKit",
        }
    }

    /// Chromium or Firefox itself; WebKit's browser comes with its driver.
    pub fn browser(self) -> Option<PathBuf> {
        let names: &[&str] = match self {
            Self::Chromium => &[
                "chromium",
                "chromium-browser",
                "google-chrome",
                "google-chrome-stable",
                "/Applications/Google Chrome.app/Contents/MacOS/Google Chrome",
                "/Applications/Chromium.app/Contents/MacOS/Chromium",
            ],
            Self::Firefox => &["firefox", "firefox-esr", "/Applications/Firefox.app/Contents/MacOS/firefox"],
            Self::WebKit => return webkit_driver(),
        };
        names.iter().find_map(|name| find(name))
    }

    /// The WebDriver program, or what is missing. `geckodriver` for Firefox can still be installed
    /// later.
    pub fn driver(self) -> Result<PathBuf, &'static str> {
        match self {
            Self::Chromium if self.browser().is_none() => Err("Chromium is not installed"),
            Self::Chromium => find("chromedriver").ok_or("chromedriver is not installed"),
            Self::Firefox if self.browser().is_none() => Err("Firefox is not installed"),
            Self::Firefox => find("geckodriver").ok_or("geckodriver is not installed"),
            Self::WebKit if !Display::can_open() => Err("there is no display; install Xvfb"),
            Self::WebKit => webkit_driver().ok_or("WebKitWebDriver is not installed"),
        }
    }

    /// The arguments that make the driver listen on a port.
    pub(crate) fn arguments(self, port: u16) -> Vec<String> {
        match self {
            Self::Chromium | Self::WebKit => vec![format!("--port={port}")],
            // The second port is fixed by default, so two runs would collide.
            Self::Firefox => ["--port", &port.to_string(), "--websocket-port", "0"].map(str::to_owned).to_vec(),
        }
    }

    /// The capabilities of a new session, at this device pixel ratio.
    pub fn capabilities(self, ratio: u8) -> Value {
        match self {
            Self::Chromium => {
                let mut wanted =
                    crate::session::chromium(&[&format!("--force-device-scale-factor={ratio}")], json!({}));
                wanted["browserName"] = json!("chrome");
                wanted["goog:loggingPrefs"] = json!({ "browser": "ALL" });
                wanted
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

    /// Whether the engine can show pages at this device pixel ratio.
    pub fn shows_at(self, ratio: u8) -> bool {
        self != Self::WebKit || ratio == 1
    }

    /// The narrowest viewport that a window of the engine can have.
    pub fn narrowest(self) -> u32 {
        if self == Self::WebKit { 334 } else { 0 }
    }

    /// Except in Chromium, windows with an address bar cannot be as narrow as a phone; popups can.
    pub fn needs_popup(self) -> bool {
        self != Self::Chromium
    }
}

/// Debian puts it into folders that are not on PATH, so dpkg is asked too.
fn webkit_driver() -> Option<PathBuf> {
    find("WebKitWebDriver").or_else(|| {
        let files = Command::new("dpkg").args(["-L", "webkit2gtk-driver"]).output().ok()?;
        let files = String::from_utf8(files.stdout).ok()?;
        files.lines().filter(|file| file.ends_with("/WebKitWebDriver")).find_map(find)
    })
}
