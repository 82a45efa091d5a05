//! The checkout: where its parts are, and which version it is.

use std::env;
use std::ffi::OsStr;
use std::fs;
use std::io::{self, IsTerminal};
use std::path::{Path, PathBuf};
use std::process::Command;

use anyhow::{Context, Result};
use serde_json::Value;

use crate::process;

#[derive(Clone)]
pub struct Project {
    root: PathBuf,
    target: PathBuf,
    /// The content that programs read; without it the shipped one.
    content: Option<PathBuf>,
}

impl Project {
    /// cargo tells where this crate is at run time, so a checkout that was moved still works.
    pub fn find() -> Result<Self> {
        let compiled = || PathBuf::from(env!("CARGO_MANIFEST_DIR"));
        let xtask = env::var_os("CARGO_MANIFEST_DIR").map_or_else(compiled, PathBuf::from);
        let root = xtask.parent().unwrap_or(&xtask).to_owned();
        // Only cargo knows for sure where it builds: a variable or one of several configuration
        // files may set it.
        let mut cargo = Command::new("cargo");
        cargo.current_dir(&root).args(["metadata", "--format-version=1", "--no-deps", "--offline"]);
        let metadata = process::ask(&mut cargo).context("`cargo metadata` failed; run it and see what it says")?;
        let metadata: Value = serde_json::from_str(&metadata).context("`cargo metadata` was not understood")?;
        let target = metadata["target_directory"].as_str().context("`cargo metadata` names no target folder")?;
        Ok(Self { root, target: target.into(), content: None })
    }

    /// The same project, whose programs read this folder of content, seen from the root.
    pub fn reading(self, content: PathBuf) -> Self {
        Self { content: Some(content), ..self }
    }

    /// Where the fonts of an edition in `editions/` are, once they are cut for it.
    pub fn own_fonts(&self) -> Option<PathBuf> {
        self.content.as_ref().map(|content| self.root.join(content).join("fonts"))
    }

    /// The name of an edition in `editions/`.
    pub fn edition(&self) -> Option<&str> {
        self.content.as_ref()?.file_name()?.to_str()
    }

    pub fn root(&self) -> &Path {
        &self.root
    }

    pub fn dist(&self) -> PathBuf {
        self.root.join("dist")
    }

    /// Where cargo builds.
    pub fn target(&self) -> &Path {
        &self.target
    }

    /// A folder below `target/`, created if missing.
    pub fn scratch(&self, name: &str) -> Result<PathBuf> {
        let folder = self.target.join(name);
        fs::create_dir_all(&folder).with_context(|| folder.display().to_string())?;
        Ok(folder)
    }

    /// Where locks and the output of background programs go.
    pub fn logs(&self) -> Result<PathBuf> {
        self.scratch("xtask")
    }

    /// A program to run in the checkout. If it is cargo, or runs cargo, it is told whether to use
    /// colours, and which content to read.
    pub fn command(&self, program: impl AsRef<OsStr>) -> Command {
        let mut command = Command::new(program);
        command.current_dir(&self.root);
        if let Some(content) = &self.content {
            command.env("SIJIAN_CONTENT", content);
        }
        if env::var_os("CARGO_TERM_COLOR").is_none() {
            let shows = io::stderr().is_terminal() && env::var_os("NO_COLOR").is_none();
            command.env("CARGO_TERM_COLOR", if shows { "always" } else { "never" });
        }
        command
    }

    /// A cargo command with these arguments, separated by spaces.
    pub fn cargo(&self, arguments: &str) -> Command {
        let mut command = self.command("cargo");
        command.args(arguments.split_whitespace());
        command
    }

    /// A program of the site crate.
    pub fn site(&self, program: &str) -> Command {
        self.cargo(&format!("run --quiet --locked --package site --bin {program} --"))
    }

    /// The pre-renderer without what only a release build needs.
    pub fn quick_site(&self) -> Command {
        self.cargo("run --quiet --locked --package site --no-default-features --bin prerender --")
    }

    /// The version of a package that `Cargo.lock` pins.
    pub fn locked(&self, package: &str) -> Result<String> {
        let path = self.root.join("Cargo.lock");
        let lock = fs::read_to_string(&path).with_context(|| path.display().to_string())?;
        locked_version(&lock, package).with_context(|| format!("Cargo.lock names no version of {package}"))
    }

    /// The commit, with a hash of fixed length and no tags, so that it is the same in every clone.
    pub fn version(&self) -> Option<String> {
        let commit = process::ask(self.command("git").args(["rev-parse", "HEAD"]))?;
        let changes = process::ask(self.command("git").args(["status", "--porcelain", "--untracked-files=no"]))?;
        let dirty = if changes.is_empty() { "" } else { "-dirty" };
        Some(format!("{}{dirty}", commit.get(..12)?))
    }
}

/// cargo writes the file, so its layout is fixed: the version is on the line after the name.
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

    #[test]
    fn cargo_says_where_it_builds() {
        let project = Project::find().unwrap();
        assert!(project.root().join("Trunk.toml").is_file());
        let this = env::current_exe().unwrap();
        assert!(this.starts_with(project.target()), "{} is not in {}", this.display(), project.target().display());
    }
}
