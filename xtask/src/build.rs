//! Builds the pages in release mode into `dist/`, with Trunk.
//!
//! Trunk works in `dist/.stage` and moves it into place at the end, so a failure leaves the last
//! good pages alone.

use std::env;
use std::fs;
use std::path::{Path, PathBuf};
use std::process::Command;
use std::time::Instant;

use anyhow::{Context, Result, ensure};

use crate::cache::{Cache, Lock};
use crate::edition;
use crate::font;
use crate::npm::{self, Smaller};
use crate::process;
use crate::project::Project;
use crate::rustup;
use crate::snapshot::{self, Snapshot};
use crate::steps::spoken_in_chinese;
use crate::tools::Tool;

/// Everything that a release build needs besides cargo.
pub struct Toolchain {
    /// The folders of Trunk and of wasm-bindgen, which Trunk looks for on PATH.
    folders: Vec<PathBuf>,
    smaller: Option<Smaller>,
    /// Whether the standard library can be rebuilt from source.
    sources: bool,
}

impl Toolchain {
    /// Installs what is missing.
    pub fn ensure(project: &Project, cache: &Cache) -> Result<Self> {
        rustup::ensure_target(project)?;
        let programs = [Tool::trunk().ensure(cache)?, Tool::wasm_bindgen(project)?.ensure(cache)?];
        let folders = programs.iter().filter_map(|program| program.parent()).map(PathBuf::from).collect();
        Ok(Self { folders, smaller: npm::smaller(cache), sources: rustup::ensure_sources(project) })
    }

    /// Tells the pre-renderer what makes scripts and wasm smaller.
    fn tell(&self, writer: &mut Command) {
        writer.env_remove("SIJIAN_WASM_OPT").env_remove("SIJIAN_TERSER");
        if let Some(Smaller { wasm_opt, terser }) = &self.smaller {
            writer.env("SIJIAN_WASM_OPT", wasm_opt).env("SIJIAN_TERSER", terser);
        }
    }
}

/// Builds the shipped edition and beside it those in `editions/`, or one alone that was chosen.
pub fn run(project: &Project) -> Result<()> {
    let started = Instant::now();
    let snapshot = Snapshot::take(project)?;
    let (others, copy) = (edition::beside(project), snapshot.of(project));
    let editions = (!others.is_empty()).then_some(snapshot::EDITIONS);
    // Tells the problems of all editions before anything is cut or compiled.
    let mut reader = copy.site("prerender");
    reader.arg("--read").env_remove(EDITIONS).envs(editions.map(|folder| (EDITIONS, folder)));
    let (is_read, _) = process::tee(&mut reader, |line| eprintln!("{}", Snapshot::named(line)))?;
    ensure!(is_read, "内容有错，照上面改好；dist/ 还是原样。");
    for edition in others.iter().chain([project]) {
        font::follow(edition)?;
        snapshot.follow_fonts(edition)?;
    }
    let toolchain = Toolchain::ensure(project, &Cache::open()?)?;
    trunk(&copy, &toolchain, editions)?;
    println!("xtask：dist/ 做好了，用了{}", spoken_in_chinese(started.elapsed()));
    Ok(())
}

/// Tells the pre-renderer the folder whose editions are on the site, too.
const EDITIONS: &str = "SIJIAN_EDITIONS";

const CURE: &str = "mend what is listed above; dist/ is as it was";

/// Builds one edition, with compressed copies of the files.
pub fn release(project: &Project, toolchain: &Toolchain) -> Result<()> {
    trunk(project, toolchain, None)
}

/// Where the pages of [`release`] are with the editions of the tests beside them, as one site.
pub fn test_editions(project: &Project) -> Result<PathBuf> {
    project.scratch("test-editions")
}

/// Writes that site, after [`release`] and with its wasm, but not compressed.
pub fn with_test_editions(project: &Project, toolchain: &Toolchain) -> Result<()> {
    let folder = test_editions(project)?;
    fs::remove_dir_all(&folder).and_then(|()| fs::create_dir(&folder)).with_context(|| folder.display().to_string())?;
    let mut writer = project.site("prerender");
    writer.env("TRUNK_SOURCE_DIR", project.root()).env("TRUNK_STAGING_DIR", &folder);
    process::prefer(&mut writer, &toolchain.folders)?;
    writer.env("SIJIAN_WASM", project.target().join(rustup::WASM).join("release/sijian.wasm"));
    toolchain.tell(&mut writer);
    writer.env(EDITIONS, "tests/editions").env_remove("SIJIAN_COMPRESS");
    process::run(&mut writer, "building the tests' editions", "mend what is listed above")
}

