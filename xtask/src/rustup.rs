//! What a build needs besides the bare toolchain: the wasm target, and the standard library's sources.

use std::path::PathBuf;

use anyhow::{Context, Result};

use crate::process;
use crate::project::Project;

pub const WASM: &str = "wasm32-unknown-unknown";

/// Where the toolchain in use keeps its libraries and sources.
pub fn sysroot(project: &Project) -> Result<PathBuf> {
    let asked = process::ask(project.command("rustc").args(["--print", "sysroot"]));
    asked.map(PathBuf::from).context("rustc is missing; install Rust with rustup")
}

/// Looks in the sysroot, so that a toolchain that is not from rustup works if it has the target.
pub fn ensure_target(project: &Project) -> Result<()> {
    if sysroot(project)?.join("lib/rustlib").join(WASM).is_dir() {
        return Ok(());
    }
    println!("xtask: adding the Rust target {WASM}");
    let mut rustup = project.command("rustup");
    process::run(rustup.args(["target", "add", WASM]), "`rustup target add`", "see rustup's words above")
}

/// A minimal toolchain lacks both.
pub fn ensure_components(project: &Project) -> Result<()> {
    for (component, program) in [("rustfmt", "rustfmt"), ("clippy", "clippy-driver")] {
        if process::ask(project.command(program).arg("--version")).is_none() {
            println!("xtask: adding the Rust component {component}");
            let mut rustup = project.command("rustup");
            rustup.args(["component", "add", component]);
            process::run(&mut rustup, "`rustup component add`", "see rustup's words above")?;
        }
    }
    Ok(())
}

/// Whether the standard library can be rebuilt for size. If not, a line says so, and the
/// precompiled one of the target is used.
pub fn ensure_sources(project: &Project) -> bool {
    let ready = has_sources(project) && has_crates_of_sources(project);
    if !ready {
        println!("xtask: std's sources or crates cannot be had: using std as it comes, the wasm is about 10 % larger");
    }
    ready
}

fn has_sources(project: &Project) -> bool {
    let there = || library(project).is_some_and(|library| library.is_dir());
    if !there() {
        println!("xtask: adding the Rust component rust-src");
        // `there` shows whether it failed.
        let _ = process::run(project.command("rustup").args(["component", "add", "rust-src"]), "", "");
    }
    there()
}

/// The sources depend on crates, which may not be downloaded yet when there is no network.
fn has_crates_of_sources(project: &Project) -> bool {
    let fetches = |how: &[&str]| {
        let mut cargo = project.cargo("fetch --quiet --locked --target");
        cargo.arg(WASM).args(how).arg("--manifest-path");
        // Its manifest may use unstable features.
        cargo.arg(library(project).unwrap_or_default().join("Cargo.toml")).env("RUSTC_BOOTSTRAP", "1");
        process::ask(&mut cargo).is_some()
    };
    fetches(&["--offline"]) || fetches(&[])
}

fn library(project: &Project) -> Option<PathBuf> {
    sysroot(project).ok().map(|root| root.join("lib/rustlib/src/rust/library"))
}
