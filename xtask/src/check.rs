//! Reads only the content, which takes seconds where a build takes minutes.

use std::process::ExitCode;

use anyhow::{Context, Result};

use crate::project::Project;

/// Passes on the exit code of the content reader, which prints the problems itself.
pub fn run(project: &Project) -> Result<ExitCode> {
    let status = project.site("prerender").arg("--check").status().context("cargo could not be started")?;
    let code = status.code().and_then(|code| u8::try_from(code).ok()).unwrap_or(1);
    Ok(ExitCode::from(code))
}
