//! Which edition a command is about: the shipped one in `content/`, or one in `editions/`.

use std::fs;
use std::path::{Path, PathBuf};

use anyhow::{Result, bail};
use clap::Args;

use crate::project::Project;

/// Where editions other than the shipped one are.
pub const FOLDER: &str = "editions";

#[derive(Args)]
pub struct Chosen {
    /// The edition in editions/; without it the shipped one, in content/
    #[arg(value_name = "EDITION")]
    name: Option<String>,
}

impl Chosen {
    pub fn name(&self) -> Option<&str> {
        self.name.as_deref()
    }

    /// The project with this edition's content.
    pub fn of(&self, project: Project) -> Result<Project> {
        let Some(name) = self.name() else { return Ok(project) };
        let content = find(project.root(), name)?;
        Ok(project.reading(content))
    }
}

/// The editions that stand on one site with the shipped one; with one that was chosen by name, none.
pub fn beside(project: &Project) -> Vec<Project> {
    let is_shipped = project.own_fonts().is_none();
    let folders = is_shipped.then(|| begun(project.root()));
    folders.into_iter().flatten().map(|folder| project.clone().reading(folder)).collect()
}

/// The folders of editions, from the root; one without this file is for something else.
fn begun(root: &Path) -> Vec<PathBuf> {
    let folders = names(root).into_iter().map(|name| Path::new(FOLDER).join(name));
    folders.filter(|folder| root.join(folder).join("edition.toml").is_file()).collect()
}

/// The names of all folders of editions. The schemas are in a hidden folder beside them.
fn names(root: &Path) -> Vec<String> {
    let entries = fs::read_dir(root.join(FOLDER)).into_iter().flatten().flatten();
    let folders = entries.filter(|entry| entry.path().is_dir());
    let names = folders.filter_map(|entry| entry.file_name().into_string().ok());
    let mut names: Vec<String> = names.filter(|name| !name.starts_with('.')).collect();
    names.sort();
    names
}

/// The folder of an edition, from the root.
fn find(root: &Path, name: &str) -> Result<PathBuf> {
    let known = names(root);
    if known.iter().any(|known| known == name) {
        return Ok(Path::new(FOLDER).join(name));
    }
    // A name is short: of six letters, two may be wrong.
    let far = |known: &String| strsim::damerau_levenshtein(name, known);
    let near = known.iter().filter(|known| far(known) <= 1 + known.len() / 4).min_by_key(|known| far(known));
    let near = near.map(|near| format!("是不是 {near}？")).unwrap_or_default();
    let known =
        if known.is_empty() { "还没有别的版本".to_owned() } else { format!("有 {}", known.join("、")) };
    bail!("没有叫“{name}”的版本。{near}{FOLDER}/ 里{known}；cargo xtask new <名字> 写一个新的。")
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn an_edition_is_a_folder_and_others_are_named() {
        let root = tempfile::tempdir().unwrap();
        let told = find(root.path(), "a").unwrap_err().to_string();
        assert!(told.contains("editions/ 里还没有别的版本"), "{told}");
        for name in ["b", "a", ".schema"] {
            fs::create_dir_all(root.path().join(FOLDER).join(name)).unwrap();
        }
        assert_eq!(find(root.path(), "a").unwrap(), Path::new("editions/a"));
        fs::write(root.path().join("editions/b/edition.toml"), "").unwrap();
        assert_eq!(begun(root.path()), [Path::new("editions/b")]);
        for name in ["..", "c", "a/../b", ""] {
            let told = find(root.path(), name).unwrap_err().to_string();
            assert!(told.contains("里有 a、b；"), "{told}");
        }
        fs::create_dir_all(root.path().join("editions/wangchao-2025")).unwrap();
        let told = find(root.path(), "wangchoa-2025").unwrap_err().to_string();
        assert!(told.contains("是不是 wangchao-2025？"), "{told}");
        assert!(!find(root.path(), "luzhou").unwrap_err().to_string().contains("是不是"));
    }
}
