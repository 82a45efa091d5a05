use std::path::Path;

use crate::error::SiteError;

/// Every file below a folder by its path from there, with `/`, in the order of their names.
///
/// # Errors
/// If a folder cannot be read.
pub fn files(folder: &Path) -> Result<Vec<String>, SiteError> {
    let mut names = Vec::new();
    collect(folder, "", &mut names)?;
    names.sort();
    Ok(names)
}

fn collect(folder: &Path, prefix: &str, names: &mut Vec<String>) -> Result<(), SiteError> {
    let told = |error| SiteError::file(folder, &error);
    for entry in std::fs::read_dir(folder).map_err(told)? {
        let path = entry.map_err(told)?.path();
        let name = format!("{prefix}{}", path.file_name().unwrap_or_default().to_string_lossy());
        if path.is_dir() { collect(&path, &format!("{name}/"), names)? } else { names.push(name) }
    }
    Ok(())
}
