//! Reads only the content, which takes seconds where a build takes minutes, and compares it with the
//! texts that it quotes, if they are there.

use std::process::ExitCode;

use anyhow::Result;

use crate::edition::Chosen;
use crate::process;
use crate::project::Project;

#[derive(clap::Args)]
pub struct Arguments {
    #[command(flatten)]
    pub edition: Chosen,
    /// List every sentence of the sources that nothing on the page takes up
    #[arg(long)]
    coverage: bool,
}

/// Passes on the exit code of the content reader, which prints the problems itself.
pub fn run(project: &Project, arguments: &Arguments) -> Result<ExitCode> {
    let listed = arguments.coverage.then_some("coverage");
    process::exit_code(project.site("prerender").arg("--check").args(listed))
}
