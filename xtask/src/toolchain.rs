//! All that a build of the pages needs besides cargo, found or installed once a run.

use std::path::PathBuf;

use crate::binaryen;
use crate::cache::Cache;
use crate::error::Error;
use crate::project::Project;
use crate::rustup;
use crate::terser;
use crate::tools::{self, Tool};

pub struct Toolchain {
    /// Folders with the tools that Trunk looks for on PATH, and Trunk itself.
    pub folders: Vec<PathBuf>,
    pub wasm_opt: Option<PathBuf>,
    pub terser: Option<PathBuf>,
    /// Whether the standard library can be built anew, for size.
    pub sources: bool,
}

impl Toolchain {
    pub fn ensure(project: &Project, cache: &Cache) -> Result<Self, Error> {
        rustup::ensure_target(project)?;
        let wanted = [Tool::trunk(), Tool::wasm_bindgen(project.locked("wasm-bindgen")?)];
        let programs = tools::ensure(cache, &wanted)?;
        Ok(Self {
            folders: programs.iter().filter_map(|program| program.parent()).map(PathBuf::from).collect(),
            wasm_opt: binaryen::ensure(cache),
            terser: terser::ensure(cache),
            sources: rustup::ensure_sources(project),
        })
    }
}
