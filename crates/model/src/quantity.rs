use std::fmt;

use serde::{Deserialize, Serialize};

/// A count of a few things as Chinese writes it before a measure word: 两, 四, 十; larger ones in digits.
pub fn numeral(count: usize) -> String {
    const NUMERALS: [&str; 11] = ["零", "一", "两", "三", "四", "五", "六", "七", "八", "九", "十"];
    NUMERALS.get(count).map_or_else(|| count.to_string(), |&numeral| numeral.to_owned())
}

/// An exact decimal number: `digits` × 10^-`places`. Money never passes through floating point.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub struct Decimal {
    digits: u64,
    places: u8,
}

impl Decimal {
    /// `digits` with the decimal point moved `places` to the left.
    pub const fn new(digits: u64, places: u8) -> Self {
        Self { digits, places }
    }

    /// The quotient to `places` decimals, halves rounded up. A zero divisor gives zero.
    pub fn quotient(dividend: u64, divisor: u64, places: u8) -> Self {
        let scaled = u128::from(dividend) * 10u128.pow(places.into());
        let divisor = u128::from(divisor.max(1));
        let digits = (scaled * 2 + divisor) / (divisor * 2);
        Self::new(u64::try_from(digits).unwrap_or(u64::MAX), places)
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

/// What a target is counted in.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub enum Unit {
    Percent,
    WanSquareMetre,
    SquareMetre,
    Project,
    YiYuan,
    Year,
    City,
    Task,
}

impl Unit {
    /// As written after a number.
    pub const fn label(self) -> &'static str {
        match self {
            Self::Percent => "%",
            Self::WanSquareMetre => "万平方米",
            Self::SquareMetre => "平方米",
            Self::Project => "个项目",
            Self::YiYuan => "亿元",
            Self::Year => "年",
            Self::City => "个城市",
            Self::Task => "个方面",
        }
    }
}

/// How a number limits what it counts.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub enum Bound {
    AtLeast,
    MoreThan,
    Within,
    Exactly,
}

impl Bound {
    /// The word before the number: *more than* a hundred.
    pub const fn prefix(self) -> &'static str {
        match self {
            Self::MoreThan => "超",
            Self::AtLeast | Self::Within | Self::Exactly => "",
        }
    }

    /// The word after the unit: 31% *or more*, two years *within*.
    pub const fn suffix(self) -> &'static str {
        match self {
            Self::AtLeast => "以上",
            Self::Within => "内",
            Self::MoreThan | Self::Exactly => "",
        }
    }
}

/// A typed number: value, unit and bound, as the source states it.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub struct Quantity {
    pub value: u64,
    pub unit: Unit,
    pub bound: Bound,
}

impl Quantity {
    /// The number as spoken before its unit: 两年, but 2%.
    pub fn number(self) -> String {
        match (self.value, self.unit) {
            (2, Unit::Year | Unit::Project | Unit::City | Unit::Task) => "两".to_owned(),
            (value, _) => Decimal::new(value, 0).to_string(),
        }
    }

    /// In words, as one would read it aloud: `31%以上`, `超100亿元`, `两年内`.
    pub fn words(self) -> String {
        let number = format!("{}{}", self.number(), self.unit.label());
        format!("{}{number}{}", self.bound.prefix(), self.bound.suffix())
    }
}
