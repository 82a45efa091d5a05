//! The files of a new edition, before they are on disk.

use std::collections::BTreeMap;
use std::fmt;
use std::io::{self, ErrorKind};
use std::path::Path;

use super::schema::directive;
use content::{FOUND, Found, Problem, SourceTexts};
use model::Edition;

/// The folder with the texts, in the edition's own.
const SOURCES: &str = "sources/";

/// Files by their path in the edition's folder.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct Draft(BTreeMap<String, String>);

/// Why a draft is not on disk.
#[derive(Debug)]
pub enum WriteError {
    /// Something is there already.
    Exists,
    /// The disk refuses.
    Io(io::Error),
}

impl fmt::Display for WriteError {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        match self {
            Self::Exists => f.write_str("已经有了，没有改动。换一个名字，或先把它移走。"),
            Self::Io(error) => write!(f, "写不了（{error}）。"),
        }
    }
}

impl Draft {
    /// A content file begins with the line that names its schema.
    pub(crate) fn add(&mut self, path: &str, text: impl AsRef<str>) {
        self.0.insert(path.to_owned(), directive(path) + text.as_ref());
    }

    /// All paths with their texts, sorted.
    pub fn files(&self) -> impl Iterator<Item = (&str, &str)> {
        self.0.iter().map(|(path, text)| (path.as_str(), text.as_str()))
    }

    /// Reads the draft as an edition, against its own texts.
    ///
    /// # Errors
    /// All problems of all files: what remains to be written.
    pub fn read(&self) -> Result<(Edition, Found), Vec<Problem>> {
        let mut texts = SourceTexts::default();
        for (path, text) in self.files() {
            if let Some(document) = path.strip_prefix(SOURCES).and_then(|name| name.strip_suffix(".txt")) {
                texts.add(document, text);
            }
        }
        let load = |name: &str| self.0.get(name).cloned().ok_or_else(|| io::Error::from(ErrorKind::NotFound));
        content::read_against(load, texts, &content::Earlier::None)
    }

    /// Adds the places of its quotations, so that it can be built without a check. While there are
    /// problems, no place is sure.
    pub(crate) fn placed(mut self) -> Self {
        let text = self.read().ok().and_then(|(_, found)| found.text().ok()).filter(|text| !text.is_empty());
        if let Some(text) = text {
            self.add(FOUND, text);
        }
        self
    }

    /// Writes the files into a folder that must not be there yet.
    ///
    /// # Errors
    /// The folder is there, which stays as it is, or cannot be written.
    pub fn write(&self, folder: &Path) -> Result<(), WriteError> {
        if let Some(parent) = folder.parent() {
            std::fs::create_dir_all(parent).map_err(WriteError::Io)?;
        }
        // Fails if anything has this name.
        std::fs::create_dir(folder).map_err(|error| match error.kind() {
            ErrorKind::AlreadyExists => WriteError::Exists,
            _ => WriteError::Io(error),
        })?;
        std::fs::create_dir(folder.join(SOURCES)).map_err(WriteError::Io)?;
        self.files().try_for_each(|(path, text)| std::fs::write(folder.join(path), text)).map_err(WriteError::Io)
    }
}
