use crate::error::SiteError;
use figure::{Ink, Palette, Paper};

/// The colours of both papers in the light scheme, as the style sheet has them.
#[derive(Default)]
pub struct Colours {
    results: Tokens,
    blueprint: Tokens,
}

/// One paper's colours; black before they are read.
#[derive(Default)]
pub struct Tokens(Vec<(String, Rgb)>);

type Rgb = (u8, u8, u8);

impl Colours {
    /// Reads `style/tokens.css`.
    ///
    /// # Errors
    /// A colour that a picture needs and that is not there.
    pub fn read(css: &str) -> Result<Self, SiteError> {
        let colours =
            Self { results: Tokens::read(css, ".paper-results"), blueprint: Tokens::read(css, ".paper-blueprint") };
        let needed = Ink::ALL.map(Ink::property).into_iter().chain(NEEDED);
        for name in needed {
            if [&colours.results, &colours.blueprint].iter().any(|tokens| tokens.find(name).is_none()) {
                return Err(SiteError::Colour { name: name.to_owned() });
            }
        }
        Ok(colours)
    }

    /// The colours of a drawing that begins on this paper.
    pub fn palette(&self, paper: Paper) -> Palette {
        Palette::new(self.on(paper).inks(), self.blueprint.inks())
    }

    pub const fn on(&self, paper: Paper) -> &Tokens {
        match paper {
            Paper::Results => &self.results,
            Paper::Blueprint => &self.blueprint,
        }
    }
}

/// What is not in a drawing.
const NEEDED: [&str; 6] = ["--paper", "--ink", "--soft", "--edge", "--guide", "--accent"];

impl Tokens {
    /// The first of each pair `light-dark(#…, #…)` in the rules of a selector.
    fn read(css: &str, selector: &str) -> Self {
        let rules = css.split('}').filter_map(|rule| rule.rsplit_once('{'));
        let own = rules.filter(|(selectors, _)| {
            // What stands before may be a comment.
            let selectors = selectors.rsplit("*/").next().unwrap_or_default();
            selectors.split(',').any(|known| known.trim() == selector)
        });
        let lines = own.flat_map(|(_, declarations)| declarations.split(';'));
        let tokens = lines.filter_map(|line| {
            let (name, value) = line.split_once(':')?;
            let light = value.trim().strip_prefix("light-dark(#")?.get(..6)?;
            let rgb = u32::from_str_radix(light, 16).ok()?.to_be_bytes();
            Some((name.trim().to_owned(), (rgb[1], rgb[2], rgb[3])))
        });
        Self(tokens.collect())
    }

    fn find(&self, name: &str) -> Option<Rgb> {
        self.0.iter().find(|(known, _)| known == name).map(|(_, rgb)| *rgb)
    }

    /// A colour as SVG writes it.
    pub fn hex(&self, name: &str) -> String {
        let (r, g, b) = self.find(name).unwrap_or_default();
        format!("#{r:02x}{g:02x}{b:02x}")
    }

    /// The colours of a drawing's inks.
    fn inks(&self) -> figure::Colours {
        Ink::ALL.map(|ink| self.find(ink.property()).unwrap_or_default())
    }
}
