//! What the crates that we use are like: their licences, where they come from, and which of them readers get twice.
//!
//! The rules are in `deny.toml`.

use std::path::{Path, PathBuf};

use crate::cache::Cache;
use crate::error::Error;
use crate::process;
use crate::project::Project;
use crate::tools::{self, Tool};

/// The program that checks them, or a sentence that says why nothing is checked.
pub fn ensure(cache: &Cache) -> Result<PathBuf, String> {
    let found = tools::ensure(cache, &[Tool::cargo_deny()]);
    found.map(|mut paths| paths.remove(0)).map_err(|error| format!("the crates are not checked: {error}"))
}

/// Everything for its licence and its source; what the browser gets for duplicates too.
pub fn check(project: &Project, program: &Path) -> Result<(), Error> {
    for arguments in [&EVERYTHING[..], &SHIPPED] {
        let mut deny = project.command(program);
        deny.arg("--locked").args(arguments);
        process::run(
            &mut deny,
            "checking the crates",
            "use another crate or version, or give the reason in deny.toml",
        )?;
    }
    Ok(())
}

const EVERYTHING: [&str; 7] = ["--all-features", "check", "--allow", "duplicate", "licenses", "bans", "sources"];

const SHIPPED: [&str; 10] = [
    "--no-default-features",
    "--features",
    "hydrate",
    "--exclude",
    "xtask",
    "--exclude-dev",
    "--target",
    crate::rustup::WASM,
    "check",
    "bans",
];
