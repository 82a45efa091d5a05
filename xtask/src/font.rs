//! The heading font: a subset of just the glyphs that the page sets in it.

use std::path::{Path, PathBuf};
use std::process::Command;

use crate::cache::Cache;
use crate::error::Error;
use crate::process;
use crate::project::Project;
use crate::versions;

/// The whole font, where Debian's package `fonts-noto-cjk-extra` puts it; `SIJIAN_FONT` names another.
const WHOLE: &str = "/usr/share/fonts/opentype/noto/NotoSerifCJK-Black.ttc";
/// Simplified Chinese within the collection.
const FACE: &str = "--font-number=2";

/// Writes `assets/serif.woff2` and the list of its glyphs anew.
pub fn run(project: &Project) -> Result<(), Error> {
    let whole = std::env::var_os("SIJIAN_FONT").map_or_else(|| PathBuf::from(WHOLE), PathBuf::from);
    if !whole.is_file() {
        return Err(Error::Missing {
            program: whole.display().to_string(),
            cure: "install fonts-noto-cjk-extra, or name the font in SIJIAN_FONT",
        });
    }
    let python = process::find("python3")
        .ok_or_else(|| Error::Missing { program: "python3".into(), cure: "install Python 3 with pip" })?;
    let fonttools = ensure(&Cache::open()?, &python)?;
    let assets = project.root().join("assets");
    let list = assets.join("serif-glyphs.txt");
    let mut prerender = project.cargo(["run", "--quiet", "--locked", "--features", "ssr", "--bin", "prerender"]);
    let glyphs = process::ask(prerender.args(["--", "--glyphs"])).ok_or(Error::Problems { code: 1 })?;
    std::fs::write(&list, &glyphs).map_err(|source| Error::File { path: list.clone(), source })?;
    let font = assets.join("serif.woff2");
    subset(&mut fonttools.command(&python), &whole, &list, &font)?;
    let bytes = std::fs::metadata(&font).map_err(|source| Error::File { path: font.clone(), source })?.len();
    println!("xtask: {} glyphs in {bytes} bytes, {}", glyphs.trim().chars().count(), font.display());
    Ok(())
}

fn subset(fonttools: &mut Command, whole: &Path, list: &Path, font: &Path) -> Result<(), Error> {
    fonttools.arg(whole).args([FACE, "--flavor=woff2", "--layout-features=", "--no-hinting"]);
    fonttools.args(["--desubroutinize", "--name-IDs=0,1,2,3,4,5,6,13,14"]);
    fonttools.arg(format!("--text-file={}", list.display())).arg(format!("--output-file={}", font.display()));
    process::run(fonttools, "making the font smaller", "see what pyftsubset says above")
}

/// A folder of Python packages in the tool cache.
struct Fonttools(PathBuf);

impl Fonttools {
    fn command(&self, python: &Path) -> Command {
        let mut command = Command::new(python);
        command.env("PYTHONPATH", &self.0).args(["-m", "fontTools.subset"]);
        command
    }
}

const PROOF: &str = "fontTools";

fn ensure(cache: &Cache, python: &Path) -> Result<Fonttools, Error> {
    let folder = |proof: PathBuf| Fonttools(proof.parent().map_or_else(PathBuf::new, Path::to_path_buf));
    if let Some(found) = cache.installed("fonttools", versions::FONTTOOLS, PROOF) {
        return Ok(folder(found));
    }
    let _lock = cache.lock()?;
    println!("xtask: installing fonttools {}", versions::FONTTOOLS);
    let installed = cache.install("fonttools", versions::FONTTOOLS, PROOF, |part| {
        let mut pip = Command::new(python);
        pip.args(["-m", "pip", "install", "--quiet", "--disable-pip-version-check", "--target"]).arg(part);
        pip.arg(format!("fonttools=={}", versions::FONTTOOLS)).arg("brotli");
        process::run(&mut pip, "installing fonttools", "see what pip says above")
    })?;
    Ok(folder(installed))
}
