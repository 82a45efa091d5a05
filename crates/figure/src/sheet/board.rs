use crate::frame::Frame;
use crate::geometry::{Point, Rect, at, on_circle, rect};
use crate::ink::Ink;
use crate::scene::{Growth, Mark, Scene};
use crate::scene_builder::{Hand, SceneBuilder};
use crate::text_layout::{width, wrap_at_most};

/// A drawing board measured at the narrowest width of the class: what fits there fits at every width,
/// since geometry grows with the frame while type keeps its size.
pub struct Board {
    builder: SceneBuilder,
    frame: Frame,
    stretch: f32,
    pieces: usize,
    laid: usize,
}

/// Longer labels end in an ellipsis; the mark has them whole.
const LINES: usize = 4;

impl Board {
    /// `pieces` is how many will be laid, one after the other, while the drawing enters.
    pub fn new(frame: Frame, pieces: usize) -> Self {
        let stretch = frame.width / frame.least(frame.width);
        Self { builder: SceneBuilder::new(frame), frame, stretch, pieces: pieces.max(1), laid: 0 }
    }

    pub fn finish(self, height: f32) -> Scene {
        self.builder.finish(height * self.stretch)
    }

    pub fn width(&self) -> f32 {
        self.frame.least(self.frame.width)
    }

    /// Converts CSS pixels to lengths on the board, for what must not grow with the frame.
    pub fn pixels(&self, css: f32) -> f32 {
        css / self.stretch
    }

    /// The size of labels, the measure of everything that must grow with type.
    pub fn em(&self) -> f32 {
        self.frame.label()
    }

    /// Whether there is room for things beside each other.
    pub fn is_roomy(&self) -> bool {
        self.width() > self.em() * 34.0
    }

    pub fn label(&self, ink: Ink) -> Hand {
        Hand::sans(self.em(), ink)
    }

    pub fn name(&self) -> Hand {
        Hand::serif(self.frame.name(), Ink::Text)
    }

    /// How counts are set.
    pub fn numeral(&self) -> Hand {
        let size = if self.is_roomy() { self.frame.numeral() * 0.75 } else { self.frame.name() };
        Hand::serif(size, Ink::Text)
    }

    pub fn wrap(&self, text: &str, hand: Hand, room: f32) -> Vec<String> {
        wrap_at_most(text, hand.size, room, LINES)
    }

    /// The height of lines of text, without space around them.
    pub fn depth(&self, lines: &[String], hand: Hand) -> f32 {
        lines.len() as f32 * hand.size * LEADING
    }

    /// Begins a piece, which enters in its turn: what follows belongs to its mark.
    pub fn lay(&mut self, mark: Mark) {
        let from = 0.85 * self.laid as f32 / self.pieces as f32;
        self.laid += 1;
        let area = self.area(mark.area);
        self.builder.begin_mark(Mark { area, ..mark }).enter(Growth::Laid, from, from + 0.15);
    }

    /// What follows still belongs to the mark, but is there from the start.
    pub fn stand(&mut self) {
        self.builder.stand();
    }

    /// What follows belongs to no mark and is there from the start.
    pub fn furnish(&mut self) {
        self.builder.end_mark().stand();
    }

    /// What follows is drawn out as by a pen.
    pub fn run_out(&mut self, from: f32, to: f32) {
        self.builder.enter(Growth::Rightward, from, to);
    }

    pub fn fill(&mut self, area: Rect, ink: Ink) {
        self.builder.fill(self.area(area), ink);
    }

    pub fn outline(&mut self, area: Rect, ink: Ink, weight: f32) {
        self.builder.outline(self.area(area), ink, weight);
    }

    pub fn level(&mut self, x: f32, y: f32, w: f32, ink: Ink, weight: f32) {
        let s = self.stretch;
        self.builder.level(x * s, y * s, w * s, ink, weight);
    }

    pub fn upright(&mut self, x: f32, y: f32, h: f32, ink: Ink, weight: f32) {
        let s = self.stretch;
        self.builder.upright(x * s, y * s, h * s, ink, weight);
    }

    pub fn line(&mut self, points: &[Point], ink: Ink, weight: f32) {
        let points: Vec<Point> = points.iter().map(|p| self.place(*p)).collect();
        self.builder.line(&points, ink, weight);
    }

    pub fn polygon(&mut self, points: &[Point], ink: Ink) {
        let points = points.iter().map(|p| self.place(*p)).collect();
        self.builder.polygon(points, ink, 1.0);
    }

    pub fn disc(&mut self, center: Point, radius: f32, ink: Ink) {
        self.builder.disc(self.place(center), radius * self.stretch, ink);
    }

