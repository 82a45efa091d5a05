use std::fmt;
use std::path::{Path, PathBuf};

use leptos::prelude::*;

use super::bundle::Bundle;
use super::document::{Document, Shell, link_to_whole, render};
use super::{hash, style};
use crate::model::Edition;
use crate::view::{Report, SingleCard};

/// Why the site could not be written.
#[derive(Debug)]
pub enum SiteError {
    File { path: PathBuf, reason: String },
    Style { reason: String },
    Tool { tool: PathBuf },
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
            Self::Tool { tool } => write!(f, "{} failed; unset SIJIAN_WASM_OPT to build without it", tool.display()),
        }
    }
}

impl std::error::Error for SiteError {}

/// Writes every page of an edition into Trunk's staging folder. `project` holds style and assets.
///
/// # Errors
/// The first file that cannot be read or written.
pub fn write(edition: &'static Edition, project: &Path, staging: &Path) -> Result<(), SiteError> {
    let shell = Shell {
        style: style::bundle(&project.join("style")).map_err(|reason| SiteError::Style { reason })?,
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
        body: render(move || view! { <Report edition/> }),
    };
    write_text(&staging.join("index.html"), &whole.to_html(&shell))?;
    for id in edition.card_ids() {
        let card = id.to_owned();
        let document = Document {
            edition,
            title: format!("{}：{}", card_title(edition, id), edition.masthead.place),
            root: "../",
            embed: true,
            body: link_to_whole(&render(move || view! { <SingleCard edition id=card/> })),
        };
        write_text(&staging.join("embed").join(format!("{id}.html")), &document.to_html(&shell))?;
    }
    Ok(())
}

fn card_title<'a>(edition: &'a Edition, id: &str) -> &'a str {
    let matter = edition.matters.iter().find(|m| m.id == id).map(|m| m.aim.as_str());
    let work = || edition.works().find(|w| w.id() == id).map(|w| w.title());
    matter.or_else(work).unwrap_or_default()
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
