use crate::frame::{Class, Frame};
use crate::geometry::{Point, Rect, at, on_circle, rect};
use crate::ink::Ink;
use crate::scene::Scene;
use crate::scene_builder::SceneBuilder;
use model::{Pillar, Size, Story};

/// A pillar's argument as a shape: a column for each of its points, a block for each measure. There
/// are steps and rings only if the source implies an order; their line is emphasised.
pub fn plan(pillar: &Pillar) -> Scene {
    let mut shape = Shape::new(pillar);
    let foot = match pillar.story {
        Story::Ladder => shape.ladder(),
        Story::Loop => shape.circuit(),
        Story::Lines => shape.lines(),
        Story::Levers => shape.levers(),
        Story::Cycle => shape.cycle(),
    };
    shape.finish(foot)
}

/// From the top of one block to the next.
const STEP: f32 = 18.0;
/// Between two blocks.
const JOINT: f32 = 3.0;
/// Blocks are flatter where they would make a column higher than this.
const HIGH: f32 = 76.0;
const BREADTH: f32 = 58.0;
/// The weight of the line that shows the argument.
const WEIGHT: f32 = 3.0;
/// The rise from one tread to the next.
const RISE: f32 = 13.0;

struct Shape {
    builder: SceneBuilder,
    width: f32,
    /// How many blocks each column has.
    counts: Vec<usize>,
    pitch: f32,
    step: f32,
    breadth: f32,
    blocks: Vec<Rect>,
}

impl Shape {
    fn new(pillar: &Pillar) -> Self {
        let counts: Vec<usize> = pillar.points.iter().map(|point| point.measures.len()).collect();
        let frame = Frame::new(Class::Narrow.nominal(), Size::Standard);
        let most = counts.iter().copied().max().unwrap_or(0).max(1);
        let pitch = frame.width / counts.len().max(1) as f32;
        Self {
            builder: SceneBuilder::new(frame),
            width: frame.width,
            pitch,
            step: STEP.min(HIGH / most as f32),
            breadth: BREADTH.min(pitch * 0.7),
            blocks: Vec::new(),
            counts,
        }
    }

    fn most(&self) -> f32 {
        self.counts.iter().copied().max().unwrap_or(0) as f32
    }

    /// The middle of a column.
    fn middle(&self, column: usize) -> f32 {
        self.pitch * (column as f32 + 0.5)
    }

    /// Stacks a column's blocks on `floor`, centred on `middle`.
    fn stand(&mut self, column: usize, middle: f32, floor: f32) {
        let (step, breadth) = (self.step, self.breadth);
        let blocks = (1..=self.counts[column])
            .map(|i| rect(middle - breadth / 2.0, floor - step * i as f32, breadth, (step - JOINT).max(step * 0.6)));
        self.blocks.extend(blocks);
    }

    /// Stacks all blocks on one floor.
    fn stand_all(&mut self, floor: f32) {
        (0..self.counts.len()).for_each(|i| self.stand(i, self.middle(i), floor));
    }

    /// Draws ink by ink, so that the SVG needs only one path for each.
    fn finish(mut self, foot: f32) -> Scene {
        for block in &self.blocks {
            self.builder.fill(*block, Ink::Fill);
        }
        for block in &self.blocks {
            self.builder.outline(*block, Ink::Line, 1.5);
        }
        self.builder.finish(foot)
    }

    /// Stairs, as each point builds on the one before it.
    fn ladder(&mut self) -> f32 {
        let risen = |i: usize| RISE * i as f32;
        let tall = self.counts.iter().enumerate().map(|(i, &n)| self.step * n as f32 + risen(i));
        let ground = tall.fold(0.0, f32::max) + WEIGHT;
        let mut line = Vec::new();
        for i in 0..self.counts.len() {
            let tread = ground - risen(i);
            line.extend([at(self.pitch * i as f32, tread), at(self.pitch * (i + 1) as f32, tread)]);
            self.stand(i, self.middle(i), tread - WEIGHT / 2.0);
        }
        // One line for the whole stair, with its ends within the frame.
        if !line.is_empty() {
            self.builder.line(&line, Ink::Accent, WEIGHT);
        }
        ground + WEIGHT
    }

