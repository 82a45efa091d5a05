use super::board::Board;
use super::strip::Strip;
use crate::geometry::{Point, Rect, at, rect};
use crate::ink::Ink;
use crate::scene::Growth;

/// The direction in which the ribbons run. Geometry is computed along the flow, and turned only
/// here.
#[derive(Clone, Copy, PartialEq, Eq)]
pub enum Way {
    Rightward,
    Downward,
}

impl Way {
    /// Places a point given as its distance along the flow and across it.
    pub const fn turn(self, point: Point) -> Point {
        match self {
            Self::Rightward => point,
            Self::Downward => at(point.y, point.x),
        }
    }
}

/// Where the ribbons run.
pub struct Flow {
    pub way: Way,
    /// The ends on the first paper, a matter each: along the flow, and aside.
    pub matters: Vec<Point>,
    /// The ends on the second paper, a work each.
    pub works: Vec<Point>,
    /// The edge between the papers, along the flow.
    pub seam: f32,
    /// The breadth of one echo.
    pub unit: f32,
}

/// Up to this many ribbons are marks of their own; if there are more, they belong to the marks of
/// their matters.
const MOST: usize = 24;

/// Draws all ribbons, those to the emphasised work on top. `taken` are the areas of other marks.
pub fn draw(board: &mut Board<'_>, flow: &Flow, taken: &[Rect], first_matter: usize) {
    let strips = strips(board, flow);
    let pointed = strips.len() <= MOST;
    let first = board.builder.marks();
    if pointed {
        let spots = spots(board, flow, &strips, taken);
        for (i, spot) in spots.into_iter().enumerate() {
            let mark = board.web.mark(&board.web.joints[i], spot);
            board.builder.begin_mark(mark);
        }
    }
    let count = strips.len().max(1) as f32;
    for uppermost in [false, true] {
        for (i, strip) in strips.iter().enumerate() {
            let joint = &board.web.joints[i];
            let top = board.web.is_top(joint.work);
            if top != uppermost {
                continue;
            }
            board.builder.resume_mark(if pointed { first + i } else { first_matter + joint.matter });
            let (ink, opacity) = if top { (Ink::Accent, 0.85) } else { (Ink::Line, 0.26) };
            let start = 0.1 + 0.5 * i as f32 / count;
            for across in [false, true] {
                let part: Vec<Point> = strip.part(flow.seam, across).into_iter().map(|p| flow.way.turn(p)).collect();
                if !part.is_empty() {
                    let at = start + if across { 0.2 } else { 0.0 };
                    board.builder.across(across).enter(Growth::Laid, at, at + 0.1).polygon(part, ink, opacity);
                }
            }
        }
    }
    board.builder.end_mark().stand().across(false);
}

/// The ribbons side by side at both ends, in the order of the joints.
fn strips(board: &Board<'_>, flow: &Flow) -> Vec<Strip> {
    let web = &board.web;
    let first = |ends: &[Point], counts: &[usize]| -> Vec<f32> {
        ends.iter().zip(counts).map(|(end, &count)| end.y - flow.unit * count as f32 / 2.0).collect()
    };
    let (mut leaving, mut arriving) = (first(&flow.matters, &web.told), first(&flow.works, &web.heard));
    let strips = web.joints.iter().map(|joint| {
        let wide = flow.unit * joint.count() as f32;
        let from = at(flow.matters[joint.matter].x, leaving[joint.matter] + wide / 2.0);
        let to = at(flow.works[joint.work].x, arriving[joint.work] + wide / 2.0);
        leaving[joint.matter] += wide;
        arriving[joint.work] += wide;
        Strip::new(from, to, wide)
    });
    strips.collect()
}

/// The touch target of each ribbon: on its course, as far as possible from the others.
fn spots(board: &Board<'_>, flow: &Flow, strips: &[Strip], taken: &[Rect]) -> Vec<Rect> {
    let finger = board.room.finger();
    let mut centers: Vec<Point> = Vec::new();
    for strip in strips {
        let inner = strip.inner();
        let free = |i: usize| {
            let point = flow.way.turn(inner[i]);
            let others = centers.iter().map(|other| (other.x - point.x).abs().max((other.y - point.y).abs()));
            let areas = taken.iter().map(|area| area.distance(point) + finger * 0.5);
            let clear = others.chain(areas).fold(finger, f32::min);
            // Among equals, prefer the middle.
            clear - (i as f32 / inner.len() as f32 - 0.5).abs() * 0.1
        };
        let best = (0..inner.len()).max_by(|&a, &b| free(a).total_cmp(&free(b))).unwrap_or(0);
        centers.push(flow.way.turn(inner[best]));
    }
    let half = finger / 2.0;
    let inside = |c: Point| rect((c.x - half).clamp(0.0, board.room.width - finger), c.y - half, finger, finger);
    centers.into_iter().map(inside).collect()
}
