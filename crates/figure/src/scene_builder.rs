use super::frame::Frame;
use super::geometry::{Point, Rect, at, rect};
use super::ink::Ink;
use super::scene::{Align, Enter, Growth, Mark, Primitive, Scene, Shape, Text};
use super::text_layout::Face;

/// Builds the scene of a drawing.
pub struct SceneBuilder {
    scene: Scene,
    mark: Option<usize>,
    enter: Enter,
    across: bool,
}

impl SceneBuilder {
    pub fn new(frame: Frame) -> Self {
        let scene = Scene { width: frame.width, ..Scene::default() };
        Self { scene, mark: None, enter: Enter::AT_ONCE, across: false }
    }

    /// Ends the scene at its full height.
    pub fn finish(mut self, height: f32) -> Scene {
        self.scene.height = height;
        self.scene
    }

    /// What follows belongs to a new mark.
    pub fn begin_mark(&mut self, mark: Mark) -> &mut Self {
        self.scene.marks.push(mark);
        self.mark = Some(self.scene.marks.len() - 1);
        self
    }

    /// Sets the area of the current mark, once it is known.
    pub fn set_area(&mut self, area: Rect) -> &mut Self {
        if let Some(mark) = self.mark.and_then(|mark| self.scene.marks.get_mut(mark)) {
            mark.area = area;
        }
        self
    }

    /// Ends the mark: what follows is furniture.
    pub fn end_mark(&mut self) -> &mut Self {
        self.mark = None;
        self
    }

    /// How many marks there are.
    pub fn marks(&self) -> usize {
        self.scene.marks.len()
    }

    /// How many shapes there are.
    pub fn shapes(&self) -> usize {
        self.scene.shapes.len()
    }

    /// Moves the shapes from index `from` on below all others.
    pub fn lay_under(&mut self, from: usize) -> &mut Self {
        let shapes = &mut self.scene.shapes;
        let from = from.min(shapes.len());
        shapes.rotate_left(from);
        self
    }

    /// What follows belongs to an existing mark.
    pub fn resume_mark(&mut self, mark: usize) -> &mut Self {
        self.mark = Some(mark);
        self
    }

    /// Sets whether what follows lies on the other paper.
    pub fn across(&mut self, is: bool) -> &mut Self {
        self.across = is;
        self
    }

    /// What follows enters in this way.
    pub fn enter(&mut self, how: Growth, from: f32, to: f32) -> &mut Self {
        self.enter = Enter::new(how, from, to);
        self
    }

    /// What follows is there from the start.
    pub fn stand(&mut self) -> &mut Self {
        self.enter = Enter::AT_ONCE;
        self
    }

    pub fn fill(&mut self, area: Rect, ink: Ink) -> &mut Self {
        self.push(Primitive::Fill { area, ink })
    }

    pub fn outline(&mut self, area: Rect, ink: Ink, weight: f32) -> &mut Self {
        self.push(Primitive::Outline { area, ink, weight })
    }

    pub fn line(&mut self, points: &[Point], ink: Ink, weight: f32) -> &mut Self {
        self.push(Primitive::Line { points: points.to_vec(), ink, weight })
    }

    /// A horizontal line.
    pub fn level(&mut self, x: f32, y: f32, w: f32, ink: Ink, weight: f32) -> &mut Self {
        self.fill(rect(x, y - weight / 2.0, w, weight), ink)
    }

    /// A vertical line.
    pub fn upright(&mut self, x: f32, y: f32, h: f32, ink: Ink, weight: f32) -> &mut Self {
        self.fill(rect(x - weight / 2.0, y, weight, h), ink)
    }

    pub fn polygon(&mut self, points: Vec<Point>, ink: Ink, opacity: f32) -> &mut Self {
        self.push(Primitive::Polygon { points, ink, opacity })
    }

    pub fn disc(&mut self, center: Point, radius: f32, ink: Ink) -> &mut Self {
        self.push(Primitive::Disc { center, radius, ink })
    }

    pub fn ring(&mut self, center: Point, radius: f32, ink: Ink, weight: f32) -> &mut Self {
        self.push(Primitive::Ring { center, radius, ink, weight })
    }

    /// An empty text is no shape.
    pub fn text(&mut self, x: f32, y: f32, text: impl Into<String>, hand: Hand) -> &mut Self {
        let (Hand { size, face, align, ink }, text) = (hand, text.into());
        if text.is_empty() {
            return self;
        }
        self.push(Primitive::Text(Text { at: at(x, y), text, size, face, align, ink }))
    }

    /// Lines below each other, centred on `middle`.
    pub fn lines(&mut self, x: f32, middle: f32, lines: &[String], leading: f32, hand: Hand) -> &mut Self {
        let top = middle - leading * (lines.len().saturating_sub(1)) as f32 / 2.0;
        for (i, line) in lines.iter().enumerate() {
            self.text(x, top + leading * i as f32, line, hand);
        }
        self
    }

    fn push(&mut self, primitive: Primitive) -> &mut Self {
        self.scene.shapes.push(Shape { primitive, mark: self.mark, enter: self.enter, across: self.across });
        self
    }
}

/// How a line of text is set.
#[derive(Clone, Copy, Debug)]
pub struct Hand {
    pub size: f32,
    pub face: Face,
    pub align: Align,
    pub ink: Ink,
}

impl Hand {
    pub const fn sans(size: f32, ink: Ink) -> Self {
        Self { size, face: Face::Sans, align: Align::Start, ink }
    }

    pub const fn serif(size: f32, ink: Ink) -> Self {
        Self { size, face: Face::Serif, align: Align::Start, ink }
    }

    pub const fn middle(self) -> Self {
        Self { align: Align::Middle, ..self }
    }

    pub const fn end(self) -> Self {
        Self { align: Align::End, ..self }
    }
}
