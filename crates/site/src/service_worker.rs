//! The service worker, which keeps the page available offline. Its code is `worker.js`.

use std::path::Path;

use super::hash::{integrity, short};
use super::script::bare;
use crate::error::SiteError;

/// Its name must never change: a browser that knows it under another would keep the old one.
pub const WORKER: &str = "sw.js";

const SCRIPT: &str = include_str!("worker.js");

/// The service worker of the site in a folder. `pages` are fetched network first; `parts` have a
/// content hash in their names. The version changes with any byte of any of them.
///
/// # Errors
/// The first file that cannot be read.
pub fn worker(folder: &Path, pages: &[&str], parts: &[&str]) -> Result<String, SiteError> {
    let (pages, parts) = (list(folder, pages)?, list(folder, parts)?);
    let script = format!("const PAGES = {pages};\nconst PARTS = {parts};\n{}", bare(SCRIPT));
    Ok(format!("const VERSION = '{}';\n{script}", short(script.as_bytes())))
}

/// Files with their hashes. The index goes by the folder's own address, which every host serves.
fn list(folder: &Path, files: &[&str]) -> Result<String, SiteError> {
    let entries = files.iter().map(|name| {
        let path = folder.join(name);
        let bytes = std::fs::read(&path).map_err(|error| SiteError::file(&path, &error))?;
        let address = if *name == "index.html" { "" } else { name };
        Ok(format!("['{address}', '{}']", integrity(&bytes)))
    });
    Ok(format!("[{}]", entries.collect::<Result<Vec<_>, SiteError>>()?.join(", ")))
}
