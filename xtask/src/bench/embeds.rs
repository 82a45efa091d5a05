//! Many embeds on one page, as a long article has them.

use std::fs;

use serde_json::{Value, json};

use super::page;
use super::profile::{PROFILES, Profile};
use crate::driver::Driver;
use crate::engine::Drivable;
use crate::error::Error;
use crate::project::Project;
use crate::server::Server;
use crate::site::Site;
use crate::webdriver::Session;

const EMBEDS: usize = 30;

/// What a page with that many costs its reader.
pub struct Crowd {
    profile: Profile,
    measures: Value,
}

pub fn measure(project: &Project, found: &Drivable) -> Result<Vec<Crowd>, Error> {
    let folder = project.root().join("target").join("bench").join("hosts");
    fs::create_dir_all(&folder).map_err(|source| Error::File { path: folder.clone(), source })?;
    let host = folder.join("embeds.html");
    fs::write(&host, host_page(project)?).map_err(|source| Error::File { path: host, source })?;
    let server = Server::start(Site { examples: folder, ..page::site(project) }, 0)?;
    let driver = Driver::start(project, found, None)?;
    let address = format!("{}examples/embeds.html", server.address());
    let measure = |profile: &Profile| page::patiently(|| visit(&driver, &address, profile));
    PROFILES.iter().map(|profile| Ok(Crowd { profile: *profile, measures: measure(profile)? })).collect()
}

/// Frames without a word on when to load: all at once.
fn host_page(project: &Project) -> Result<String, Error> {
    let embeds = page::embeds(project)?;
    let frames = embeds.iter().cycle().take(EMBEDS);
    let frames: String = frames
        .map(|(page, _)| {
            format!("<p>…</p><iframe src=\"/{page}\" title=\"{page}\" width=\"100%\" height=\"700\"></iframe>\n")
        })
        .collect();
    Ok(format!(
        "<!DOCTYPE html><meta charset=\"utf-8\"><meta name=\"viewport\" content=\"width=device-width\">\n{frames}"
    ))
}

fn visit(driver: &Driver, address: &str, profile: &Profile) -> Result<Value, Error> {
    let session = Session::start(driver.socket(), &profile.capabilities())?;
    session.devtools("Page.addScriptToEvaluateOnNewDocument", &json!({"source": super::visit::WATCH}))?;
    profile.slow(&session)?;
    session.go(address)?;
    session.wait_until(ALL_READY)?;
    let mut measures = session.run(CROWD, &json!([]))?;
    session.devtools("HeapProfiler.collectGarbage", &json!({}))?;
    let heap = session.devtools("Runtime.getHeapUsage", &json!({}))?;
    measures["heap_mb"] = json!(heap["usedSize"].as_f64().map(|bytes| bytes / f64::from(1 << 20)));
    Ok(measures)
}

const ALL_READY: &str = "frames.length && [...Array(frames.length).keys()].every((i) =>
    frames[i].performance.getEntriesByName('app-ready').length)";
const CROWD: &str = include_str!("scripts/crowd.js");

impl Crowd {
    pub fn to_json(&self) -> Value {
        json!({"profile": self.profile.name, "embeds": EMBEDS, "measures": self.measures})
    }
}

pub fn print(crowds: &[Crowd]) {
    println!("\n== {EMBEDS} embeds on one page");
    println!(
        "{:<10}{:>14}{:>14}{:>16}{:>16}{:>16}{:>16}",
        "", "half ready, s", "all ready, s", "longest, ms", "blocked, ms", "heap, MB", "wasm, MB"
    );
    for Crowd { profile, measures } in crowds {
        let number = |key: &str, of: f64| measures[key].as_f64().map_or(String::new(), |n| format!("{:.1}", n / of));
        println!(
            "{:<10}{:>14}{:>14}{:>16}{:>16}{:>16}{:>16}",
            profile.name,
            number("half_ms", 1_000.0),
            number("all_ms", 1_000.0),
            number("longest_ms", 1.0),
            number("tbt_ms", 1.0),
            number("heap_mb", 1.0),
            number("wasm_mb", 1.0)
        );
    }
}
