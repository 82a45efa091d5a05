//! wasm-opt, which makes the wasm a little smaller and is never needed.

use std::path::PathBuf;
use std::process::{Command, Stdio};

use crate::cache::Cache;
use crate::process;
use crate::versions;

/// A program that runs wasm-opt, or `None`, said in one line, where it is not to be had.
pub fn ensure(cache: &Cache) -> Option<PathBuf> {
    let found = installed(cache).map_or_else(|| install(cache), Ok);
    found
        .inspect_err(|reason| {
            println!("xtask: building without wasm-opt, the wasm is about 3 % larger: {reason}");
        })
        .ok()
}

const LAUNCHER: &str = "node_modules/binaryen/bin/wasm-opt";

fn installed(cache: &Cache) -> Option<PathBuf> {
    cache.installed("binaryen", versions::BINARYEN, LAUNCHER)
}

fn install(cache: &Cache) -> Result<PathBuf, &'static str> {
    if !cfg!(unix) {
        return Err("npm's launcher is a Unix script");
    }
    if process::find("node").is_none() {
        return Err("node is not installed");
    }
    let npm = process::find("npm").ok_or("npm is not installed")?;
    let _lock = cache.lock().map_err(|_| "the tool cache cannot be locked")?;
    if let Some(launcher) = installed(cache) {
        return Ok(launcher);
    }
    println!("xtask: installing wasm-opt (binaryen {})", versions::BINARYEN);
    let package = format!("binaryen@{}", versions::BINARYEN);
    let mut reason = "the tool cache cannot be written";
    cache
        .install("binaryen", versions::BINARYEN, LAUNCHER, |folder| {
            reason = "npm cannot get it";
            let mut npm = Command::new(&npm);
            npm.args(["install", "--no-audit", "--no-fund", "--ignore-scripts"]);
            npm.args(["--fetch-retries=1", "--loglevel=error", "--prefix"]);
            npm.arg(folder).arg(&package);
            process::run(&mut npm, reason, "")?;
            reason = "this node cannot run it";
            let mut launcher = Command::new(folder.join(LAUNCHER));
            process::run(launcher.arg("--version").stdout(Stdio::null()), reason, "")
        })
        .map_err(|_| reason)
}
