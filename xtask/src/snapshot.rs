//! A copy of the content, made when a build begins: the build reads it minutes later, and what is
//! saved meanwhile may be half done.

use std::ffi::OsStr;
use std::fs;
use std::io;
use std::path::{Path, PathBuf};

use anyhow::{Context, Result};

use crate::cache::Lock;
use crate::edition::FOLDER;
use crate::project::Project;

/// The folders copied, and their copies. These are beside them, as the content names other folders by
/// paths from its own.
const COPIES: [(&str, &str); 2] = [("content", ".building-content"), (FOLDER, EDITIONS)];

/// The copies of the editions in `editions/`.
pub const EDITIONS: &str = ".building-editions";

/// The copies are there for as long as it lives.
pub struct Snapshot {
    root: PathBuf,
    _lock: Lock,
}

impl Snapshot {
    pub fn take(project: &Project) -> Result<Self> {
        let snapshot =
            Self { root: project.root().to_owned(), _lock: Lock::take(&project.logs()?.join("snapshot.lock"))? };
        // Ctrl-C leaves them behind.
        snapshot.clear();
        for (folder, copied) in COPIES.map(|(folder, copied)| (snapshot.root.join(folder), copied)) {
            copy(&folder, &snapshot.root.join(copied)).with_context(|| folder.display().to_string())?;
        }
        Ok(snapshot)
    }

    /// The project with the copy of its content.
    pub fn of(&self, project: &Project) -> Project {
        let copy = project.edition().map_or_else(|| COPIES[0].1.into(), |name| Path::new(EDITIONS).join(name));
        project.clone().reading(copy)
    }

    /// Copies the fonts again, which are cut after the rest was copied.
    pub fn follow_fonts(&self, project: &Project) -> Result<()> {
        let (Some(name), Some(fonts)) = (project.edition(), project.own_fonts()) else { return Ok(()) };
        let copied = self.root.join(EDITIONS).join(name).join("fonts");
        copy(&fonts, &copied).with_context(|| fonts.display().to_string())
    }

    /// A line of a program's output, with the folders' own names.
    pub fn named(line: &str) -> String {
        COPIES.iter().fold(line.to_owned(), |line, (folder, copied)| line.replace(copied, folder))
    }

    fn clear(&self) {
        for (_, copied) in COPIES {
            let _ = fs::remove_dir_all(self.root.join(copied));
        }
    }
}

impl Drop for Snapshot {
    fn drop(&mut self) {
        self.clear();
    }
}

/// Copies a folder, if it is there, without what is hidden.
fn copy(from: &Path, to: &Path) -> io::Result<()> {
    if !from.is_dir() {
        return Ok(());
    }
    fs::create_dir_all(to)?;
    for entry in fs::read_dir(from)? {
        let entry = entry?;
        let (path, copied) = (entry.path(), to.join(entry.file_name()));
        if is_hidden(&entry.file_name()) {
            continue;
        }
        if path.is_dir() {
            copy(&path, &copied)?;
        } else {
            fs::copy(path, copied)?;
        }
    }
    Ok(())
}

fn is_hidden(name: &OsStr) -> bool {
    name.to_string_lossy().starts_with('.')
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_copy_has_all_but_what_is_hidden_and_stays_as_it_was() {
        let root = tempfile::tempdir().unwrap();
        let path = |name: &str| root.path().join(name);
        fs::create_dir_all(path("editions/a/sources")).unwrap();
        fs::create_dir_all(path("editions/.schema")).unwrap();
        fs::write(path("editions/a/edition.toml"), "first").unwrap();
        fs::write(path("editions/a/sources/plan.txt"), "text").unwrap();
        copy(&path("editions"), &path("copy")).unwrap();
        fs::write(path("editions/a/edition.toml"), "second").unwrap();
        assert_eq!(fs::read_to_string(path("copy/a/edition.toml")).unwrap(), "first");
        assert!(path("copy/a/sources/plan.txt").is_file() && !path("copy/.schema").exists());
        copy(&path("nowhere"), &path("none")).unwrap();
        assert!(!path("none").exists());
    }

    #[test]
    fn problems_name_the_folder_that_editors_know() {
        let told = Snapshot::named(".building-editions/a/edition.toml:3：x");
        assert_eq!(told, "editions/a/edition.toml:3：x");
        assert_eq!(Snapshot::named("plan.txt：x"), "plan.txt：x");
    }
}
