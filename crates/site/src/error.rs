use std::fmt;
use std::path::{Path, PathBuf};

/// Why the site could not be written.
#[derive(Debug)]
pub enum SiteError {
    File {
        path: PathBuf,
        reason: String,
    },
    Style {
        reason: String,
    },
    /// `SIJIAN_SITE` is not an address.
    Address {
        found: String,
    },
    Tool {
        tool: PathBuf,
    },
    /// The wasm or its glue does not have the expected form.
    Script {
        reason: String,
    },
    /// The edition's data cannot be written into a page.
    Wire {
        reason: String,
    },
    /// A colour that pictures need is not in the style sheet.
    Colour {
        name: String,
    },
    /// A script names an unknown constant.
    Constant {
        name: String,
    },
    /// A share picture could not be rendered.
    Picture {
        reason: String,
    },
}

impl SiteError {
    /// A file that could not be read or written.
    pub(crate) fn file(path: &Path, error: &std::io::Error) -> Self {
        Self::File { path: path.to_path_buf(), reason: error.to_string() }
    }
}

impl fmt::Display for SiteError {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        match self {
            Self::File { path, reason } => write!(f, "{}: {reason}", path.display()),
            Self::Style { reason } => write!(f, "style: {reason}"),
            Self::Address { found } => {
                write!(f, "SIJIAN_SITE is “{found}”; give the whole address of the published page, with https://")
            }
            Self::Picture { reason } => write!(f, "a share picture cannot be painted: {reason}"),
            Self::Colour { name } => write!(f, "style/tokens.css: no colour {name}"),
            Self::Constant { name } => {
                write!(f, "a script asks for {name}; crates/site/src/options.rs has no such constant")
            }
            Self::Tool { tool } => {
                write!(f, "{} failed; unset SIJIAN_WASM_OPT and SIJIAN_TERSER to do without", tool.display())
            }
            Self::Wire { reason } => {
                write!(f, "the edition cannot be written into its pages: {reason}; give crates/wire that form of data")
            }
            Self::Script { reason } => write!(f, "the wasm cannot be cut into parts: {reason}"),
        }
    }
}

impl std::error::Error for SiteError {}
