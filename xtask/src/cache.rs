//! The folder outside the checkout for installed tools, one subfolder for each tool and version.
//!
//! A tool's folder appears under its final name only when it is complete, so an interrupted install
//! never counts.

use std::env;
use std::fs::{self, File, TryLockError};
use std::path::{Path, PathBuf};

use anyhow::{Context, Result, ensure};

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

    /// Paths in here are passed to programs that run elsewhere, so the folder is made absolute.
    fn at(folder: &Path) -> Result<Self> {
        fs::create_dir_all(folder).with_context(|| folder.display().to_string())?;
        Ok(Self { folder: fs::canonicalize(folder)? })
    }

    /// A folder for intermediate build files; [`Cache::tidy`] removes it.
    pub fn builds(&self) -> PathBuf {
        self.folder.join(".build")
    }

    pub fn tidy(&self) {
        // Leftovers only cost disk space, and the next install tries again.
        let _ = fs::remove_dir_all(self.builds());
    }

    /// The path of `proof` in the tool's folder. If it is missing, `fill` fills a folder beside it,
    /// which is renamed to the tool's only if `proof` is in it. Only one xtask at a time installs.
    pub fn ensure(
        &self,
        tool: &str,
        version: &str,
        proof: &str,
        fill: impl FnOnce(&Path) -> Result<()>,
    ) -> Result<PathBuf> {
        let folder = self.folder.join(format!("{tool}-{version}"));
        let path = folder.join(proof);
        if path.exists() {
            return Ok(path);
        }
        let _lock = Lock::take(&self.folder.join(".lock"))?;
        if path.exists() {
            return Ok(path);
        }
        let part = self.folder.join(format!(".{tool}-{version}.part"));
        for old in [&part, &folder] {
            if old.exists() {
                fs::remove_dir_all(old).with_context(|| old.display().to_string())?;
            }
        }
        fs::create_dir_all(&part).with_context(|| part.display().to_string())?;
        fill(&part)?;
        ensure!(part.join(proof).exists(), "{tool} {version} was installed without {proof}; pin the version before it");
        fs::rename(&part, &folder).with_context(|| folder.display().to_string())?;
        Ok(path)
    }
}

/// A file that one process at a time can hold; the system releases it when the process ends,
/// however it ends.
pub struct Lock {
    _file: File,
}

impl Lock {
    pub fn take(path: &Path) -> Result<Self> {
        let file = File::create(path).with_context(|| path.display().to_string())?;
        if let Err(TryLockError::WouldBlock) = file.try_lock() {
            println!("xtask: waiting for another xtask to finish");
            file.lock()?;
        }
        Ok(Self { _file: file })
    }
}

#[cfg(test)]
mod tests {
    use anyhow::bail;

    use super::*;

    #[test]
    fn only_a_complete_install_counts() {
        let home = tempfile::tempdir().unwrap();
        let cache = Cache::at(home.path()).unwrap();
        let saw = |part: &Path, text| {
            assert!(!part.join("bin").exists(), "what was left over is gone");
            fs::create_dir(part.join("bin")).unwrap();
            fs::write(part.join("bin/saw"), text).unwrap();
        };
        let broken = cache.ensure("saw", "1.0", "bin/saw", |part| {
            saw(part, "half");
            bail!("this")
        });
        assert!(broken.is_err());
        assert!(cache.ensure("saw", "1.0", "bin/saw", |_| Ok(())).is_err(), "nothing was installed");
        let whole = cache.ensure("saw", "1.0", "bin/saw", |part| {
            saw(part, "whole");
            Ok(())
        });
        assert_eq!(fs::read_to_string(whole.unwrap()).unwrap(), "whole");
        assert!(cache.ensure("saw", "1.0", "bin/saw", |_| bail!("it is there")).is_ok());
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
