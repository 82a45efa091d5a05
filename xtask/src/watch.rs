//! Watches the sources for changes.

use std::path::{Path, PathBuf};
use std::sync::mpsc::{Receiver, channel};
use std::time::Duration;

use anyhow::{Context, Result};
use notify::event::{EventKind, ModifyKind};
use notify::{Event, RecommendedWatcher, RecursiveMode, Watcher};

/// Everything that the pages are built from; `target/` and `dist/` are not in it.
const SOURCES: [&str; 8] = ["content", "editions", "style", "src", "crates", "assets", "Cargo.toml", "Cargo.lock"];

/// Editors write a file in several steps, so wait until there are no more events.
const QUIET: Duration = Duration::from_millis(100);

pub struct Watch {
    root: PathBuf,
    events: Receiver<notify::Result<Event>>,
    _watcher: RecommendedWatcher,
}

impl Watch {
    /// Must start before a build, so that changes during it count.
    pub fn start(root: &Path) -> Result<Self> {
        let (sender, events) = channel();
        let mut watcher = notify::recommended_watcher(sender).context("files cannot be watched")?;
        for source in SOURCES.iter().filter(|source| root.join(source).exists()) {
            watcher.watch(&root.join(source), RecursiveMode::Recursive)?;
        }
        Ok(Self { root: root.to_owned(), events, _watcher: watcher })
    }

    /// Waits for a change and until changes have stopped; returns the changed files, relative to
    /// the root.
    pub fn wait(&self) -> Vec<PathBuf> {
        let mut changed = Vec::new();
        while changed.is_empty() {
            let Ok(first) = self.events.recv() else { return changed };
            self.note(first, &mut changed);
        }
        while let Ok(event) = self.events.recv_timeout(QUIET) {
            self.note(event, &mut changed);
        }
        changed
    }

    fn note(&self, event: notify::Result<Event>, changed: &mut Vec<PathBuf>) {
        let Ok(event) = event else { return };
        let read_only = matches!(event.kind, EventKind::Access(_) | EventKind::Modify(ModifyKind::Metadata(_)));
        if read_only {
            return;
        }
        for path in event.paths {
            let file = path.strip_prefix(&self.root).unwrap_or(&path).to_owned();
            // Folders above the checkout may be hidden.
            let inside = path.strip_prefix(&self.root).map_or(path.file_name().map(Path::new), Some);
            if !inside.is_some_and(is_temporary) && !path.is_dir() && !changed.contains(&file) {
                changed.push(file);
            }
        }
    }
}

/// Editors put temporary files with such names beside the one they save, and programs that write
/// several files at once a hidden folder of them.
fn is_temporary(file: &Path) -> bool {
    const ENDINGS: [&str; 6] = ["~", ".tmp", ".swp", ".swx", ".bak", ".part"];
    let mut names = file.components().map(|part| part.as_os_str().to_string_lossy());
    let ends = file.to_string_lossy();
    names.any(|name| name.starts_with('.')) || ENDINGS.iter().any(|ending| ends.ends_with(ending)) || is_probe(file)
}

/// Vim tries with a file of this name whether it may write.
fn is_probe(file: &Path) -> bool {
    file.file_name().is_some_and(|name| name == "4913")
}

#[cfg(test)]
mod tests {
    use std::fs;

    use super::*;

    #[test]
    fn writing_adding_and_removing_are_changes_and_other_folders_are_not() {
        let root = tempfile::tempdir().unwrap();
        let path = |name: &str| root.path().join(name);
        fs::create_dir_all(path("content/deep")).unwrap();
        fs::create_dir_all(path("dist")).unwrap();
        fs::write(path("content/deep/a.toml"), "a").unwrap();
        let watch = Watch::start(root.path()).unwrap();
        for change in [
            &(|| fs::write(path("content/deep/a.toml"), "longer").unwrap()) as &dyn Fn(),
            &|| fs::remove_file(path("content/deep/a.toml")).unwrap(),
            &|| fs::write(path("content/deep/a.toml"), "again").unwrap(),
        ] {
            // None of these may count.
            fs::write(path("dist/index.html"), "").unwrap();
            fs::write(path("content/.a.swp"), "").unwrap();
            fs::write(path("content/4913"), "").unwrap();
            fs::create_dir_all(path("content/.tmpA")).unwrap();
            fs::write(path("content/.tmpA/serif.otf"), "").unwrap();
            fs::write(path("content/a.toml.tmp"), "").unwrap();
            change();
            assert_eq!(watch.wait(), [PathBuf::from("content/deep/a.toml")]);
        }
    }
}
