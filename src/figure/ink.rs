/// What a colour is for. The page's tokens give each its colour, for both papers and both schemes.
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
    /// What is empty or only a guide.
    Faint,
    /// The inside of outlined marks.
    Fill,
    /// The one thing to see.
    Accent,
    /// The paper itself, for what is cut out.
    Ground,
}

impl Ink {
    pub const ALL: [Self; 8] =
        [Self::Text, Self::Soft, Self::Line, Self::Rule, Self::Faint, Self::Fill, Self::Accent, Self::Ground];

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
        }
    }
}

/// A colour for each ink.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Palette(pub [(u8, u8, u8); 8]);

impl Palette {
    /// Stand-ins that name their ink: the red channel is its index. For [`super::svg`], which turns
    /// them into references to the page's tokens.
    pub fn roles() -> Self {
        Self(Ink::ALL.map(|ink| (ink as u8, 0, 0)))
    }

    pub fn rgb(&self, ink: Ink) -> (u8, u8, u8) {
        self.0[ink as usize]
    }
}
