use std::path::{Path, PathBuf};

use super::program::{Programs, STEM};
use super::{glue, parts};
use crate::error::SiteError;
use crate::hash::{integrity, short};

/// The wasm and its script, with a content hash in their names.
pub struct Bundle {
    pub script: HashedFile,
    /// The code that the first paint needs.
    pub core: HashedFile,
    /// Chunks that are loaded later, by the names given to `wasm_split` in `src`.
    pub chunks: Vec<(String, HashedFile)>,
}

/// A file with a content hash in its name.
pub struct HashedFile {
    pub name: String,
    /// Subresource integrity: browsers refuse any other content.
    pub integrity: String,
}

/// Where a bundle comes from.
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum Source {
    /// Cuts the wasm that Trunk had cargo build into a core and chunks.
    Trunk,
    /// The same for a wasm at this path, when Trunk has put nothing into the staging folder.
    Wasm(PathBuf),
    /// Uses the script in Trunk's staging folder as it is, for tests and benchmarks that only need
    /// pages.
    Staged,
}

/// What Trunk puts into its staging folder.
const STAGED: [&str; 2] = ["sijian.js", "sijian_bg.wasm"];

impl Bundle {
    /// Puts a bundle into Trunk's staging folder, replacing Trunk's files. Without binaryen
    /// (`SIJIAN_WASM_OPT`) or terser (`SIJIAN_TERSER`) it is larger.
    ///
    /// # Errors
    /// If a file cannot be read or written, a tool fails, or the wasm cannot be cut.
    pub fn stage(source: &Source, project: &Path, staging: &Path) -> Result<Self, SiteError> {
        let staged = STAGED.map(|name| staging.join(name));
        let bundle = match source {
            Source::Wasm(wasm) => return Self::cut(wasm, staging),
            Source::Trunk => Self::cut(&built(project), staging)?,
            Source::Staged => {
                let script = place(staging, &read(&staged[0])?, STEM, "js")?;
                let core = place(staging, &read(&staged[1])?, STEM, "wasm")?;
                Self { script, core, chunks: Vec::new() }
            }
        };
        for path in staged {
            std::fs::remove_file(&path).map_err(|error| SiteError::file(&path, &error))?;
        }
        Ok(bundle)
    }

    fn cut(built: &Path, staging: &Path) -> Result<Self, SiteError> {
        let programs = Programs::from_env();
        let workshop = built.with_file_name("parts");
        let mut cut = parts::cut(built, &workshop, &programs)?;

        let mut chunks = Vec::new();
        for part in &cut.parts {
            let chunk = place(staging, &read(&part.path)?, &part.name, "wasm")?;
            let old = part.path.file_name().unwrap_or_default().to_string_lossy();
            cut.script = glue::set_file(&cut.script, &old, &chunk.name, &chunk.integrity)?;
            chunks.push((part.name.clone(), chunk));
        }
        let core = place(staging, &read(&cut.core)?, STEM, "wasm")?;
        let script = place(staging, cut.script.as_bytes(), STEM, "js")?;
        Ok(Self { script, core, chunks })
    }

    /// All files.
    pub fn files(&self) -> impl Iterator<Item = &HashedFile> {
        [&self.script, &self.core].into_iter().chain(self.chunks.iter().map(|(_, file)| file))
    }

    /// Copies all files from the folder that they were staged in to another.
    ///
    /// # Errors
    /// If a file cannot be copied.
    pub fn copy(&self, staging: &Path, folder: &Path) -> Result<(), SiteError> {
        self.files().try_for_each(|file| {
            let to = folder.join(&file.name);
            std::fs::copy(staging.join(&file.name), &to).map(|_| ()).map_err(|error| SiteError::file(&to, &error))
        })
    }

    /// The file of a chunk.
    pub fn chunk(&self, name: &str) -> Option<&HashedFile> {
        self.chunks.iter().find(|(chunk, _)| chunk == name).map(|(_, file)| file)
    }
}

/// The wasm as cargo built it, before wasm-bindgen. It is in the same target folder as this
/// program.
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

/// Writes a file into the staging folder, with a content hash in its name.
fn place(staging: &Path, bytes: &[u8], stem: &str, extension: &str) -> Result<HashedFile, SiteError> {
    let name = format!("{stem}-{}.{extension}", short(bytes));
    let path = staging.join(&name);
    std::fs::write(&path, bytes).map_err(|error| SiteError::file(&path, &error))?;
    Ok(HashedFile { name, integrity: integrity(bytes) })
}
