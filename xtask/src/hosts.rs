//! The libraries by which other pages fit our frames, for the browser tests to embed the pages with.

use std::path::PathBuf;

use crate::cache::Cache;
use crate::npm::{self, Package};
use crate::versions;

/// The variables that tell the browser tests where each script is.
pub const VARIABLES: [&str; 3] = ["SIJIAN_PYM", "SIJIAN_RESIZER_4", "SIJIAN_RESIZER_5"];

/// The scripts, or a sentence that says why the pages are not tried with them.
pub fn ensure(cache: &Cache) -> Result<[PathBuf; 3], String> {
    let ensure =
        |package| npm::ensure(cache, package).map_err(|reason| format!("hosts' libraries are not tried: {reason}"));
    Ok([ensure(&PYM)?, ensure(&RESIZER_4)?, ensure(&RESIZER_5)?])
}

const PYM: Package =
    Package { name: "pym.js", version: versions::PYM, file: "node_modules/pym.js/dist/pym.v1.js", works: |_| true };

const RESIZER_4: Package = Package {
    name: "iframe-resizer",
    version: versions::RESIZER_4,
    file: "node_modules/iframe-resizer/js/iframeResizer.js",
    works: |_| true,
};

const RESIZER_5: Package = Package {
    name: "@iframe-resizer/parent",
    version: versions::RESIZER_5,
    file: "node_modules/@iframe-resizer/parent/index.umd.js",
    works: |_| true,
};