    /// A line through all points and back to the first.
    fn circuit(&mut self) -> f32 {
        const BEND: f32 = 9.0;
        let (left, right, top) = (7.0, self.width - WEIGHT, WEIGHT);
        let floor = top + 9.0 + self.most() * self.step;
        self.stand_all(floor - WEIGHT / 2.0);
        let turn = |x: f32, y: f32, from: f32| {
            let quarter = std::f32::consts::FRAC_PI_2;
            (0..=6)
                .map(move |i| on_circle(quarter * (from - i as f32 / 6.0)))
                .map(move |on| at(x + BEND * on.x, y + BEND * on.y))
        };
        let mut way: Vec<Point> = vec![at(left, floor)];
        way.extend(turn(right - BEND, floor - BEND, 1.0));
        way.extend(turn(right - BEND, top + BEND, 0.0));
        way.extend(turn(left + BEND, top + BEND, -1.0));
        way.push(at(left, floor - 12.0));
        self.builder.line(&way, Ink::Accent, WEIGHT);
        self.arrowhead(at(left, floor - 2.0), at(0.0, 1.0));
        floor + WEIGHT
    }

    /// A thick line for each point, on hatched ground.
    fn lines(&mut self) -> f32 {
        const DEEP: f32 = 7.0;
        let floor = self.most() * self.step + WEIGHT;
        self.stand_all(floor - WEIGHT / 2.0);
        let (from, wide) = (self.pitch * 0.06, self.pitch * 0.88);
        for i in 0..self.counts.len() {
            self.builder.level(self.pitch * i as f32 + from, floor, wide, Ink::Accent, WEIGHT);
        }
        for i in 0..self.counts.len() {
            let left = self.pitch * i as f32 + from;
            for stroke in 1..=6 {
                let x = left + wide * stroke as f32 / 6.0;
                let earth = [
                    at(x - 1.2, floor + 2.0),
                    at(x, floor + 2.0),
                    at(x - DEEP, floor + 2.0 + DEEP),
                    at(x - DEEP - 1.2, floor + 2.0 + DEEP),
                ];
                self.builder.polygon(earth.to_vec(), Ink::Rule, 1.0);
            }
        }
        floor + DEEP + WEIGHT
    }

    /// A lever for each point, carrying its blocks.
    fn levers(&mut self) -> f32 {
        const TILT: f32 = 7.0;
        let hang = TILT * 2.0 + 3.0;
        let floor = hang + self.most() * self.step;
        self.breadth = self.breadth.min(self.pitch * 0.46);
        for i in 0..self.counts.len() {
            let middle = self.middle(i);
            let (rest, load) = (middle - self.pitch * 0.22, middle + self.pitch * 0.14);
            let beam = |x: f32| TILT + WEIGHT - TILT * (x - middle) / (self.pitch * 0.44);
            for foot in [-7.0, 7.0] {
                self.builder.line(&[at(rest, beam(rest)), at(rest + foot, floor - JOINT)], Ink::Line, 1.5);
            }
            self.builder.upright(load, beam(load), hang - beam(load), Ink::Line, 1.5);
            let ends = [middle - self.pitch * 0.44, middle + self.pitch * 0.44].map(|x| at(x, beam(x)));
            self.builder.line(&ends, Ink::Accent, WEIGHT);
            self.stand(i, load, hang + self.counts[i] as f32 * self.step);
        }
        floor
    }

    /// A row that ends in a wheel that turns.
    fn cycle(&mut self) -> f32 {
        const RADIUS: f32 = 13.0;
        self.breadth = self.breadth.min((self.pitch - 4.0 * RADIUS).max(self.pitch * 0.3));
        let floor = (self.most() * self.step + WEIGHT).max(4.0 * RADIUS);
        self.stand_all(floor - WEIGHT / 2.0);
        let hub = at(self.width - RADIUS - 3.0, floor - RADIUS);
        self.builder.level(0.0, floor, self.width - RADIUS - 3.0, Ink::Line, 2.0);
        let turned = std::f32::consts::TAU / 40.0;
        // Almost a full turn, clockwise from past the top to just before it.
        let wheel =
            (-5..=29).map(|i| on_circle(turned * i as f32)).map(|on| at(hub.x + RADIUS * on.x, hub.y + RADIUS * on.y));
        self.builder.line(&wheel.collect::<Vec<_>>(), Ink::Accent, WEIGHT);
        let (tip, along) = (on_circle(turned * 33.0), on_circle(turned * 42.0));
        self.arrowhead(at(hub.x + RADIUS * tip.x, hub.y + RADIUS * tip.y), along);
        floor + WEIGHT
    }

    /// An arrowhead at `tip`, pointing along a unit vector.
    fn arrowhead(&mut self, tip: Point, along: Point) {
        const LONG: f32 = 11.0;
        const HALF: f32 = 5.5;
        let foot = at(tip.x - along.x * LONG, tip.y - along.y * LONG);
        let (dx, dy) = (-along.y * HALF, along.x * HALF);
        self.builder.polygon(vec![tip, at(foot.x + dx, foot.y + dy), at(foot.x - dx, foot.y - dy)], Ink::Accent, 1.0);
    }
}
