//! Packages from the Python registry, each installed once into the cache with what it needs.

use std::path::{Path, PathBuf};
use std::process::Command;

use crate::cache::Cache;
use crate::error::Error;
use crate::process;
use crate::versions;

pub struct Package {
    pub name: &'static str,
    pub version: &'static str,
    /// What must be installed beside it, though it does not ask for it.
    pub also: &'static [&'static str],
    /// The folder that is there when it is installed.
    pub proof: &'static str,
}

/// Cuts fonts.
pub const FONTTOOLS: Package =
    Package { name: "fonttools", version: versions::FONTTOOLS, also: &["brotli"], proof: "fontTools" };

/// Validates data packages.
pub const FRICTIONLESS: Package = Package {
    name: "frictionless",
    version: versions::FRICTIONLESS,
    also: &["ijson", "jsonlines"],
    proof: "frictionless",
};

/// A folder of Python packages in the tool cache.
pub struct Packages {
    pub python: PathBuf,
    pub folder: PathBuf,
}

impl Packages {
    /// A run of one of their modules.
    pub fn command(&self, module: &str) -> Command {
        let mut command = Command::new(&self.python);
        command.env("PYTHONPATH", &self.folder).args(["-m", module]);
        command
    }
}

pub fn ensure(cache: &Cache, package: &Package) -> Result<Packages, Error> {
    let python = process::find("python3")
        .ok_or_else(|| Error::Missing { program: "python3".into(), cure: "install Python 3 with pip" })?;
    let installed = || cache.installed(package.name, package.version, package.proof);
    let proof = match installed() {
        Some(proof) => proof,
        None => {
            let _lock = cache.lock()?;
            installed().map_or_else(|| install(cache, package, &python), Ok)?
        }
    };
    Ok(Packages { folder: proof.parent().map_or_else(PathBuf::new, Path::to_path_buf), python })
}

fn install(cache: &Cache, package: &Package, python: &Path) -> Result<PathBuf, Error> {
    println!("xtask: installing {} {}", package.name, package.version);
    cache.install(package.name, package.version, package.proof, |part| {
        let mut pip = Command::new(python);
        pip.args(["-m", "pip", "install", "--quiet", "--disable-pip-version-check", "--target"]).arg(part);
        pip.arg(format!("{}=={}", package.name, package.version)).args(package.also);
        process::run(&mut pip, &format!("installing {}", package.name), "see what pip says above")
    })
}
