//! The page's script: from what cargo built to what readers load.
//!
//! The wasm is cut into a core and parts that come later, bound to its glue, stripped of what nobody
//! calls and of long names, and named by its content.

mod glue;
mod names;
mod parts;
mod program;

use std::path::{Path, PathBuf};

use super::hash;
use super::site::SiteError;
use program::Programs;

/// The script that Trunk built, under names that tell its content.
pub struct Bundle {
    pub script: String,
    pub wasm: String,
    /// What comes after the core, as it is called in `browser::parts`, and its file.
    pub parts: Vec<(String, String)>,
}

/// What wasm-bindgen is told to call its files.
const STEM: &str = "app";

impl Bundle {
    /// Makes the script from cargo's wasm, which Trunk has had built, and puts it into Trunk's staging
    /// folder. Where binaryen (`SIJIAN_WASM_OPT`) or terser (`SIJIAN_TERSER`) cannot be had it is larger.
    ///
    /// # Errors
    /// A file that cannot be read or written, or a program that fails.
    pub fn stage(project: &Path, staging: &Path) -> Result<Self, SiteError> {
        let programs = Programs::told();
        let built = built(project);
        let workshop = built.with_file_name("parts");
        let mut cut = parts::cut(&built, &workshop, &programs)?;

        let mut parts = Vec::new();
        for part in &cut.parts {
            let (name, file) = place(staging, &part.path, &part.name)?;
            let old = part.path.file_name().unwrap_or_default().to_string_lossy();
            cut.script = cut.script.replace(&format!("./{old}"), &format!("./{file}"));
            parts.push((name, file));
        }
        let wasm = place(staging, &cut.core, STEM)?.1;
        let script = format!("{STEM}-{}.js", hash::short(cut.script.as_bytes()));
        let path = staging.join(&script);
        std::fs::write(&path, cut.script).map_err(|error| SiteError::file(&path, &error))?;
        // Trunk's own are the same uncut.
        for own in ["sijian.js", "sijian_bg.wasm"] {
            let _ = std::fs::remove_file(staging.join(own));
        }
        Ok(Self { script, wasm, parts })
    }

    /// The file of a part.
    pub fn part(&self, name: &str) -> Option<&str> {
        self.parts.iter().find(|(part, _)| part == name).map(|(_, file)| file.as_str())
    }
}

/// What cargo built, before wasm-bindgen saw it.
fn built(project: &Path) -> PathBuf {
    let target = std::env::var_os("CARGO_TARGET_DIR").map_or_else(|| project.join("target"), PathBuf::from);
    let profile = std::env::var("TRUNK_PROFILE").unwrap_or_else(|_| "release".to_owned());
    project.join(target).join("wasm32-unknown-unknown").join(profile).join("sijian.wasm")
}

/// Copies a wasm into the staging folder, under a name that tells its content.
fn place(staging: &Path, path: &Path, name: &str) -> Result<(String, String), SiteError> {
    let bytes = std::fs::read(path).map_err(|error| SiteError::file(path, &error))?;
    let file = format!("{name}-{}.wasm", hash::short(&bytes));
    let to = staging.join(&file);
    std::fs::write(&to, bytes).map_err(|error| SiteError::file(&to, &error))?;
    Ok((name.to_owned(), file))
}
