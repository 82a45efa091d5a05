use crate::error::SiteError;
use crate::tokens::{Rgb, Tokens, hex};
use figure::{Ink, Palette, Paper};

/// The colours of both papers in the light scheme, as the style sheet has them.
#[derive(Default)]
pub struct Colours {
    results: Light,
    blueprint: Light,
}

/// One paper's light colours; black before they are read.
#[derive(Default)]
pub struct Light(Tokens);

impl Colours {
    /// Reads `style/tokens.css`.
    ///
    /// # Errors
    /// If a colour that pictures need is missing.
    pub fn read(css: &str) -> Result<Self, SiteError> {
        let colours =
            Self { results: Light::read(css, ".paper-results"), blueprint: Light::read(css, ".paper-blueprint") };
        let needed = Ink::ALL.map(Ink::property).into_iter().chain(NEEDED);
        for name in needed {
            if [&colours.results, &colours.blueprint].iter().any(|tokens| tokens.light(name).is_none()) {
                return Err(SiteError::Colour { name: name.to_owned() });
            }
        }
        Ok(colours)
    }

    /// The colours of a drawing that begins on this paper.
    pub fn palette(&self, paper: Paper) -> Palette {
        Palette::new(self.on(paper).inks(), self.blueprint.inks())
    }

    pub const fn on(&self, paper: Paper) -> &Light {
        match paper {
            Paper::Results => &self.results,
            Paper::Blueprint => &self.blueprint,
        }
    }
}

/// Colours that are used outside the drawings.
const NEEDED: [&str; 6] = ["--paper", "--ink", "--soft", "--edge", "--guide", "--accent"];

impl Light {
    fn read(css: &str, selector: &str) -> Self {
        Self(Tokens::read(css, selector))
    }

    fn light(&self, name: &str) -> Option<Rgb> {
        self.0.find(name).map(|[light, _]| light)
    }

    /// A colour as SVG writes it.
    pub fn hex(&self, name: &str) -> String {
        hex(self.light(name).unwrap_or_default())
    }

    /// The colours of a drawing's inks.
    fn inks(&self) -> figure::Colours {
        Ink::ALL.map(|ink| {
            let [r, g, b] = self.light(ink.property()).unwrap_or_default();
            (r, g, b)
        })
    }
}
