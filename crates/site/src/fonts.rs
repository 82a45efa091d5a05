use std::path::Path;

use super::error::SiteError;
use super::{asset, style};

/// The files of an edition's two fonts in a folder of the site: one for the first screen, which holds up nothing
/// else, and one for the rest.
pub struct Fonts {
    pub cover: String,
    pub rest: String,
    /// The rule for the first, with the characters that it has.
    face: String,
}

impl Fonts {
    /// Copies the fonts that were cut for an edition.
    ///
    /// # Errors
    /// If one cannot be read or written.
    pub fn copy(from: &Path, to: &Path) -> Result<Self, SiteError> {
        let cover = asset::copy(from, to, "serif-cover.woff2")?;
        let glyphs = asset::read(from, "serif-cover-glyphs.txt")?;
        let face = style::face("Sijian Serif", &format!("asset:{cover}"), &glyphs);
        Ok(Self { rest: asset::copy(from, to, "serif.woff2")?, cover, face })
    }

    /// A bundled style sheet that names the fonts' files, if it uses them.
    pub fn named_in(&self, style: &str) -> String {
        let named = style.replace("serif.woff2", &self.rest);
        // Last: of two rules for one character, the last counts.
        if named == style { named } else { named + &self.face }
    }
}
