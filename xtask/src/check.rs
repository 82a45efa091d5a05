//! Reads only the content, which takes seconds where a build takes minutes, and compares it with the
//! texts that it quotes, if they are there.

use std::process::ExitCode;

use anyhow::Result;

use crate::draft;
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
    /// Explain a key of the content files instead: what it means, where it stands, what it may hold; without KEY, list
    /// all
    #[arg(long, value_name = "KEY", num_args = 0..=1, default_missing_value = "")]
    explain: Option<String>,
    /// Write the JSON schemas of the content files into editions/.schema/ instead, as `new` and `import` do
    #[arg(long)]
    schema: bool,
}

/// Passes on the exit code of the content reader, which prints the problems, or the explanation,
/// itself.
pub fn run(project: &Project, arguments: &Arguments) -> Result<ExitCode> {
    if arguments.schema {
        return draft::schemas(project);
    }
    let mut reader = project.site("prerender");
    match &arguments.explain {
        Some(key) => reader.args(["--explain", key]),
        None => reader.arg("--check").args(arguments.coverage.then_some("coverage")),
    };
    process::exit_code(&mut reader)
}