    pub fn ring(&mut self, center: Point, radius: f32, ink: Ink, weight: f32) {
        self.builder.ring(self.place(center), radius * self.stretch, ink, weight);
    }

    /// Lines below each other, centred on `middle`.
    pub fn lines(&mut self, x: f32, middle: f32, lines: &[String], hand: Hand) {
        let leading = hand.size * LEADING * self.stretch.min(MOST_LEADING);
        self.builder.lines(x * self.stretch, middle * self.stretch, lines, leading, hand);
    }

    /// A number with its unit on one baseline, centred on `middle`. Type keeps its size, and so
    /// does their distance.
    pub fn quantity(&mut self, middle: Point, number: &str, unit: &str) {
        let (numeral, label) = (self.numeral(), self.label(Ink::Text));
        let all = self.quantity_width(number, unit);
        let p = self.place(middle);
        let drop = (numeral.size - label.size) * BASELINE;
        self.builder.text(p.x - all / 2.0, p.y, number, numeral);
        self.builder.text(p.x + all / 2.0, p.y + drop, unit, label.end());
    }

    pub fn quantity_width(&self, number: &str, unit: &str) -> f32 {
        width(number, self.numeral().size) + self.em() * 0.12 + width(unit, self.em())
    }

    /// Hatching for surfaces that a section cuts through; exceeds the area by a hair's breadth at
    /// most.
    pub fn hatch(&mut self, area: Rect, ink: Ink) {
        let (step, hair) = (self.em() * 0.8, 1.2 / self.stretch);
        let count = ((area.w + area.h) / step).floor() as usize;
        for i in 1..=count {
            // Where the stroke would begin on the floor, left of the area at first.
            let start = area.x - area.h + step * i as f32;
            let low = at(start.max(area.x), area.bottom() - (area.x - start).max(0.0));
            let run = (area.right() - low.x).min(low.y - area.y);
            if run > hair {
                let high = at(low.x + run, low.y - run);
                self.polygon(&[at(low.x - hair, low.y), at(high.x - hair, high.y), high, low], ink);
            }
        }
    }

    /// A solid arrowhead at `tip`, pointing along `along` (a unit vector).
    pub fn arrowhead(&mut self, tip: Point, along: Point, ink: Ink) {
        let (long, half) = (self.em() * 0.62, self.em() * 0.32);
        let foot = at(tip.x - along.x * long, tip.y - along.y * long);
        let (dx, dy) = (-along.y * half, along.x * half);
        self.polygon(&[tip, at(foot.x + dx, foot.y + dy), at(foot.x - dx, foot.y - dy)], ink);
    }

    /// Strokes under a ground line that show solid earth in a section: one comb-shaped polygon, so
    /// that the SVG stays small.
    pub fn earth(&mut self, x: f32, y: f32, w: f32, ink: Ink) {
        let (deep, hair) = (self.em() * 0.5, 1.0 / self.stretch);
        let count = (w / (self.em() * 0.75)).floor().max(1.0);
        let step = (w - deep) / count;
        // Clockwise, like every other shape: opposite directions would cut holes where shapes of
        // one colour overlap in one path.
        let mut comb = vec![at(x, y - hair), at(x + w, y - hair), at(x + w, y)];
        for i in (1..=count as usize).rev() {
            let top = x + deep + step * i as f32 - hair;
            comb.extend([at(top + hair, y), at(top - deep + hair, y + deep), at(top - deep, y + deep), at(top, y)]);
        }
        comb.push(at(x, y));
        self.polygon(&comb, ink);
    }

    fn place(&self, p: Point) -> Point {
        at(p.x * self.stretch, p.y * self.stretch)
    }

    fn area(&self, a: Rect) -> Rect {
        let s = self.stretch;
        rect(a.x * s, a.y * s, a.w * s, a.h * s)
    }
}

/// From line to line, in ems.
const LEADING: f32 = 1.28;
/// How far the baseline lies below the middle of a line, in ems.
const BASELINE: f32 = 0.36;
/// The most by which a stretched board increases line spacing, so that lines stay a paragraph.
const MOST_LEADING: f32 = 1.12;

/// An arc of an axis-aligned ellipse, from one angle to another, in radians clockwise from the
/// right.
pub fn arc(center: Point, radii: Point, from: f32, to: f32) -> Vec<Point> {
    let steps = ((to - from).abs() * 20.0).ceil().max(2.0);
    (0..=steps as usize)
        .map(|i| from + (to - from) * i as f32 / steps)
        .map(on_circle)
        .map(|on| at(center.x + radii.x * on.x, center.y + radii.y * on.y))
        .collect()
}
