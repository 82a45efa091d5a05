//! Packages from the npm registry, pinned by `xtask/npm/package-lock.json` and all installed
//! together.

use std::hash::{DefaultHasher, Hash, Hasher};
use std::path::{Path, PathBuf};
use std::process::Command;

use anyhow::{Context, Result, bail};
use testbed::find;

use crate::cache::Cache;
use crate::process;

const MANIFEST: &str = include_str!("../npm/package.json");
const LOCK: &str = include_str!("../npm/package-lock.json");

/// Installs the packages and returns their `node_modules` folder.
pub fn ensure(cache: &Cache) -> Result<PathBuf> {
    let npm = find("npm").context("npm is not installed")?;
    cache.ensure("npm", &version(LOCK), "node_modules", |folder| {
        println!("xtask: installing what xtask/npm/package.json names");
        std::fs::write(folder.join("package.json"), MANIFEST)?;
        std::fs::write(folder.join("package-lock.json"), LOCK)?;
        let mut npm = Command::new(&npm);
        npm.args(["ci", "--no-audit", "--no-fund", "--ignore-scripts", "--fetch-retries=1", "--loglevel=error"]);
        process::run(npm.current_dir(folder), "`npm ci`", "see its words above")
    })
}

/// A version number that changes with the content.
pub fn version(content: &str) -> String {
    let mut hasher = DefaultHasher::new();
    content.hash(&mut hasher);
    format!("{:016x}", hasher.finish())
}

/// Programs that make the pages smaller. A build works without them.
pub struct Smaller {
    pub wasm_opt: PathBuf,
    pub terser: PathBuf,
}

/// `None`, with a line that says why, if node or npm are missing or too old.
pub fn smaller(cache: &Cache) -> Option<Smaller> {
    let found = || {
        if !cfg!(unix) {
            bail!("npm's launchers are Unix scripts");
        }
        let modules = ensure(cache)?;
        let program = |path: &str| {
            let launcher = modules.join(path);
            let works = process::ask(Command::new(&launcher).arg("--version")).is_some();
            if works { Ok(launcher) } else { bail!("this node cannot run {}", Path::new(path).display()) }
        };
        Ok(Smaller { wasm_opt: program("binaryen/bin/wasm-opt")?, terser: program("terser/bin/terser")? })
    };
    let larger = |reason: &anyhow::Error| {
        println!("xtask: building without wasm-opt and terser, so wasm and scripts are larger: {reason:#}");
    };
    found().inspect_err(larger).ok()
}
