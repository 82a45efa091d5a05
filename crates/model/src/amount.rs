use serde::{Deserialize, Serialize};

use super::{Decimal, Derived};

/// A number and its unit exactly as printed: 3270308万元, 18.5公里, 31%.
#[derive(Clone, Debug, Default, PartialEq, Serialize, Deserialize)]
pub struct Amount {
    pub value: Decimal,
    /// Any text that stands right behind the number.
    pub unit: String,
}

/// More decimals than a number that is converted may have.
const MOST_PLACES: u8 = 18;

const MINUTES_A_YEAR: u64 = 365 * 24 * 60;

/// Words for a number of ones that stand before a unit: 万元, 亿元. Zeros each.
const MULTIPLES: [(char, u8); 2] = [('万', 4), ('亿', 8)];

/// Words for more than a round number. They belong to the number, but are printed behind it.
const MORE: [char; 2] = ['余', '多'];

/// Units that are another one, so many times: 公里 is a thousand 米. Zeros each.
const UNITS: [(&str, &str, u8); 5] =
    [("平方公里", "平方米", 6), ("公顷", "平方米", 4), ("公里", "米", 3), ("千米", "米", 3), ("公斤", "千克", 0)];

/// Words that count pieces: what is counted in them can be drawn piece by piece.
const PIECES: &str = "个家所座条件项处户人名台套间场次辆棵只艘艇支批片类种门对组幢栋部";

impl Amount {
    pub fn new(value: impl Into<Decimal>, unit: &str) -> Self {
        Self { value: value.into(), unit: unit.to_owned() }
    }

    /// Number and unit, as shown.
    pub fn words(&self) -> String {
        format!("{}{}", self.value, self.unit)
    }

    /// What is measured, whatever the unit: 元 for 万元 and 亿元. Only amounts of one kind can be compared.
    pub fn kind(&self) -> &str {
        self.split().0
    }

    /// The unit that it is counted in, and how many zeros the printed one has more.
    fn split(&self) -> (&str, u8) {
        // 200余万元 is a number of 元, and so is 3万余元.
        let (mut base, mut zeros) = (self.unit.trim_start_matches(MORE), 0);
        // Two multiples at most: 万亿.
        while zeros <= 8
            && let Some((rest, more)) =
                MULTIPLES.iter().find_map(|(word, more)| Some((base.strip_prefix(*word)?, more)))
        {
            (base, zeros) = (rest.trim_start_matches(MORE), zeros + more);
        }
        match UNITS.iter().find(|(unit, ..)| *unit == base) {
            Some((_, other, more)) => (other, zeros + more),
            None => (base, zeros),
        }
    }

    /// What of the unit stands before the word for more and behind it, if it has that word: 余万元, 万余元.
    fn around_more(&self) -> Option<(&str, &str)> {
        let rest = self.unit.trim_start_matches(MULTIPLES.map(|(word, _)| word));
        Some((self.unit.strip_suffix(rest)?, rest.strip_prefix(MORE)?))
    }

    /// Whether the number is more than it says: 200余万元, 3万余元.
    pub fn is_more(&self) -> bool {
        self.around_more().is_some()
    }

    /// The unit without the word for more: 万元.
    pub fn round_unit(&self) -> String {
        self.around_more().map_or_else(|| self.unit.clone(), |(multiple, rest)| multiple.to_owned() + rest)
    }

    /// For geometry only: the number in the unit that all amounts of its kind share.
    pub fn size(&self) -> f64 {
        self.value.to_f64() * 10_f64.powi(self.split().1.into())
    }

    /// The number in another unit of its kind, rounded to two decimals; none if the unit is of another kind.
    pub fn shown_in(&self, unit: &str) -> Option<Self> {
        let other = Self::new(0, unit);
        let ((kind, zeros), (wanted, others)) = (self.split(), other.split());
        let value = match zeros.checked_sub(others) {
            // 200余万元 is not 0.02亿元.
            _ if kind != wanted || self.is_more() => return None,
            Some(more) => self.value.times_ten(more)?,
            None if self.value.places() + (others - zeros) > MOST_PLACES => return None,
            None => self.value.over_ten(others - zeros).rounded(2),
        };
        Some(Self { value, unit: other.unit })
    }

    /// The same number in ones, without decimals if it has none there: 60000平方米 for 6万平方米.
    pub fn in_ones(&self) -> Option<Self> {
        let (kind, zeros) = self.split();
        Some(Self { value: self.value.times_ten(zeros)?, unit: kind.to_owned() })
    }

    pub fn is_percentage(&self) -> bool {
        self.unit == "%"
    }

    /// Whether it counts pieces rather than measures.
    pub fn counts_pieces(&self) -> bool {
        let is_rate = self.unit.contains(['/', '每']);
        self.unit.starts_with(|c| PIECES.contains(c)) && !is_rate && !self.is_measured_by_pieces()
    }

