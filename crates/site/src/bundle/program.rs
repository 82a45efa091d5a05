//! The external tools that process the script.

use std::io::Write as _;
use std::path::{Path, PathBuf};
use std::process::{Command, Stdio};

use crate::error::SiteError;
use crate::script::bare;

/// Paths of the optional tools. Without them the script is larger; without wasm-bindgen there is
/// none.
#[derive(Debug)]
pub struct Programs {
    binaryen: Option<PathBuf>,
    terser: Option<PathBuf>,
}

/// The stem of wasm-bindgen's output files.
pub const STEM: &str = "app";

/// The wasm features that rustc may emit.
const FEATURES: [&str; 7] = [
    "--enable-bulk-memory",
    "--enable-mutable-globals",
    "--enable-nontrapping-float-to-int",
    "--enable-sign-ext",
    "--enable-reference-types",
    "--enable-multivalue",
    "--enable-bulk-memory-opt",
];

impl Programs {
    /// Reads the paths from the environment.
    pub fn from_env() -> Self {
        let told = |variable| std::env::var_os(variable).map(PathBuf::from);
        let binaryen = told("SIJIAN_WASM_OPT").and_then(|launcher| Some(launcher.parent()?.to_owned()));
        Self { binaryen, terser: told("SIJIAN_TERSER") }
    }

    /// Binds a wasm to JavaScript: `app.js` and `app_bg.wasm` in the folder.
    pub fn bind(&self, wasm: &Path, folder: &Path) -> Result<(), SiteError> {
        let mut command = Command::new("wasm-bindgen");
        // Parts import what the linker exports.
        command.args(["--target", "web", "--no-typescript", "--keep-lld-exports"]);
        command.args(["--out-name", STEM, "--out-dir"]);
        run(command.arg(folder).arg(wasm))
    }

    /// Merges modules that import from each other, each given with its import name. The first is
    /// the one that the others import as `__wasm_split`. Returns false if binaryen is missing.
    pub fn merge(&self, modules: &[(PathBuf, String)], to: &Path) -> Result<bool, SiteError> {
        let Some(binaryen) = &self.binaryen else {
            return Ok(false);
        };
        let mut command = Command::new(binaryen.join("wasm-merge"));
        for (path, name) in modules {
            command.arg(path).arg(name);
        }
        run(command.arg("--quiet").arg("-o").arg(to).args(FEATURES))?;
        Ok(true)
    }

    /// Optimises a wasm for size, in place.
    pub fn optimise(&self, wasm: &Path) -> Result<(), SiteError> {
        let Some(binaryen) = &self.binaryen else {
            return Ok(());
        };
        let mut command = Command::new(binaryen.join("wasm-opt"));
        run(command.args(["--quiet", "-Oz"]).arg(wasm).arg("-o").arg(wasm).args(FEATURES))
    }

    /// Minifies a module script, in place.
    pub fn minify(&self, script: &Path) -> Result<(), SiteError> {
        let Some(terser) = &self.terser else {
            return Ok(());
        };
        let mut command = Command::new(terser);
        command.arg(script).args(["--module", "--ecma", "2020", "--compress", "passes=3,unsafe_arrows", "--mangle"]);
        run(command.arg("--output").arg(script))
    }

    /// Minifies an inline script, keeping the language level that it was written in.
    pub fn minified(&self, script: &str) -> Result<String, SiteError> {
        let Some(terser) = &self.terser else {
            return Ok(bare(script));
        };
        let mut command = Command::new(terser);
        command.args(["--compress", "passes=2", "--mangle"]).stdin(Stdio::piped()).stdout(Stdio::piped());
        let told = |error| SiteError::file(terser, &error);
        let mut child = command.spawn().map_err(told)?;
        // Dropped at once to close stdin: the tool reads to the end.
        child.stdin.take().map_or(Ok(()), |mut input| input.write_all(script.as_bytes())).map_err(told)?;
        let output = child.wait_with_output().map_err(told)?;
        if !output.status.success() {
            return Err(SiteError::Tool { tool: terser.clone() });
        }
        Ok(String::from_utf8_lossy(&output.stdout).trim_end().to_owned())
    }
}

fn run(command: &mut Command) -> Result<(), SiteError> {
    let tool = PathBuf::from(command.get_program());
    let status = command.status().map_err(|error| SiteError::file(&tool, &error))?;
    if status.success() { Ok(()) } else { Err(SiteError::Tool { tool }) }
}
