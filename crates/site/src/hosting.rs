//! Information about a build for hosts and programs.

use std::collections::BTreeSet;
use std::path::Path;

use serde::Serialize;

use super::issue::Issue;
use super::policy::headers;
use super::{hash, listing};
use crate::data;
use crate::error::SiteError;

/// How long a file may be cached: forever, if its name changes with its content.
pub fn lifetime(file: &str) -> &'static str {
    if hash::is_in(file) { "public, max-age=31536000, immutable" } else { "no-cache" }
}

#[derive(Serialize)]
struct Release {
    version: &'static str,
    /// Abbreviated to a fixed length, with `-dirty` if the checkout had changes; `None` without a
    /// checkout.
    #[serde(skip_serializing_if = "Option::is_none")]
    commit: Option<String>,
    /// Changes with any byte of any file.
    content: String,
}

/// Identifies the release, for `version.json`. It contains no date, so that a commit always gives
/// the same file.
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

/// Stands for all embeds, which have the same headers.
const EMBED: &str = "embed/all.html";

/// The headers of a folder's files, in the `_headers` format of Netlify and Cloudflare Pages. These
/// hosts join the values of all matching rules, so no header of a file may be in two of them. They
/// serve pages without their extension. The editions in folders share rules, as Cloudflare reads no
/// more than 100.
///
/// # Errors
/// If the folder cannot be read.
pub fn netlify(folder: &Path) -> Result<String, SiteError> {
    let (whole, mut shared) = (headers("index.html"), headers(EMBED));
    shared.retain(|header| whole.contains(header));
    let mut text = rule("/*", shared.iter().copied());
    let mut own = |path: &str, file: &str| {
        let differing = headers(file).into_iter().filter(|header| !shared.contains(header));
        text += &rule(path, differing.chain([("Cache-Control", lifetime(file))]));
    };
    let files = listing::files(folder)?;
    let folders = files.iter().filter_map(|file| file.strip_suffix("/index.html"));
    let editions: Vec<&str> = folders.filter(|folder| Issue::may_be_in(folder)).collect();
    let inner = files.iter().filter_map(|file| file.split_once('/').filter(|(folder, _)| editions.contains(folder)));
    // The root's embeds are in a folder, too: no rule for pages may be for one of them.
    let inner = inner.map(|(_, file)| file).filter(|file| !files.contains(&format!("embed/{file}")));
    let mut of = |start: &str, names: BTreeSet<&str>| {
        own(&format!("{start}/"), "index.html");
        for file in names.into_iter().filter(|name| !name.contains('/')) {
            own(&format!("{start}/{file}"), file);
            if let Some(page) = file.strip_suffix(".html") {
                own(&format!("{start}/{page}"), file);
            }
        }
        own(&format!("{start}/data/*"), "data/datapackage.json");
        own(&format!("{start}/embed/*"), EMBED);
    };
    of("", files.iter().map(String::as_str).collect());
    if !editions.is_empty() {
        of("/:edition", inner.collect());
    }
    Ok(text)
}

fn rule(path: &str, headers: impl Iterator<Item = (&'static str, &'static str)>) -> String {
    let lines = headers.map(|(name, value)| format!("  {name}: {value}\n"));
    format!("{path}\n{}", lines.collect::<String>())
}
