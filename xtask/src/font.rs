//! Cuts the project's fonts: subsets with just the glyphs that the page and its pictures use.

use std::env;
use std::fs;
use std::path::{Path, PathBuf};

use anyhow::{Context, Result, ensure};

use crate::cache::Cache;
use crate::process;
use crate::project::Project;
use crate::python;

/// A font: its name and extension, the file of the whole font and the variable that
/// overrides it, units per em.
type Font = (&'static str, &'static str, [&'static str; 2], u32);

/// File names in Debian's folder of Noto fonts.
const SERIF: [&str; 2] = ["NotoSerifCJK-Black.ttc", "SIJIAN_FONT"];
const SANS: [&str; 2] = ["NotoSansCJK-Regular.ttc", "SIJIAN_SANS_FONT"];

/// Browsers load the first two, the one for the first screen and then the one for the rest. Halving Noto's units per em moves outlines by less than half a pixel in
/// the largest heading, and makes the file a seventh smaller. The others are for the share
/// pictures, whose painter finds fonts by family and cannot read woff2.
const FONTS: [Font; 4] = [
    ("serif-cover", "woff2", SERIF, 500),
    ("serif", "woff2", SERIF, 500),
    ("picture-serif", "otf", SERIF, NOTO),
    ("picture-sans", "otf", SANS, NOTO),
];

/// Units per em of the whole fonts.
const NOTO: u32 = 1000;

/// Cuts every font for an edition, and writes beside each the list of its glyphs: the shipped
/// edition's into `assets/`, those of others into their own folder.
pub fn run(project: &Project) -> Result<()> {
    let folder = project.own_fonts().unwrap_or_else(|| project.root().join("assets"));
    let fonttools = python::ensure(&Cache::open()?, &python::FONTTOOLS)?;
    for font in &FONTS {
        let glyphs = glyphs(project, font)?;
        cut(font, &glyphs, &folder, &fonttools)?;
    }
    Ok(())
}

/// Cuts those fonts of an edition in `editions/` whose glyphs have changed. Where Noto is not
/// installed, says so, and the edition goes without.
pub fn follow(project: &Project) -> Result<()> {
    let Some(folder) = project.own_fonts() else { return Ok(()) };
    if let Some(font) = FONTS.iter().find(|font| !whole(font).is_file()) {
        println!("xtask: no fonts are cut into {}: {}", folder.display(), missing(font));
        return Ok(());
    }
    for font in &FONTS {
        let (glyphs, (name, ending, ..)) = (glyphs(project, font)?, font);
        let is_new = fs::read_to_string(folder.join(format!("{name}-glyphs.txt"))).unwrap_or_default() != glyphs;
        if is_new || !folder.join(format!("{name}.{ending}")).is_file() {
            cut(font, &glyphs, &folder, &python::ensure(&Cache::open()?, &python::FONTTOOLS)?)?;
        }
    }
    Ok(())
}

/// Prints the glyphs of a list that a font lacks.
const MISSING: &str = "import sys
from fontTools.ttLib import TTFont
known = TTFont(sys.argv[1]).getBestCmap()
print(''.join(c for c in open(sys.argv[2], encoding='utf-8').read() if not c.isspace() and ord(c) not in known))";

/// The file of the whole font.
fn whole((_, _, [file, variable], _): &Font) -> PathBuf {
    let debian = || PathBuf::from("/usr/share/fonts/opentype/noto").join(file);
    env::var_os(variable).map_or_else(debian, PathBuf::from)
}

/// What to do without the whole font.
fn missing(font: &Font) -> String {
    let (_, _, [_, variable], _) = font;
    format!("{} is missing; install Debian's fonts-noto-cjk-extra, or name it in {variable}", whole(font).display())
}

/// The glyphs that an edition needs of a font.
fn glyphs(project: &Project, (name, ..): &Font) -> Result<String> {
    let glyphs = process::ask(project.site("prerender").args(["--glyphs", name]));
    glyphs.context("the content cannot be used yet; see what `cargo xtask check` says")
}

fn cut(font: &Font, glyphs: &str, folder: &Path, fonttools: &PathBuf) -> Result<()> {
    let (whole, (name, ending, _, units)) = (whole(font), font);
    ensure!(whole.is_file(), missing(font));
    fs::create_dir_all(folder).with_context(|| folder.display().to_string())?;
    // Moved into place when all is done, the list last: it says what the font beside it has.
    let work = tempfile::tempdir_in(folder).with_context(|| folder.display().to_string())?;
    let [list, file] = [format!("{name}-glyphs.txt"), format!("{name}.{ending}")].map(|file| work.path().join(file));
    fs::write(&list, glyphs).with_context(|| list.display().to_string())?;

    let mut subset = python::module(fonttools, "fontTools.subset");
    // The second font of the collection is the Simplified Chinese one.
    subset.arg(&whole).args(["--font-number=2", "--layout-features=", "--no-hinting", "--desubroutinize"]);
    if *ending == "woff2" {
        subset.args(["--flavor=woff2", "--name-IDs=0,1,2,3,4,5,6,13,14"]);
    } else {
        subset.arg("--name-IDs=0,1,2,3,4,5,6,13,14,16,17");
    }
    // The list has only visible glyphs; a space is not one, but has a width.
    subset.args(["--unicodes=0020".to_owned(), format!("--text-file={}", list.display())]);
    subset.arg(format!("--output-file={}", file.display()));
    process::run(&mut subset, "making the font smaller", "see what pyftsubset says above")?;
    if *units != NOTO {
        let mut scale = python::module(fonttools, "fontTools");
        scale.args(["ttLib.scaleUpem", "--output-file"]).arg(&file).arg(&file).arg(units.to_string());
        process::run(&mut scale, "rounding the font's outlines", "see what fontTools says above")?;
    }
    if let Some(missing) = process::ask(python::script(fonttools, MISSING).arg(&file).arg(&list))
        && !missing.is_empty()
    {
        println!("xtask: {} has no glyph for {missing}; the page shows another font there", whole.display());
    }
    let (count, bytes) = (glyphs.trim().chars().count(), fs::metadata(&file)?.len());
    let place = |path: &Path| path.file_name().map_or_else(|| folder.to_owned(), |name| folder.join(name));
    for path in [&file, &list] {
        fs::rename(path, place(path)).with_context(|| place(path).display().to_string())?;
    }
    println!("xtask: {count} glyphs in {bytes} bytes, {}", place(&file).display());
    Ok(())
}
