//! What the drawings and the pages cost: natively, in Chromium on a phone and a desktop, and as they grow.

mod canvas;
mod embeds;
mod grown;
mod lighthouse;
mod machine;
mod metric;
mod native;
mod page;
mod page_table;
mod profile;
mod results;
mod samples;
mod startup;
mod table;
mod visit;

use std::fs;
use std::path::{Path, PathBuf};

use clap::{Args, ValueEnum};
use serde_json::{Value, json};

use crate::cache::Cache;
use crate::engine::Drivable;
use crate::error::Error;
use crate::project::Project;
use crate::steps::Steps;
use crate::toolchain::Toolchain;
use crate::{apt, build, chromium, process_group};
use results::Results;

#[derive(Args)]
pub struct Arguments {
    /// What to measure; without any, the drawings and the pages
    parts: Vec<Part>,
    /// Print the change since an earlier run, whose target/bench.json was kept under this name
    #[arg(long, value_name = "FILE")]
    baseline: Option<PathBuf>,
    /// How many times each page is visited on each device
    #[arg(long, value_name = "N", default_value_t = 5)]
    rounds: usize,
    /// Measure the pages in dist/ as they are instead of building them first
    #[arg(long)]
    no_build: bool,
}

#[derive(Clone, Copy, Debug, PartialEq, ValueEnum)]
enum Part {
    /// Each drawing, natively and on a canvas
    Drawings,
    /// The page and an embed, on a phone and a desktop
    Page,
    /// What keeps a phone's main thread busy while both start
    Startup,
    /// Lighthouse's scores of both
    Lighthouse,
    /// Thirty embeds on one page, and an edition a hundred times as large
    Scale,
}

const DEFAULT: [Part; 2] = [Part::Drawings, Part::Page];

pub fn run(project: &Project, arguments: &Arguments) -> Result<(), Error> {
    process_group::end_all_on_interrupt()?;
    // First, for the file may be the one that is written at the end.
    let baseline = arguments.baseline.as_deref().map(|path| Ok((read(path)?, path))).transpose()?;
    let parts = if arguments.parts.is_empty() { &DEFAULT[..] } else { &arguments.parts };
    let of = |part| parts.contains(&part);
    let mut steps = Steps::start();
    let (cache, toolchain, chromium) = steps.step("set-up", || set_up(project))?;
    let mut json = json!({
        "commit": project.version(),
        "machine": machine::described(&chromium),
        "profiles": profile::PROFILES.map(profile::Profile::to_json),
    });

    if of(Part::Drawings) {
        let natively = steps.step("drawings on this machine", || native::measure(project))?;
        let dist = steps.step("bench build of the pages", || build::bench(project, &toolchain))?;
        let painted = steps.step("drawings in Chromium", || canvas::measure(project, &chromium, dist))?;
        let results = Results::new(&painted, &natively);
        table::print(&results);
        if let Some((baseline, path)) = &baseline {
            table::print_change(&results, baseline, path);
        }
        json["repaints"] = json!(canvas::REPAINTS);
        json["drawings"] = results.drawings_to_json();
        json["growth"] = results.growth_to_json();
    }
    if parts.iter().any(|part| *part != Part::Drawings) && !arguments.no_build {
        steps.step("release build", || build::release(project, &toolchain))?;
    }
    if of(Part::Page) {
        let visited = steps.step("pages in Chromium", || page::measure(project, &chromium, arguments.rounds))?;
        page_table::print(&visited);
        if let Some((baseline, path)) = &baseline {
            page_table::print_change(&visited, baseline, path);
        }
        json["pages"] = visited.iter().map(page::Visited::to_json).collect();
    }
    if of(Part::Startup) {
        let startups = steps.step("start-up on a phone", || startup::measure(project, &chromium))?;
        startup::print(&startups);
        json["startup"] = startups.iter().map(startup::Startup::to_json).collect();
    }
    if of(Part::Lighthouse) {
        let script = lighthouse::ensure(&cache)?;
        let reports = steps.step("Lighthouse", || lighthouse::measure(project, &script))?;
        lighthouse::print(&reports);
        json["lighthouse"] = reports.iter().map(lighthouse::Report::to_json).collect();
    }
    if of(Part::Scale) {
        let embeds = steps.step("thirty embeds on a page", || embeds::measure(project, &chromium))?;
        let grown = steps.step("an edition that has grown", || grown::measure(project, &chromium))?;
        embeds::print(&embeds);
        grown::print(&grown);
        json["embeds"] = embeds.iter().map(embeds::Crowd::to_json).collect();
        json["grown"] = grown.iter().map(grown::Grown::to_json).collect();
    }

    let path = project.root().join("target").join("bench.json");
    fs::write(&path, format!("{json:#}\n")).map_err(|source| Error::File { path: path.clone(), source })?;
    steps.close(&[format!("the numbers are in {}", path.display())]);
    Ok(())
}

fn set_up(project: &Project) -> Result<(Cache, Toolchain, Drivable), Error> {
    apt::ensure()?;
    let cache = Cache::open()?;
    let toolchain = Toolchain::ensure(project, &cache)?;
    let chromium = chromium::find(&cache)?;
    Ok((cache, toolchain, chromium))
}

fn read(path: &Path) -> Result<Value, Error> {
    let text = fs::read_to_string(path).map_err(|source| Error::File { path: path.to_owned(), source })?;
    serde_json::from_str(&text).map_err(|source| Error::Json { path: path.to_owned(), source })
}
