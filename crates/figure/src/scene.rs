use super::geometry::{Point, Rect};
use super::ink::Ink;
use super::text_layout::{self, Face};
use model::{Choice, Id, Quotation};

/// What a finger covers, CSS pixels.
const FINGER: f32 = 44.0;

/// A finished drawing: everything placed, nothing left to decide. Drives the SVG, the canvas, the
/// hit areas, the focusable marks, the table and the description alike.
#[derive(Clone, Debug, Default, PartialEq)]
pub struct Scene {
    pub width: f32,
    pub height: f32,
    pub shapes: Vec<Shape>,
    pub marks: Vec<Mark>,
}

/// One stroke or fill of a drawing.
#[derive(Clone, Debug, PartialEq)]
pub struct Shape {
    pub primitive: Primitive,
    /// The mark that the shape belongs to, an index into [`Scene::marks`]; shapes without one are furniture.
    pub mark: Option<usize>,
    /// When the shape appears in the drawing's entry animation.
    pub enter: Enter,
    /// Whether the shape lies on the blueprint of a drawing that begins on the other paper.
    pub across: bool,
}

#[derive(Clone, Debug, PartialEq)]
pub enum Primitive {
    /// A solid rectangle.
    Fill {
        area: Rect,
        ink: Ink,
    },
    /// The border of a rectangle, drawn inside it.
    Outline {
        area: Rect,
        ink: Ink,
        weight: f32,
    },
    /// A line through points; horizontal and vertical ones stay crisp.
    Line {
        points: Vec<Point>,
        ink: Ink,
        weight: f32,
    },
    /// A solid polygon. An `opacity` below 1 lets crossing ones show through each other;
    /// highlighted ones are denser.
    Polygon {
        points: Vec<Point>,
        ink: Ink,
        opacity: f32,
    },
    /// A solid circle.
    Disc {
        center: Point,
        radius: f32,
        ink: Ink,
    },
    /// The border of a circle.
    Ring {
        center: Point,
        radius: f32,
        ink: Ink,
        weight: f32,
    },
    Text(Text),
}

impl Primitive {
    /// The same shape so far to the right and down.
    pub(crate) fn moved(self, dx: f32, dy: f32) -> Self {
        let point = |p: Point| Point { x: p.x + dx, y: p.y + dy };
        let area_of = |a: Rect| Rect { x: a.x + dx, y: a.y + dy, ..a };
        let all = |points: Vec<Point>| points.into_iter().map(point).collect();
        match self {
            Self::Fill { area, ink } => Self::Fill { area: area_of(area), ink },
            Self::Outline { area, ink, weight } => Self::Outline { area: area_of(area), ink, weight },
            Self::Line { points, ink, weight } => Self::Line { points: all(points), ink, weight },
            Self::Polygon { points, ink, opacity } => Self::Polygon { points: all(points), ink, opacity },
            Self::Disc { center, radius, ink } => Self::Disc { center: point(center), radius, ink },
            Self::Ring { center, radius, ink, weight } => Self::Ring { center: point(center), radius, ink, weight },
            Self::Text(text) => Self::Text(Text { at: point(text.at), ..text }),
        }
    }
}

/// A line of lettering.
#[derive(Clone, Debug, PartialEq)]
pub struct Text {
    /// Horizontally by `align`, vertically the middle of the line.
    pub at: Point,
    pub text: String,
    /// CSS pixels.
    pub size: f32,
    pub face: Face,
    pub align: Align,
    pub ink: Ink,
}

#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Align {
    Start,
    Middle,
    End,
}

impl Text {
    /// The area that the line takes.
    pub fn area(&self) -> Rect {
        let w = text_layout::width(&self.text, self.size);
        let x = match self.align {
            Align::Start => self.at.x,
            Align::Middle => self.at.x - w / 2.0,
            Align::End => self.at.x - w,
        };
        super::geometry::rect(x, self.at.y - self.size / 2.0, w, self.size)
    }
}

/// A shape's interval in the entry animation, as shares of the whole.
#[derive(Clone, Copy, Debug, PartialEq)]
pub struct Enter {
    pub from: f32,
    pub to: f32,
    pub how: Growth,
}

#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Growth {
    /// There from the start.
    Stands,
    /// Appears at once when its time has come, as a block is laid.
    Laid,
    /// Grows from its left edge, or runs out along its points.
    Rightward,
    /// Grows from its foot.
    Upward,
}

impl Enter {
    pub const AT_ONCE: Self = Self { from: 0.0, to: 0.0, how: Growth::Stands };

    pub const fn new(how: Growth, from: f32, to: f32) -> Self {
        Self { from, to, how }
    }

    /// The progress of the shape, 0 to 1, when that of the whole is `progress`.
    pub fn share(self, progress: f32) -> f32 {
        if self.to <= self.from {
            return if progress >= self.from { 1.0 } else { 0.0 };
        }
        ((progress - self.from) / (self.to - self.from)).clamp(0.0, 1.0)
    }
}

/// What a reader can point at: a bar, a block, a dot.
#[derive(Clone, Debug, PartialEq)]
pub struct Mark {
    /// Unique in the drawing, the same at every width.
    pub key: Id,
    /// Where a pointer or finger hits it.
    pub area: Rect,
    pub name: String,
    /// With its unit; may be empty when the mark counts as one.
    pub value: String,
    /// A derived value's calculation, or an editorial reason.
    pub note: Option<String>,
    pub quote: Option<Quotation>,
    /// The part of the page that says more: a card or a measure.
    pub target: Option<Id>,
    /// The topics, key terms, matters and works that highlight the mark.
    pub tags: Vec<Id>,
}

impl Scene {
    /// Whether a part of the drawing lies on the other paper.
    pub fn crosses(&self) -> bool {
        self.shapes.iter().any(|shape| shape.across)
    }

    /// Whether the reader's choice highlights a mark.
    pub fn lights(&self, mark: usize, choice: Choice<'_>) -> bool {
        self.marks.get(mark).is_some_and(|mark| choice.lights(&mark.tags))
    }

    /// The mark that a touch means: the nearest one within half of what a finger covers.
    pub fn mark_near(&self, point: Point) -> Option<usize> {
        let mut nearest = (FINGER / 2.0, None);
        for (index, mark) in self.marks.iter().enumerate() {
            let away = mark.area.distance(point);
            if away < nearest.0 {
                nearest = (away, Some(index));
            }
        }
        nearest.1
    }
}

#[cfg(test)]
mod tests {
    use super::super::geometry::{at, rect};
    use super::*;

    #[test]
    fn a_finger_means_the_nearest_mark_within_its_reach() {
        let mark = |y| Mark {
            key: Id::default(),
            area: rect(10.0, y, 30.0, 24.0),
            name: String::new(),
            value: String::new(),
            note: None,
            quote: None,
            target: None,
            tags: Vec::new(),
        };
        let scene = Scene { marks: vec![mark(0.0), mark(60.0)], ..Scene::default() };
        for (point, expected) in [
            (at(20.0, 12.0), Some(0)),
            (at(20.0, 70.0), Some(1)),
            (at(20.0, 30.0), Some(0)),
            (at(20.0, 55.0), Some(1)),
            (at(61.0, 12.0), Some(0)),
            (at(63.0, 12.0), None),
            (at(20.0, 120.0), None),
        ] {
            assert_eq!(scene.mark_near(point), expected, "{point:?}");
        }
    }
}
