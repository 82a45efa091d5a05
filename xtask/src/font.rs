//! The project's fonts: subsets of just the glyphs that the page and its pictures set in them.

use std::ffi::OsStr;
use std::path::{Path, PathBuf};
use std::process::Command;

use anyhow::{Context, Result, bail};

use crate::cache::Cache;
use crate::process;
use crate::project::Project;
use crate::python;

/// A font in `assets/`.
struct Font {
    name: &'static str,
    extension: &'static str,
    whole: Whole,
    /// How finely its outlines are drawn, units per em.
    units: u32,
    arguments: &'static [&'static str],
}

/// The whole font, where Debian puts it, and the variable that names another.
struct Whole {
    path: &'static str,
    variable: &'static str,
    package: &'static str,
}

const SERIF: Whole = Whole {
    path: "/usr/share/fonts/opentype/noto/NotoSerifCJK-Black.ttc",
    variable: "SIJIAN_FONT",
    package: "install fonts-noto-cjk-extra, or name the font in SIJIAN_FONT",
};
const SANS: Whole = Whole {
    path: "/usr/share/fonts/opentype/noto/NotoSansCJK-Regular.ttc",
    variable: "SIJIAN_SANS_FONT",
    package: "install fonts-noto-cjk, or name the font in SIJIAN_SANS_FONT",
};

/// Browsers load the first. The others paint pictures while the page is built, whose painter finds
/// fonts by their family and reads no woff2.
const FONTS: [Font; 3] = [
    Font {
        name: "serif",
        extension: "woff2",
        whole: SERIF,
        // Half as fine as Noto draws: less than half a pixel in the largest heading, and a seventh less to load.
        units: 500,
        arguments: &["--flavor=woff2", "--name-IDs=0,1,2,3,4,5,6,13,14"],
    },
    Font {
        name: "picture-serif",
        extension: "otf",
        whole: SERIF,
        units: 1000,
        arguments: &["--name-IDs=0,1,2,3,4,5,6,13,14,16,17"],
    },
    Font {
        name: "picture-sans",
        extension: "otf",
        whole: SANS,
        units: 1000,
        arguments: &["--name-IDs=0,1,2,3,4,5,6,13,14,16,17"],
    },
];

/// Units per em of the whole fonts.
const NOTO: u32 = 1000;

/// Simplified Chinese within the collection.
const FACE: &str = "--font-number=2";

/// Writes every font of `assets/`, and beside each the list of its glyphs, anew.
pub fn run(project: &Project) -> Result<()> {
    let fonttools = python::ensure(&Cache::open()?, &python::FONTTOOLS)?;
    for font in &FONTS {
        cut(project, font, &fonttools)?;
    }
    Ok(())
}

fn cut(project: &Project, font: &Font, fonttools: &PathBuf) -> Result<()> {
    let whole = std::env::var_os(font.whole.variable).map_or_else(|| PathBuf::from(font.whole.path), PathBuf::from);
    if !whole.is_file() {
        bail!("{} is missing; {}", whole.display(), font.whole.package);
    }
    let assets = project.root().join("assets");
    let list = assets.join(format!("{}-glyphs.txt", font.name));
    let glyphs = process::ask(project.site("prerender").args(["--glyphs", font.name]));
    let glyphs = glyphs.context("the content cannot be used yet; see what `cargo xtask check` says")?;
    std::fs::write(&list, &glyphs).with_context(|| list.display().to_string())?;
    let file = assets.join(font.name).with_extension(font.extension);
    subset(python::module(fonttools, "fontTools.subset").args(font.arguments), &whole, &list, &file)?;
    if font.units != NOTO {
        scale(python::module(fonttools, "fontTools"), &file, font.units)?;
    }
    let bytes = std::fs::metadata(&file)?.len();
    println!("xtask: {} glyphs in {bytes} bytes, {}", glyphs.trim().chars().count(), file.display());
    Ok(())
}

fn subset(fonttools: &mut Command, whole: &Path, list: &Path, file: &Path) -> Result<()> {
    let named = |option: &str, path: &Path| {
        let mut argument = OsStr::new(option).to_owned();
        argument.push(path);
        argument
    };
    fonttools.arg(whole).args([FACE, "--layout-features=", "--no-hinting", "--desubroutinize"]);
    // The list holds what is seen; a space is not, but has a width.
    fonttools.arg("--unicodes=0020");
    fonttools.arg(named("--text-file=", list)).arg(named("--output-file=", file));
    process::run(fonttools, "making the font smaller", "see what pyftsubset says above")
}

/// Rounds the outlines to so many units per em.
fn scale(mut fonttools: Command, file: &Path, units: u32) -> Result<()> {
    fonttools.args(["ttLib.scaleUpem", "--output-file"]).arg(file).arg(file).arg(units.to_string());
    process::run(&mut fonttools, "rounding the font's outlines", "see what fontTools says above")
}
