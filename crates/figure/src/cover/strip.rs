use crate::geometry::{Point, at};

/// A ribbon of constant width, in flow coordinates: `x` runs along the flow, `y` across it. It
/// leaves and arrives straight.
pub struct Strip {
    middle: Vec<Point>,
    left: Vec<Point>,
    right: Vec<Point>,
}

/// Enough that a broad ribbon looks smooth.
const STEPS: usize = 40;

impl Strip {
    pub fn new(from: Point, to: Point, wide: f32) -> Self {
        let middle: Vec<Point> = (0..=STEPS).map(|step| course(from, to, step as f32 / STEPS as f32)).collect();
        let edge = |side: f32| {
            let along = (0..=STEPS).map(|i| {
                let (a, b) = (middle[i.saturating_sub(1)], middle[(i + 1).min(STEPS)]);
                let (x, y) = (b.x - a.x, b.y - a.y);
                let long = x.hypot(y).max(f32::MIN_POSITIVE);
                // Square at both ends, or they would be slanted.
                let straight = i == 0 || i == STEPS;
                let (nx, ny) = if straight { (0.0, 1.0) } else { (-y / long, x / long) };
                at(middle[i].x + nx * side, middle[i].y + ny * side)
            });
            along.collect()
        };
        Self { left: edge(-wide / 2.0), right: edge(wide / 2.0), middle }
    }

    /// The part before or behind a line across the flow, as a polygon cut along that line. Empty if
    /// there is none.
    pub fn part(&self, line: f32, behind: bool) -> Vec<Point> {
        let (mut left, right) = (cut(&self.left, line, behind), cut(&self.right, line, behind));
        if left.len() < 2 || right.len() < 2 {
            return Vec::new();
        }
        left.extend(right.into_iter().rev());
        left
    }

    /// The points of its centre line, without the ends.
    pub fn inner(&self) -> &[Point] {
        &self.middle[STEPS / 8..=STEPS - STEPS / 8]
    }
}

/// The middle of a ribbon: a cubic whose handles point along the flow.
fn course(from: Point, to: Point, t: f32) -> Point {
    let (long, aside) = (to.x - from.x, to.y - from.y);
    // The length of the handles: longer for ribbons that go far aside, or the bends would be
    // tighter than the ribbon is wide.
    let hold = 0.44 + 0.2 * (aside / long.max(1.0)).abs().min(1.0);
    let s = 1.0 - t;
    let x = long * (3.0 * s * s * t * hold + 3.0 * s * t * t * (1.0 - hold) + t * t * t);
    at(from.x + x, from.y + aside * t * t * (3.0 - 2.0 * t))
}

fn cut(edge: &[Point], line: f32, behind: bool) -> Vec<Point> {
    let crossing = edge.windows(2).find(|pair| pair[0].x < line && pair[1].x >= line).map(|pair| {
        let share = (line - pair[0].x) / (pair[1].x - pair[0].x);
        at(line, pair[0].y + (pair[1].y - pair[0].y) * share)
    });
    let kept = edge.iter().copied().filter(|point| (point.x >= line) == behind && (point.x - line).abs() > 0.01);
    if behind { crossing.into_iter().chain(kept).collect() } else { kept.chain(crossing).collect() }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn both_parts_end_on_the_line_and_cover_the_same_stretch_of_it() {
        let strip = Strip::new(at(0.0, 0.0), at(100.0, 80.0), 12.0);
        let on_line = |behind| -> Vec<f32> {
            let part = strip.part(40.0, behind);
            assert!(part.iter().all(|point| if behind { point.x >= 40.0 } else { point.x <= 40.0 }), "{part:?}");
            let mut ends: Vec<f32> = part.iter().filter(|point| point.x == 40.0).map(|point| point.y).collect();
            ends.sort_by(f32::total_cmp);
            ends
        };
        assert_eq!(on_line(false), on_line(true));
        assert_eq!(on_line(true).len(), 2);
    }

    #[test]
    fn a_line_beyond_its_end_leaves_nothing_behind() {
        let strip = Strip::new(at(0.0, 0.0), at(100.0, 80.0), 12.0);
        assert!(strip.part(120.0, true).is_empty());
        assert_eq!(strip.part(120.0, false).len(), 2 * (STEPS + 1));
    }
}
