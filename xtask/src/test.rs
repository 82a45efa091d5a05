//! Runs every check and test, one step after another, up to the first that fails.

use std::fs;
use std::path::Path;
use std::process::Command;

use anyhow::{Result, bail};
use clap::{Args, ValueEnum};
use testbed::Engine;

use crate::build::{self, Toolchain};
use crate::cache::Cache;
use crate::extras::Extras;
use crate::project::Project;
use crate::steps::Steps;
use crate::tally::Tally;
use crate::{apt, browsers, process, rustup, size};

#[derive(Args)]
pub struct Arguments {
    /// Only tests with this in their name: skips formatting and clippy, and builds only what is
    /// needed
    filter: Option<String>,
    /// Only what needs neither wasm nor browsers: formatting, clippy, and the tests that run on
    /// this machine itself
    #[arg(long, conflicts_with = "engines")]
    fast: bool,
    /// Only browser tests, and only in this engine; may be given more than once
    #[arg(long = "engine", value_name = "ENGINE")]
    engines: Vec<EngineName>,
    /// Test the pages in dist/ as they are instead of building them first
    #[arg(long)]
    no_build: bool,
}

#[derive(Clone, Copy, ValueEnum)]
enum EngineName {
    Chromium,
    Firefox,
    Webkit,
}

impl From<EngineName> for Engine {
    fn from(name: EngineName) -> Self {
        match name {
            EngineName::Chromium => Self::Chromium,
            EngineName::Firefox => Self::Firefox,
            EngineName::Webkit => Self::WebKit,
        }
    }
}

pub fn run(project: &Project, arguments: &Arguments) -> Result<()> {
    let tally = Tally::default();
    let outcome = all(project, arguments, &tally);
    println!("{}", tally.line());
    outcome
}

fn all(project: &Project, arguments: &Arguments, tally: &Tally) -> Result<()> {
    let filter = arguments.filter.as_deref();
    let engines: Vec<Engine> = arguments.engines.iter().map(|name| Engine::from(*name)).collect();
    let whole = filter.is_none() && engines.is_empty();
    let on_host =
        engines.is_empty() && wanted(project, filter, &["tests/host", "tests/servers.rs", "crates", "src", "xtask"]);
    let in_browsers = !arguments.fast && wanted(project, filter, &["tests/browser"]);
    // The real web servers serve the built pages.
    let on_servers = !arguments.fast && engines.is_empty() && wanted(project, filter, &["tests/servers.rs"]);
    if !on_host && !in_browsers {
        bail!("no test has “{}” in its name", filter.unwrap_or_default());
    }

    let mut steps = Steps::start();
    let cache = Cache::open()?;
    let (extras, drivers) = steps.step("set-up", || {
        rustup::ensure_components(project)?;
        if arguments.fast {
            return Ok((Extras::none(), browsers::Drivers::default()));
        }
        if in_browsers {
            apt::ensure()?;
        }
        let extras = Extras::ensure(&cache);
        let drivers =
            if in_browsers { browsers::Drivers::find(&cache, &engines)? } else { browsers::Drivers::default() };
        extras.missing.iter().chain(&drivers.missing).for_each(|line| println!("xtask: {line}"));
        Ok((extras, drivers))
    })?;
    if whole {
        steps.step("formatting", || {
            process::run(&mut project.cargo("fmt --all --check"), "checking the format", "run `cargo fmt --all`")
        })?;
        steps.step("clippy", || clippy(project, HOST_LINTS))?;
        if !arguments.fast {
            rustup::ensure_target(project)?;
            steps.step("clippy for the browser", || clippy(project, BROWSER_LINTS))?;
        }
        if let Some(deny) = &extras.deny {
            steps.step("licences, sources and duplicates of crates", || check_crates(project, deny))?;
        }
    }
    if (in_browsers || on_servers) && !arguments.no_build {
        let toolchain = Toolchain::ensure(project, &cache)?;
        steps.step("release build", || build::release(project, &toolchain))?;
        if in_browsers {
            steps.step("the tests' editions", || build::with_test_editions(project, &toolchain))?;
        }
    }
    if whole && !arguments.fast {
        steps.step("size", || size::weigh(project))?;
    }
    if on_host {
        let suites = if on_servers { HOST_TESTS.to_owned() + " --test servers" } else { HOST_TESTS.to_owned() };
        steps.step("tests on this machine", || test(&mut project.cargo(&suites), &extras, filter, tally))?;
        if filter.is_none() {
            steps.step("examples in documentation", || test(&mut project.cargo(DOC_TESTS), &extras, None, tally))?;
        }
    }
    let unsteady = if in_browsers {
        steps.step("tests in browsers", || browsers::run(project, &drivers, &extras, filter, tally))?
    } else {
        Vec::new()
    };
    steps.close(&[extras.missing, drivers.missing, unsteady].concat());
    Ok(())
}

