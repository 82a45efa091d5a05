//! The command line. A new command is one variant of [`Command`], one arm of [`run`] and one module.

use std::process::ExitCode;

use anyhow::{Context, Result};
use clap::error::{ContextKind, ContextValue, ErrorKind};
use clap::{CommandFactory, Parser, Subcommand};

use crate::edition::Chosen;
use crate::project::Project;
use crate::{bench, build, check, draft, font, gallery, serve, shots, size, test};

/// The exit code of shells for a program ended by Ctrl-C.
pub const INTERRUPTED: u8 = 130;

/// Reads the command line and does what it says; without a command it lists them all.
pub fn run() -> Result<ExitCode> {
    let cli = match Cli::try_parse() {
        Ok(cli) => cli,
        Err(error) => return Ok(explain(&error)),
    };
    let Some(command) = cli.command else {
        Cli::command().print_help()?;
        return Ok(ExitCode::SUCCESS);
    };
    ctrlc::set_handler(|| {
        testbed::end_all();
        std::process::exit(INTERRUPTED.into());
    })
    .context("Ctrl-C cannot be listened for")?;
    let project = Project::find()?;
    match command {
        Command::New(arguments) => return draft::new(&project, &arguments),
        Command::Import(arguments) => return draft::import(&project, &arguments),
        Command::Serve(arguments) => serve::run(&arguments.edition.of(project)?, &arguments)?,
        Command::Build(edition) => build::run(&edition.of(project)?)?,
        Command::Check(arguments) => return check::run(&arguments.edition.of(project)?, &arguments),
        Command::Font(edition) => font::run(&edition.of(project)?)?,
        Command::Test(arguments) => test::run(&project, &arguments)?,
        Command::Gallery => gallery::run(&project)?,
        Command::Shots(arguments) => shots::run(&project, &arguments)?,
        Command::Size(arguments) => size::run(&project, &arguments)?,
        Command::Bench(arguments) => bench::run(&project, &arguments)?,
    }
    Ok(ExitCode::SUCCESS)
}

/// Sijian's tools.
#[derive(Parser)]
#[command(name = "cargo xtask", bin_name = "cargo xtask", disable_help_subcommand = true)]
struct Cli {
    #[command(subcommand)]
    command: Option<Command>,
}

#[derive(Subcommand)]
enum Command {
    /// Write a commented skeleton of an edition to editions/<NAME>/
    New(draft::New),
    /// Make a first edition of a marked-up article in Markdown
    Import(draft::Import),
    /// Build the pages, serve them at a local address, and build again on every change
    Serve(serve::Arguments),
    /// Build the pages of all editions into dist/, or of one
    Build(Chosen),
    /// Read only the content, print every problem in it, and compare it with the texts that it quotes
    Check(check::Arguments),
    /// Cut the fonts down to the glyphs that the page and its pictures use
    Font(Chosen),
    /// Run every check and test, including in real browsers
    Test(test::Arguments),
    /// Draw every figure in every state into target/gallery/
    Gallery,
    /// Build the pages and take pictures of them, on phones and desktops, light and dark, into target/shots/
    Shots(shots::Arguments),
    /// Build the pages and weigh every file of them against budgets.toml
    Size(size::Arguments),
    /// Measure what pages cost in Chromium, on a phone and a desktop
    Bench(bench::Arguments),
}

/// clap explains a wrong option well, but for an unknown command it should list the known ones.
fn explain(error: &clap::Error) -> ExitCode {
    if error.kind() == ErrorKind::InvalidSubcommand
        && let Some(ContextValue::String(name)) = error.get(ContextKind::InvalidSubcommand)
    {
        let known: Vec<String> = Cli::command().get_subcommands().map(|known| known.get_name().to_owned()).collect();
        let known = known.join(", ");
        eprintln!(
            "xtask: there is no command `{name}`; the commands are {known}, and `cargo xtask --help` explains them."
        );
        return ExitCode::from(2);
    }
    error.exit()
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn the_command_line_is_well_formed() {
        Cli::command().debug_assert();
    }
}
