//! Reads only the content, which takes seconds where a build takes minutes, and compares it with the
//! texts that it quotes, if they are there.

use std::process::ExitCode;

use anyhow::{Context, Result};

use crate::project::Project;

#[derive(clap::Args)]
pub struct Arguments {
    /// List every sentence of the sources that nothing on the page takes up
    #[arg(long)]
    coverage: bool,
}

/// Passes on the exit code of the content reader, which prints the problems itself.
pub fn run(project: &Project, arguments: &Arguments) -> Result<ExitCode> {
    let listed = arguments.coverage.then_some("coverage");
    let status =
        project.site("prerender").arg("--check").args(listed).status().context("cargo could not be started")?;
    let code = status.code().and_then(|code| u8::try_from(code).ok()).unwrap_or(1);
    Ok(ExitCode::from(code))
}
