//! Several measurements of one number. Medians and quartiles, since on a busy machine some values
//! are far off.

use serde::{Deserialize, Serialize};

#[derive(Clone, Debug, Default, PartialEq, Serialize, Deserialize)]
#[serde(transparent)]
pub struct Samples(pub Vec<f64>);

impl Samples {
    pub fn greatest(&self) -> Option<f64> {
        self.0.iter().copied().reduce(f64::max)
    }

    pub fn median(&self) -> Option<f64> {
        self.at(0.5)
    }

    pub fn quartiles(&self) -> Option<(f64, f64)> {
        Some((self.at(0.25)?, self.at(0.75)?))
    }

    /// The value at this fraction of the sorted samples, interpolated between the two nearest.
    fn at(&self, share: f64) -> Option<f64> {
        let mut sorted = self.0.clone();
        sorted.sort_by(f64::total_cmp);
        let place = sorted.len().checked_sub(1)? as f64 * share;
        let (low, high) = (sorted[place.floor() as usize], sorted[place.ceil() as usize]);
        Some(low + (high - low) * place.fract())
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn one_value_that_is_far_off_changes_nothing() {
        let samples = Samples(vec![5.0, 900.0, 3.0, 4.0, 6.0]);
        assert_eq!(samples.median(), Some(5.0));
        assert_eq!(samples.quartiles(), Some((4.0, 6.0)));
        assert_eq!(Samples(vec![1.0, 2.0]).median(), Some(1.5));
        assert_eq!(Samples::default().median(), None);
    }
}
