use std::fmt;

use serde::{Deserialize, Serialize};

/// A count of a few things as Chinese writes it before a measure word: 两, 四, 十; larger ones in digits.
pub fn numeral(count: usize) -> String {
    const NUMERALS: [&str; 11] = ["零", "一", "两", "三", "四", "五", "六", "七", "八", "九", "十"];
    NUMERALS.get(count).map_or_else(|| count.to_string(), |&numeral| numeral.to_owned())
}

/// An exact decimal number: `digits` × 10^-`places`. No amount passes through floating point.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq, Serialize, Deserialize)]
pub struct Decimal {
    digits: u64,
    places: u8,
}

impl From<u64> for Decimal {
    fn from(whole: u64) -> Self {
        Self::new(whole, 0)
    }
}

impl Decimal {
    /// `digits` with the decimal point moved `places` to the left.
    pub const fn new(digits: u64, places: u8) -> Self {
        Self { digits, places }
    }

    /// The quotient to `places` decimals, halves rounded up. A zero divisor gives zero.
    pub fn quotient(dividend: u64, divisor: u64, places: u8) -> Self {
        Self::from(dividend).divided(divisor, places)
    }

    /// The number divided by another, to `places` decimals, halves rounded up.
    pub fn divided(self, divisor: u64, places: u8) -> Self {
        let divisor = u128::from(divisor.max(1)) * 10u128.pow(self.places.into());
        let scaled = u128::from(self.digits) * 10u128.pow(places.into());
        let digits = (scaled * 2 + divisor) / (divisor * 2);
        Self::new(u64::try_from(digits).unwrap_or(u64::MAX), places)
    }

    /// The number times a power of ten; none if it is too large.
    pub fn times_ten(self, zeros: u8) -> Option<Self> {
        let (used, more) = (zeros.min(self.places), zeros.saturating_sub(self.places));
        let digits = self.digits.checked_mul(10_u64.checked_pow(more.into())?)?;
        Some(Self { digits, places: self.places - used })
    }

    /// The number divided by a power of ten, exactly.
    pub const fn over_ten(self, zeros: u8) -> Self {
        Self { digits: self.digits, places: self.places + zeros }
    }

    /// The same number with at most `places` decimals, halves rounded up.
    pub fn rounded(self, places: u8) -> Self {
        match self.places.checked_sub(places) {
            None | Some(0) => self,
            Some(extra) => Self::quotient(self.digits, 10u64.pow(extra.into()), 0).with_places(places),
        }
    }

    /// The number without its decimal point.
    pub const fn digits(self) -> u64 {
        self.digits
    }

    /// Where the number stands among others, whatever their decimals.
    pub fn compare(self, other: Self) -> std::cmp::Ordering {
        let places = self.places.max(other.places);
        let scaled = |d: Self| u128::from(d.digits) * 10u128.pow((places - d.places).into());
        scaled(self).cmp(&scaled(other))
    }

    /// The difference, with the decimals of the more exact of the two; none if it is too large.
    pub fn apart(self, other: Self) -> Option<Self> {
        let places = self.places.max(other.places);
        let scaled = |d: Self| u128::from(d.digits) * 10u128.pow((places - d.places).into());
        let digits = u64::try_from(scaled(self).abs_diff(scaled(other))).ok()?;
        Some(Self { digits, places })
    }

    /// How many digits follow the decimal point.
    pub const fn places(self) -> u8 {
        self.places
    }

    /// The number if it counts things: one without decimals.
    pub const fn whole(self) -> Option<u64> {
        if self.places == 0 { Some(self.digits) } else { None }
    }

    /// For geometry only; never shown.
    pub fn to_f64(self) -> f64 {
        self.digits as f64 / 10f64.powi(self.places.into())
    }

    fn with_places(self, places: u8) -> Self {
        Self { places, ..self }
    }
}

impl fmt::Display for Decimal {
    /// Thousands are grouped by commas: `43,269`, `327.03`.
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        let unit = 10u64.pow(self.places.into());
        let whole = (self.digits / unit).to_string();
        for (i, c) in whole.chars().enumerate() {
            if i > 0 && (whole.len() - i).is_multiple_of(3) {
                f.write_str(",")?;
            }
            write!(f, "{c}")?;
        }
        if self.places > 0 {
            let width = usize::from(self.places);
            write!(f, ".{:0width$}", self.digits % unit)?;
        }
        Ok(())
    }
}

/// A number that is not in the source, with the calculation behind it.
#[derive(Clone, Debug, PartialEq)]
pub struct Derived {
    pub value: Decimal,
    /// As a reader would write it: `43,269 ÷ 12 ≈ 3,606`.
    pub formula: String,
}
