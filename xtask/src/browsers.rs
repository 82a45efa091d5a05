//! Runs the browser tests: one process for each engine, each with its own server and driver.

use std::collections::BTreeMap;
use std::fs;
use std::path::{Path, PathBuf};
use std::process::Command;
use std::thread;

use anyhow::{Context, Result, anyhow, bail};
use serde_json::Value;
use testbed::{Driver, Engine, Server, Site, find};

use crate::build;
use crate::cache::Cache;
use crate::extras::Extras;
use crate::process;
use crate::project::Project;
use crate::tally::Tally;
use crate::tools::Tool;

/// The engines that this machine can drive.
#[derive(Default)]
pub struct Drivers {
    found: Vec<(Engine, PathBuf)>,
    /// A sentence for each engine that cannot be driven.
    pub missing: Vec<String>,
}

impl Drivers {
    /// Looks for these engines, or for all if none is named. Installs geckodriver if Firefox is
    /// there without it.
    pub fn find(cache: &Cache, wanted: &[Engine]) -> Result<Self> {
        let mut drivers = Self::default();
        for engine in Engine::ALL {
            if !wanted.is_empty() && !wanted.contains(&engine) {
                continue;
            }
            if engine == Engine::Firefox && engine.browser().is_some() && find("geckodriver").is_none() {
                drivers.found.push((engine, Tool::geckodriver().ensure(cache)?));
                continue;
            }
            match engine.driver() {
                Ok(driver) => drivers.found.push((engine, driver)),
                Err(lack) => drivers.missing.push(format!("not run: {}, as {lack}", engine.name())),
            }
        }
        if drivers.found.is_empty() {
            bail!("there is no browser to test in; install Chromium with chromedriver, Firefox, or WebKitGTK's driver");
        }
        Ok(drivers)
    }
}

/// Chromium's driver, which must be there.
pub fn chromium() -> Result<PathBuf> {
    Engine::Chromium.driver().map_err(|lack| anyhow!("{lack}; install Chromium with chromedriver"))
}

/// How many of the slowest cases are listed.
const SLOWEST: usize = 10;

/// How many cases run at the same time: the other drivers have one session each, and Chromium has the most cases.
const fn abreast(engine: Engine) -> usize {
    match engine {
        Engine::Chromium => 2,
        Engine::Firefox | Engine::WebKit => 1,
    }
}

/// How many cases of an engine may fail and be run again.
const FEW: usize = 5;

/// Runs Chromium's cases, then those of the other engines side by side. The few cases that fail then, perhaps because a browser stalled on
/// a busy machine, are run once more, alone: only what fails again has failed. Returns a sentence
/// about each case that did not.
pub fn run(
    project: &Project,
    drivers: &Drivers,
    extras: &Extras,
    filter: Option<&str>,
    tally: &Tally,
) -> Result<Vec<String>> {
    let program = compile(project)?;
    let logs = project.logs()?;
    let tests = |arguments: &[&str]| {
        let mut tests = project.command(&program);
        // cargo would start them in this folder.
        tests.current_dir(project.root().join("crates/site")).args(arguments);
        extras.tell(&mut tests);
        tests
    };
    let start = |(engine, driver): &(Engine, PathBuf), abreast: usize, arguments: &[&str]| {
        let mut tests = tests(arguments);
        tests.arg(format!("--test-threads={abreast}"));
        in_engine(project, *engine, driver, tests, &logs)
    };
    let filter = Vec::from_iter(filter);
    // Always two cases at a time: more would stall on two cores.
    let rounds = drivers.found.chunk_by(|(one, _), (next, _)| abreast(*one) + abreast(*next) <= 2);
    let outcomes: Vec<Result<Vec<Case>>> = rounds
        .flat_map(|round| {
            thread::scope(|scope| {
                let running = round.iter().map(|found| scope.spawn(|| start(found, abreast(found.0), &filter)));
                let running: Vec<_> = running.collect();
                let ended = running.into_iter().map(|ended| ended.join().unwrap_or_else(|_| bail!("xtask panicked")));
                ended.collect::<Vec<_>>()
            })
        })
        .collect();
    let (mut cases, mut unsteady) = (Vec::new(), Vec::new());
    for (found, outcome) in drivers.found.iter().zip(outcomes) {
        let (passed, failed): (Vec<Case>, Vec<Case>) = outcome?.into_iter().partition(|case| case.passed);
        cases.extend(passed);
        if failed.is_empty() || failed.len() > FEW || drivers.found.len() == 1 {
            cases.extend(failed);
            continue;
        }
        let names: Vec<&str> = failed.iter().map(|case| case.name.as_str()).collect();
        println!("xtask: run again in {}, alone: {}", found.0.name(), names.join(", "));
        let again = start(found, 1, &[&names[..], &["--exact"]].concat())?;
        unsteady.extend(
            again.iter().filter(|case| case.passed).map(|case| {
                format!("passed only when it was run again, alone: {} in {}", case.name, case.engine.name())
            }),
        );
        cases.extend(again);
    }
    cases.iter().for_each(|case| if case.passed { tally.pass() } else { tally.fail() });
    print_slowest(&mut cases);
    let failed: Vec<String> = cases
        .iter()
        .filter(|case| !case.passed)
        .map(|case| format!("{} in {}", case.name, case.engine.name()))
        .collect();
    if !failed.is_empty() {
        bail!("{} failed; the browsers' own words are in {}", failed.join(", "), logs.display());
    }
    Ok(unsteady)
}

