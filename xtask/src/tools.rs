//! Tools that are Rust programs: taken from PATH if the version is right, otherwise installed once into the cache.

use std::path::PathBuf;
use std::process::Command;

use anyhow::Result;
use testbed::find;

use crate::cache::Cache;
use crate::process;
use crate::project::Project;

pub struct Tool {
    package: &'static str,
    program: &'static str,
    version: String,
    /// How long installing takes on two cores, to tell the user.
    minutes: u32,
    /// Extra arguments for `cargo install`.
    arguments: &'static [&'static str],
}

impl Tool {
    /// Version 0.22 needs a newer Rust than ours. Built without its update check, and with the TLS
    /// library that needs no system library.
    pub fn trunk() -> Self {
        let arguments = &["--locked", "--no-default-features", "--features", "rustls"];
        Self { package: "trunk", program: "trunk", version: "0.21.14".to_owned(), minutes: 3, arguments }
    }

    /// Must have the same version as the library. Not `--locked`, since its lock file can name a
    /// release that a registry mirror does not have yet.
    pub fn wasm_bindgen(project: &Project) -> Result<Self> {
        let version = project.locked("wasm-bindgen")?;
        Ok(Self { package: "wasm-bindgen-cli", program: "wasm-bindgen", version, minutes: 2, arguments: &[] })
    }

    pub fn geckodriver() -> Self {
        let version = "0.37.1".to_owned();
        Self { package: "geckodriver", program: "geckodriver", version, minutes: 2, arguments: &["--locked"] }
    }

    /// Built without the advisory database, which is not in a package registry.
    pub fn cargo_deny() -> Self {
        let arguments = &["--locked", "--no-default-features"];
        Self { package: "cargo-deny", program: "cargo-deny", version: "0.19.0".to_owned(), minutes: 2, arguments }
    }

    /// The program's path; installs it if it is missing.
    pub fn ensure(&self, cache: &Cache) -> Result<PathBuf> {
        if let Some(path) = find(self.program).filter(|path| self.is_version_of(path)) {
            return Ok(path);
        }
        let proof = format!("bin/{}{}", self.program, std::env::consts::EXE_SUFFIX);
        cache.ensure(self.program, &self.version, &proof, |folder| {
            let Self { package, version, minutes, .. } = self;
            println!("xtask: installing {package} {version}: first time only, about {minutes} minutes");
            if self.download(folder) {
                return Ok(());
            }
            let installed = self.compile(cache, folder);
            cache.tidy();
            installed
        })
    }

    fn is_version_of(&self, program: &PathBuf) -> bool {
        let told = process::ask(Command::new(program).arg("--version")).unwrap_or_default();
        told.split_whitespace().any(|word| word == self.version)
    }

    /// Downloads a prebuilt program with `cargo binstall`, if that is installed.
    fn download(&self, folder: &std::path::Path) -> bool {
        if find("cargo-binstall").is_none() {
            return false;
        }
        let mut cargo = Command::new("cargo");
        cargo.args(["binstall", "--no-confirm", "--disable-strategies", "compile", "--version", &self.version]);
        process::run(cargo.arg("--root").arg(folder).arg(self.package), "cargo binstall", "").is_ok()
    }

    fn compile(&self, cache: &Cache, folder: &std::path::Path) -> Result<()> {
        let mut cargo = Command::new("cargo");
        // Run outside the checkout, whose cargo settings are only for the pages.
        cargo.current_dir(folder);
        cargo.args(["install", self.package, "--version", &self.version]).args(self.arguments);
        cargo.arg("--root").arg(folder).arg("--target-dir").arg(cache.builds());
        // Optimised for compile time: these tools run for seconds, and only while building.
        for setting in ["opt-level=0", "lto=false", "codegen-units=16", "debug=false"] {
            cargo.arg("--config").arg(format!("profile.release.{setting}"));
        }
        let doing = format!("installing {} {}", self.package, self.version);
        process::run(&mut cargo, &doing, "see cargo's words above, check the network, and start again")
    }
}
