//! What rustup adds to a bare toolchain: the wasm target, and the components that checks need.

use std::path::PathBuf;

use crate::error::Error;
use crate::process;
use crate::project::Project;

pub const WASM: &str = "wasm32-unknown-unknown";

/// Where the toolchain in use keeps its libraries and sources.
pub fn sysroot(project: &Project) -> Result<PathBuf, Error> {
    process::ask(project.command("rustc").args(["--print", "sysroot"]))
        .map(PathBuf::from)
        .ok_or(Error::Missing { program: "rustc".to_owned(), cure: "install Rust with rustup" })
}

/// Looks at the sysroot, so a toolchain that did not come from rustup will do if it has the target.
pub fn ensure_target(project: &Project) -> Result<(), Error> {
    let library = sysroot(project)?.join("lib").join("rustlib").join(WASM);
    if library.is_dir() {
        return Ok(());
    }
    println!("xtask: adding the Rust target {WASM}");
    process::run(
        project.command("rustup").args(["target", "add", WASM]),
        "adding the wasm target",
        "run `rustup target add wasm32-unknown-unknown` and see what it says",
    )
}

/// The standard library's sources, from which it is built smaller. Where they cannot be had, the one
/// that comes with the target does.
pub fn ensure_sources(project: &Project) -> bool {
    let there = || sysroot(project).is_ok_and(|root| root.join("lib/rustlib/src/rust/library").is_dir());
    if there() {
        return true;
    }
    println!("xtask: adding the Rust component rust-src");
    let added = process::run(project.command("rustup").args(["component", "add", "rust-src"]), "", "");
    if added.is_err() || !there() {
        println!("xtask: building with the standard library as it comes, the wasm is about 10 % larger");
    }
    there()
}

/// A minimal toolchain has neither of these.
pub fn ensure_components(project: &Project) -> Result<(), Error> {
    for (component, program) in [("rustfmt", "rustfmt"), ("clippy", "clippy-driver")] {
        if process::ask(project.command(program).arg("--version")).is_some() {
            continue;
        }
        println!("xtask: adding the Rust component {component}");
        process::run(
            project.command("rustup").args(["component", "add", component]),
            "adding a Rust component",
            "run `rustup component add rustfmt clippy` and see what it says",
        )?;
    }
    Ok(())
}
