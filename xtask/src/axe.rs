//! axe-core, the rules of accessibility that the browser tests apply to the pages.

use std::path::PathBuf;

use crate::cache::Cache;
use crate::npm::{self, Package};
use crate::versions;

/// The variable that tells the browser tests where the script is.
pub const VARIABLE: &str = "SIJIAN_AXE";

/// The script, or a sentence that says why the rules are not applied.
pub fn ensure(cache: &Cache) -> Result<PathBuf, String> {
    npm::ensure(cache, &AXE).map_err(|reason| format!("axe-core's rules are not applied: {reason}"))
}

const AXE: Package =
    Package { name: "axe-core", version: versions::AXE, file: "node_modules/axe-core/axe.min.js", works: |_| true };
