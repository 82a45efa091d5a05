//! An edition's folder on disk, and the texts that it quotes.

use std::ffi::OsString;
use std::path::{Component, Path, PathBuf};

use model::Edition;

use super::found::{FOUND, Found};
use super::predecessor::Earlier;
use super::problem::Problem;
use super::read::read_against;
use super::source_text::SourceTexts;
use super::syntax;

/// The variable that says where the folder `shared` is, for machines that keep it elsewhere than
/// `sources` says.
const SHARED: &str = "SIJIAN_SHARED";

/// The files of an edition. `sources` in its `edition.toml` names the folder with the texts that it
/// quotes, from this one: `<document id>.txt` for each document. They may be missing, since they
/// are the work of others.
pub struct Folder {
    path: PathBuf,
    sources: Option<PathBuf>,
    /// The folder of the edition before.
    predecessor: Option<PathBuf>,
}

impl Folder {
    /// A folder; nothing in it is read yet but where its sources are.
    pub fn new(path: &Path) -> Self {
        let text = std::fs::read_to_string(path.join("edition.toml")).unwrap_or_default();
        let [sources, predecessor] = syntax::named(&text, ["sources", "predecessor"]);
        let whole = path.canonicalize().unwrap_or_else(|_| path.to_owned());
        let sources = sources.map(|sources| place_of(&whole, &sources, std::env::var_os(SHARED)));
        let predecessor = predecessor.map(|earlier| place_of(&whole, &earlier, None));
        Self { path: path.to_owned(), sources, predecessor }
    }

    /// Where the texts should be, if the edition says so.
    pub fn sources(&self) -> Option<&Path> {
        self.sources.as_deref()
    }

    /// Where the texts should be, if that is within the edition's folder.
    pub fn own_sources(&self) -> Option<&Path> {
        let whole = self.path.canonicalize().unwrap_or_else(|_| self.path.clone());
        self.sources().filter(|sources| sources.starts_with(whole))
    }

    /// The texts; empty if they are not there.
    ///
    /// # Errors
    /// A text that cannot be read.
    pub fn texts(&self) -> Result<SourceTexts, Vec<Problem>> {
        let Some(folder) = self.sources().filter(|folder| folder.is_dir()) else {
            return Ok(SourceTexts::default());
        };
        SourceTexts::read(folder).map_err(|problem| vec![problem])
    }

    /// Reads the edition, against these texts.
    ///
    /// # Errors
    /// All problems of all files, sorted by file and line.
    pub fn read(&self, texts: SourceTexts) -> Result<(Edition, Found), Vec<Problem>> {
        read_against(|name| self.file(name), texts, &self.earlier())
    }

    fn file(&self, name: &str) -> std::io::Result<String> {
        std::fs::read_to_string(self.path.join(name))
    }

    /// The edition before, as it is by itself.
    fn earlier(&self) -> Earlier {
        let Some(path) = &self.predecessor else { return Earlier::None };
        let shown = path.display();
        if !path.join("edition.toml").is_file() {
            let what = format!("那里没有前一期：{shown}");
            return Earlier::Broken(what, "写前一期的文件夹，从这个文件夹数起；没有就删去这一行".into());
        }
        let folder = Self::new(path);
        let read = folder.texts().and_then(|texts| read_against(|name| folder.file(name), texts, &Earlier::None));
        match read {
            Ok((edition, _)) => Earlier::Edition(Box::new(edition)),
            Err(problems) => {
                let what = format!("前一期有{}处问题，例如 {}", problems.len(), problems[0]);
                Earlier::Broken(what, format!("先改好前一期（{shown}）"))
            }
        }
    }

    /// Writes the places of quotations beside the content, if they are not there yet; without any
    /// there is no file. Says whether something changed.
    ///
    /// # Errors
    /// The file cannot be written.
    pub fn keep(&self, found: &Found) -> std::io::Result<bool> {
        let (path, text) = (self.path.join(FOUND), found.text().map_err(std::io::Error::other)?);
        let is_new = std::fs::read_to_string(&path).unwrap_or_default() != text;
        match (is_new, text.is_empty()) {
            (false, _) => {}
            (true, false) => std::fs::write(path, text)?,
            (true, true) => std::fs::remove_file(path)?,
        }
        Ok(is_new)
    }
}

/// `sources`, seen from the content. If the path leads through a folder `shared`, that one may be
/// elsewhere.
fn place_of(content: &Path, sources: &str, shared: Option<OsString>) -> PathBuf {
    let parts: Vec<Component<'_>> = Path::new(sources).components().collect();
    let inside = parts.iter().position(|part| part.as_os_str() == "shared").map(|at| &parts[at + 1..]);
    if let (Some(shared), Some(inside)) = (shared, inside) {
        return Path::new(&shared).join(inside.iter().collect::<PathBuf>());
    }
    let mut place = content.to_owned();
    for part in parts {
        match part {
            Component::ParentDir => _ = place.pop(),
            other => place.push(other),
        }
    }
    place
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_variable_says_where_the_shared_folder_is() {
        let place =
            |sources, shared: Option<&str>| place_of(Path::new("/a/b/content"), sources, shared.map(OsString::from));
        assert_eq!(place("../../shared/source", None), Path::new("/a/shared/source"));
        assert_eq!(place("../../shared/source", Some("/ci")), Path::new("/ci/source"));
        assert_eq!(place("texts", Some("/ci")), Path::new("/a/b/content/texts"), "only that folder is moved");
    }
}
