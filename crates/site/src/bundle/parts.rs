//! Cuts cargo's wasm into a core and the parts that `browser::parts` names.

use std::path::{Path, PathBuf};

use wasm_split_cli_support::{Options, transform};

use super::glue::{self, LINK};
use super::names::{Names, imported};
use super::program::{Programs, STEM};
use crate::error::SiteError;
use crate::hash::integrity;

/// The script in pieces: complete, but without final file names.
pub struct Cut {
    pub core: PathBuf,
    pub parts: Vec<Part>,
    /// The JavaScript that instantiates the core and loads the parts.
    pub script: String,
}

pub struct Part {
    pub name: String,
    pub path: PathBuf,
}

const CORE: &str = "core.wasm";
const SCRIPT: &str = "script.js";

/// The module name from which parts import their memory and tables.
const SHARED: &str = "__wasm_split";

/// Records from which input and with which tools the pieces in the workshop were made.
const STAMP: &str = "stamp";

/// The code that cuts and shrinks, and the versions it uses: when it changes, the pieces are
/// outdated.
const BUILDER: [&str; 7] = [
    include_str!("glue.rs"),
    include_str!("mod.rs"),
    include_str!("names.rs"),
    include_str!("parts.rs"),
    include_str!("program.rs"),
    include_str!("stage.rs"),
    include_str!("../../../../Cargo.lock"),
];

/// Cuts and shrinks the wasm. Reuses the last pieces if neither the input nor the tools changed.
pub fn cut(built: &Path, workshop: &Path, programs: &Programs) -> Result<Cut, SiteError> {
    let input = std::fs::read(built).map_err(|error| SiteError::file(built, &error))?;
    let stamp = stamp(&input, programs, &BUILDER);
    let kept = workshop.join(STAMP);
    if std::fs::read_to_string(&kept).is_ok_and(|found| found == stamp) {
        return Cut::found(workshop);
    }
    // Files left by another build would be taken for parts.
    let _ = std::fs::remove_dir_all(workshop);
    std::fs::create_dir_all(workshop).map_err(|error| SiteError::file(workshop, &error))?;
    let mut cut = cut_anew(&input, workshop, programs)?;
    cut.shrink(workshop, programs)?;
    std::fs::write(&kept, stamp).map_err(|error| SiteError::file(&kept, &error))?;
    Ok(cut)
}

fn stamp(input: &[u8], programs: &Programs, builder: &[&str]) -> String {
    format!("{} {} {programs:?}", integrity(input), integrity(builder.concat().as_bytes()))
}

fn cut_anew(input: &[u8], workshop: &Path, programs: &Programs) -> Result<Cut, SiteError> {
    let main = workshop.join("main.wasm");
    let mut options = Options::new(input);
    (options.output_dir, options.main_out_path) = (workshop, &main);
    let split = transform(options).map_err(|error| SiteError::Script { reason: error.to_string() })?;
    programs.bind(&main, workshop)?;

    let bound = workshop.join(format!("{STEM}_bg.wasm"));
    let core = workshop.join(CORE);
    let (mut own, mut shared): (Vec<PathBuf>, Vec<PathBuf>) =
        split.split_modules.into_iter().partition(|path| name(path).starts_with("split_"));
    shared.sort();
    // Code shared by several parts goes into the core: one file instead of one for each set of
    // parts.
    let modules: Vec<(PathBuf, String)> = std::iter::once((bound.clone(), SHARED.to_owned()))
        .chain(shared.iter().map(|path| (path.clone(), name(path))))
        .collect();
    let merged = programs.merge(&modules, &core)?;
    if !merged {
        std::fs::rename(&bound, &core).map_err(|error| SiteError::file(&core, &error))?;
        own.append(&mut shared);
    }
    let mut link = read(&workshop.join(LINK))?;
    if merged {
        link = glue::without_loaders(&link, &shared.iter().map(|path| name(path)).collect::<Vec<_>>())?;
    }
    let script = glue::joined(&read(&workshop.join(format!("{STEM}.js")))?, &link)?;
    let mut parts: Vec<Part> = own.into_iter().map(Part::at).collect();
    parts.sort_by(|a, b| a.name.cmp(&b.name));
    Ok(Cut { core, parts, script })
}

fn read(path: &Path) -> Result<String, SiteError> {
    std::fs::read_to_string(path).map_err(|error| SiteError::file(path, &error))
}

fn name(path: &Path) -> String {
    path.file_stem().unwrap_or_default().to_string_lossy().into_owned()
}

impl Part {
    fn at(path: PathBuf) -> Self {
        Self { name: name(&path).trim_start_matches("split_").to_owned(), path }
    }
}

impl Cut {
    /// Loads the pieces that an earlier build left.
    fn found(workshop: &Path) -> Result<Self, SiteError> {
        let script = read(&workshop.join(SCRIPT))?;
        let files = std::fs::read_dir(workshop).map_err(|error| SiteError::file(workshop, &error))?;
        let paths = files.filter_map(|file| Some(file.ok()?.path()));
        let mut parts: Vec<Part> = paths
            .filter(|path| script.contains(&glue::integrity_of(&format!("{}.wasm", name(path)))))
            .map(Part::at)
            .collect();
        parts.sort_by(|a, b| a.name.cmp(&b.name));
        Ok(Self { core: workshop.join(CORE), parts, script })
    }

    /// Removes unused functions and long names.
    fn shrink(&mut self, workshop: &Path, programs: &Programs) -> Result<(), SiteError> {
        let mut names = Names::of(&self.core)?;
        names.shorten(&mut self.script);
        names.write()?;
        programs.optimise(&self.core)?;
        for part in &self.parts {
            programs.optimise(&part.path)?;
        }
        self.script = glue::without_idle_imports(&self.script, &imported(&self.core)?)?;
        let path = workshop.join(SCRIPT);
        std::fs::write(&path, &self.script).map_err(|error| SiteError::file(&path, &error))?;
        programs.minify(&path)?;
        self.script = read(&path)?;
        Ok(())
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn another_builder_makes_the_pieces_anew() {
        let programs = Programs::from_env();
        let own = stamp(b"wasm", &programs, &BUILDER);
        assert_eq!(own, stamp(b"wasm", &programs, &BUILDER));
        assert_ne!(own, stamp(b"other", &programs, &BUILDER));
        assert_ne!(own, stamp(b"wasm", &programs, &["changed"]));
    }

    #[test]
    fn all_files_of_the_builder_are_in_its_stamp() {
        let folder = Path::new(env!("CARGO_MANIFEST_DIR")).join("src/bundle");
        for file in std::fs::read_dir(folder).unwrap() {
            let text = read(&file.unwrap().path()).unwrap();
            assert!(BUILDER.contains(&text.as_str()), "{} is missing", text.lines().next().unwrap_or_default());
        }
    }
}