/// Everything but the browser's code: the two features of the app exclude each other.
const HOST_LINTS: &str = "clippy --quiet --locked --workspace --all-targets";
const BROWSER_LINTS: &str =
    "clippy --quiet --locked -p sijian --features hydrate --lib --bins --target wasm32-unknown-unknown";

const HOST_TESTS: &str = "test --locked --workspace --lib --bins --test host --test cli";
const DOC_TESTS: &str = "test --quiet --locked --workspace --doc";

fn clippy(project: &Project, arguments: &str) -> Result<()> {
    let mut cargo = project.cargo(arguments);
    process::run(cargo.args(["--", "-D", "warnings"]), "clippy", "mend what is listed above")
}

/// Checks all crates for licences and sources, and those of the browser also for duplicates. The
/// rules are in `deny.toml`.
fn check_crates(project: &Project, deny: &Path) -> Result<()> {
    for arguments in [
        "--workspace --all-features check --allow duplicate licenses bans sources".to_owned(),
        format!(
            "--no-default-features --features hydrate --exclude content --exclude site --exclude testbed --exclude xtask \
             --exclude-dev --target {} check bans",
            rustup::WASM
        ),
    ] {
        let mut deny = project.command(deny);
        deny.arg("--locked").args(arguments.split_whitespace());
        process::run(&mut deny, "checking the crates", "use another crate, or give the reason in deny.toml")?;
    }
    Ok(())
}

fn test(cargo: &mut Command, extras: &Extras, filter: Option<&str>, tally: &Tally) -> Result<()> {
    extras.tell(cargo.args(filter));
    let show = |line: &str| {
        tally.note(line);
        println!("{line}");
    };
    if process::tee(cargo, show)?.0 { Ok(()) } else { bail!("a test failed; see above") }
}

/// Whether the filter can match a test in one of these places: it is looked for in the names of
/// modules and functions.
fn wanted(project: &Project, filter: Option<&str>, places: &[&str]) -> bool {
    let Some(filter) = filter else { return true };
    let (module, name) = filter.rsplit_once("::").unwrap_or(("", filter));
    places.iter().any(|place| names(&project.root().join(place), module.rsplit("::").next().unwrap_or(""), name))
}

fn names(path: &Path, module: &str, name: &str) -> bool {
    if let Ok(entries) = fs::read_dir(path) {
        return entries.flatten().any(|entry| names(&entry.path(), module, name));
    }
    let Some(stem) = path.file_stem().filter(|_| path.extension() == Some("rs".as_ref())) else { return false };
    let stem = stem.to_string_lossy();
    let text = fs::read_to_string(path).unwrap_or_default();
    let named = |line: &str| line.trim_start().strip_prefix("fn ").is_some_and(|function| function.contains(name));
    let in_module = module.is_empty() || stem.contains(module) || text.contains(&format!("mod {module}"));
    in_module && text.contains("#[test]") && (stem.contains(name) || text.lines().any(named))
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_filter_says_what_has_to_be_built() {
        let project = Project::find().unwrap();
        for (filter, expected) in [
            ("a_filter_says_what", [true, false]),
            ("main_states", [false, true]),
            ("theme::", [false, true]),
            ("no_such_test_anywhere_", [false, false]),
        ] {
            let found = [["xtask/src"], ["tests/browser"]].map(|places| wanted(&project, Some(filter), &places));
            assert_eq!(found, expected, "{filter}");
        }
    }
}
