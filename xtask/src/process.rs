//! Running other programs: where they are found, and what counts as a failure.

use std::env;
use std::path::{Path, PathBuf};
use std::process::{Command, Stdio};

use crate::error::Error;

/// Runs a program to its end, its output passed through.
pub fn run(command: &mut Command, doing: &str, cure: &'static str) -> Result<(), Error> {
    let status = command.status().map_err(|source| start(command, source))?;
    if status.success() { Ok(()) } else { Err(Error::Failed { doing: doing.to_owned(), cure }) }
}

/// Runs a program to its end and gives its exit code, 1 when a signal ended it.
pub fn exit_code(command: &mut Command) -> Result<u8, Error> {
    let status = command.status().map_err(|source| start(command, source))?;
    Ok(status.code().map_or(1, |code| u8::try_from(code).unwrap_or(1)))
}

/// What a program prints, or `None` when it is not there or fails: for questions that may stay unanswered.
pub fn ask(command: &mut Command) -> Option<String> {
    let output = command.stderr(Stdio::null()).output().ok()?;
    let text = String::from_utf8(output.stdout).ok()?;
    output.status.success().then(|| text.trim().to_owned())
}

/// Where a program is: a name is looked for on PATH, a path is taken as it is.
pub fn find(program: &str) -> Option<PathBuf> {
    if Path::new(program).is_absolute() {
        return is_program(Path::new(program)).then(|| program.into());
    }
    let file = format!("{program}{}", env::consts::EXE_SUFFIX);
    env::split_paths(&env::var_os("PATH")?).map(|folder| folder.join(&file)).find(|path| is_program(path))
}

/// Adds folders at the front of a program's PATH, so that what is in them wins.
pub fn prefer(command: &mut Command, folders: &[PathBuf]) -> Result<(), Error> {
    let inherited = env::var_os("PATH").unwrap_or_default();
    let all = folders.iter().cloned().chain(env::split_paths(&inherited));
    let joined = env::join_paths(all).map_err(|_| Error::Missing {
        program: "a usable tool folder".to_owned(),
        cure: "set SIJIAN_CACHE to a folder whose path has no `:` in it",
    })?;
    command.env("PATH", joined);
    Ok(())
}

pub fn start(command: &Command, source: std::io::Error) -> Error {
    Error::Start { program: command.get_program().to_string_lossy().into_owned(), source }
}

#[cfg(unix)]
fn is_program(path: &Path) -> bool {
    use std::os::unix::fs::PermissionsExt;
    path.metadata().is_ok_and(|data| data.is_file() && data.permissions().mode() & 0o111 != 0)
}

#[cfg(not(unix))]
fn is_program(path: &Path) -> bool {
    path.is_file()
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_failure_is_told_with_its_cure() {
        let error = run(&mut Command::new("false"), "nothing", "try again").unwrap_err();
        assert_eq!(error.to_string(), "nothing failed; try again.");
    }

    #[test]
    fn a_program_that_is_not_there_is_named() {
        let error = run(&mut Command::new("no-such-program"), "nothing", "").unwrap_err();
        assert_eq!(error.to_string(), "no-such-program is missing; install it, or add it to PATH.");
    }

    #[test]
    fn names_are_looked_for_on_path_and_paths_are_not() {
        let shell = find("sh").unwrap();
        assert_eq!(find(shell.to_str().unwrap()), Some(shell));
        assert_eq!(find("no-such-program"), None);
        assert_eq!(find("/no/such/program"), None);
    }
}
