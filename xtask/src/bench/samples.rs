//! Several values of one number, and what is to be said of them. Medians and quartiles: on a machine that does
//! other things too, some values are far off, and these do not care.

use serde_json::{Value, json};

#[derive(Clone, Debug, Default, PartialEq)]
pub struct Samples(Vec<f64>);

impl Samples {
    pub fn of(values: impl IntoIterator<Item = f64>) -> Self {
        Self(values.into_iter().collect())
    }

    pub fn from_json(value: &Value) -> Self {
        Self::of(value.as_array().into_iter().flatten().filter_map(Value::as_f64))
    }

    pub fn to_json(&self) -> Value {
        json!(self.0)
    }

    pub fn len(&self) -> usize {
        self.0.len()
    }

    pub fn greatest(&self) -> Option<f64> {
        self.0.iter().copied().reduce(f64::max)
    }

    pub fn median(&self) -> Option<f64> {
        self.at(0.5)
    }

    pub fn quartiles(&self) -> Option<(f64, f64)> {
        Some((self.at(0.25)?, self.at(0.75)?))
    }

    /// Whether neither side's median lies within the other's middle half: less than that may be chance.
    pub fn differs(&self, other: &Self) -> bool {
        let outside = |a: &Self, b: &Self| {
            let (median, quartiles) = (a.median()?, b.quartiles()?);
            Some(median < quartiles.0 || median > quartiles.1)
        };
        outside(self, other) == Some(true) && outside(other, self) == Some(true)
    }

    /// Between the two values that are next to a share of all.
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
        let samples = Samples::of([5.0, 900.0, 3.0, 4.0, 6.0]);
        assert_eq!(samples.median(), Some(5.0));
        assert_eq!(samples.quartiles(), Some((4.0, 6.0)));
        assert_eq!(Samples::of([1.0, 2.0]).median(), Some(1.5));
        assert_eq!(Samples::default().median(), None);
    }

    #[test]
    fn what_lies_in_the_spread_is_no_difference() {
        let before = Samples::of([10.0, 11.0, 12.0, 13.0, 14.0]);
        assert!(!before.differs(&Samples::of([11.5, 12.5, 13.0, 14.0, 15.0])));
        assert!(before.differs(&Samples::of([20.0, 21.0, 22.0])));
        assert!(!before.differs(&Samples::default()));
    }
}
