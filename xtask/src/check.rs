//! The content read alone, which takes seconds where a build takes minutes.

use crate::error::Error;
use crate::process;
use crate::project::Project;

/// Passes on the exit code of the reader, which prints the problems itself.
pub fn run(project: &Project) -> Result<(), Error> {
    let code = process::exit_code(&mut project.cargo([
        "run",
        "--quiet",
        "--locked",
        "--package",
        "site",
        "--bin",
        "prerender",
        "--",
        "--check",
    ]))?;
    match code {
        0 => Ok(()),
        code => Err(Error::Problems { code }),
    }
}
