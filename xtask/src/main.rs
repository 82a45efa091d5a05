//! What plain cargo cannot do for this project: install the tools, build the pages, serve them and test them.
//!
//! Knows the commands of other programs; knows nothing of the report, and never depends on the app crate.

mod apt;
mod axe;
mod bench;
mod binaryen;
mod browsers;
mod build;
mod cache;
mod check;
mod chromium;
mod cli;
mod dependencies;
mod display;
mod driver;
mod encoding;
mod engine;
mod error;
mod faults;
mod font;
mod frictionless;
mod gallery;
mod hosts;
mod media;
mod npm;
mod process;
mod process_group;
mod project;
mod python;
mod reproducible;
mod rustup;
mod serve;
mod server;
mod servers;
mod shots;
mod site;
mod size;
mod steps;
mod suites;
mod terser;
mod test;
mod toolchain;
mod tools;
mod versions;
mod watch;
mod watched;
mod webdriver;

use std::process::ExitCode;

fn main() -> ExitCode {
    match cli::run() {
        Ok(()) => ExitCode::SUCCESS,
        Err(_) if process_group::interrupted() => {
            eprintln!("xtask: interrupted.");
            ExitCode::from(process_group::INTERRUPTED_CODE)
        }
        Err(error) => {
            eprintln!("xtask: {error}");
            ExitCode::from(error.exit_code())
        }
    }
}