/// One test in one engine.
struct Case {
    engine: Engine,
    name: String,
    seconds: f64,
    passed: bool,
}

/// The server and the driver end with this function, whatever happens.
fn in_engine(project: &Project, engine: Engine, driver: &Path, mut tests: Command, logs: &Path) -> Result<Vec<Case>> {
    let name = engine.name();
    let server = Server::start(Site::tested(project.root(), &build::test_editions(project)?))?;
    let driver = Driver::start(engine, driver, logs)?;
    let journal = logs.join(format!("{name}.cases"));
    fs::write(&journal, "")?;
    tests.env("SIJIAN_ENGINE", name).env("SIJIAN_DRIVER", driver.address());
    tests.env("SIJIAN_BASE_URL", server.address()).env("SIJIAN_CASES", &journal);
    let (succeeded, _) = process::tee(&mut tests, |line| println!("[{name}] {line}"))?;
    let text = fs::read_to_string(&journal)?;
    let cases: Vec<Case> = text.lines().filter_map(|line| case(engine, line)).collect();
    if !succeeded && cases.iter().all(|case| case.passed) {
        bail!("the tests in {name} ended with a failure that is none of a case; see above");
    }
    Ok(cases)
}

/// The tests write one line for each case: its outcome, seconds and name.
fn case(engine: Engine, line: &str) -> Option<Case> {
    let mut words = line.splitn(3, ' ');
    let (outcome, seconds, name) = (words.next()?, words.next()?.parse().ok()?, words.next()?.to_owned());
    Some(Case { engine, name, seconds, passed: outcome == "ok" })
}

fn print_slowest(cases: &mut [Case]) {
    cases.sort_by(|a, b| b.seconds.total_cmp(&a.seconds));
    let mut sums: BTreeMap<&str, (usize, f64)> = BTreeMap::new();
    for case in cases.iter() {
        let (count, sum) = sums.entry(case.engine.name()).or_default();
        (*count, *sum) = (*count + 1, *sum + case.seconds);
    }
    for (engine, (count, sum)) in sums {
        println!("xtask: {engine} took {sum:.0} s for {count} tests");
    }
    println!("xtask: the slowest tests:");
    for case in cases.iter().take(SLOWEST) {
        println!("{:>8.1} s  {} in {}", case.seconds, case.name, case.engine.name());
    }
}

/// Compiles the browser tests and returns the program.
fn compile(project: &Project) -> Result<PathBuf> {
    let mut cargo =
        project.cargo("test --locked -p site --test browser --no-run --message-format=json-render-diagnostics");
    let output = cargo.stderr(std::process::Stdio::inherit()).output().context("cargo could not be started")?;
    let messages = String::from_utf8_lossy(&output.stdout);
    let messages = messages.lines().filter_map(|line| serde_json::from_str::<Value>(line).ok());
    // The crate's own binaries are compiled too.
    let tests = messages.filter(|message| message["profile"]["test"] == true);
    let mut programs = tests.filter_map(|message| message["executable"].as_str().map(PathBuf::from));
    programs.next_back().filter(|_| output.status.success()).context("the browser tests do not compile; see above")
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn cases_are_read_from_their_lines() {
        let read = case(Engine::WebKit, "ok 1.25 theme::dark").unwrap();
        assert_eq!((read.name.as_str(), read.seconds, read.passed), ("theme::dark", 1.25, true));
        assert!(!case(Engine::WebKit, "failed 9 theme::dark").unwrap().passed);
        assert!(case(Engine::WebKit, "half a").is_none());
    }
}
