//! The release build of the pages into `dist/`, through Trunk.
//!
//! Trunk works in `dist/.stage` and moves it into place at the end, so a failure leaves the last good pages alone.

use std::env;
use std::fs;
use std::path::PathBuf;
use std::time::Instant;

use crate::cache::{Cache, Lock};
use crate::error::Error;
use crate::process;
use crate::project::Project;
use crate::reproducible;
use crate::steps::spoken;
use crate::toolchain::Toolchain;

pub fn run(project: &Project) -> Result<(), Error> {
    let started = Instant::now();
    let toolchain = Toolchain::ensure(project, &Cache::open()?)?;
    release(project, &toolchain)?;
    println!("xtask: built dist/ in {}", spoken(started.elapsed()));
    Ok(())
}

/// With compressed copies beside the files.
pub fn release(project: &Project, toolchain: &Toolchain) -> Result<(), Error> {
    trunk(project, toolchain, Copies::Written, &[], &[])
}

/// The same pages without the copies, which take seconds: for somebody who waits to see a change.
pub fn draft(project: &Project, toolchain: &Toolchain) -> Result<(), Error> {
    trunk(project, toolchain, Copies::LeftOut, &[], &[])
}

/// The same pages with a hook that measures drawings, into a folder of their own.
pub fn bench(project: &Project, toolchain: &Toolchain) -> Result<PathBuf, Error> {
    let dist = folder(project, "bench-dist")?;
    let arguments = ["--dist", "target/bench-dist", "--features", "hydrate,bench"];
    trunk(project, toolchain, Copies::Written, &arguments, &[])?;
    Ok(dist)
}

/// The same pages with the functions' names in the wasm, into a folder of their own.
pub fn named(project: &Project, toolchain: &Toolchain) -> Result<PathBuf, Error> {
    let dist = named_folder(project)?;
    let arguments = ["--dist", "target/named-dist"];
    trunk(project, toolchain, Copies::LeftOut, &arguments, &[("SIJIAN_WASM_NAMES", "1")])?;
    Ok(dist)
}

/// Where [`named`] leaves them.
pub fn named_folder(project: &Project) -> Result<PathBuf, Error> {
    folder(project, "named-dist")
}

/// Trunk must find the folder.
fn folder(project: &Project, name: &str) -> Result<PathBuf, Error> {
    let dist = project.root().join("target").join(name);
    fs::create_dir_all(&dist).map_err(|source| Error::File { path: dist.clone(), source })?;
    Ok(dist)
}

#[derive(PartialEq)]
enum Copies {
    Written,
    LeftOut,
}

<<<<<<< HEAD
/// What the splitter finds the parts by; also in .cargo/config.toml, for a Trunk that is run by hand.
const PARTS: &str = "-Clink-arg=--emit-relocs";

/// A standard library for size, which no stable cargo builds unless it is told so. Trunk's hook takes
/// these back: they are for the wasm alone.
const SMALL_STANDARD_LIBRARY: [(&str, &str); 3] = [
    ("RUSTC_BOOTSTRAP", "1"),
    ("CARGO_UNSTABLE_BUILD_STD", "std,panic_abort"),
    ("CARGO_UNSTABLE_BUILD_STD_FEATURES", "optimize_for_size"),
];

/// A panic stops the page's script without a word: the words, and the code that writes them, would be
/// a tenth of it. The page's loader says which version it was.
const SHORT_PANICS: &str = "-Zunstable-options -Cpanic=immediate-abort";

fn trunk(project: &Project, toolchain: &Toolchain, copies: Copies, arguments: &[&str]) -> Result<(), Error> {
=======
fn trunk(
    project: &Project,
    toolchain: &Toolchain,
    copies: Copies,
    arguments: &[&str],
    variables: &[(&str, &str)],
) -> Result<(), Error> {
>>>>>>> bench
    // Two Trunks at once would empty each other's stage.
    let _lock = Lock::take(&project.scratch()?.join("build.lock"))?;

    let mut trunk = project.command("trunk");
    trunk.args(["build", "--release", "--locked"]).args(arguments);
    process::prefer(&mut trunk, &toolchain.folders)?;
    let mut flags = vec![reproducible::flags(project)?, PARTS.to_owned()];
    if toolchain.sources {
        trunk.envs(SMALL_STANDARD_LIBRARY);
        flags.push(SHORT_PANICS.to_owned());
    }
    trunk.env(reproducible::VARIABLE, flags.join(" "));
    for variable in reproducible::OVERRIDING {
        trunk.env_remove(variable);
    }
    trunk.envs(variables.iter().copied());
    trunk.env("TRUNK_SKIP_VERSION_CHECK", "true");
    // Where panics are to show their stack, Trunk would bury a problem in the content under its own.
    trunk.env("RUST_LIB_BACKTRACE", "0");
    // Trunk reads this as a boolean and refuses the customary `1`.
    if env::var_os("NO_COLOR").is_some() {
        trunk.env("NO_COLOR", "true");
    }
    match &toolchain.wasm_opt {
        Some(launcher) => trunk.env("SIJIAN_WASM_OPT", launcher),
        None => trunk.env_remove("SIJIAN_WASM_OPT"),
    };
    match copies {
        Copies::Written => trunk.env("SIJIAN_COMPRESS", "1"),
        Copies::LeftOut => trunk.env_remove("SIJIAN_COMPRESS"),
    };
    match &toolchain.terser {
        Some(launcher) => trunk.env("SIJIAN_TERSER", launcher),
        None => trunk.env_remove("SIJIAN_TERSER"),
    };
    if let Some(version) = project.version() {
        trunk.env("SIJIAN_VERSION", version);
    }
    process::run(&mut trunk, "building the pages", "mend what is listed above; dist/ is as it was")
}
