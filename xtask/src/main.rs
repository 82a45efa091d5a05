//! Does what plain cargo cannot do for this project: installs the tools, builds the pages, serves,
//! tests and measures them.
//!
//! Knows the commands of other programs. Knows nothing of the report, and never depends on the
//! app's crates.

mod apt;
mod bench;
mod browsers;
mod build;
mod cache;
mod check;
mod cli;
mod draft;
mod edition;
mod extras;
mod font;
mod gallery;
mod glyphs;
mod npm;
mod process;
mod project;
mod python;
mod rustup;
mod serve;
mod servers;
mod shots;
mod size;
mod snapshot;
mod steps;
mod tally;
mod test;
mod tools;
mod watch;

use std::process::ExitCode;

fn main() -> ExitCode {
    match cli::run() {
        Ok(code) => code,
        Err(_) if testbed::interrupted() => {
            eprintln!("xtask: interrupted.");
            ExitCode::from(cli::INTERRUPTED)
        }
        Err(error) => {
            let told = format!("{error:#}");
            eprintln!("xtask: {told}{}", if told.ends_with(['.', '。']) { "" } else { "." });
            ExitCode::FAILURE
        }
    }
}
