use super::web::{Joint, Web};
use crate::draft::Draft;
use crate::geometry::{Point, Rect, at, rect};
use crate::ink::Ink;
use crate::plan::Growth;

/// The way that the ribbons run: the drawing is thought of along its flow, and turned only here.
#[derive(Clone, Copy, PartialEq, Eq)]
pub enum Way {
    Rightward,
    Downward,
}

impl Way {
    /// The point that is `along` the flow and `aside` of it.
    fn point(self, along: f32, aside: f32) -> Point {
        match self {
            Self::Rightward => at(along, aside),
            Self::Downward => at(aside, along),
        }
    }

    fn rect(self, along: f32, aside: f32, long: f32, wide: f32) -> Rect {
        match self {
            Self::Rightward => rect(along, aside, long, wide),
            Self::Downward => rect(aside, along, wide, long),
        }
    }
}

/// A stretch across the flow.
#[derive(Clone, Copy)]
pub struct Span {
    pub from: f32,
    pub size: f32,
}

impl Span {
    pub fn middle(self) -> f32 {
        self.from + self.size / 2.0
    }
}

/// Everything that the ribbons need to be placed.
pub struct Flow {
    pub way: Way,
    /// Where the ribbons leave and arrive along the flow.
    pub leave: f32,
    pub arrive: f32,
    /// The breadth of one echo.
    pub unit: f32,
    /// The place of one ribbon at a work: a finger's breadth.
    pub place: f32,
    /// The middles of the matters.
    pub matters: Vec<f32>,
    pub works: Vec<Span>,
    /// Along the flow, the part in which a ribbon is hit.
    pub touch: Span,
}

/// How thick the ends of the ribbons are.
pub const CAP: f32 = 4.0;

impl Flow {
    /// Draws all ribbons, each a mark.
    pub fn draw(&self, draft: &mut Draft, web: &Web<'_>) {
        let mut leaving: Vec<f32> =
            self.matters.iter().zip(&web.told).map(|(middle, &told)| middle - self.unit * told as f32 / 2.0).collect();
        let mut arriving: Vec<f32> = self
            .works
            .iter()
            .enumerate()
            .map(|(i, span)| span.middle() - self.place * web.places(i) as f32 / 2.0)
            .collect();
        for (middle, _) in self.matters.iter().zip(&web.told).filter(|(_, told)| **told == 0) {
            draft.fill(self.way.rect(self.leave - CAP, middle - self.unit / 2.0, CAP, self.unit), Ink::Faint);
        }
        for (i, joint) in web.joints.iter().enumerate() {
            let wide = self.unit * joint.count() as f32;
            let (from, to) = (leaving[joint.matter] + wide / 2.0, arriving[joint.work] + self.place / 2.0);
            leaving[joint.matter] += wide;
            arriving[joint.work] += self.place;
            let area = self.way.rect(self.touch.from, to - self.place / 2.0, self.touch.size, self.place);
            draft.begin_mark(web.mark(joint, area));
            self.ribbon(draft, web, joint, (from, to), 0.5 * i as f32 / web.joints.len() as f32);
            draft.end_mark().stand();
        }
    }

    fn ribbon(&self, draft: &mut Draft, web: &Web<'_>, joint: &Joint<'_>, (from, to): (f32, f32), start: f32) {
        let (ink, wide) = (web.ink(joint.work), self.unit * joint.count() as f32);
        let opacity = if web.is_top(joint.work) { 0.6 } else { 0.3 };
        draft.enter(Growth::Rightward, start, start + 0.5);
        draft.ribbon(self.course(from, to), ink, wide, opacity);
        draft.stand().fill(self.way.rect(self.leave - CAP, from - wide / 2.0, CAP, wide), ink);
        draft.enter(Growth::Laid, start + 0.4, start + 0.5);
        draft.fill(self.way.rect(self.arrive, to - wide / 2.0, CAP, wide), ink);
    }

    /// The middle of a ribbon: a cubic whose handles point along the flow.
    fn course(&self, from: f32, to: f32) -> Vec<Point> {
        /// So many that a broad ribbon shows no edges.
        const STEPS: usize = 64;
        let (long, aside) = (self.arrive - self.leave, to - from);
        // How far the curve holds on before it turns: longer where it has far to go, or the bends
        // would be tighter than the ribbon is wide.
        let hold = 0.44 + 0.2 * (aside / long).abs().min(1.0);
        let step = |step: usize| {
            let t = step as f32 / STEPS as f32;
            let s = 1.0 - t;
            // It leaves and arrives quite straight, or its ends would stand askew.
            let straight = [(1, 0.0), (STEPS - 1, aside)].into_iter().find(|(known, _)| *known == step);
            let x = long * (3.0 * s * s * t * hold + 3.0 * s * t * t * (1.0 - hold) + t * t * t);
            let y = aside * t * t * (3.0 - 2.0 * t);
            self.way.point(self.leave + x, from + straight.map_or(y, |(_, end)| end))
        };
        (0..=STEPS).map(step).collect()
    }
}
