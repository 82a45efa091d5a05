//! Approximates the points of a curve by few cubics, for formats that have curves.

use plotters_backend::BackendCoord;

/// A step of a path.
pub enum Step {
    Line(BackendCoord),
    Cubic([BackendCoord; 3]),
}

/// A path through the points, within the tolerance of each. Sharp turns remain corners.
pub fn through(points: &[BackendCoord], tolerance: f32) -> Vec<Step> {
    let mut steps = Vec::new();
    let mut start = 0;
    for i in 1..points.len() {
        if i + 1 == points.len() || is_corner(points[i - 1], points[i], points[i + 1]) {
            let run = Run { points: &points[start..=i], tolerance };
            run.fit(0, i - start, &mut steps);
            start = i;
        }
    }
    steps
}

fn is_corner(before: BackendCoord, corner: BackendCoord, after: BackendCoord) -> bool {
    /// The tangent of the sharpest bend of a curve.
    const BEND: f32 = 0.5;
    let (ax, ay) = ((corner.0 - before.0) as f32, (corner.1 - before.1) as f32);
    let (bx, by) = ((after.0 - corner.0) as f32, (after.1 - corner.1) as f32);
    (ax * by - ay * bx).abs() >= (ax * bx + ay * by) * BEND
}

/// Points without a corner between them.
struct Run<'a> {
    points: &'a [BackendCoord],
    tolerance: f32,
}

impl Run<'_> {
    /// From one point to another: in one step, or else in two halves.
    fn fit(&self, from: usize, to: usize, steps: &mut Vec<Step>) {
        if self.is_straight(from, to) {
            steps.push(Step::Line(self.points[to]));
            return;
        }
        let cubic = (to - from > 2).then(|| self.cubic(from, to)).filter(|cubic| self.is_near(*cubic, from, to));
        if let Some([_, b, c, _]) = cubic {
            let whole = |(x, y): (f32, f32)| (x.round() as i32, y.round() as i32);
            steps.push(Step::Cubic([whole(b), whole(c), self.points[to]]));
        } else {
            let middle = from.midpoint(to);
            self.fit(from, middle, steps);
            self.fit(middle, to, steps);
        }
    }

    /// The least-squares cubic for the points, which are taken at equal steps of its parameter.
    fn cubic(&self, from: usize, to: usize) -> [(f32, f32); 4] {
        let (first, last) = (self.point(from), self.point(to));
        let (mut bb, mut bc, mut cc) = (0.0, 0.0, 0.0);
        let (mut b, mut c) = ((0.0, 0.0), (0.0, 0.0));
        for i in from + 1..to {
            let t = (i - from) as f32 / (to - from) as f32;
            let s = 1.0 - t;
            let (wa, wb, wc, wd) = (s * s * s, 3.0 * s * s * t, 3.0 * s * t * t, t * t * t);
            let (x, y) = self.point(i);
            let rest = (x - wa * first.0 - wd * last.0, y - wa * first.1 - wd * last.1);
            (bb, bc, cc) = (bb + wb * wb, bc + wb * wc, cc + wc * wc);
            b = (b.0 + wb * rest.0, b.1 + wb * rest.1);
            c = (c.0 + wc * rest.0, c.1 + wc * rest.1);
        }
        let whole = bb * cc - bc * bc;
        let solved = |b: f32, c: f32| ((b * cc - c * bc) / whole, (c * bb - b * bc) / whole);
        let ((bx, cx), (by, cy)) = (solved(b.0, c.0), solved(b.1, c.1));
        [first, (bx, by), (cx, cy), last]
    }

    fn point(&self, index: usize) -> (f32, f32) {
        let (x, y) = self.points[index];
        (x as f32, y as f32)
    }

    fn is_straight(&self, from: usize, to: usize) -> bool {
        let (a, b) = (self.point(from), self.point(to));
        let (x, y) = (b.0 - a.0, b.1 - a.1);
        let aside = |i: usize| ((self.point(i).0 - a.0) * y - (self.point(i).1 - a.1) * x).abs() / x.hypot(y);
        (from + 1..to).all(|i| aside(i) <= self.tolerance)
    }

    fn is_near(&self, [a, b, c, d]: [(f32, f32); 4], from: usize, to: usize) -> bool {
        (from + 1..to).all(|i| {
            let t = (i - from) as f32 / (to - from) as f32;
            let (ab, bc, cd) = (mix(a, b, t), mix(b, c, t), mix(c, d, t));
            let (x, y) = mix(mix(ab, bc, t), mix(bc, cd, t), t);
            let point = self.point(i);
            (x - point.0).hypot(y - point.1) <= self.tolerance
        })
    }
}

fn mix(a: (f32, f32), b: (f32, f32), t: f32) -> (f32, f32) {
    (a.0 + (b.0 - a.0) * t, a.1 + (b.1 - a.1) * t)
}

#[cfg(test)]
mod tests {
    use super::*;

    /// Two halves of a wave that meet in a cusp.
    fn wave() -> Vec<BackendCoord> {
        let x = |i: i32| (i - 20).abs();
        (0..=40).map(|i| (x(i) * 12, (200.0 * (x(i) as f32 / 8.0).sin()).round() as i32 + i)).collect()
    }

    fn walked(start: BackendCoord, steps: &[Step]) -> Vec<(f32, f32)> {
        let mut at = (start.0 as f32, start.1 as f32);
        let mut all = vec![at];
        for step in steps {
            let real = |(x, y): BackendCoord| (x as f32, y as f32);
            let [b, c, d] = match *step {
                Step::Line(to) => [at, real(to), real(to)],
                Step::Cubic(points) => points.map(real),
            };
            all.extend((1..=100).map(|i| {
                let t = i as f32 / 100.0;
                let (ab, bc, cd) = (mix(at, b, t), mix(b, c, t), mix(c, d, t));
                mix(mix(ab, bc, t), mix(bc, cd, t), t)
            }));
            at = d;
        }
        all
    }

    #[test]
    fn a_curve_comes_near_all_its_points_in_few_steps() {
        let points = wave();
        let steps = through(&points, 1.0);
        let walked = walked(points[0], &steps);
        for (x, y) in &points {
            let near = walked.iter().map(|w| (w.0 - *x as f32).hypot(w.1 - *y as f32)).fold(f32::MAX, f32::min);
            assert!(near < 2.5, "{near} from {x}, {y}");
        }
        assert!(steps.len() < points.len() / 2, "{} steps", steps.len());
    }

    #[test]
    fn corners_stay_where_they_are() {
        let points = wave();
        let ends: Vec<BackendCoord> = through(&points, 1.0)
            .iter()
            .map(|step| match *step {
                Step::Line(to) | Step::Cubic([_, _, to]) => to,
            })
            .collect();
        assert!(ends.contains(&points[20]), "{ends:?}");
        let box_ = [(0, 0), (10, 0), (20, 0), (20, 10), (20, 20)];
        let ends = through(&box_, 1.0).len();
        assert_eq!(ends, 2, "straight sides are one line each");
    }
}
