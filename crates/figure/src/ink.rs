/// The role of a colour. The page's tokens define its colour for both papers and both schemes.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
#[repr(u8)]
pub enum Ink {
    /// Names and numbers.
    Text,
    /// Secondary text.
    Soft,
    /// Solid marks and strong lines.
    Line,
    /// Rules and axes.
    Rule,
    /// Empty shapes and guides.
    Faint,
    /// The inside of outlined marks.
    Fill,
    /// The emphasised element.
    Accent,
    /// The paper itself, for what is cut out.
    Ground,
    /// The inside of outlined marks that the reader chose.
    Lit,
    /// The paper's own lines: a drafting grid.
    Guide,
}

impl Ink {
    pub const ALL: [Self; COUNT] = [
        Self::Text,
        Self::Soft,
        Self::Line,
        Self::Rule,
        Self::Faint,
        Self::Fill,
        Self::Accent,
        Self::Ground,
        Self::Lit,
        Self::Guide,
    ];

    /// The custom property that holds the colour.
    pub const fn property(self) -> &'static str {
        match self {
            Self::Text => "--fig-text",
            Self::Soft => "--fig-soft",
            Self::Line => "--fig-line",
            Self::Rule => "--fig-rule",
            Self::Faint => "--fig-faint",
            Self::Fill => "--fig-fill",
            Self::Accent => "--fig-accent",
            Self::Ground => "--fig-ground",
            Self::Lit => "--fig-lit",
            Self::Guide => "--guide",
        }
    }

    /// The ink that replaces it in a mark that the reader selected: lines and solids take the
    /// accent.
    pub const fn lit(self) -> Self {
        match self {
            Self::Line => Self::Accent,
            Self::Fill => Self::Lit,
            Self::Soft => Self::Text,
            other => other,
        }
    }

    /// The ink that replaces it in a mark that is not selected: only selected marks have the
    /// accent.
    pub const fn unlit(self) -> Self {
        match self {
            Self::Accent => Self::Line,
            other => other,
        }
    }
}

const COUNT: usize = 10;

/// A colour for each ink, on the drawing's own paper and on the one across its edge.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Palette {
    own: Colours,
    across: Colours,
}

/// In the order of [`Ink::ALL`].
pub type Colours = [(u8, u8, u8); COUNT];

impl Palette {
    pub const fn new(own: Colours, across: Colours) -> Self {
        Self { own, across }
    }

    /// Placeholder colours that encode the ink: the red channel is its index, the green one the
    /// paper. [`super::svg`] turns them into references to the page's tokens.
    pub fn roles() -> Self {
        Self::new(Ink::ALL.map(|ink| (ink as u8, 0, 0)), Ink::ALL.map(|ink| (ink as u8, 1, 0)))
    }

    pub fn rgb(&self, ink: Ink, across: bool) -> (u8, u8, u8) {
        (if across { &self.across } else { &self.own })[ink as usize]
    }
}
