use std::path::Path;
use std::process::Command;

use super::hash;
use super::site::SiteError;

/// The script that Trunk built, under names that tell its content.
pub struct Bundle {
    pub script: String,
    pub wasm: String,
}

impl Bundle {
    /// Takes the script from Trunk's staging folder, makes it smaller where `wasm-opt` can be had
    /// (`SIJIAN_WASM_OPT`), and renames it by its content.
    ///
    /// # Errors
    /// A file that cannot be read or written, or a `wasm-opt` that fails.
    pub fn stage(staging: &Path) -> Result<Self, SiteError> {
        let wasm = staging.join("sijian_bg.wasm");
        if let Some(tool) = std::env::var_os("SIJIAN_WASM_OPT") {
            optimise(Path::new(&tool), &wasm)?;
        }
        Ok(Self {
            script: rename(staging, "sijian.js", "app", "js")?,
            wasm: rename(staging, "sijian_bg.wasm", "app", "wasm")?,
        })
    }
}

fn optimise(tool: &Path, wasm: &Path) -> Result<(), SiteError> {
    let smaller = wasm.with_extension("opt.wasm");
    // Names are for those who want to know what is in the file: `cargo xtask size --inside`.
    let names = std::env::var_os("SIJIAN_WASM_NAMES").map(|_| "-g");
    let status = Command::new(tool).arg("-Oz").args(names).arg(wasm).arg("-o").arg(&smaller).args(FEATURES).status();
    let ran = status.map_err(|error| SiteError::file(tool, &error))?;
    if !ran.success() {
        return Err(SiteError::Tool { tool: tool.to_path_buf() });
    }
    std::fs::rename(&smaller, wasm).map_err(|error| SiteError::file(wasm, &error))
}

/// What rustc's wasm target may use.
const FEATURES: [&str; 7] = [
    "--enable-bulk-memory",
    "--enable-mutable-globals",
    "--enable-nontrapping-float-to-int",
    "--enable-sign-ext",
    "--enable-reference-types",
    "--enable-multivalue",
    "--enable-bulk-memory-opt",
];

fn rename(staging: &Path, from: &str, stem: &str, extension: &str) -> Result<String, SiteError> {
    let path = staging.join(from);
    let bytes = std::fs::read(&path).map_err(|error| SiteError::file(&path, &error))?;
    let name = format!("{stem}-{}.{extension}", hash::short(&bytes));
    std::fs::rename(&path, staging.join(&name)).map_err(|error| SiteError::file(&path, &error))?;
    Ok(name)
}