    /// Whether its unit begins like a word for pieces, but measures: 个月, 个百分点.
    pub fn is_measured_by_pieces(&self) -> bool {
        let Some(unit) = self.unit.strip_prefix('个') else { return false };
        let begins = ["月", "小时", "季度", "星期", "百分点"].iter().any(|word| unit.starts_with(word));
        begins || unit == "点" || unit.ends_with('日')
    }

    /// A day's share of a year's amount, in the printed unit.
    pub fn per_day(&self) -> Derived {
        self.divided(365, 0)
    }

    /// The same amount in the next smaller multiple of its unit: 万元 for 亿元, 元 for 万元.
    pub fn in_smaller_unit(&self) -> Option<Self> {
        let unit = match (self.unit.strip_prefix('亿'), self.unit.strip_prefix('万')) {
            (Some(rest), _) => format!("万{rest}"),
            (_, Some(rest)) => rest.to_owned(),
            _ => return None,
        };
        Some(Self { value: self.value.times_ten(4)?, unit })
    }

    /// Whether it is a sum that can be shared out: neither a percentage nor a rank, an age or a rate.
    pub fn is_sum(&self) -> bool {
        let is_other = ["%", "", "位", "名", "岁", "周岁", "倍", "度", "℃"].contains(&self.unit.as_str());
        !is_other && !self.unit.ends_with("百分点") && !self.unit.contains(['/', '每', '‰', '余', '多'])
    }

    /// A month's share of a year's amount, in the printed unit.
    pub fn per_month(&self) -> Derived {
        self.divided(12, 0)
    }

    /// A minute's share of a year's amount, in the printed unit.
    pub fn per_minute(&self) -> Derived {
        self.divided(MINUTES_A_YEAR, 2)
    }

    /// A day's share to one decimal more, for incomes.
    pub fn per_day_closely(&self) -> Derived {
        self.divided(365, 1)
    }

    /// What percentage of another amount in the same unit it equals, to one decimal, halves rounded up. None of nothing,
    /// and of numbers with more digits than can be reckoned with.
    pub fn percentage_of(&self, whole: &Self) -> Option<Derived> {
        let places = self.value.places().max(whole.value.places());
        let digits = |amount: &Self| {
            let more = 10_u128.checked_pow((places - amount.value.places()).into())?;
            u128::from(amount.value.digits()).checked_mul(more)
        };
        let (part, all) = (digits(self)?.checked_mul(2000)?, digits(whole)?);
        let tenths = part.checked_add(all)?.checked_div(all.checked_mul(2)?)?;
        let value = Decimal::new(u64::try_from(tenths).ok()?, 1);
        Some(Derived { value, formula: format!("{} ÷ {} ≈ {value}%", self.value, whole.value) })
    }

    /// `places` more than printed.
    fn divided(&self, divisor: u64, places: u8) -> Derived {
        let (printed, places) = (self.value, self.value.places() + places);
        let value = printed.divided(divisor, places);
        Derived { value, formula: format!("{printed} ÷ {} ≈ {value}", Decimal::from(divisor)) }
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn more_than_a_round_number_is_of_its_kind_but_never_converted() {
        let amount = Amount::new(200, "余万元");
        assert_eq!((amount.kind(), amount.size()), ("元", 2_000_000.0));
        assert_eq!(amount.shown_in("亿元"), None);
        for (unit, kind) in [("万余元", "元"), ("万余人", "人"), ("亿多元", "元"), ("余万亿元", "元")]
        {
            let amount = Amount::new(3, unit);
            assert_eq!((amount.kind(), amount.is_more()), (kind, true), "{unit}");
        }
        for (unit, round) in [("万余元", "万元"), ("余万元", "万元"), ("亿元", "亿元")] {
            assert_eq!(Amount::new(3, unit).round_unit(), round);
        }
        assert!(!Amount::new(3, "万元").is_more());
    }

    #[test]
    fn a_percentage_is_exact_or_none() {
        let of = |part: Decimal, whole: Decimal| {
            let [part, whole] = [part, whole].map(|value| Amount { value, unit: "元".into() });
            part.percentage_of(&whole).map(|share| share.value)
        };
        assert_eq!(of(1.into(), 3.into()), Some(Decimal::new(333, 1)));
        assert_eq!(of(Decimal::new(5, 2), 1.into()), Some(Decimal::new(50, 1)));
        // A hundred times this has more digits than a number of the edition.
        assert_eq!(of(u64::MAX.into(), u64::MAX.into()), Some(Decimal::new(1000, 1)));
        assert_eq!(of(1.into(), 0.into()), None);
        assert_eq!(of(u64::MAX.into(), Decimal::new(1, 18)), None);
    }
}
