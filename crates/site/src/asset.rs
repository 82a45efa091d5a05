//! Reads and copies the project's own files.

use std::path::Path;

use super::error::SiteError;
use super::hash;

/// A file's text.
///
/// # Errors
/// If it cannot be read.
pub fn read(folder: &Path, name: &str) -> Result<String, SiteError> {
    let path = folder.join(name);
    std::fs::read_to_string(&path).map_err(|error| SiteError::file(&path, &error))
}

/// Copies an asset, adding a content hash to its name; returns the name.
///
/// # Errors
/// If it cannot be read or written.
pub fn copy(folder: &Path, staging: &Path, name: &str) -> Result<String, SiteError> {
    let from = folder.join(name);
    let bytes = std::fs::read(&from).map_err(|error| SiteError::file(&from, &error))?;
    let (stem, extension) = name.split_once('.').unwrap_or((name, "bin"));
    let hashed = format!("{stem}-{}.{extension}", hash::short(&bytes));
    let to = staging.join(&hashed);
    std::fs::write(&to, bytes).map_err(|error| SiteError::file(&to, &error))?;
    Ok(hashed)
}
