//! What the pages cost in Chromium, on a phone and a desktop. `cargo bench` measures the drawings, without a browser.

mod beside;
mod machine;
mod metric;
mod page;
mod page_table;
mod profile;
mod samples;
mod visit;

use std::fs;
use std::path::PathBuf;

use anyhow::{Context, Result};
use clap::{Args, Subcommand};
use serde_json::json;

use crate::build::{self, Toolchain};
use crate::cache::Cache;
use crate::project::Project;
use crate::steps::Steps;
use crate::{apt, browsers};

#[derive(Args)]
#[command(args_conflicts_with_subcommands = true)]
pub struct Arguments {
    #[command(subcommand)]
    against: Option<Against>,
    /// How many times each page is visited on each device
    #[arg(long, value_name = "N", default_value_t = 5)]
    rounds: usize,
    /// Measure the pages in dist/ as they are instead of building them first
    #[arg(long)]
    no_build: bool,
}

#[derive(Subcommand)]
enum Against {
    /// Compare our page with other pages, in one run
    Beside(beside::Arguments),
}

pub fn run(project: &Project, arguments: &Arguments) -> Result<()> {
    if let Some(Against::Beside(arguments)) = &arguments.against {
        return run_beside(project, arguments);
    }
    let mut steps = Steps::start();
    let (toolchain, chromium) = steps.step("set-up", || set_up(project))?;
    let mut json = json!({
        "commit": project.version(),
        "machine": machine::described(&chromium),
        "profiles": profile::PROFILES,
    });

    if !arguments.no_build {
        steps.step("release build", || build::release(project, &toolchain))?;
    }
    let visited = steps.step("pages in Chromium", || page::measure(project, &chromium, arguments.rounds))?;
    page_table::print(&visited);
    json["pages"] = visited.iter().map(page::Visited::to_json).collect();
    let path = project.target().join("bench.json");
    fs::write(&path, format!("{json:#}\n")).with_context(|| path.display().to_string())?;
    steps.close(&[format!("the numbers are in {}", path.display())]);
    Ok(())
}

fn run_beside(project: &Project, arguments: &beside::Arguments) -> Result<()> {
    let mut steps = Steps::start();
    let (toolchain, _) = steps.step("set-up", || set_up(project))?;
    if !arguments.no_build {
        steps.step("release build", || build::release(project, &toolchain))?;
    }
    steps.step("beside others", || beside::run(project, arguments))?;
    steps.close(&[]);
    Ok(())
}

fn set_up(project: &Project) -> Result<(Toolchain, PathBuf)> {
    apt::ensure()?;
    Ok((Toolchain::ensure(project, &Cache::open()?)?, browsers::chromium()?))
}
