//! The pages as readers get them: several first visits on each device.

use std::fs;

use serde_json::{Value, json};

use super::metric::METRICS;
use super::profile::{PROFILES, Profile};
use super::samples::Samples;
use super::visit::{self, Measures, Stay};
use crate::driver::Driver;
use crate::engine::Drivable;
use crate::error::Error;
use crate::project::Project;
use crate::server::Server;
use crate::site::Site;

/// A page on a device.
pub struct Visited {
    pub profile: Profile,
    pub page: String,
    /// What each visit measured, oldest first.
    visits: Vec<Measures>,
}

impl Visited {
    pub fn samples(&self, key: &str) -> Samples {
        Samples::of(self.visits.iter().filter_map(|measures| measures.get(key).copied()))
    }

    pub fn visits(&self) -> usize {
        self.visits.len()
    }

    pub fn to_json(&self) -> Value {
        let samples = METRICS.iter().map(|metric| (metric.key.to_owned(), self.samples(metric.key).to_json()));
        let samples: serde_json::Map<String, Value> = samples.collect();
        json!({"profile": self.profile.name, "page": self.page, "samples": samples})
    }
}

/// Both pages on all devices. One round visits each once, so that what else the machine does touches all alike.
pub fn measure(project: &Project, found: &Drivable, rounds: usize) -> Result<Vec<Visited>, Error> {
    let pages = [("index.html".to_owned(), Stay::Whole), (largest_embed(project)?, Stay::Short)];
    let server = Server::start(site(project), 0)?;
    let driver = Driver::start(project, found, None)?;
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

pub fn site(project: &Project) -> Site {
    Site {
        dist: project.dist(),
        examples: project.root().join("examples"),
        hosts: project.root().join("tests/hosts"),
        faults: false,
    }
}

/// A busy machine lets a browser run into its limits now and then: one more try tells that from a fault.
pub fn patiently<T>(attempt: impl Fn() -> Result<T, Error>) -> Result<T, Error> {
    attempt().or_else(|error| {
        println!("xtask: once more, for {error}");
        attempt()
    })
}

/// The heaviest page for other pages' frames, except for the whole story.
pub fn largest_embed(project: &Project) -> Result<String, Error> {
    embeds(project)?
        .into_iter()
        .max_by_key(|(_, bytes)| *bytes)
        .map(|(page, _)| page)
        .ok_or(Error::Failed { doing: "finding an embed in dist/".to_owned(), cure: "run it without --no-build" })
}

/// Every such page with its size, by name.
pub fn embeds(project: &Project) -> Result<Vec<(String, u64)>, Error> {
    let folder = project.dist().join("embed");
    let told = |source| Error::File { path: folder.clone(), source };
    let entries = fs::read_dir(&folder).map_err(told)?.filter_map(Result::ok);
    let pages = entries.filter_map(|entry| {
        let name = entry.file_name().to_string_lossy().into_owned();
        let page = name.ends_with(".html") && name != "all.html";
        page.then(|| Some((format!("embed/{name}"), entry.metadata().ok()?.len())))?
    });
    let mut pages: Vec<(String, u64)> = pages.collect();
    pages.sort();
    Ok(pages)
}
