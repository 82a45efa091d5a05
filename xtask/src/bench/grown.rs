//! An edition that has grown: how long its site takes to write, what it weighs, and how a phone loads it.

use std::fs;
use std::path::{Path, PathBuf};
use std::time::Instant;

use serde_json::{Value, json};

use super::metric::METRICS;
use super::profile::PHONE;
use super::visit::{self, Measures, Stay};
use super::{page, samples::Samples};
use crate::driver::Driver;
use crate::engine::Drivable;
use crate::error::Error;
use crate::process;
use crate::project::Project;
use crate::server::Server;
use crate::site::Site;
use crate::size::compressed;

const TIMES: [u32; 3] = [1, 10, 100];

pub struct Grown {
    times: u32,
    /// Of writing all pages, without compiling.
    seconds: f64,
    /// The page's bytes, and those that are sent.
    raw: u64,
    brotli: u64,
    /// None if the page did not get ready.
    load: Option<Measures>,
}

pub fn measure(project: &Project, found: &Drivable) -> Result<Vec<Grown>, Error> {
    let driver = Driver::start(project, found, None)?;
    let mut built = project.cargo(["build", "--locked", "-p", "site", "--example", "grown"]);
    process::run(&mut built, "building the writer of grown editions", "see the failure above")?;
    TIMES.iter().map(|times| one(project, &driver, *times)).collect()
}

fn one(project: &Project, driver: &Driver, times: u32) -> Result<Grown, Error> {
    println!("xtask: an edition {times} times as large");
    let folder = project.root().join("target").join("bench").join(format!("grown-{times}"));
    let told = |source| Error::File { path: folder.clone(), source };
    let _ = fs::remove_dir_all(&folder);
    fs::create_dir_all(&folder).map_err(told)?;
    for (ending, name) in [("js", "sijian.js"), ("wasm", "sijian_bg.wasm")] {
        fs::copy(bundled(&project.dist(), ending)?, folder.join(name)).map_err(told)?;
    }
    let started = Instant::now();
    let mut writer = project.command(project.root().join("target/debug/examples/grown"));
    process::run(writer.arg(times.to_string()).arg(&folder), "writing the grown site", "see the failure above")?;
    let seconds = started.elapsed().as_secs_f64();
    let [mut raw, mut brotli] = [0, 0];
    for file in files(&folder)? {
        let bytes = fs::read(&file).map_err(told)?;
        let copy = compressed(&bytes);
        if file.ends_with("index.html") {
            [raw, brotli] = [bytes.len() as u64, copy.len() as u64];
        }
        let mut path = file.into_os_string();
        path.push(".br");
        fs::write(path, copy).map_err(told)?;
    }
    let server = Server::start(Site { dist: folder, ..page::site(project) }, 0)?;
    let load = visit::make(driver, &server.address(), &PHONE, Stay::Short);
    if let Err(error) = &load {
        println!("xtask: {error}");
    }
    Ok(Grown { times, seconds, raw, brotli, load: load.ok() })
}

/// The file that Trunk built, under the name that the pages gave it.
fn bundled(dist: &Path, ending: &str) -> Result<PathBuf, Error> {
    let mut files = files(dist)?.into_iter();
    let file = files.find(|path| {
        let name = path.file_name().unwrap_or_default().to_string_lossy();
        name.starts_with("app-") && path.extension().is_some_and(|other| other == ending)
    });
    file.ok_or(Error::Failed { doing: format!("finding app-*.{ending}"), cure: "run it without --no-build" })
}

/// What the page of a site needs: it, scripts and wasm.
fn files(folder: &Path) -> Result<Vec<PathBuf>, Error> {
    let entries = fs::read_dir(folder).map_err(|source| Error::File { path: folder.to_owned(), source })?;
    let files = entries.filter_map(|entry| Some(entry.ok()?.path()));
    let needed = |path: &PathBuf| {
        path.ends_with("index.html") || path.extension().is_some_and(|ending| ending == "js" || ending == "wasm")
    };
    Ok(files.filter(needed).collect())
}

impl Grown {
    pub fn to_json(&self) -> Value {
        json!({
            "times": self.times, "write_s": self.seconds, "html_bytes": self.raw,
            "html_brotli_bytes": self.brotli, "load": self.load,
        })
    }
}

pub fn print(grown: &[Grown]) {
    println!("\n== an edition that has grown, {}", PHONE.described());
    let heads: String = grown.iter().map(|grown| format!("{:>12}", format!("× {}", grown.times))).collect();
    println!("{:<28}{heads}", "");
    let line = |label: &str, value: &dyn Fn(&Grown) -> String| {
        let values: String = grown.iter().map(|grown| format!("{:>12}", value(grown))).collect();
        println!("{label:<28}{values}");
    };
    line("all pages written, s", &|grown| format!("{:.1}", grown.seconds));
    line("html raw, KB", &|grown| format!("{:.0}", grown.raw as f64 / 1024.0));
    line("html brotli, KB", &|grown| format!("{:.0}", grown.brotli as f64 / 1024.0));
    for metric in METRICS {
        let samples = |grown: &Grown| Samples::of(grown.load.as_ref().and_then(|load| load.get(metric.key)).copied());
        if grown.iter().any(|grown| samples(grown).len() > 0) {
            line(&metric.label(), &|grown| {
                samples(grown).median().map_or("—".to_owned(), |value| metric.shown(value))
            });
        }
    }
}
