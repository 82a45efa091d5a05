use crate::frame::{BREAKPOINT, Frame};
use crate::ink::Ink;

/// Where one drawing of a sheet goes: its words and its picture side by side, or one above the other.
#[derive(Clone, Copy)]
pub struct Bay {
    pub frame: Frame,
    pub top: f32,
    /// Whether it is the first drawing of a sheet, which is emphasised.
    pub lead: bool,
}

impl Bay {
    /// Large type needs more room before two columns fit.
    pub fn is_split(self) -> bool {
        self.frame.width / self.frame.enlargement() >= BREAKPOINT
    }

    /// The width of the words' column.
    pub fn words(self) -> f32 {
        if self.is_split() { self.frame.width * 0.28 } else { self.frame.width }
    }

    /// Left edge and width of the picture.
    pub fn picture(self) -> (f32, f32) {
        let from = if self.is_split() { self.frame.width * 0.32 } else { 0.0 };
        (from, self.frame.width - from)
    }

    pub fn ink(self) -> Ink {
        if self.lead { Ink::Accent } else { Ink::Line }
    }

    /// The height that a line of labels needs at every width.
    pub fn line(self) -> f32 {
        self.leading() / self.frame.least(1.0)
    }

    /// From line to line of a wrapped label.
    pub fn leading(self) -> f32 {
        self.frame.label() * 1.25
    }
}
