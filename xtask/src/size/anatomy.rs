//! The wasm of the pages, taken apart and printed.

use std::fs;
use std::path::{Path, PathBuf};

use super::inside::{Group, Inside};
use super::kb;
use crate::build;
use crate::cache::Cache;
use crate::error::Error;
use crate::project::Project;
use crate::toolchain::Toolchain;

/// How many functions are listed.
const LISTED: usize = 60;
/// Crates below this many bytes are one line.
const SMALL: u64 = 4_000;

pub fn run(project: &Project, no_build: bool) -> Result<(), Error> {
    let dist = if no_build {
        build::named_folder(project)?
    } else {
        build::named(project, &Toolchain::ensure(project, &Cache::open()?)?)?
    };
    let path = find(&dist)?;
    let bytes = fs::read(&path).map_err(|source| Error::File { path: path.clone(), source })?;
    let inside = Inside::read(bytes).map_err(|reason| Error::Wasm { path, reason })?;
    print_sections(&inside);
    print_functions(&inside);
    print_crates(&inside);
    Ok(())
}

fn find(dist: &Path) -> Result<PathBuf, Error> {
    let told = |source| Error::File { path: dist.to_owned(), source };
    let files = fs::read_dir(dist).map_err(told)?.filter_map(|entry| Some(entry.ok()?.path()));
    let wasm = files.filter(|path| path.extension().is_some_and(|ending| ending == "wasm")).last();
    wasm.ok_or(Error::Failed { doing: "finding the wasm".to_owned(), cure: "run it without --no-build" })
}

fn print_sections(inside: &Inside) {
    println!("{:>10}  sections", "raw KB");
    for (name, bytes) in &inside.sections {
        println!("{:>10}  {name}", kb(*bytes));
    }
}

fn print_crates(inside: &Inside) {
    let whole = inside.weight().brotli;
    println!(
        "\n{:>10}{:>11}{:>11}  crates (brotli: what the file loses without them)",
        "raw KB", "brotli KB", "functions"
    );
    let (large, small): (Vec<Group>, Vec<Group>) = inside.crates().into_iter().partition(|group| group.bytes >= SMALL);
    for group in &large {
        let share = whole.saturating_sub(inside.without(&group.name).brotli);
        println!("{:>10}{:>11}{:>11}  {}", kb(group.bytes), kb(share), group.functions, group.name);
    }
    let (functions, bytes) = small.iter().fold((0, 0), |(n, bytes), group| (n + group.functions, bytes + group.bytes));
    println!("{:>10}{:>11}{functions:>11}  {} smaller ones", kb(bytes), "", small.len());
}

fn print_functions(inside: &Inside) {
    println!("\n{:>10}{:>11}  functions, and how many copies for different types", "bytes", "copies");
    for group in inside.names().iter().take(LISTED) {
        println!("{:>10}{:>11}  {}", group.bytes, group.functions, group.name);
    }
}
