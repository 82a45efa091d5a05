//! First drafts of an edition: a skeleton, or what an article gives; and the schemas of their files.

use std::ffi::OsStr;
use std::path::PathBuf;
use std::process::ExitCode;

use anyhow::{Context, Result};
use clap::Args;

use crate::process;
use crate::project::Project;

#[derive(Args)]
pub struct New {
    /// The edition's name, and that of its folder in editions/: lowercase letters, digits, hyphens
    name: String,
}

#[derive(Args)]
pub struct Import {
    /// A marked-up article in Markdown; docs/editions.md says how to mark it
    article: PathBuf,
    /// The edition's name; without it the article's file name
    name: Option<String>,
}

/// Writes a commented skeleton.
pub fn new(project: &Project, arguments: &New) -> Result<ExitCode> {
    run(project, &["new".as_ref(), project.root().as_ref(), arguments.name.as_ref()])
}

/// Writes what an article gives.
pub fn import(project: &Project, arguments: &Import) -> Result<ExitCode> {
    // Programs run in the checkout, the command perhaps elsewhere.
    let here = std::env::current_dir().context("this folder cannot be read")?;
    let article = here.join(&arguments.article);
    let article = article.strip_prefix(project.root()).unwrap_or(&article);
    let mut words: Vec<&OsStr> = vec!["import".as_ref(), project.root().as_ref(), article.as_ref()];
    words.extend(arguments.name.as_ref().map(AsRef::<OsStr>::as_ref));
    run(project, &words)
}

/// Writes the schemas of the content files.
pub fn schemas(project: &Project) -> Result<ExitCode> {
    run(project, &["schema".as_ref(), project.root().as_ref()])
}

/// Passes on the exit code of the program, which says itself what is wrong.
fn run(project: &Project, words: &[&OsStr]) -> Result<ExitCode> {
    let mut draft = project.cargo("run --quiet --locked --package draft --");
    process::exit_code(draft.args(words))
}
