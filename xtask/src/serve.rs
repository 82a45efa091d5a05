//! Build, serve, and build again on every change, until Ctrl-C.

use std::time::Instant;

use clap::Args;

use crate::build;
use crate::cache::Cache;
use crate::error::Error;
use crate::project::Project;
use crate::server::Server;
use crate::site::Site;
use crate::steps::spoken;
use crate::toolchain::Toolchain;
use crate::watch::Watch;

#[derive(Args)]
pub struct Arguments {
    /// The port to serve at; the next free one if it is taken
    #[arg(long, value_name = "N", default_value_t = 8080)]
    port: u16,
}

/// The first build must succeed unless there are good pages from before; later ones may fail and are told.
pub fn run(project: &Project, arguments: &Arguments) -> Result<(), Error> {
    let toolchain = Toolchain::ensure(project, &Cache::open()?)?;
    let mut watch = Watch::start(project.root());
    let first = build(project, &toolchain);
    if !project.dist().join("index.html").is_file() {
        first?;
    } else if let Err(problem) = first {
        eprintln!("xtask: {problem}");
    }
    let site = Site {
        dist: project.dist(),
        examples: project.root().join("examples"),
        hosts: project.root().join("tests/hosts"),
        faults: false,
    };
    let server = Server::start(site, arguments.port)?;
    loop {
        println!("xtask: the pages are at {} (builds again on change; Ctrl-C ends)", server.address());
        let file = watch.wait();
        println!("\nxtask: {} has changed", file.display());
        if let Err(problem) = build(project, &toolchain) {
            eprintln!("xtask: {problem}");
        }
    }
}

fn build(project: &Project, toolchain: &Toolchain) -> Result<(), Error> {
    let started = Instant::now();
    build::draft(project, toolchain)?;
    println!("xtask: built dist/ in {}", spoken(started.elapsed()));
    Ok(())
}
