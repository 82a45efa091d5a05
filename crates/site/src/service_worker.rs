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
    let read = |name: &str| {
        let path = folder.join(name);
        std::fs::read(&path).map_err(|error| SiteError::file(&path, &error))
    };
    let mut content = Vec::new();
    for page in pages {
        content.extend(read(page)?);
    }
    // The index goes by the folder's own address, which every host has.
    let addresses = pages.iter().map(|name| if *name == "index.html" { "" } else { name });
    let pages: Vec<String> = addresses.map(|address| format!("'{address}'")).collect();
    let sums = parts.iter().map(|name| Ok(format!("['{name}', '{}']", integrity(&read(name)?))));
    let parts = sums.collect::<Result<Vec<_>, SiteError>>()?;
    let (pages, parts) = (pages.join(", "), parts.join(", "));
    let script = format!("const PAGES = [{pages}];\nconst PARTS = [{parts}];\n{}", bare(SCRIPT));
    content.extend(script.as_bytes());
    Ok(format!("const VERSION = '{}';\n{script}", short(&content)))
}
