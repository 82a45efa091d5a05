//! The checkout: where its parts are, and which version it is.

use std::env;
use std::ffi::OsStr;
use std::fs;
use std::io::{self, IsTerminal};
use std::path::{Path, PathBuf};
use std::process::Command;

use crate::error::Error;
use crate::process;

/// The app crate, which this program runs but never links.
pub const PACKAGE: &str = "sijian";

pub struct Project {
    root: PathBuf,
}

impl Project {
    /// cargo says at run time where this crate is, so a checkout that was moved still works.
    pub fn find() -> Self {
        let xtask =
            env::var_os("CARGO_MANIFEST_DIR").map_or_else(|| PathBuf::from(env!("CARGO_MANIFEST_DIR")), PathBuf::from);
        let root = xtask.parent().unwrap_or(&xtask).to_owned();
        Self { root }
    }

    pub fn root(&self) -> &Path {
        &self.root
    }

    pub fn dist(&self) -> PathBuf {
        self.root.join("dist")
    }

    /// Where locks and logs go; ignored by git like everything that is built.
    pub fn scratch(&self) -> Result<PathBuf, Error> {
        let folder = self.root.join("target").join("xtask");
        fs::create_dir_all(&folder).map_err(|source| Error::File { path: folder.clone(), source })?;
        Ok(folder)
    }

    /// A program that is to run in the checkout; the cargo in it, or below it, is told whether colours show.
    pub fn command(&self, program: impl AsRef<OsStr>) -> Command {
        let mut command = Command::new(program);
        command.current_dir(&self.root);
        if env::var_os("CARGO_TERM_COLOR").is_none() {
            let shows = io::stderr().is_terminal() && env::var_os("NO_COLOR").is_none();
            command.env("CARGO_TERM_COLOR", if shows { "always" } else { "never" });
        }
        command
    }

    pub fn cargo<const N: usize>(&self, arguments: [&str; N]) -> Command {
        let mut command = self.command("cargo");
        command.args(arguments);
        command
    }

    /// The version of a package that `Cargo.lock` pins.
    pub fn locked(&self, package: &'static str) -> Result<String, Error> {
        let path = self.root.join("Cargo.lock");
        let lock = fs::read_to_string(&path).map_err(|source| Error::File { path, source })?;
        locked_version(&lock, package).ok_or(Error::NotLocked { package })
    }

    /// The commit, cut at a fixed length and without tags, so that it is the same in every clone.
    pub fn version(&self) -> Option<String> {
        let commit = process::ask(self.command("git").args(["rev-parse", "HEAD"]))?;
        let changes = process::ask(self.command("git").args(["status", "--porcelain", "--untracked-files=no"]))?;
        let dirty = if changes.is_empty() { "" } else { "-dirty" };
        Some(format!("{}{dirty}", commit.get(..12)?))
    }
}

/// The file is written by cargo, so its layout is fixed: a name, and its version on the next line.
fn locked_version(lock: &str, package: &str) -> Option<String> {
    let name = format!("name = \"{package}\"");
    let mut lines = lock.lines().skip_while(|line| *line != name);
    let version = lines.nth(1)?.strip_prefix("version = \"")?;
    version.strip_suffix('"').map(str::to_owned)
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn the_locked_version_is_that_of_the_very_package() {
        let lock = "[[package]]\nname = \"wasm-bindgen-macro\"\nversion = \"9.9.9\"\n\n\
                    [[package]]\nname = \"wasm-bindgen\"\nversion = \"0.2.130\"\n";
        assert_eq!(locked_version(lock, "wasm-bindgen").as_deref(), Some("0.2.130"));
        assert_eq!(locked_version(lock, "bindgen"), None);
        assert_eq!(locked_version("", "wasm-bindgen"), None);
    }
}