fn trunk(project: &Project, toolchain: &Toolchain, editions: Option<&str>) -> Result<()> {
    // Two Trunks at once would empty each other's staging folder.
    let _lock = Lock::take(&project.logs()?.join("build.lock"))?;
    let mut trunk = project.command("trunk");
    trunk.args(["build", "--release", "--locked"]);
    process::prefer(&mut trunk, &toolchain.folders)?;
    let mut flags = vec![reproducible(project)?, PARTS.to_owned()];
    if toolchain.sources {
        trunk.envs(SMALL_STANDARD_LIBRARY);
        flags.push(SHORT_PANICS.to_owned());
    }
    trunk.env(FLAGS, flags.join(" "));
    // These variables would override the one above entirely.
    trunk.env_remove("CARGO_ENCODED_RUSTFLAGS").env_remove("RUSTFLAGS");
    trunk.env("TRUNK_SKIP_VERSION_CHECK", "true");
    // With backtraces on, Trunk would bury a problem in the content under its own stack.
    trunk.env("RUST_LIB_BACKTRACE", "0");
    // Trunk reads this as a boolean and refuses the customary `1`.
    if env::var_os("NO_COLOR").is_some() {
        trunk.env("NO_COLOR", "true");
    }
    toolchain.tell(trunk.env("SIJIAN_COMPRESS", "1"));
    trunk.env_remove(EDITIONS).envs(editions.map(|folder| (EDITIONS, folder)));
    if let Some(version) = project.version() {
        trunk.env("SIJIAN_VERSION", version);
    }
    process::run(&mut trunk, "building the pages", CURE)
}

/// Only for the wasm target: the host's programs never leave this machine.
const FLAGS: &str = "CARGO_TARGET_WASM32_UNKNOWN_UNKNOWN_RUSTFLAGS";

/// The splitter needs relocations to find the parts. Also set in .cargo/config.toml, for running
/// Trunk by hand.
const PARTS: &str = "-Clink-arg=--emit-relocs";

/// Rebuilds the standard library for size, which stable cargo refuses without the first variable.
/// Trunk's hook unsets all three.
const SMALL_STANDARD_LIBRARY: [(&str, &str); 3] = [
    ("RUSTC_BOOTSTRAP", "1"),
    ("CARGO_UNSTABLE_BUILD_STD", "std,panic_abort"),
    ("CARGO_UNSTABLE_BUILD_STD_FEATURES", "optimize_for_size"),
];

/// A panic stops the page's program without a message: messages, and the code that formats them,
/// would be a tenth of the wasm. The page's loader logs which version failed.
const SHORT_PANICS: &str = "-Zunstable-options -Cpanic=immediate-abort";

/// Flags that keep this machine's paths out of the wasm, so that a commit builds to the same bytes
/// everywhere.
fn reproducible(project: &Project) -> Result<String> {
    // Rust releases use this name for their sources, whether or not they are installed.
    let about = process::ask(project.command("rustc").arg("-vV")).unwrap_or_default();
    let commit = about.lines().find_map(|line| line.strip_prefix("commit-hash: ")).unwrap_or("unknown");
    let sources = rustup::sysroot(project)?.join("lib/rustlib/src/rust");
    let mut names = vec![
        (sources, format!("/rustc/{commit}")),
        (project.root().to_owned(), "/sijian".to_owned()),
        // For generated code.
        (project.target().to_owned(), "/sijian/target".to_owned()),
    ];
    let home = || env::home_dir().map(|home| home.join(".cargo"));
    names.extend(env::var_os("CARGO_HOME").map(PathBuf::from).or_else(home).map(|home| (home, "/cargo".to_owned())));
    Ok(remap(names))
}

/// If two prefixes match, rustc uses the later one. The longer goes last, since one folder may lie
/// in the other.
fn remap(mut names: Vec<(PathBuf, String)>) -> String {
    names.sort_by_key(|(folder, _)| folder.as_os_str().len());
    let passed = names.iter().filter(|(folder, _)| passes(folder));
    passed
        .map(|(folder, name)| format!("--remap-path-prefix={}={name}", folder.display()))
        .collect::<Vec<_>>()
        .join(" ")
}

/// cargo splits the variable at white space and supports no quoting.
fn passes(folder: &Path) -> bool {
    let passes = folder.to_str().is_some_and(|path| !path.contains(char::is_whitespace));
    if !passes {
        let folder = folder.display();
        println!("xtask: {folder} has white space in it, so the wasm may name it and differ from other machines'");
    }
    passes
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn the_inner_folder_comes_last_and_white_space_is_left_out() {
        let cases: [(&[(&str, &str)], &str); 3] = [
            (&[("/a/b/c", "inner"), ("/a", "outer")], "--remap-path-prefix=/a=outer --remap-path-prefix=/a/b/c=inner"),
            (&[("/my files", "x"), ("/b", "y")], "--remap-path-prefix=/b=y"),
            (&[], ""),
        ];
        for (names, flags) in cases {
            let names = names.iter().map(|(folder, name)| (PathBuf::from(folder), (*name).to_owned())).collect();
            assert_eq!(remap(names), flags);
        }
    }
}
