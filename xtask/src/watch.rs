//! Notices changed sources by their times and sizes.
//!
//! Polled: there are a few hundred files, and polling is the same on every system and on network folders.

use std::collections::BTreeMap;
use std::fs;
use std::path::{Path, PathBuf};
use std::thread;
use std::time::{Duration, SystemTime};

/// Everything that the pages are built from; `target/` and `dist/` are not in it.
const SOURCES: [&str; 9] =
    ["content", "style", "src", "crates", "assets", "index.html", "Trunk.toml", "Cargo.toml", "Cargo.lock"];

const PAUSE: Duration = Duration::from_millis(300);

pub struct Watch {
    root: PathBuf,
    seen: Snapshot,
}

type Snapshot = BTreeMap<PathBuf, (SystemTime, u64)>;

impl Watch {
    /// Begin before a build, so that a change during it counts.
    pub fn start(root: &Path) -> Self {
        Self { root: root.to_owned(), seen: snapshot(root) }
    }

    /// Waits for a change, then until nothing changes any more, and gives one of the files that did.
    pub fn wait(&mut self) -> PathBuf {
        loop {
            thread::sleep(PAUSE);
            if let Some(path) = self.changed() {
                while self.changed().is_some() {
                    thread::sleep(PAUSE);
                }
                return path;
            }
        }
    }

    fn changed(&mut self) -> Option<PathBuf> {
        let now = snapshot(&self.root);
        let path = difference(&self.seen, &now)?;
        let relative = path.strip_prefix(&self.root).unwrap_or(path).to_owned();
        self.seen = now;
        Some(relative)
    }
}

fn difference<'a>(before: &'a Snapshot, after: &'a Snapshot) -> Option<&'a Path> {
    let new = after.iter().find(|(path, state)| before.get(*path) != Some(state));
    let gone = || before.iter().find(|(path, _)| !after.contains_key(*path));
    new.or_else(gone).map(|(path, _)| path.as_path())
}

fn snapshot(root: &Path) -> Snapshot {
    let mut files = Snapshot::new();
    for source in SOURCES {
        collect(&root.join(source), &mut files);
    }
    files
}

/// What cannot be read is as good as gone: the build will say why.
fn collect(path: &Path, files: &mut Snapshot) {
    let Ok(data) = fs::metadata(path) else { return };
    if data.is_file() {
        let time = data.modified().unwrap_or(SystemTime::UNIX_EPOCH);
        files.insert(path.to_owned(), (time, data.len()));
    } else if let Ok(entries) = fs::read_dir(path) {
        for entry in entries.flatten() {
            let name = entry.file_name();
            let name = name.to_string_lossy();
            // Editors leave such files beside the one they save.
            if !name.starts_with('.') && !name.ends_with('~') {
                collect(&entry.path(), files);
            }
        }
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn writing_adding_and_removing_are_changes_and_other_folders_are_not() {
        let root = tempfile::tempdir().unwrap();
        let path = |name: &str| root.path().join(name);
        fs::create_dir_all(path("content/deep")).unwrap();
        fs::create_dir_all(path("dist")).unwrap();
        fs::write(path("content/deep/a.toml"), "a").unwrap();
        let mut watch = Watch::start(root.path());
        assert_eq!(watch.changed(), None);

        let mut expect = |change: &dyn Fn(), file: Option<&str>| {
            change();
            assert_eq!(watch.changed(), file.map(PathBuf::from));
            assert_eq!(watch.changed(), None, "a change counts once");
        };
        expect(&|| fs::write(path("content/deep/a.toml"), "longer").unwrap(), Some("content/deep/a.toml"));
        expect(&|| fs::write(path("index.html"), "").unwrap(), Some("index.html"));
        expect(&|| fs::remove_file(path("content/deep/a.toml")).unwrap(), Some("content/deep/a.toml"));
        expect(&|| fs::write(path("dist/index.html"), "").unwrap(), None);
        expect(&|| fs::write(path("content/.a.swp"), "").unwrap(), None);
    }
}
