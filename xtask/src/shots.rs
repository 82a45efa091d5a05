//! Takes screenshots of the built pages, to look at: every part, on phones and desktops, light and
//! dark, on screen and in print, with scripts and without.

mod camera;
mod contact;
mod view;

use std::fs;
use std::path::Path;

use clap::Args;

use anyhow::{Context, Result};
use testbed::{Driver, Engine, Server, Site};

use crate::build::{self, Toolchain};
use crate::cache::Cache;
use crate::project::Project;
use crate::steps::Steps;
use crate::{apt, browsers};
use camera::Camera;
use view::{Shot, VIEWS};

#[derive(Args)]
pub struct Arguments {
    /// Only views whose name has this in it
    filter: Option<String>,
    /// Update the README's picture too
    #[arg(long)]
    readme: bool,
}

pub fn run(project: &Project, arguments: &Arguments) -> Result<()> {
    let mut steps = Steps::start();
    let (toolchain, found) = steps.step("set-up", || {
        apt::ensure()?;
        Ok((Toolchain::ensure(project, &Cache::open()?)?, browsers::chromium()?))
    })?;
    steps.step("release build", || build::release(project, &toolchain))?;
    let folder = project.target().join("shots");
    let wanted = |name: &str| arguments.filter.as_ref().is_none_or(|filter| name.contains(filter.as_str()));
    let shots: Vec<Shot> = VIEWS.iter().filter(|view| wanted(view.name)).flat_map(|view| view.shots()).collect();
    steps.step("pictures", || {
        // The contact sheet must not show old pictures of views that no longer exist.
        if folder.is_dir() && arguments.filter.is_none() {
            fs::remove_dir_all(&folder).with_context(|| folder.display().to_string())?;
        }
        fs::create_dir_all(&folder).with_context(|| folder.display().to_string())?;
        let server = Server::start(Site::tested(project.root(), &build::test_editions(project)?))?;
        let driver = Driver::start(Engine::Chromium, &found, &project.logs()?)?;
        let camera = Camera::start(&driver, &server.address())?;
        for shot in &shots {
            write(&folder.join(shot.file()), &camera.take(shot)?)?;
        }
        for page in PRINTED {
            write(&folder.join(format!("{page}.pdf")), &camera.print(page)?)?;
        }
        write(&folder.join("index.html"), contact::sheet(&shots, &PRINTED).as_bytes())?;
        if arguments.readme {
            let picture = camera.readme()?;
            write(&project.root().join("docs").join("page.png"), &picture)?;
        }
        Ok(())
    })?;
    let index = folder.join("index.html");
    steps.close(&[format!("{} pictures are on {}", shots.len(), index.display())]);
    Ok(())
}

/// Printed as PDFs, beside their pictures.
const PRINTED: [&str; 2] = ["index", "summary"];

fn write(path: &Path, bytes: &[u8]) -> Result<()> {
    fs::write(path, bytes).with_context(|| path.display().to_string())
}
