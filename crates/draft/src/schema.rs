//! Schemas of the content files, beside the editions, for the programs in which editors type.

use std::io;
use std::path::Path;

use content::{FILES, schema_name, schemas};

/// The folder with the schemas, beside the editions. No edition can have this name.
const FOLDER: &str = ".schema";

/// The line at the top of a content file that names its schema; nothing for other files. Taplo, and
/// so Even Better TOML in VS Code, look for it.
pub fn directive(path: &str) -> String {
    if FILES.contains(&path) { format!("#:schema ../{FOLDER}/{}\n", schema_name(path)) } else { String::new() }
}

/// Writes the schemas into the folder of the editions.
///
/// # Errors
/// The disk refuses.
pub fn write_schemas(editions: &Path) -> io::Result<()> {
    let folder = editions.join(FOLDER);
    std::fs::create_dir_all(&folder)?;
    schemas().try_for_each(|(name, schema)| std::fs::write(folder.join(name), format!("{schema:#}\n")))
}
