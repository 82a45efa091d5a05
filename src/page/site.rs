use std::fmt;
use std::path::{Path, PathBuf};

use leptos::prelude::*;

use super::bundle::Bundle;
use super::document::{Document, Shell, bare, link_to_whole, render};
use super::{hash, paper, style};
use crate::model::Edition;
use crate::view::{Report, SingleCard, Summary};

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
    /// `SIJIAN_SITE` is no address.
    Address {
        found: String,
    },
    Tool {
        tool: PathBuf,
    },
}

impl SiteError {
    pub(super) fn file(path: &Path, error: &std::io::Error) -> Self {
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
            Self::Tool { tool } => write!(f, "{} failed; unset SIJIAN_WASM_OPT to build without it", tool.display()),
        }
    }
}

impl std::error::Error for SiteError {}

/// What hosts load to embed cards by an element.
const EMBED: &str = include_str!("embed.js");

/// Writes every page of an edition into Trunk's staging folder. `project` holds style and assets.
///
/// # Errors
/// The first file that cannot be read or written.
pub fn write(edition: &'static Edition, project: &Path, staging: &Path) -> Result<(), SiteError> {
    let site = address()?;
    let style_of =
        |entry| style::bundle(&project.join("style").join(entry)).map_err(|reason| SiteError::Style { reason });
    let shell = Shell {
        style: style_of("index.css")?,
        bundle: Bundle::stage(staging)?,
        version: std::env::var("SIJIAN_VERSION").unwrap_or_else(|_| env!("CARGO_PKG_VERSION").to_owned()),
        font: copy_asset(project, staging, "serif.woff2")?,
        icon: copy_asset(project, staging, "icon.svg")?,
    };
    let shell = Shell { style: shell.style.replace("serif.woff2", &shell.font), ..shell };
    let whole = Document {
        edition,
        title: format!("{}：{}", edition.masthead.headline.concat(), edition.masthead.place),
        root: "",
        embed: false,
        body: render(move || view! { <Report edition site/> }),
    };
    write_text(&staging.join("index.html"), &whole.to_html(&shell))?;
    // Under its own name, as hosts' pages refer to it.
    write_text(&staging.join("embed.js"), &bare(EMBED))?;
    let summary = render(move || view! { <Summary edition site/> });
    let style = style_of("summary.css")?.replace("serif.woff2", &shell.font);
    write_text(&staging.join("summary.html"), &paper::summary(edition, &shell, &style, &summary))?;
    for id in edition.card_ids() {
        let card = id.to_owned();
        let document = Document {
            edition,
            title: format!("{}：{}", edition.card_heading(id).unwrap_or_default(), edition.masthead.place),
            root: "../",
            embed: true,
            body: link_to_whole(&render(move || view! { <SingleCard edition id=card/> })),
        };
        write_text(&staging.join("embed").join(format!("{id}.html")), &document.to_html(&shell))?;
    }
    Ok(())
}

/// Where the page will be published, if `SIJIAN_SITE` says so: the site itself works from any folder
/// and need not know, but paper cannot lead back to an address that nobody told.
fn address() -> Result<Option<&'static str>, SiteError> {
    let Some(found) = std::env::var("SIJIAN_SITE").ok().filter(|found| !found.is_empty()) else {
        return Ok(None);
    };
    let host = ["https://", "http://"].iter().find_map(|scheme| found.strip_prefix(scheme));
    if host.is_some_and(|host| !host.is_empty() && !found.contains(char::is_whitespace)) {
        Ok(Some(found.leak()))
    } else {
        Err(SiteError::Address { found })
    }
}

/// Copies an asset under a name that tells its content.
fn copy_asset(project: &Path, staging: &Path, name: &str) -> Result<String, SiteError> {
    let from = project.join("assets").join(name);
    let bytes = std::fs::read(&from).map_err(|error| SiteError::file(&from, &error))?;
    let (stem, extension) = name.split_once('.').unwrap_or((name, "bin"));
    let hashed = format!("{stem}-{}.{extension}", hash::short(&bytes));
    let to = staging.join(&hashed);
    std::fs::write(&to, bytes).map_err(|error| SiteError::file(&to, &error))?;
    Ok(hashed)
}

fn write_text(path: &Path, text: &str) -> Result<(), SiteError> {
    let written = path.parent().map_or(Ok(()), std::fs::create_dir_all).and_then(|()| std::fs::write(path, text));
    written.map_err(|error| SiteError::file(path, &error))
}
