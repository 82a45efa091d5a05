//! What a build says of itself to hosts and to programs.

use std::path::Path;

use serde::Serialize;

use super::policy::headers;
use super::{hash, listing};
use crate::data;
use crate::error::SiteError;

/// How long a file may be kept: for good, if its name changes with its content.
pub fn lifetime(file: &str) -> &'static str {
    if hash::is_in(file) { "public, max-age=31536000, immutable" } else { "no-cache" }
}

#[derive(Serialize)]
struct Release {
    version: &'static str,
    /// Cut at a fixed length, with `-dirty` where the checkout had changes; unknown without one.
    #[serde(skip_serializing_if = "Option::is_none")]
    commit: Option<String>,
    /// Changes with any byte of any file.
    content: String,
}

/// Which release this is, for `version.json`. It has no date in it, so that one commit gives one file.
///
/// # Errors
/// The first file that cannot be read.
pub fn release(folder: &Path) -> Result<String, SiteError> {
    let mut sums = String::new();
    for name in listing::files(folder)? {
        let path = folder.join(&name);
        let bytes = std::fs::read(&path).map_err(|error| SiteError::file(&path, &error))?;
        sums += &format!("{name} {}\n", hash::integrity(&bytes));
    }
    Ok(data::pretty(&Release {
        version: env!("CARGO_PKG_VERSION"),
        commit: std::env::var("SIJIAN_VERSION").ok(),
        content: hash::short(sums.as_bytes()),
    }))
}

/// Like every page for frames.
const EMBED: &str = "embed/all.html";

/// The headers of a folder's files, for `_headers`: the form of Netlify and Cloudflare Pages. These join
/// the values of rules that meet, so that no header of a file is in two; and they leave out the
/// ending of pages.
///
/// # Errors
/// The folder, if it cannot be read.
pub fn netlify(folder: &Path) -> Result<String, SiteError> {
    let (whole, mut shared) = (headers("index.html"), headers(EMBED));
    shared.retain(|header| whole.contains(header));
    let mut text = rule("/*", shared.iter().copied());
    let mut own = |path: &str, file: &str| {
        let differing = headers(file).into_iter().filter(|header| !shared.contains(header));
        text += &rule(path, differing.chain([("Cache-Control", lifetime(file))]));
    };
    own("/", "index.html");
    for file in listing::files(folder)?.iter().filter(|file| !file.contains('/')) {
        own(&format!("/{file}"), file);
        if let Some(page) = file.strip_suffix(".html") {
            own(&format!("/{page}"), file);
        }
    }
    own("/data/*", "data/datapackage.json");
    own("/embed/*", EMBED);
    Ok(text)
}

fn rule(path: &str, headers: impl Iterator<Item = (&'static str, &'static str)>) -> String {
    let lines = headers.map(|(name, value)| format!("  {name}: {value}\n"));
    format!("{path}\n{}", lines.collect::<String>())
}
