use model::Size;

/// The width available to a drawing, and the size of its type.
///
/// Within a class the geometry grows with the width while type keeps its size, so that the height is
/// a fixed share of the width and a canvas takes exactly the place of its SVG.
#[derive(Clone, Copy, Debug, PartialEq)]
pub struct Frame {
    pub width: f32,
    pub size: Size,
}

/// The two layouts of every drawing.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Class {
    /// Phones, and cards in columns.
    Narrow,
    /// From [`BREAKPOINT`] on.
    Wide,
}

/// The width from which the wide layout is used, CSS pixels; `style/figure.css` has the same number.
pub const BREAKPOINT: f32 = 600.0;
/// No drawing is planned narrower than this.
pub const LEAST: f32 = 280.0;

/// A pre-rendered picture of a drawing, shown before any script loads, or without scripts.
#[derive(Clone, Copy, Debug, PartialEq)]
pub struct Twin {
    /// Its class in the style sheet.
    pub class: &'static str,
    /// The width at which it is drawn; on the page it is scaled.
    pub width: f32,
    /// The width of the available room from which on it is shown, CSS pixels.
    pub from: f32,
}

impl Twin {
    /// In a card: shown up to 340 pixels wide (`style/figure.css`), so that its labels have no more than
    /// the 17 pixels of the text beside them, and on all but the narrowest phones at least 12.
    pub const CARD: Self = Self { class: "twin narrow", width: 300.0, from: 0.0 };
    pub const NARROW: Self = Self { class: "twin narrow", width: Class::Narrow.nominal(), from: 0.0 };
    pub const MEDIUM: Self = Self { class: "twin medium", width: 480.0, from: 385.0 };
    pub const WIDE: Self = Self { class: "twin wide", width: Class::Wide.nominal(), from: BREAKPOINT };
    /// Of an overview, which stands in columns of any width.
    pub const OF_OVERVIEW: &[Self] = &[Self::NARROW, Self::MEDIUM, Self::WIDE];
}

impl Class {
    pub const ALL: [Self; 2] = [Self::Narrow, Self::Wide];

    /// The width for which heights are given: see [`Frame::v`].
    pub const fn nominal(self) -> f32 {
        match self {
            Self::Narrow => 344.0,
            Self::Wide => 760.0,
        }
    }

    /// The narrowest width of the class: line breaks are decided for it, so that they hold for all.
    const fn least(self) -> f32 {
        match self {
            Self::Narrow => LEAST,
            Self::Wide => BREAKPOINT,
        }
    }
}

impl Frame {
    pub fn new(width: f32, size: Size) -> Self {
        Self { width: width.max(LEAST), size }
    }

    pub fn class(self) -> Class {
        if self.width < BREAKPOINT { Class::Narrow } else { Class::Wide }
    }

    pub fn is_wide(self) -> bool {
        self.class() == Class::Wide
    }

    /// A height or a vertical gap, given in pixels of the nominal drawing at standard size.
    pub fn v(self, nominal: f32) -> f32 {
        nominal * self.width / self.class().nominal() * self.enlargement()
    }

    /// Scales a part of the width to the narrowest width of the class, for line breaks.
    pub fn least(self, part: f32) -> f32 {
        part * self.class().least() / self.width
    }

    /// The size of type relative to standard.
    pub const fn enlargement(self) -> f32 {
        match self.size {
            Size::Standard => 1.0,
            Size::Large => 1.3,
            Size::Xlarge => 1.6,
        }
    }

    /// The size of labels, CSS pixels. In pre-rendered SVGs, which are scaled: see [`Twin`].
    pub fn label(self) -> f32 {
        let standard = if self.is_wide() { 16.0 } else { 15.0 };
        standard * self.enlargement()
    }

    /// The size of names that label a part of the drawing.
    pub fn name(self) -> f32 {
        self.label() * 1.2
    }

    /// The size of the big numerals.
    pub fn numeral(self) -> f32 {
        self.label() * if self.is_wide() { 2.4 } else { 2.1 }
    }
}
