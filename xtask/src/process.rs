//! Running other programs, and what counts as a failure.

use std::env;
use std::io::{BufRead, BufReader, Read};
use std::path::PathBuf;
use std::process::{Command, ExitCode, Stdio};
use std::thread;

use anyhow::{Context, Result, bail};

/// Runs a program to its end and passes its output through. The error of a failure includes the
/// cure.
pub fn run(command: &mut Command, doing: &str, cure: &str) -> Result<()> {
    let status = command.status().with_context(|| missing(command))?;
    if !status.success() {
        bail!("{doing} failed; {cure}");
    }
    Ok(())
}

/// Runs a program to its end and passes its output and its exit code through: it says itself what is
/// wrong.
pub fn exit_code(command: &mut Command) -> Result<ExitCode> {
    let status = command.status().with_context(|| missing(command))?;
    let code = status.code().and_then(|code| u8::try_from(code).ok()).unwrap_or(1);
    Ok(ExitCode::from(code))
}

/// The output of a program, or `None` if it is missing or fails: for questions that may stay
/// unanswered.
pub fn ask(command: &mut Command) -> Option<String> {
    let output = command.stderr(Stdio::null()).output().ok()?;
    let text = String::from_utf8(output.stdout).ok()?;
    output.status.success().then(|| text.trim().to_owned())
}

/// Runs a program to its end, passing its output on line by line. Returns whether it succeeded, and
/// the output.
pub fn tee(command: &mut Command, each: impl Fn(&str) + Sync) -> Result<(bool, String)> {
    let mut child = command.stdout(Stdio::piped()).stderr(Stdio::piped()).spawn().with_context(|| missing(command))?;
    let (out, err) = (child.stdout.take(), child.stderr.take());
    let each = &each;
    let text = thread::scope(|scope| {
        let out = scope.spawn(|| lines(out, each));
        let err = lines(err, each);
        [err, out.join().unwrap_or_default()].concat()
    });
    Ok((child.wait()?.success(), text))
}

fn lines(output: Option<impl Read>, each: impl Fn(&str)) -> String {
    let mut text = String::new();
    for line in output.into_iter().flat_map(|output| BufReader::new(output).lines().map_while(Result::ok)) {
        each(&line);
        text += &line;
        text.push('\n');
    }
    text
}

/// Puts folders at the front of a program's PATH, so that they take precedence.
pub fn prefer(command: &mut Command, folders: &[PathBuf]) -> Result<()> {
    let inherited = env::var_os("PATH").unwrap_or_default();
    let all = folders.iter().cloned().chain(env::split_paths(&inherited));
    let joined = env::join_paths(all).context("set SIJIAN_CACHE to a folder whose path has no `:` in it")?;
    command.env("PATH", joined);
    Ok(())
}

fn missing(command: &Command) -> String {
    format!("{} could not be started; install it, or add it to PATH", command.get_program().display())
}

#[cfg(test)]
mod tests {
    use std::sync::Mutex;

    use super::*;

    #[test]
    fn a_failure_is_told_with_its_cure() {
        let error = run(&mut Command::new("false"), "nothing", "try again").unwrap_err();
        assert_eq!(error.to_string(), "nothing failed; try again");
        let error = run(&mut Command::new("no-such-program"), "nothing", "").unwrap_err();
        assert_eq!(error.to_string(), "no-such-program could not be started; install it, or add it to PATH");
    }

    #[test]
    fn output_is_passed_on_and_kept() {
        let seen = Mutex::new(Vec::new());
        let mut shell = Command::new("sh");
        let told = tee(shell.args(["-c", "echo a; echo b >&2; exit 1"]), |line| seen.lock().unwrap().push(line.len()));
        assert_eq!(told.unwrap(), (false, "b\na\n".to_owned()));
        assert_eq!(seen.into_inner().unwrap(), [1, 1]);
    }
}
