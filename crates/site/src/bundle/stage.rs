use std::path::{Path, PathBuf};

use super::program::{Programs, STEM};
use super::{glue, parts};
use crate::error::SiteError;
use crate::hash::{integrity, short};

/// The script that Trunk built, under names that tell its content.
pub struct Bundle {
    pub script: Part,
    pub wasm: Part,
    /// What comes after the core, by what it is called in `browser::parts`.
    pub parts: Vec<(String, Part)>,
}

/// A file under a name that tells its content.
pub struct Part {
    pub name: String,
    /// For browsers, which refuse anything else under this name.
    pub sum: String,
}

impl Bundle {
    /// Makes the script from cargo's wasm, which Trunk has had built, and puts it into Trunk's staging
    /// folder; a script that has no parts is taken as it is. Where binaryen (`SIJIAN_WASM_OPT`) or terser (`SIJIAN_TERSER`) cannot be had it is larger.
    ///
    /// # Errors
    /// A file that cannot be read or written, or a program that fails.
    pub fn stage(project: &Path, staging: &Path) -> Result<Self, SiteError> {
        // `cargo xtask serve` does without Trunk.
        if let Some(built) = std::env::var_os("SIJIAN_WASM") {
            return Self::cut(Path::new(&built), staging);
        }
        let trunks = ["sijian.js", "sijian_bg.wasm"].map(|name| staging.join(name));
        let [script, wasm] = [read(&trunks[0])?, read(&trunks[1])?];
        let bundle = if glue::asks_for_parts(&String::from_utf8_lossy(&script)) {
            Self::cut(&built(project), staging)?
        } else {
            let (script, wasm) = (place(staging, &script, STEM, "js")?, place(staging, &wasm, STEM, "wasm")?);
            Self { script, wasm, parts: Vec::new() }
        };
        for path in trunks {
            std::fs::remove_file(&path).map_err(|error| SiteError::file(&path, &error))?;
        }
        Ok(bundle)
    }

    /// Trunk's own are the same uncut, and go.
    fn cut(built: &Path, staging: &Path) -> Result<Self, SiteError> {
        let programs = Programs::told();
        let workshop = built.with_file_name("parts");
        let mut cut = parts::cut(built, &workshop, &programs)?;

        let mut parts = Vec::new();
        for piece in &cut.parts {
            let part = place(staging, &read(&piece.path)?, &piece.name, "wasm")?;
            let old = piece.path.file_name().unwrap_or_default().to_string_lossy();
            cut.script = cut.script.replace(&glue::sum_of(&old), &part.sum).replace(&*old, &part.name);
            parts.push((piece.name.clone(), part));
        }
        let wasm = place(staging, &read(&cut.core)?, STEM, "wasm")?;
        let script = place(staging, cut.script.as_bytes(), STEM, "js")?;
        Ok(Self { script, wasm, parts })
    }

    /// The file of a part.
    pub fn part(&self, name: &str) -> Option<&Part> {
        self.parts.iter().find(|(part, _)| part == name).map(|(_, file)| file)
    }
}

/// What cargo built, before wasm-bindgen saw it. It lies beside this program, wherever cargo was told to build.
fn built(project: &Path) -> PathBuf {
    const WASM: &str = "wasm32-unknown-unknown";
    let this = std::env::current_exe().unwrap_or_default();
    let target = this.ancestors().find(|folder| folder.join(WASM).is_dir());
    let target = target.map_or_else(|| project.join("target"), Path::to_path_buf);
    let profile = std::env::var("TRUNK_PROFILE").unwrap_or_else(|_| "release".to_owned());
    target.join(WASM).join(profile).join("sijian.wasm")
}

fn read(path: &Path) -> Result<Vec<u8>, SiteError> {
    std::fs::read(path).map_err(|error| SiteError::file(path, &error))
}

/// Writes a file into the staging folder, under a name that tells its content.
fn place(staging: &Path, bytes: &[u8], stem: &str, extension: &str) -> Result<Part, SiteError> {
    let name = format!("{stem}-{}.{extension}", short(bytes));
    let path = staging.join(&name);
    std::fs::write(&path, bytes).map_err(|error| SiteError::file(&path, &error))?;
    Ok(Part { name, sum: integrity(bytes) })
}
