//! Reads only the content, which takes seconds where a build takes minutes. If the texts that it
//! quotes are beside the checkout, every quotation is looked up in them.

use std::path::PathBuf;
use std::process::ExitCode;

use anyhow::{Context, Result};

use crate::project::Project;

#[derive(clap::Args)]
pub struct Arguments {
    /// Explain a key of the content files instead: what it means, where it stands, what it may hold; without KEY, list
    /// all
    #[arg(long, value_name = "KEY", num_args = 0..=1, default_missing_value = "")]
    explain: Option<String>,
}

/// Passes on the exit code of the content reader, which prints the problems, or the explanation,
/// itself.
pub fn run(project: &Project, arguments: &Arguments) -> Result<ExitCode> {
    let mut reader = project.site("prerender");
    if let Some(key) = &arguments.explain {
        reader.args(["--explain", key]);
    } else {
        let shared = std::env::var_os("SIJIAN_SHARED").map_or_else(|| project.root().join("../shared"), PathBuf::from);
        reader.arg("--check").args(Some(shared.join("source")).filter(|folder| folder.is_dir()));
    }
    let status = reader.status().context("cargo could not be started")?;
    let code = status.code().and_then(|code| u8::try_from(code).ok()).unwrap_or(1);
    Ok(ExitCode::from(code))
}
