//! Packages from the Python registry, pinned by the files in `xtask/python/`; each list is
//! installed once.

use std::path::PathBuf;
use std::process::Command;

use anyhow::{Context, Result};
use testbed::find;

use crate::cache::Cache;
use crate::npm::version;
use crate::process;

/// A list of packages, including their dependencies.
pub struct Requirements {
    name: &'static str,
    text: &'static str,
    /// A folder that exists once they are installed.
    proof: &'static str,
}

/// Cuts fonts.
pub const FONTTOOLS: Requirements =
    Requirements { name: "fonttools", text: include_str!("../python/fonttools.txt"), proof: "fontTools" };

/// Validates data packages.
pub const FRICTIONLESS: Requirements =
    Requirements { name: "frictionless", text: include_str!("../python/frictionless.txt"), proof: "frictionless" };

/// Installs the packages and returns their folder.
pub fn ensure(cache: &Cache, wanted: &Requirements) -> Result<PathBuf> {
    let python = find("python3").context("python3 is not installed")?;
    let proof = cache.ensure(wanted.name, &version(wanted.text), wanted.proof, |folder| {
        println!("xtask: installing {}", wanted.name);
        let list = folder.join("requirements.txt");
        std::fs::write(&list, wanted.text)?;
        let mut pip = Command::new(&python);
        pip.args(["-m", "pip", "install", "--quiet", "--disable-pip-version-check", "--no-deps", "--target"]);
        pip.arg(folder).arg("--requirement").arg(list);
        process::run(&mut pip, &format!("installing {}", wanted.name), "see what pip says above")
    })?;
    Ok(proof.parent().map_or_else(PathBuf::new, PathBuf::from))
}

/// A command that runs a script of our own with them.
pub fn script(folder: &PathBuf, text: &str) -> Command {
    let mut command = Command::new("python3");
    command.env("PYTHONPATH", folder).args(["-c", text]);
    command
}

/// A command that runs one of their modules.
pub fn module(folder: &PathBuf, name: &str) -> Command {
    let mut command = Command::new("python3");
    command.env("PYTHONPATH", folder).args(["-m", name]);
    command
}
