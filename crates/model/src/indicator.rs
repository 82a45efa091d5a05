use serde::{Deserialize, Serialize};

use super::{Amount, Decimal, Id, Limits, Quotation};

/// A headline figure of the year.
#[derive(Clone, Debug, PartialEq, Serialize, Deserialize)]
pub struct Indicator {
    pub id: Id,
    pub name: String,
    /// As printed.
    pub amount: Amount,
    /// The same amount as the page shows it.
    pub shown: Amount,
    /// The words of the source that stand around the number: 约, 超, 左右; empty around an exact one.
    pub limits: Limits,
    pub view: IndicatorView,
    /// The change as the source words it: 增长4.8%.
    pub change: Option<String>,
    /// The year before, in the printed unit.
    pub before: Option<Before>,
    /// Whether the page says what the amount is a day and a minute.
    pub is_shared_out: bool,
    /// A plain explanation of the term; no claim about the district.
    pub gloss: Option<String>,
    pub quote: Quotation,
}

/// How an indicator is drawn.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq, Serialize, Deserialize)]
pub enum IndicatorView {
    /// A bar where there is something to compare it with, else the number.
    #[default]
    Plain,
    /// A year's income in twelve parts.
    Months,
    /// A percentage as a part of one whole.
    Share,
}

/// An indicator in the year before.
#[derive(Clone, Debug, PartialEq, Serialize, Deserialize)]
pub struct Before {
    pub amount: Amount,
    /// The same as the page shows it.
    pub shown: Amount,
    /// Whether it is taken from the edition before this one, rather than from the same source.
    pub is_predecessors: bool,
}

impl Indicator {
    /// The number as the page shows it: 327.03, 约128.
    pub fn number(&self) -> String {
        format!("{}{}", self.limits.before, self.shown.value)
    }

    /// The unit as the page shows it, with what stands behind it: 亿元, 万人次左右.
    pub fn unit(&self) -> String {
        format!("{}{}", self.shown.unit, self.limits.after)
    }

    /// Number and unit as the page shows them.
    pub fn words(&self) -> String {
        self.number() + &self.unit()
    }

    /// Number and unit as printed.
    pub fn printed(&self) -> String {
        format!("{}{}{}", self.limits.before, self.amount.words(), self.limits.after)
    }

    /// What the page says beside it: the change in the source's words, the year before, the plain
    /// explanation.
    pub fn notes(&self) -> Option<String> {
        let before = self.before.as_ref().map(|before| format!("上年{}", before.shown.words()));
        let parts = [self.change.clone(), before, self.difference(), self.gloss.clone()];
        let parts: Vec<String> = parts.into_iter().flatten().collect();
        (!parts.is_empty()).then(|| parts.join("；"))
    }

    /// How it differs from the year before, with the sum: 比上年增5.9亿元（128.6 − 122.7）. None of a
    /// number that is not exact.
    pub fn difference(&self) -> Option<String> {
        if self.limits != Limits::default() {
            return None;
        }
        let (now, before) = (self.amount.value, self.before.as_ref()?.amount.value);
        let (word, larger, smaller) = match now.compare(before) {
            std::cmp::Ordering::Equal => return Some("和上年一样".to_owned()),
            std::cmp::Ordering::Greater => ("增", now, before),
            std::cmp::Ordering::Less => ("减", before, now),
        };
        let apart: Decimal = larger.apart(smaller)?;
        // The difference of two percentages is in points.
        let unit = if self.amount.is_percentage() { "个百分点" } else { &self.amount.unit };
        Some(format!("比上年{word}{apart}{unit}（{larger} − {smaller}）"))
    }
}
