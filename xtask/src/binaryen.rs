//! wasm-opt, which makes the wasm a little smaller and is never needed.

use std::path::{Path, PathBuf};
use std::process::Command;

use crate::cache::Cache;
use crate::npm::{self, Package};
use crate::process;
use crate::versions;

/// A program that runs wasm-opt, or `None`, said in one line, where it is not to be had.
pub fn ensure(cache: &Cache) -> Option<PathBuf> {
    find(cache)
        .inspect_err(|reason| {
            println!("xtask: building without wasm-opt, the wasm is larger: {reason}");
        })
        .ok()
}

fn find(cache: &Cache) -> Result<PathBuf, &'static str> {
    if !cfg!(unix) {
        return Err("npm's launcher is a Unix script");
    }
    if process::find("node").is_none() {
        return Err("node is not installed");
    }
    npm::ensure(cache, &BINARYEN)
}

const BINARYEN: Package = Package {
    name: "binaryen",
    version: versions::BINARYEN,
    file: "node_modules/binaryen/bin/wasm-opt",
    works: |launcher: &Path| process::ask(Command::new(launcher).arg("--version")).is_some(),
};
