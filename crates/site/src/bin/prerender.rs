//! Builds the site. As Trunk's hook it writes the site into the staging folder. `--check` only
//! reads the content and prints every problem, with `--check FOLDER` also every quotation that the
//! texts in the folder do not have; `--explain` prints what a key of the content means, or lists all;
//! `--glyphs` prints what a font must contain;
//! `--staged` uses the script in the staging folder as it is.

use std::path::{Path, PathBuf};
use std::process::ExitCode;

use content::SourceTexts;
use model::Edition;
use site::Source;

fn main() -> ExitCode {
    let project = std::env::var_os("TRUNK_SOURCE_DIR").map_or_else(|| PathBuf::from("."), PathBuf::from);
    let folder = std::env::var_os("SIJIAN_CONTENT").map_or_else(|| project.join("content"), PathBuf::from);
    let task = std::env::args().nth(1).unwrap_or_default();
    let argument = std::env::args().nth(2).unwrap_or_default();
    if task == "--check" {
        return told(check(&folder, &argument));
    }
    if task == "--explain" {
        return told(content::explain(&argument).map(|said| println!("{said}")));
    }
    let result = read(&folder).and_then(|edition| match task.as_str() {
        "--glyphs" => {
            let no_font = || format!("{argument} is no font of the page");
            let glyphs = site::glyphs_of(&edition, &argument).ok_or_else(no_font)?;
            println!("{}", glyphs.into_iter().collect::<String>());
            Ok(())
        }
        "--staged" => write(edition, Source::Staged, &project),
        _ => write(
            edition,
            std::env::var_os("SIJIAN_WASM").map_or(Source::Trunk, |wasm| Source::Wasm(wasm.into())),
            &project,
        ),
    });
    told(result)
}

fn told(result: Result<(), String>) -> ExitCode {
    match result {
        Ok(()) => ExitCode::SUCCESS,
        Err(message) => {
            eprintln!("{message}");
            ExitCode::FAILURE
        }
    }
}

fn read(folder: &Path) -> Result<Edition, String> {
    read_against(folder, SourceTexts::default())
}

fn read_against(folder: &Path, texts: SourceTexts) -> Result<Edition, String> {
    let load = |name: &str| std::fs::read_to_string(folder.join(name));
    content::read_against(load, texts).map_err(|problems| content::report(&problems))
}

fn check(folder: &Path, texts: &str) -> Result<(), String> {
    if texts.is_empty() {
        read(folder)?;
        println!("{}：没有问题；原文不在手边，引文没有核对。", folder.display());
    } else {
        let texts = SourceTexts::read(texts.as_ref()).map_err(|error| format!("{texts}：读不了原文（{error}）"))?;
        read_against(folder, texts)?;
        println!("{}：没有问题，引文和原文一致。", folder.display());
    }
    Ok(())
}

fn write(edition: Edition, script: Source, project: &Path) -> Result<(), String> {
    let staging = std::env::var_os("TRUNK_STAGING_DIR")
        .map(PathBuf::from)
        .ok_or("prerender is run by Trunk: use `cargo xtask build`, or give --check")?;
    site::write(Box::leak(Box::new(edition)), &script, project, &staging).map_err(|error| error.to_string())?;
    #[cfg(feature = "compress")]
    // Takes seconds, too long while editing.
    if std::env::var_os("SIJIAN_COMPRESS").is_some() {
        site::compress(&staging).map_err(|error| error.to_string())?;
    }
    Ok(())
}
