//! The browser engines that tests run in, and which of them this machine can drive.

use std::path::PathBuf;
use std::process::Command;

use crate::cache::Cache;
use crate::display::Display;
use crate::error::Error;
use crate::process;
use crate::tools::{self, Tool};

#[derive(Clone, Copy, Debug, PartialEq)]
pub enum Engine {
    Chromium,
    Firefox,
    WebKit,
}

/// An engine with the program that drives it.
pub struct Drivable {
    pub engine: Engine,
    pub driver: PathBuf,
}

/// The engines that can be run, and for each other one a sentence that says why not.
pub struct Engines {
    pub drivable: Vec<Drivable>,
    pub left_out: Vec<String>,
}

impl Engines {
    /// Compiles geckodriver if Firefox has none.
    pub fn find(cache: &Cache) -> Result<Self, Error> {
        let mut engines = Self { drivable: Vec::new(), left_out: Vec::new() };
        for engine in [Engine::Chromium, Engine::Firefox, Engine::WebKit] {
            match engine.driver(cache)? {
                Ok(driver) => engines.drivable.push(Drivable { engine, driver }),
                Err(lack) => engines.left_out.push(format!("{} is not run: {lack}", engine.name())),
            }
        }
        if engines.drivable.is_empty() { Err(Error::NoBrowser) } else { Ok(engines) }
    }
}

impl Engine {
    pub fn name(self) -> &'static str {
        match self {
            Self::Chromium => "Chromium",
            Self::Firefox => "Firefox",
            Self::WebKit => "WebKit",
        }
    }

    /// The variable that tells the browser tests where the engine's driver listens.
    pub fn variable(self) -> &'static str {
        match self {
            Self::Chromium => "SIJIAN_CHROMIUM",
            Self::Firefox => "SIJIAN_FIREFOX",
            Self::WebKit => "SIJIAN_WEBKIT",
        }
    }

    pub fn arguments(self, port: u16) -> Vec<String> {
        match self {
            Self::Chromium | Self::WebKit => vec![format!("--port={port}")],
            // Its second port is fixed by default, and two runs would meet there.
            Self::Firefox => ["--port", &port.to_string(), "--websocket-port", "0"].map(str::to_owned).to_vec(),
        }
    }

    pub fn needs_display(self) -> bool {
        self == Self::WebKit
    }

    /// Chromium itself.
    pub fn chromium() -> Option<PathBuf> {
        first(&CHROMIUM)
    }

    /// The program that drives it, or what is missing.
    pub fn driver(self, cache: &Cache) -> Result<Result<PathBuf, &'static str>, Error> {
        Ok(match self {
            Self::Chromium => match Self::chromium() {
                Some(_) => process::find("chromedriver").ok_or("chromedriver is not installed"),
                None => Err("Chromium is not installed"),
            },
            Self::Firefox => match (first(&FIREFOX), process::find("geckodriver")) {
                (None, _) => Err("Firefox is not installed"),
                (Some(_), Some(driver)) => Ok(driver),
                (Some(_), None) => {
                    tools::ensure(cache, &[Tool::geckodriver()])?.pop().ok_or("geckodriver is not installed")
                }
            },
            Self::WebKit => match webkit_driver() {
                Some(_) if !Display::can_open() => Err("there is no display; install Xvfb"),
                Some(driver) => Ok(driver),
                None => Err("WebKitWebDriver is not installed"),
            },
        })
    }
}

const CHROMIUM: [&str; 6] = [
    "chromium",
    "chromium-browser",
    "google-chrome",
    "google-chrome-stable",
    "/Applications/Google Chrome.app/Contents/MacOS/Google Chrome",
    "/Applications/Chromium.app/Contents/MacOS/Chromium",
];

const FIREFOX: [&str; 3] = ["firefox", "firefox-esr", "/Applications/Firefox.app/Contents/MacOS/firefox"];

fn first(programs: &[&str]) -> Option<PathBuf> {
    programs.iter().find_map(|program| process::find(program))
}

/// Debian has kept it in folders that are not on PATH, so its package is asked too.
fn webkit_driver() -> Option<PathBuf> {
    process::find("WebKitWebDriver").or_else(|| {
        let files = process::ask(Command::new("dpkg").args(["-L", "webkit2gtk-driver"]))?;
        files.lines().filter(|file| file.ends_with("/WebKitWebDriver")).find_map(process::find)
    })
}
