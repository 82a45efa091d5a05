//! Packages from the npm registry, each installed once into the cache, and none of them ever needed.

use std::path::{Path, PathBuf};
use std::process::Command;

use crate::cache::Cache;
use crate::error::Error;
use crate::process;

pub struct Package {
    pub name: &'static str,
    pub version: &'static str,
    /// The one file of the package that is used, in the folder that npm fills.
    pub file: &'static str,
    /// Whether the file does here what it is for.
    pub works: fn(&Path) -> bool,
}

/// The path of the package's file, or a short reason why it is not to be had.
pub fn ensure(cache: &Cache, package: &Package) -> Result<PathBuf, &'static str> {
    let installed = || cache.installed(&folder(package), package.version, package.file);
    if let Some(file) = installed() {
        return Ok(file);
    }
    let npm = process::find("npm").ok_or("npm is not installed")?;
    let _lock = cache.lock().map_err(|_| "the tool cache cannot be locked")?;
    installed().map_or_else(|| install(cache, package, &npm), Ok)
}

fn install(cache: &Cache, package: &Package, npm: &Path) -> Result<PathBuf, &'static str> {
    println!("xtask: installing {} {}", package.name, package.version);
    let mut reason = "the tool cache cannot be written";
    cache
        .install(&folder(package), package.version, package.file, |folder| {
            reason = "npm cannot get it";
            let mut npm = Command::new(npm);
            npm.args(["install", "--no-audit", "--no-fund", "--ignore-scripts"]);
            npm.args(["--fetch-retries=1", "--loglevel=error", "--prefix"]);
            npm.arg(folder).arg(format!("{}@{}", package.name, package.version));
            process::run(&mut npm, reason, "")?;
            reason = "this node cannot run it";
            if (package.works)(&folder.join(package.file)) {
                Ok(())
            } else {
                Err(Error::Failed { doing: format!("trying {}", package.name), cure: "" })
            }
        })
        .map_err(|_| reason)
}

/// A scoped package's name is no folder's.
fn folder(package: &Package) -> String {
    package.name.trim_start_matches('@').replace('/', "-")
}
