//! Reads only the content, which takes seconds where a build takes minutes. If the texts that it
//! quotes are beside the checkout, every quotation is looked up in them.

use std::path::PathBuf;
use std::process::ExitCode;

use anyhow::{Context, Result};

use crate::project::Project;

/// Passes on the exit code of the content reader, which prints the problems itself.
pub fn run(project: &Project) -> Result<ExitCode> {
    let shared = std::env::var_os("SIJIAN_SHARED").map_or_else(|| project.root().join("../shared"), PathBuf::from);
    let texts = Some(shared.join("source")).filter(|folder| folder.is_dir());
    let status = project.site("prerender").arg("--check").args(texts).status().context("cargo could not be started")?;
    let code = status.code().and_then(|code| u8::try_from(code).ok()).unwrap_or(1);
    Ok(ExitCode::from(code))
}
