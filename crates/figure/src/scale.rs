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

    /// Like [`Self::new`], but the end is rounded up from `least_most` to a tick. At most `ticks`
    /// ticks come before it.
    pub fn rounded(least_most: f64, ticks: usize, from: f32, to: f32) -> Self {
        let exact = Self::new(least_most, from, to);
        let step = exact.ticks(ticks).get(1).copied().unwrap_or(least_most).max(f64::MIN_POSITIVE);
        Self::new((least_most / step).ceil() * step, from, to)
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

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_rounded_scale_ends_at_a_tick_that_holds_the_value() {
        for most in [0.4, 5.0, 10.42, 547.79, 15_008.0, 1_000_000.0] {
            let scale = Scale::rounded(most, 6, 0.0, 344.0);
            let last = scale.ticks(8).last().copied().unwrap_or_default();
            assert!((scale.at(last) - 344.0).abs() < 0.1, "{most}: the last tick is {last} at {}", scale.at(last));
            assert!(last >= most && scale.at(most) > 344.0 * 0.5, "{most} stands at {}", scale.at(most));
        }
    }
}
