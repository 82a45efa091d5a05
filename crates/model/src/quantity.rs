use serde::{Deserialize, Serialize};

use super::{Amount, Decimal};

/// How a number limits what it counts.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub enum Bound {
    AtLeast,
    MoreThan,
    AtMost,
    LessThan,
    /// A time that it may take: 两年内.
    Within,
    /// A date: 6月底前.
    By,
    /// A range: from the value to this number.
    UpTo(Decimal),
    Exactly,
}

impl Bound {
    /// Whether the number says when, rather than how much.
    pub const fn is_time(self) -> bool {
        matches!(self, Self::Within | Self::By)
    }
}

/// A number with its unit and what limits it, as the source states it.
#[derive(Clone, Debug, PartialEq, Serialize, Deserialize)]
pub struct Quantity {
    pub amount: Amount,
    pub bound: Bound,
    /// Where it starts, in the same unit; `limits` has its words: 由6.1%降到.
    pub start: Option<Decimal>,
    pub limits: Limits,
    /// Whether the source has 两 for 2.
    pub is_spoken: bool,
}

/// The words of the source that limit a number: 超 before it, or 以上 behind its unit.
#[derive(Clone, Debug, Default, PartialEq, Serialize, Deserialize)]
pub struct Limits {
    pub lead: String,
    pub tail: String,
}

impl Quantity {
    /// The number as it stands before its unit: 18.5, 两, 5至6. A date is a number as a whole: 9月20日.
    pub fn number(&self) -> String {
        let value = self.amount.value;
        match self.bound {
            Bound::UpTo(most) => format!("{value}至{most}"),
            // Years have no commas.
            _ if self.is_date() => format!("{}{}", value.digits(), self.amount.unit),
            _ if self.is_spoken && value.whole() == Some(2) => "两".to_owned(),
            _ => value.to_string(),
        }
    }

    /// In words, as one would read it aloud: `31%以上`, `超100亿元`, `两年内`.
    pub fn words(&self) -> String {
        let (before, after) = self.around();
        format!("{before}{}{after}", self.number())
    }

    /// The words around the number: 超 and 亿元, 由6.1%到 and %以下.
    pub fn around(&self) -> (String, String) {
        let unit = if self.is_date() { "" } else { &self.amount.unit };
        (self.limits.lead.clone(), format!("{unit}{}", self.limits.tail))
    }

    /// A year, or a day or month of one.
    fn is_date(&self) -> bool {
        let is_whole = self.amount.value.whole().is_some();
        self.bound == Bound::By && is_whole && self.amount.unit.starts_with(['年', '月'])
    }

    /// How many things it counts: a number without decimals in a word for pieces, such as 个项目 or 所.
    /// About a thousand, 近千人, is no number of pieces.
    pub fn count(&self) -> Option<u64> {
        let is_about = self.bound == Bound::Exactly && self.limits != Limits::default();
        let counts =
            self.start.is_none() && !self.bound.is_time() && !matches!(self.bound, Bound::UpTo(_)) && !is_about;
        self.amount.value.whole().filter(|_| counts && self.amount.counts_pieces())
    }

    /// The percentage, as a share of one whole: at most 100, and no range.
    pub fn share(&self) -> Option<Decimal> {
        let fits = !matches!(self.bound, Bound::UpTo(_)) && self.amount.value.compare(100.into()).is_le();
        (fits && self.amount.is_percentage()).then_some(self.amount.value)
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_date_is_one_number() {
        let limits = Limits { lead: String::new(), tail: "前".into() };
        let by = Quantity {
            amount: Amount::new(9, "月20日"),
            bound: Bound::By,
            start: None,
            limits: limits.clone(),
            is_spoken: false,
        };
        assert_eq!((by.number().as_str(), by.around().1.as_str(), by.words().as_str()), ("9月20日", "前", "9月20日前"));
        let year = Quantity { amount: Amount::new(2025, "年"), ..by };
        assert_eq!((year.number().as_str(), year.words().as_str()), ("2025年", "2025年前"));
    }

    #[test]
    fn about_a_thousand_people_are_no_thousand_pieces() {
        let people = |lead: &str, bound| Quantity {
            amount: Amount::new(1000, "人"),
            bound,
            start: None,
            limits: Limits { lead: lead.into(), tail: String::new() },
            is_spoken: false,
        };
        assert_eq!(people("", Bound::Exactly).count(), Some(1000));
        assert_eq!(people("超", Bound::MoreThan).count(), Some(1000));
        assert_eq!(people("近", Bound::Exactly).count(), None);
    }
}
