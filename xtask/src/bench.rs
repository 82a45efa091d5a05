//! What the drawings cost: natively, in Chromium on a phone's canvas, and as the content grows.

mod canvas;
mod native;
mod results;
mod table;

use std::fs;
use std::path::{Path, PathBuf};

use clap::Args;
use serde_json::Value;

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
    /// Print the change since an earlier run, whose target/bench.json was kept under this name
    #[arg(long, value_name = "FILE")]
    baseline: Option<PathBuf>,
}

pub fn run(project: &Project, arguments: &Arguments) -> Result<(), Error> {
    process_group::end_all_on_interrupt()?;
    // First, for the file may be the one that is written at the end.
    let baseline = arguments.baseline.as_deref().map(read).transpose()?;
    let mut steps = Steps::start();

    let (toolchain, chromium) = steps.step("set-up", || set_up(project))?;
    let natively = steps.step("drawings on this machine", || native::measure(project))?;
    let dist = steps.step("bench build of the pages", || build::bench(project, &toolchain))?;
    let painted = steps.step("drawings in Chromium", || canvas::measure(project, &chromium, dist))?;

    let results = Results::new(&painted, &natively);
    table::print(&results);
    if let (Some(baseline), Some(path)) = (&baseline, &arguments.baseline) {
        table::print_change(&results, baseline, path);
    }
    let path = project.root().join("target").join("bench.json");
    let text = format!("{:#}\n", results.to_json(project));
    fs::write(&path, text).map_err(|source| Error::File { path: path.clone(), source })?;
    steps.close(&[format!("the numbers are in {}", path.display())]);
    Ok(())
}

fn set_up(project: &Project) -> Result<(Toolchain, Drivable), Error> {
    apt::ensure()?;
    let cache = Cache::open()?;
    let toolchain = Toolchain::ensure(project, &cache)?;
    Ok((toolchain, chromium::find(&cache)?))
}

fn read(path: &Path) -> Result<Value, Error> {
    let text = fs::read_to_string(path).map_err(|source| Error::File { path: path.to_owned(), source })?;
    serde_json::from_str(&text).map_err(|source| Error::Json { path: path.to_owned(), source })
}
