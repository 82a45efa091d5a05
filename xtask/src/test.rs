//! Every check and test, one step after another, up to the first that fails.

use std::path::{Path, PathBuf};
use std::process::Command;

use clap::Args;

use crate::cache::Cache;
use crate::engine::Engines;
use crate::error::Error;
use crate::process;
use crate::process_group;
use crate::project::{PACKAGE, Project};
use crate::python::Packages;
use crate::rustup;
use crate::steps::Steps;
use crate::toolchain::Toolchain;
use crate::{apt, axe, browsers, build, dependencies, frictionless, hosts, servers, suites};

#[derive(Args)]
pub struct Arguments {
    /// Only tests whose name has this in it, and neither formatting nor clippy
    filter: Option<String>,
}

pub fn run(project: &Project, arguments: &Arguments) -> Result<(), Error> {
    process_group::end_all_on_interrupt()?;
    let filter = arguments.filter.as_deref();
    let mut steps = Steps::start();

    let Setup { toolchain, engines, rules, hosts, validator, deny, servers } =
        steps.step("set-up", || set_up(project))?;
    if filter.is_none() {
        for (name, arguments) in LINTS {
            steps.step(name, || lint(project, name, arguments))?;
        }
        if let Ok(deny) = &deny {
            steps.step("licences, sources and duplicates of crates", || dependencies::check(project, deny))?;
        }
    }
    steps.step("release build", || build::release(project, &toolchain))?;
    steps.step("tests of xtask", || test(project, &["-p", "xtask"], filter))?;
    steps.step("tests of the app", || test_app(project, validator.as_ref().ok(), servers.as_deref().ok(), filter))?;
    steps.step("tests in browsers", || {
        browsers::run(project, &engines, rules.as_deref().ok(), hosts.as_ref().ok(), filter)
    })?;
    let missing = [rules.err(), hosts.err(), validator.err(), deny.err(), servers.err()];
    let left_out: Vec<String> = engines.left_out.into_iter().chain(missing.into_iter().flatten()).collect();
    steps.close(&left_out);
    Ok(())
}

/// The app is linted once for the host and once for the browser: its two features exclude each other.
const LINTS: [(&str, &[&str]); 4] = [
    ("formatting", &["fmt", "--all", "--check"]),
    (
        "clippy for the app on the host",
        &[
            "clippy",
            "--locked",
            "-p",
            "site",
            "-p",
            "sijian",
            "-p",
            "figure",
            "-p",
            "content",
            "-p",
            "model",
            "-p",
            "wire",
            "--all-targets",
            "--",
            "-D",
            "warnings",
        ],
    ),
    ("clippy for xtask", &["clippy", "--locked", "-p", "xtask", "--all-targets", "--", "-D", "warnings"]),
    (
        "clippy for the app in the browser",
        &[
            "clippy",
            "--locked",
            "-p",
            PACKAGE,
            "--features",
            "hydrate,bench",
            "--lib",
            "--bin",
            PACKAGE,
            "--target",
            rustup::WASM,
            "--",
            "-D",
            "warnings",
        ],
    ),
];

struct Setup {
    toolchain: Toolchain,
    engines: Engines,
    /// axe-core's script, or why there is none.
    rules: Result<PathBuf, String>,
    /// The scripts of hosts' libraries, or why there are none.
    hosts: Result<[PathBuf; 3], String>,
    /// The validator of data packages, likewise.
    validator: Result<Packages, String>,
    /// cargo-deny, likewise.
    deny: Result<PathBuf, String>,
    /// The folder of the web servers, likewise.
    servers: Result<PathBuf, String>,
}

fn set_up(project: &Project) -> Result<Setup, Error> {
    rustup::ensure_components(project)?;
    apt::ensure()?;
    let cache = Cache::open()?;
    let toolchain = Toolchain::ensure(project, &cache)?;
    let engines = Engines::find(&cache)?;
    let (rules, hosts) = (axe::ensure(&cache), hosts::ensure(&cache));
    let validator = frictionless::ensure(&cache);
    let (deny, servers) = (dependencies::ensure(&cache), servers::ensure(&cache));
    for found in &engines.drivable {
        println!("xtask: {} will be run", found.engine.name());
    }
    let missing = [rules.as_ref().err(), hosts.as_ref().err(), validator.as_ref().err()];
    let missing = missing.into_iter().chain([deny.as_ref().err(), servers.as_ref().err()]);
    for reason in engines.left_out.iter().chain(missing.flatten()) {
        println!("xtask: {reason}");
    }
    Ok(Setup { toolchain, engines, rules, hosts, validator, deny, servers })
}

fn lint(project: &Project, name: &str, arguments: &[&str]) -> Result<(), Error> {
    let cure = match arguments {
        ["fmt", ..] => "run `cargo fmt --all`",
        _ => "mend what is listed above",
    };
    process::run(project.command("cargo").args(arguments), name, cure)
}

/// Documentation is named apart because naming any suite leaves it out.
fn test_app(
    project: &Project,
    validator: Option<&Packages>,
    servers: Option<&Path>,
    filter: Option<&str>,
) -> Result<(), Error> {
    let app = ["-p", "site"];
    let suites = suites::without_browser(project)?;
    let mut named = vec!["--lib", "--bins"];
    for suite in &suites {
        named.extend(["--test", suite]);
    }
    let mut cargo = project.cargo(["test", "--locked"]);
    if let Some(validator) = validator {
        cargo.env(frictionless::VARIABLE, &validator.folder);
    }
    match servers {
        Some(folder) => cargo.env(servers::VARIABLE, folder),
        None => cargo.env_remove(servers::VARIABLE),
    };
    run_tests(&mut cargo, &[&app[..], &named].concat(), filter)?;
    test(project, &[&app[..], &["--doc"]].concat(), filter)
}

fn test(project: &Project, what: &[&str], filter: Option<&str>) -> Result<(), Error> {
    run_tests(&mut project.cargo(["test", "--locked"]), what, filter)
}

fn run_tests(cargo: &mut Command, what: &[&str], filter: Option<&str>) -> Result<(), Error> {
    cargo.args(what).args(filter);
    process::run(cargo, &format!("cargo test {}", what.join(" ")), "see the failures above")
}
