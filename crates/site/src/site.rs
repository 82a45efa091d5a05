use std::path::Path;

use leptos::prelude::*;

use super::address::Site;
use super::bundle::{Bundle, Programs, Source};
use super::document::{Scripts, Shell};
use super::edition_writer::EditionWriter;
use super::editions::{self, EditionsPage};
use super::error::SiteError;
use super::fonts::Fonts;
use super::html::render;
use super::issue::Issue;
use super::{asset, head};

/// Writes every page of all editions into Trunk's staging folder: the first edition at its root, the
/// others each complete in a folder of its own. `project` holds style and assets.
///
/// # Errors
/// The first file that cannot be read or written.
pub fn write(issues: &'static [Issue], script: &Source, project: &Path, staging: &Path) -> Result<(), SiteError> {
    let site = Site::from_env()?;
    let programs = Programs::from_env();
    let assets = project.join("assets");
    let shell = Shell {
        bundle: Bundle::stage(script, project, staging)?,
        scripts: Scripts::made_with(&programs)?,
        version: std::env::var("SIJIAN_VERSION").unwrap_or_else(|_| env!("CARGO_PKG_VERSION").to_owned()),
        icon: asset::copy(&assets, staging, "icon.svg")?,
        colours: head::frame_colours(&asset::read(project, "style/tokens.css")?)?,
    };
    let mut fonts = Vec::new();
    for issue in issues {
        let folder = staging.join(&issue.folder);
        if !issue.is_root() {
            std::fs::create_dir(&folder).map_err(|error| SiteError::file(&folder, &error))?;
            shell.bundle.copy(staging, &folder)?;
            asset::copy(&assets, &folder, "icon.svg")?;
        }
        fonts.push(Fonts::copy(&issue.fonts, &folder)?);
    }
    // The root last, as some of its files describe all others.
    for (issue, own) in issues.iter().zip(&fonts).rev() {
        let writer = EditionWriter {
            edition: issue.edition,
            site: site.map(|site| if issue.is_root() { site } else { site.within(&issue.folder) }),
            list: (issues.len() > 1).then_some(if issue.is_root() { editions::FILE } else { editions::WAY_BACK }),
            shell: &shell,
            programs: &programs,
            project,
            #[cfg(feature = "pictures")]
            picture_fonts: &issue.fonts,
            fonts: own,
            folder: &staging.join(&issue.folder),
        };
        if issues.len() > 1 && issue.is_root() {
            let covers: Vec<&str> = fonts.iter().map(|fonts| fonts.cover.as_str()).collect();
            let body = render(move || view! { <EditionsPage issues/> });
            writer.write_list(&editions::title(issues), &editions::faces(issues, &covers), &body)?;
        }
        writer.write_all()?;
    }
    Ok(())
}
