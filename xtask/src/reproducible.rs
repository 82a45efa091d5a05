//! Compiler flags that keep this machine's paths out of the wasm, so one commit gives the same bytes everywhere.

use std::env;
use std::path::{Path, PathBuf};

use crate::error::Error;
use crate::process;
use crate::project::Project;
use crate::rustup;

/// For the wasm target alone: the host's programs never leave this machine.
pub const VARIABLE: &str = "CARGO_TARGET_WASM32_UNKNOWN_UNKNOWN_RUSTFLAGS";

/// Variables that would override [`VARIABLE`] as a whole.
pub const OVERRIDING: [&str; 2] = ["CARGO_ENCODED_RUSTFLAGS", "RUSTFLAGS"];

pub fn flags(project: &Project) -> Result<String, Error> {
    let sources = rustup::sysroot(project)?.join("lib/rustlib/src/rust");
    let mut names = vec![
        (sources, format!("/rustc/{}", compiler_commit(project))),
        (project.root().to_owned(), "/sijian".to_owned()),
    ];
    if let Some(home) = cargo_home() {
        names.push((home, "/cargo".to_owned()));
    }
    // Generated code lies there; by default it is inside the checkout.
    if let Some(target) = env::var_os("CARGO_TARGET_DIR") {
        names.push((project.root().join(target), "/target".to_owned()));
    }
    Ok(remap(names))
}

/// The name that a Rust release itself uses for its sources, whether or not they are installed.
fn compiler_commit(project: &Project) -> String {
    let about = process::ask(project.command("rustc").arg("-vV")).unwrap_or_default();
    about.lines().find_map(|line| line.strip_prefix("commit-hash: ")).unwrap_or("unknown").to_owned()
}

fn cargo_home() -> Option<PathBuf> {
    env::var_os("CARGO_HOME").map(PathBuf::from).or_else(|| env::home_dir().map(|home| home.join(".cargo")))
}

/// Where two folders match, rustc takes the later one: the longer goes last, since one may lie in the other.
fn remap(mut names: Vec<(PathBuf, String)>) -> String {
    names.sort_by_key(|(folder, _)| folder.as_os_str().len());
    names
        .iter()
        .filter(|(folder, _)| passes(folder))
        .map(|(folder, name)| format!("--remap-path-prefix={}={name}", folder.display()))
        .collect::<Vec<_>>()
        .join(" ")
}

/// cargo splits the variable at white space and knows no quotes.
fn passes(folder: &Path) -> bool {
    let passes = folder.to_str().is_some_and(|path| !path.contains(char::is_whitespace));
    if !passes {
        println!(
            "xtask: {} has white space in it, so the wasm may name it and differ from other machines'",
            folder.display()
        );
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
