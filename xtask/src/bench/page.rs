//! Measures the pages as readers get them: several first visits on each device.

use std::fs;
use std::path::Path;

use anyhow::{Context, Result};
use serde_json::{Value, json};
use testbed::{Driver, Engine, Server, Site};

use super::metric::METRICS;
use super::profile::{PROFILES, Profile};
use super::samples::Samples;
use super::visit::{self, Measures, Stay};
use crate::project::Project;

/// A page on a device.
pub struct Visited {
    pub profile: Profile,
    pub page: String,
    /// What each visit measured, oldest first.
    visits: Vec<Measures>,
}

impl Visited {
    pub fn samples(&self, key: &str) -> Samples {
        Samples(self.visits.iter().filter_map(|measures| measures.get(key).copied()).collect())
    }

    pub fn visits(&self) -> usize {
        self.visits.len()
    }

    pub fn to_json(&self) -> Value {
        let samples = METRICS.iter().map(|metric| (metric.key.to_owned(), json!(self.samples(metric.key))));
        let samples: serde_json::Map<String, Value> = samples.collect();
        json!({"profile": self.profile.name, "page": self.page, "samples": samples})
    }
}

/// Both pages on all devices. Each round visits every case once, so that other load on the machine
/// affects all alike.
pub fn measure(project: &Project, found: &Path, rounds: usize) -> Result<Vec<Visited>> {
    let pages = [("index.html".to_owned(), Stay::Whole), (largest_embed(project)?, Stay::Short)];
    let server = Server::start(Site::plain(&project.dist(), project.root()))?;
    let driver = Driver::start(Engine::Chromium, found, &project.logs()?)?;
    let cases = PROFILES.iter().flat_map(|profile| pages.iter().map(move |page| (*profile, page)));
    let mut visited: Vec<(Visited, Stay)> = cases
        .map(|(profile, (page, stay))| (Visited { profile, page: page.clone(), visits: Vec::new() }, *stay))
        .collect();
    for round in 1..=rounds {
        println!("xtask: round {round} of {rounds}");
        for (visited, stay) in &mut visited {
            let address = format!("{}{}", server.address(), visited.page);
            visited.visits.push(patiently(|| visit::make(&driver, &address, &visited.profile, *stay))?);
        }
    }
    Ok(visited.into_iter().map(|(visited, _)| visited).collect())
}

/// On a busy machine a browser times out now and then; one retry tells that from a real fault.
fn patiently<T>(attempt: impl Fn() -> Result<T>) -> Result<T> {
    attempt().or_else(|error| {
        println!("xtask: once more, as {error:#}");
        attempt()
    })
}

/// The largest embed, apart from the whole story.
fn largest_embed(project: &Project) -> Result<String> {
    let folder = project.dist().join("embed");
    let entries = fs::read_dir(&folder).with_context(|| folder.display().to_string())?.filter_map(Result::ok);
    let pages = entries.filter_map(|entry| {
        let name = entry.file_name().to_string_lossy().into_owned();
        let page = name.ends_with(".html") && name != "all.html";
        page.then(|| Some((entry.metadata().ok()?.len(), format!("embed/{name}"))))?
    });
    let largest = pages.max().context("there is no embed in dist/; run it without --no-build")?;
    Ok(largest.1)
}
