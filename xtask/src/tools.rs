//! Tools that cargo installs, each compiled once into the cache.

use std::path::PathBuf;
use std::process::Command;

use crate::cache::Cache;
use crate::error::Error;
use crate::process;
use crate::versions;

pub struct Tool {
    package: &'static str,
    program: &'static str,
    version: String,
    /// On two cores, for the line that asks for patience.
    minutes: u32,
    arguments: &'static [&'static str],
}

impl Tool {
    /// Without its update check, and with the TLS that needs no system library.
    pub fn trunk() -> Self {
        Self {
            package: "trunk",
            program: "trunk",
            version: versions::TRUNK.to_owned(),
            minutes: 3,
            arguments: &["--locked", "--no-default-features", "--features", "rustls"],
        }
    }

    /// Not `--locked`: its own lock file can name a release that a registry mirror does not have yet.
    pub fn wasm_bindgen(version: String) -> Self {
        Self { package: "wasm-bindgen-cli", program: "wasm-bindgen", version, minutes: 2, arguments: &[] }
    }

    pub fn geckodriver() -> Self {
        Self {
            package: "geckodriver",
            program: "geckodriver",
            version: versions::GECKODRIVER.to_owned(),
            minutes: 2,
            arguments: &["--locked"],
        }
    }

    /// Without the database of advisories, which is no package registry.
    pub fn cargo_deny() -> Self {
        Self {
            package: "cargo-deny",
            program: "cargo-deny",
            version: versions::CARGO_DENY.to_owned(),
            minutes: 2,
            arguments: &["--locked", "--no-default-features"],
        }
    }

    fn proof(&self) -> String {
        format!("bin/{}{}", self.program, std::env::consts::EXE_SUFFIX)
    }

    fn installed(&self, cache: &Cache) -> Option<PathBuf> {
        cache.installed(self.program, &self.version, &self.proof())
    }
}

/// Installs the tools that are missing and gives the path of each, in the order asked for.
pub fn ensure(cache: &Cache, tools: &[Tool]) -> Result<Vec<PathBuf>, Error> {
    let installed: Option<Vec<_>> = tools.iter().map(|tool| tool.installed(cache)).collect();
    if let Some(paths) = installed {
        return Ok(paths);
    }
    let _lock = cache.lock()?;
    let paths = tools
        .iter()
        .map(|tool| tool.installed(cache).map_or_else(|| install(cache, tool), Ok))
        .collect::<Result<Vec<_>, _>>();
    if paths.is_ok() {
        cache.tidy();
    }
    paths
}

/// Quick to compile rather than quick to run: these tools work for seconds, and only while building.
const FAST: [&str; 3] =
    ["profile.release.opt-level=0", "profile.release.lto=false", "profile.release.codegen-units=16"];

fn install(cache: &Cache, tool: &Tool) -> Result<PathBuf, Error> {
    println!("xtask: installing {} {}: first time only, about {} minutes", tool.package, tool.version, tool.minutes);
    cache.install(tool.program, &tool.version, &tool.proof(), |folder| {
        let mut cargo = Command::new("cargo");
        // From outside the checkout, whose cargo settings are for the pages alone.
        cargo.current_dir(folder);
        cargo.args(["install", tool.package, "--version", &tool.version]);
        cargo.args(tool.arguments);
        cargo.arg("--root").arg(folder);
        cargo.arg("--target-dir").arg(cache.workshop());
        for setting in FAST {
            cargo.args(["--config", setting]);
        }
        process::run(
            &mut cargo,
            &format!("installing {} {}", tool.package, tool.version),
            "see cargo's words above, check the network, and start again",
        )
    })
}
