use std::path::PathBuf;

use model::{Edition, Id};

/// An edition on a site, and where it stands there.
pub struct Issue {
    /// The name of its folder; empty at the site's root.
    pub folder: String,
    pub edition: &'static Edition,
    /// Where the fonts are that were cut for it.
    pub fonts: PathBuf,
}

/// The names at the site's root: its folders, and its pages, which some hosts serve without their
/// extension.
const TAKEN: [&str; 9] = ["404", "data", "editions", "embed", "index", "large", "method", "source", "summary"];

impl Issue {
    /// Whether a name can be that of an edition's folder beside the pages of the root.
    pub fn may_be_in(folder: &str) -> bool {
        Id::is_valid(folder) && !folder.starts_with('-') && !TAKEN.contains(&folder)
    }

    /// The way from the site's root to a file of the edition.
    pub fn way(&self, file: &str) -> String {
        if self.is_root() { file.to_owned() } else { format!("{}/{file}", self.folder) }
    }

    pub const fn is_root(&self) -> bool {
        self.folder.is_empty()
    }
}
