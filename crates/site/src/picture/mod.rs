//! Share pictures, painted while the page is built: the drawings as they stand on the page, on its
//! papers and in its colours. The fonts are the project's own, so that every machine paints alike.

mod colours;
mod drawing;
mod front;
mod paper;
mod sheet;

use std::collections::BTreeSet;
use std::path::{Path, PathBuf};
use std::sync::Arc;

use resvg::{tiny_skia, usvg};

use super::embed::Embed;
use super::head::PICTURE;
use crate::error::SiteError;
use colours::Colours;
use figure::{Face, Kind, keep_whole};
use model::Edition;
use sheet::Sheet;

/// Paints pictures with the project's fonts and colours.
pub struct Painter {
    colours: Colours,
    options: usvg::Options<'static>,
    /// The characters in the fonts.
    sans: BTreeSet<char>,
    serif: BTreeSet<char>,
}

/// The result of painting.
pub enum Painted {
    /// As PNG.
    Picture(Vec<u8>),
    /// The fonts were cut for other texts and lack these characters.
    Lacking(BTreeSet<char>),
}

impl Painter {
    /// Reads the colours of a project, and fonts.
    ///
    /// # Errors
    /// If a file cannot be read, or a colour is missing.
    pub fn open(project: &Path, folder: &Path) -> Result<Self, SiteError> {
        let read = |path: PathBuf| std::fs::read(&path).map_err(|error| SiteError::file(&path, &error));
        let mut fonts = usvg::fontdb::Database::new();
        for name in ["picture-sans.otf", "picture-serif.otf"] {
            fonts.load_font_source(usvg::fontdb::Source::Binary(Arc::new(read(folder.join(name))?)));
        }
        let cut = |name: &str| Ok::<_, SiteError>(String::from_utf8_lossy(&read(folder.join(name))?).chars().collect());
        Ok(Self {
            colours: Colours::read(&String::from_utf8_lossy(&read(project.join("style/tokens.css"))?))?,
            options: usvg::Options { fontdb: Arc::new(fonts), ..usvg::Options::default() },
            sans: cut("picture-sans-glyphs.txt")?,
            serif: cut("picture-serif-glyphs.txt")?,
        })
    }

    /// The picture of an embed.
    ///
    /// # Errors
    /// If the composed SVG cannot be rendered.
    pub fn paint(&self, edition: &Edition, embed: Embed) -> Result<Painted, SiteError> {
        keep_whole(&edition.words);
        let sheet = compose(edition, embed, &self.colours);
        let lacking: BTreeSet<char> = sheet.said().filter(|(face, c)| !self.holds(*face, *c)).map(|(_, c)| c).collect();
        if !lacking.is_empty() {
            return Ok(Painted::Lacking(lacking));
        }
        let failed = |reason: String| SiteError::Picture { reason };
        let tree = usvg::Tree::from_str(&sheet.to_svg(), &self.options).map_err(|error| failed(error.to_string()))?;
        let mut pixels =
            tiny_skia::Pixmap::new(PICTURE.0, PICTURE.1).ok_or_else(|| failed("it has no size".to_owned()))?;
        resvg::render(&tree, tiny_skia::Transform::identity(), &mut pixels.as_mut());
        let png = pixels.encode_png().map_err(|error| failed(error.to_string()))?;
        Ok(Painted::Picture(png))
    }

    fn holds(&self, face: Face, c: char) -> bool {
        match face {
            Face::Sans => self.sans.contains(&c),
            Face::Serif => self.serif.contains(&c),
        }
    }
}

/// Every character that the pictures of an edition set in a face: what its font must contain. The
/// sans also contains common characters, so that small changes of text need no new fonts.
pub fn glyphs(edition: &Edition, face: Face) -> BTreeSet<char> {
    let usual = if face == Face::Sans { USUAL } else { "" };
    let usual = usual.chars().chain(if face == Face::Sans { '!'..='~' } else { '0'..='9' });
    let colours = Colours::default();
    let sheets = Embed::all(edition).into_iter().map(|embed| compose(edition, embed, &colours));
    let of_sheet = |sheet: Sheet| sheet.said().filter(|(of, _)| *of == face).map(|(_, c)| c).collect::<Vec<_>>();
    usual.chain(sheets.flat_map(of_sheet)).collect()
}

/// Punctuation that stands in Chinese.
const USUAL: &str = "，。、；：？！“”‘’（）《》—…·÷×≈≥＞＝％";

fn compose(edition: &Edition, embed: Embed, colours: &Colours) -> Sheet {
    match embed {
        // Beside text, like other drawings, it would be too small to read.
        Embed::All | Embed::Drawing(Kind::Cover) => front::compose(edition, colours),
        Embed::Drawing(kind) => drawing::compose(edition, kind, colours),
    }
}
