//! Everything that can stop a command, each as one sentence that says how to mend it.

use std::fmt;
use std::io;
use std::path::PathBuf;

#[derive(Debug)]
pub enum Error {
    /// The command line names a command that there is not.
    UnknownCommand { name: String, known: Vec<String> },
    /// The help text could not be printed.
    Output(io::Error),
    /// Neither `SIJIAN_CACHE` nor a home folder says where tools may be kept.
    NoCacheFolder,
    /// A file or folder could not be read or written.
    File { path: PathBuf, source: io::Error },
    /// `Cargo.lock` has no entry for a package whose version a tool must match.
    NotLocked { package: &'static str },
    /// A program is not installed and cannot be installed from here.
    Missing { program: String, cure: &'static str },
    /// A program is there but could not be started.
    Start { program: String, source: io::Error },
    /// A program ended with a failure whose reason it printed itself.
    Failed { doing: String, cure: &'static str },
    /// `prerender --check` found problems in the content and printed them.
    Problems { code: u8 },
    /// `cargo metadata` said something that this program does not understand.
    Metadata(serde_json::Error),
    /// No port of this machine could be opened for the server.
    NoPort { first: u16, source: io::Error },
    /// A WebDriver, or the display it needs, ended or kept silent instead of answering.
    Silent { program: String, log: PathBuf },
    /// No browser could be driven at all.
    NoBrowser,
    /// `budgets.toml` does not give every budget, or more than there are.
    Budgets { reason: String },
    /// The pages weigh more than they may.
    OverBudget { what: String },
    /// A browser refused a command, or did not answer.
    Browser { reason: String },
    /// A wasm file is none.
    Wasm { path: PathBuf, reason: String },
    /// A JSON file is none.
    Json { path: PathBuf, source: serde_json::Error },
    /// Ctrl-C could not be listened for.
    Interrupt(ctrlc::Error),
}

impl Error {
    /// The code that the process ends with: 2 for a wrong command line, as clap has it.
    pub fn exit_code(&self) -> u8 {
        match self {
            Self::UnknownCommand { .. } => 2,
            Self::Problems { code } => *code,
            _ => 1,
        }
    }
}

impl fmt::Display for Error {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        match self {
            Self::UnknownCommand { name, known } => write!(
                f,
                "there is no command `{name}`; the commands are {}, and `cargo xtask --help` explains them.",
                known.join(", ")
            ),
            Self::Output(source) => write!(f, "the help could not be printed: {source}."),
            Self::NoCacheFolder => {
                write!(f, "there is no home folder to keep tools in; set SIJIAN_CACHE to a folder that may be written.")
            }
            Self::File { path, source } => {
                write!(f, "{}: {source}; see that it exists and may be read and written.", path.display())
            }
            Self::NotLocked { package } => write!(
                f,
                "Cargo.lock does not say which version of {package} is used; restore it with `git checkout Cargo.lock`."
            ),
            Self::Missing { program, cure } => write!(f, "{program} is missing; {cure}."),
            Self::Start { program, source } if source.kind() == io::ErrorKind::NotFound => {
                write!(f, "{program} is missing; install it, or add it to PATH.")
            }
            Self::Start { program, source } => {
                write!(f, "{program} could not be started: {source}; see that it may be executed.")
            }
            Self::Failed { doing, cure } => write!(f, "{doing} failed; {cure}."),
            Self::Problems { .. } => {
                write!(f, "the content cannot be used yet; mend what is listed above.")
            }
            Self::Metadata(source) => write!(
                f,
                "`cargo metadata` was not understood ({source}); use the cargo that comes with the Rust version in Cargo.toml."
            ),
            Self::NoPort { first, source } => {
                write!(f, "no port from {first} on could be opened: {source}; choose another with --port.")
            }
            Self::Silent { program, log } => {
                write!(f, "{program} did not get ready; its own words are in {}.", log.display())
            }
            Self::NoBrowser => write!(
                f,
                "there is no browser to test in; install Chromium with chromedriver, Firefox, or WebKitGTK with WebKitWebDriver."
            ),
            Self::Budgets { reason } => {
                write!(f, "budgets.toml: {reason}; give every budget there once, as `git show HEAD:budgets.toml` does.")
            }
            Self::OverBudget { what } => {
                write!(f, "over budget: {what}; make it smaller, or raise the limit in budgets.toml and say why.")
            }
            Self::Browser { reason } => {
                write!(f, "Chromium did not do as told: {reason}; its driver's words are in target/xtask/Chromium.log.")
            }
            Self::Wasm { path, reason } => {
                write!(f, "{}: {reason}; build it anew.", path.display())
            }
            Self::Json { path, source } => {
                write!(f, "{}: {source}; see that it is what `cargo xtask bench` once wrote.", path.display())
            }
            Self::Interrupt(source) => {
                write!(f, "Ctrl-C cannot be listened for: {source}; run this as a program of its own.")
            }
        }
    }
}

impl std::error::Error for Error {
    fn source(&self) -> Option<&(dyn std::error::Error + 'static)> {
        match self {
            Self::Output(source)
            | Self::File { source, .. }
            | Self::Start { source, .. }
            | Self::NoPort { source, .. } => Some(source),
            Self::Metadata(source) | Self::Json { source, .. } => Some(source),
            Self::Interrupt(source) => Some(source),
            _ => None,
        }
    }
}
