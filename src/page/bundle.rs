use std::io::Write;
use std::path::Path;
use std::process::Command;

use super::hash::{integrity, short};
use super::site::SiteError;

/// The script that Trunk built, under names that tell its content.
pub struct Bundle {
    pub script: Part,
    pub wasm: Part,
}

/// A file under a name that tells its content.
pub struct Part {
    pub name: String,
    /// For browsers, which refuse anything else under this name.
    pub sum: String,
}

/// In the script's own scope: from then on nothing that it has left with the browser, be it a
/// listener, a timer or an observer, reaches the program.
const STILL: &str = "export function still(){if(wasm)wasm=Object.fromEntries(Object.entries(wasm)\
     .map(([name,part])=>[name,typeof part=='function'?()=>{}:part]))}\n";

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
        let script = staging.join("sijian.js");
        let opened = std::fs::OpenOptions::new().append(true).open(&script);
        let added = opened.and_then(|mut file| file.write_all(STILL.as_bytes()));
        added.map_err(|error| SiteError::file(&script, &error))?;
        Ok(Self { script: rename(&script, "app", "js")?, wasm: rename(&wasm, "app", "wasm")? })
    }
}

fn optimise(tool: &Path, wasm: &Path) -> Result<(), SiteError> {
    let smaller = wasm.with_extension("opt.wasm");
    let status = Command::new(tool).arg("-Oz").arg(wasm).arg("-o").arg(&smaller).args(FEATURES).status();
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

fn rename(path: &Path, stem: &str, extension: &str) -> Result<Part, SiteError> {
    let bytes = std::fs::read(path).map_err(|error| SiteError::file(path, &error))?;
    let name = format!("{stem}-{}.{extension}", short(&bytes));
    std::fs::rename(path, path.with_file_name(&name)).map_err(|error| SiteError::file(path, &error))?;
    Ok(Part { name, sum: integrity(&bytes) })
}
