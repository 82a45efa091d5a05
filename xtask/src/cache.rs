//! The folder outside the checkout that keeps installed tools, one folder a tool and version.
//!
//! A tool's folder appears under its final name only when it is complete, so an interrupted install never counts.

use std::env;
use std::fs::{self, File, TryLockError};
use std::path::{Path, PathBuf};

use anyhow::{Context, Result, bail};

pub struct Cache {
    folder: PathBuf,
}

impl Cache {
    /// `SIJIAN_CACHE`, or `sijian` in the user's cache folder.
    pub fn open() -> Result<Self> {
        let set = |name| env::var_os(name).filter(|value| !value.is_empty());
        let folder = set("SIJIAN_CACHE")
            .map(PathBuf::from)
            .or_else(|| set("XDG_CACHE_HOME").map(|home| Path::new(&home).join("sijian")))
            .or_else(|| env::home_dir().map(|home| home.join(".cache").join("sijian")))
            .context("there is no home folder to keep tools in; set SIJIAN_CACHE to a folder")?;
        Self::at(&folder)
    }

    /// Programs that run elsewhere get paths in here, so the folder is made absolute.
    pub fn at(folder: &Path) -> Result<Self> {
        fs::create_dir_all(folder).with_context(|| folder.display().to_string())?;
        let folder = fs::canonicalize(folder)?;
        Ok(Self { folder })
    }

    /// A folder that installs may share for what they compile, and that [`Cache::tidy`] removes.
    pub fn builds(&self) -> PathBuf {
        self.folder.join(".build")
    }

    pub fn tidy(&self) {
        // What stays behind costs room only, and the next install tries again.
        let _ = fs::remove_dir_all(self.builds());
    }

    /// The path of `proof` in the tool's folder, if the tool is installed.
    fn installed(&self, tool: &str, version: &str, proof: &str) -> Option<PathBuf> {
        let path = self.folder(tool, version).join(proof);
        path.exists().then_some(path)
    }

    /// Fills a folder beside the tool's own and gives it its name only when `proof` is in it.
    fn install(
        &self,
        tool: &str,
        version: &str,
        proof: &str,
        fill: impl FnOnce(&Path) -> Result<()>,
    ) -> Result<PathBuf> {
        let folder = self.folder(tool, version);
        let part = self.folder.join(format!(".{tool}-{version}.part"));
        remove(&part)?;
        fs::create_dir_all(&part).with_context(|| part.display().to_string())?;
        fill(&part)?;
        if !part.join(proof).exists() {
            bail!("{tool} {version} was installed without {proof}; pin the version before it in xtask/");
        }
        remove(&folder)?;
        fs::rename(&part, &folder).with_context(|| folder.display().to_string())?;
        Ok(folder.join(proof))
    }

    /// The path of `proof`, after the tool was installed if it was missing. One xtask at a time installs.
    pub fn ensure(
        &self,
        tool: &str,
        version: &str,
        proof: &str,
        fill: impl FnOnce(&Path) -> Result<()>,
    ) -> Result<PathBuf> {
        let installed = || self.installed(tool, version, proof);
        if let Some(path) = installed() {
            return Ok(path);
        }
        let _lock = Lock::take(&self.folder.join(".lock"))?;
        installed().map_or_else(|| self.install(tool, version, proof, fill), Ok)
    }

    fn folder(&self, tool: &str, version: &str) -> PathBuf {
        self.folder.join(format!("{tool}-{version}"))
    }
}

/// A file that one process at a time holds; the system releases it when the process ends, however it ends.
pub struct Lock {
    _file: File,
}

impl Lock {
    pub fn take(path: &Path) -> Result<Self> {
        let file = File::create(path).with_context(|| path.display().to_string())?;
        match file.try_lock() {
            Ok(()) => {}
            Err(TryLockError::WouldBlock) => {
                println!("xtask: waiting for another xtask to finish");
                file.lock()?;
            }
            Err(TryLockError::Error(source)) => return Err(source.into()),
        }
        Ok(Self { _file: file })
    }
}

fn remove(folder: &Path) -> Result<()> {
    match fs::remove_dir_all(folder) {
        Err(source) if source.kind() != std::io::ErrorKind::NotFound => {
            Err(source).with_context(|| folder.display().to_string())
        }
        _ => Ok(()),
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn only_a_complete_install_counts() {
        let home = tempfile::tempdir().unwrap();
        let cache = Cache::at(home.path()).unwrap();
        let installed = || cache.installed("saw", "1.0", "bin/saw");

        let broken = cache.install("saw", "1.0", "bin/saw", |part| {
            fs::create_dir(part.join("bin")).unwrap();
            fs::write(part.join("bin/saw"), "half").unwrap();
            bail!("this")
        });
        assert!(broken.is_err());
        assert_eq!(installed(), None);

        let empty = cache.install("saw", "1.0", "bin/saw", |_| Ok(()));
        assert!(empty.is_err());
        assert_eq!(installed(), None);

        let path = cache
            .install("saw", "1.0", "bin/saw", |part| {
                assert!(!part.join("bin").exists(), "what was left over is gone");
                fs::create_dir(part.join("bin")).unwrap();
                fs::write(part.join("bin/saw"), "whole").unwrap();
                Ok(())
            })
            .unwrap();
        assert_eq!(installed(), Some(path.clone()));
        assert_eq!(fs::read_to_string(path).unwrap(), "whole");
        assert_eq!(cache.installed("saw", "1.1", "bin/saw"), None);
    }

    #[test]
    fn a_lock_keeps_others_out_until_it_is_dropped() {
        let home = tempfile::tempdir().unwrap();
        let path = home.path().join("lock");
        let held = Lock::take(&path).unwrap();
        let other = File::open(&path).unwrap();
        assert!(matches!(other.try_lock(), Err(TryLockError::WouldBlock)));
        drop(held);
        assert!(other.try_lock().is_ok());
    }
}
