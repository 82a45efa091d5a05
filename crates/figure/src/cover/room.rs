use crate::frame::{Frame, Twin};

/// The room that the cover gets, and its unit of length: an em, the height of its labels.
///
/// Within a band everything is a fixed share of the width, type included, so that the canvas shows
/// exactly what the pre-rendered picture shows. From band to band there are more ems: on a broad screen
/// more fits beside each other, and type does not grow without end.
#[derive(Clone, Copy)]
pub struct Room {
    pub width: f32,
    /// CSS pixels.
    pub em: f32,
    /// The whole width, in ems.
    pub ems: f32,
    /// Whether the reader asked for large type: then there is no decoration.
    pub plain: bool,
}

/// The minimum width of each band at standard size, and the width of the cover in ems. The first
/// band is only for large type on a phone. `style/cover-twins.css` has the same widths.
const BANDS: [(f32, f32); 6] = [(0.0, 14.5), (280.0, 23.3), (340.0, 27.2), (480.0, 38.0), (680.0, 54.0), (960.0, 80.0)];

/// The pre-rendered pictures, one per band except the first, which is only for large type. All are
/// in the page from the start: they open it, and late ones would push everything down.
pub const TWINS: [Twin; 5] = [
    Twin { class: "twin c1", width: 320.0, from: 0.0 },
    Twin { class: "twin c2", width: 390.0, from: BANDS[2].0 },
    Twin { class: "twin c3", width: 560.0, from: BANDS[3].0 },
    Twin { class: "twin c4", width: 800.0, from: BANDS[4].0 },
    Twin { class: "twin c5", width: 1120.0, from: BANDS[5].0 },
];

impl Room {
    pub fn new(frame: Frame) -> Self {
        let standard = frame.width / frame.enlargement();
        let ems = BANDS.iter().rev().find(|(from, _)| standard >= *from).map_or(BANDS[0].1, |band| band.1);
        Self { width: frame.width, em: frame.width / ems, ems, plain: frame.enlargement() > 1.0 }
    }

    /// Whether the two papers lie beside each other, rather than below each other.
    pub fn is_across(self) -> bool {
        self.ems >= 80.0
    }

    /// A length in ems as CSS pixels.
    pub fn px(self, ems: f32) -> f32 {
        ems * self.em
    }

    /// The margin at the sides, in ems.
    pub fn margin(self) -> f32 {
        match self.ems {
            ..20.0 => 0.7,
            ..50.0 => 1.12,
            ..60.0 => 2.25,
            _ => self.ems * 0.05,
        }
    }

    /// The size of a touch target, CSS pixels.
    pub fn finger(self) -> f32 {
        24.5_f32.max(self.px(1.5))
    }
}
