use serde::{Deserialize, Serialize};

use super::{Decimal, Derived, Id, Quotation};

/// A headline figure of the year.
#[derive(Clone, Debug, PartialEq, Serialize, Deserialize)]
pub struct Indicator {
    pub id: Id,
    pub name: String,
    pub money: Money,
    /// A plain explanation of the term; no claim about the district.
    pub gloss: Option<String>,
    pub quote: Quotation,
}

/// An amount exactly as printed.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub enum Money {
    /// In units of ten thousand yuan, as for district totals.
    WanYuan(u64),
    /// In yuan, as for personal income.
    Yuan(u64),
}

/// 10,000 wan yuan make one yi yuan (a hundred million).
const WAN_PER_YI: u8 = 4;
const MINUTES_A_YEAR: u64 = 365 * 24 * 60;

impl Money {
    /// The number as printed, without its unit.
    pub const fn printed(self) -> u64 {
        match self {
            Self::WanYuan(n) | Self::Yuan(n) => n,
        }
    }

    /// The unit as printed.
    pub const fn printed_unit(self) -> &'static str {
        match self {
            Self::WanYuan(_) => "万元",
            Self::Yuan(_) => "元",
        }
    }

    /// The number as the page shows it: 亿元 to two decimals for totals, whole yuan for incomes.
    pub fn shown(self) -> Decimal {
        match self {
            Self::WanYuan(n) => Decimal::new(n, WAN_PER_YI).rounded(2),
            Self::Yuan(n) => Decimal::new(n, 0),
        }
    }

    /// The unit of [`Money::shown`].
    pub const fn shown_unit(self) -> &'static str {
        match self {
            Self::WanYuan(_) => "亿元",
            Self::Yuan(_) => "元",
        }
    }

    /// A day's share of a year's amount, in the printed unit.
    pub fn per_day(self) -> Derived {
        self.divided(365, if matches!(self, Self::Yuan(_)) { 1 } else { 0 })
    }

    /// A month's share of a year's amount, in the printed unit.
    pub fn per_month(self) -> Derived {
        self.divided(12, 0)
    }

    /// A minute's share of a year's amount, in the printed unit.
    pub fn per_minute(self) -> Derived {
        self.divided(MINUTES_A_YEAR, 2)
    }

    /// What percentage of another amount in the same unit it equals, to one decimal.
    pub fn percentage_of(self, whole: Self) -> Derived {
        let (part, whole) = (self.printed(), whole.printed());
        let value = Decimal::quotient(part.saturating_mul(100), whole, 1);
        let formula = format!("{} ÷ {} ≈ {value}%", Decimal::new(part, 0), Decimal::new(whole, 0));
        Derived { value, formula }
    }

    fn divided(self, divisor: u64, places: u8) -> Derived {
        let value = Decimal::quotient(self.printed(), divisor, places);
        let formula = format!("{} ÷ {} ≈ {value}", Decimal::new(self.printed(), 0), Decimal::new(divisor, 0));
        Derived { value, formula }
    }
}
