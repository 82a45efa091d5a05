use plotters::coord::ranged1d::{BoldPoints, Ranged};
use plotters::coord::types::RangedCoordf64;

/// A zero-based linear scale with round ticks: plotters' coordinate over sixteenths of a pixel.
pub struct Scale {
    coord: RangedCoordf64,
    from: f32,
    to: f32,
}

const FINE: f32 = 16.0;

impl Scale {
    /// Maps 0…`most` onto the pixels `from`…`to`.
    pub fn new(most: f64, from: f32, to: f32) -> Self {
        Self { coord: (0.0..most.max(f64::MIN_POSITIVE)).into(), from, to }
    }

    /// The pixel of a value.
    pub fn at(&self, value: f64) -> f32 {
        let limits = ((self.from * FINE) as i32, (self.to * FINE) as i32);
        self.coord.map(&value, limits) as f32 / FINE
    }

    /// At most `most` round values along the scale, zero included.
    pub fn ticks(&self, most: usize) -> Vec<f64> {
        self.coord.key_points(BoldPoints(most))
    }
}
