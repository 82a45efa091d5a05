//! The browser suite: a server that can fail on purpose, a driver for each engine, and the tests against them.

use std::path::{Path, PathBuf};

use crate::axe;
use crate::display::Display;
use crate::driver::Driver;
use crate::engine::{Engine, Engines};
use crate::error::Error;
use crate::hosts;
use crate::process_group::Group;
use crate::project::Project;
use crate::server::Server;
use crate::site::Site;
use crate::suites::BROWSER;

/// Whatever happens, the drivers and the server end with this. `rules` is axe-core's script, `hosts` are those of
/// hosts' libraries.
pub fn run(
    project: &Project,
    engines: &Engines,
    rules: Option<&Path>,
    hosts: Option<&[PathBuf; 3]>,
    filter: Option<&str>,
) -> Result<(), Error> {
    let site = Site {
        dist: project.dist(),
        examples: project.root().join("examples"),
        hosts: project.root().join("tests/hosts"),
        faults: true,
    };
    let server = Server::start(site, 0)?;
    let display = engines
        .drivable
        .iter()
        .any(|found| found.engine.needs_display())
        .then(|| Display::open(project))
        .transpose()?;

    let mut tests = project.cargo(["test", "--locked", "-p", "site"]);
    tests.args(["--test", BROWSER]).args(filter);
    tests.args(["--", "--test-threads=1"]);
    tests.env("SIJIAN_BASE_URL", server.address());
    for engine in [Engine::Chromium, Engine::Firefox, Engine::WebKit] {
        tests.env_remove(engine.variable());
    }
    match rules {
        Some(script) => tests.env(axe::VARIABLE, script),
        None => tests.env_remove(axe::VARIABLE),
    };
    for (i, variable) in hosts::VARIABLES.into_iter().enumerate() {
        match hosts {
            Some(scripts) => tests.env(variable, &scripts[i]),
            None => tests.env_remove(variable),
        };
    }
    // Named, for they must live until the tests are over.
    let mut drivers = Vec::new();
    for found in &engines.drivable {
        let display = display.as_ref().filter(|_| found.engine.needs_display());
        let driver = Driver::start(project, found, display)?;
        tests.env(found.engine.variable(), driver.address());
        drivers.push(driver);
    }
    // A group too, so that Ctrl-C ends the tests and with them this function, which then tidies up.
    if Group::start(&mut tests)?.succeeds() {
        Ok(())
    } else {
        Err(Error::Failed {
            doing: "a test in a browser".to_owned(),
            cure: "see the failures above; the drivers' words are in target/xtask/",
        })
    }
}
