/// A point of a drawing, in CSS pixels from its upper left corner.
#[derive(Clone, Copy, Debug, Default, PartialEq)]
pub struct Point {
    pub x: f32,
    pub y: f32,
}

/// An axis-aligned rectangle of a drawing, in CSS pixels.
#[derive(Clone, Copy, Debug, Default, PartialEq)]
pub struct Rect {
    pub x: f32,
    pub y: f32,
    pub w: f32,
    pub h: f32,
}

/// Shorthand for a point.
pub const fn at(x: f32, y: f32) -> Point {
    Point { x, y }
}

/// Shorthand for a rectangle: left, top, width, height.
pub const fn rect(x: f32, y: f32, w: f32, h: f32) -> Rect {
    Rect { x, y, w, h }
}

/// The point of a circle of radius 1 at an angle, in radians clockwise from the right. More precise
/// than a drawing can show, identical on every machine, and a tenth of the code size of the
/// standard functions.
pub fn on_circle(angle: f32) -> Point {
    use std::f32::consts::TAU;
    let a = (angle - TAU * (angle / TAU).round_ties_even()) / 4.0;
    // The Taylor series at a quarter of the angle, which is then doubled twice.
    let q = a * a;
    let quarter = at(
        1.0 - q / 2.0 * (1.0 - q / 12.0 * (1.0 - q / 30.0)),
        a * (1.0 - q / 6.0 * (1.0 - q / 20.0 * (1.0 - q / 42.0))),
    );
    let doubled = |p: Point| at(p.x * p.x - p.y * p.y, 2.0 * p.x * p.y);
    doubled(doubled(quarter))
}

impl Rect {
    pub fn right(self) -> f32 {
        self.x + self.w
    }

    pub fn bottom(self) -> f32 {
        self.y + self.h
    }

    pub fn center(self) -> Point {
        at(self.x + self.w / 2.0, self.y + self.h / 2.0)
    }

    /// Smaller by `by` on every side.
    pub fn inset(self, by: f32) -> Self {
        rect(self.x + by, self.y + by, (self.w - 2.0 * by).max(0.0), (self.h - 2.0 * by).max(0.0))
    }

    /// At least `least` wide and high, about the same centre.
    pub fn at_least(self, least: f32) -> Self {
        let (w, h) = (self.w.max(least), self.h.max(least));
        let c = self.center();
        rect(c.x - w / 2.0, c.y - h / 2.0, w, h)
    }

    /// How far a point is outside; zero inside.
    pub fn distance(self, p: Point) -> f32 {
        let aside = (self.x - p.x).max(p.x - self.right()).max(0.0);
        let above = (self.y - p.y).max(p.y - self.bottom()).max(0.0);
        aside.max(above)
    }

    /// Interpolates linearly towards another rectangle.
    pub fn towards(self, other: Self, share: f32) -> Self {
        let go = |from: f32, to: f32| from + (to - from) * share;
        rect(go(self.x, other.x), go(self.y, other.y), go(self.w, other.w), go(self.h, other.h))
    }

    /// Whether the two share more than a hair's breadth.
    pub fn overlaps(self, other: Self) -> bool {
        const HAIR: f32 = 0.5;
        self.x + HAIR < other.right()
            && other.x + HAIR < self.right()
            && self.y + HAIR < other.bottom()
            && other.y + HAIR < self.bottom()
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn points_lie_on_the_circle() {
        for step in -400..=400 {
            let angle = step as f32 / 40.0;
            let (point, expected) = (on_circle(angle), at(angle.cos(), angle.sin()));
            let far = (point.x - expected.x).hypot(point.y - expected.y);
            assert!(far < 5e-5, "{point:?} instead of {expected:?} at {angle}");
        }
    }
}
