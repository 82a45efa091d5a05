//! terser, which makes the page's script smaller and is never needed.

use std::path::{Path, PathBuf};
use std::process::Command;

use crate::cache::Cache;
use crate::npm::{self, Package};
use crate::process;
use crate::versions;

/// The program, or `None`, said in one line, where it is not to be had.
pub fn ensure(cache: &Cache) -> Option<PathBuf> {
    let found = if cfg!(unix) { npm::ensure(cache, &TERSER) } else { Err("npm's launcher is a Unix script") };
    let larger = |reason: &&str| println!("xtask: building without terser, the scripts are larger: {reason}");
    found.inspect_err(larger).ok()
}

const TERSER: Package = Package {
    name: "terser",
    version: versions::TERSER,
    file: "node_modules/terser/bin/terser",
    works: |launcher: &Path| process::ask(Command::new(launcher).arg("--version")).is_some(),
};
