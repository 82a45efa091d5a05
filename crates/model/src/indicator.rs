use serde::{Deserialize, Serialize};

use super::{Amount, Decimal, Derived, Id, Limits, Quotation};

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
    /// The words of its source around it, as of [`Indicator::limits`].
    pub limits: Limits,
    /// Whether it is taken from the edition before this one, rather than from the same source.
    pub is_predecessors: bool,
}

impl Indicator {
    /// The number as the page shows it: 327.03, 约128.
    pub fn number(&self) -> String {
        format!("{}{}", self.limits.lead, self.shown.value)
    }

    /// The unit as the page shows it, with what stands behind it: 亿元, 万人次左右.
    pub fn unit(&self) -> String {
        format!("{}{}", self.shown.unit, self.limits.tail)
    }

    /// Number and unit as the page shows them.
    pub fn words(&self) -> String {
        self.number() + &self.unit()
    }

    /// Number and unit as printed.
    pub fn printed(&self) -> String {
        format!("{}{}{}", self.limits.lead, self.amount.words(), self.limits.tail)
    }

    /// What the page says beside it: the change in the source's words, the year before, the plain
    /// explanation.
    pub fn notes(&self) -> Option<String> {
        let before = self.before.as_ref().map(Before::words);
        let parts = [self.change.clone(), before, self.difference(), self.gloss.clone()];
        let parts: Vec<String> = parts.into_iter().flatten().collect();
        (!parts.is_empty()).then(|| parts.join("；"))
    }

    /// How it differs from the year before, with the sum: 比上年增5.9亿元（128.6 − 122.7）. None of
    /// numbers that are not exact, or if the source says that it went the other way, as prices may
    /// have changed.
    pub fn difference(&self) -> Option<String> {
        let before = self.before.as_ref()?;
        let is_exact = |limits: &Limits| *limits == Limits::default();
        if !is_exact(&self.limits) || !is_exact(&before.limits) || self.amount.is_more() {
            return None;
        }
        let (now, then, since) = (self.amount.value, before.amount.value, before.since());
        let says = |signs: [char; 4]| self.change.as_ref().is_some_and(|change| change.contains(signs));
        let (fell, rose) = (says(['降', '减', '跌', '缩']), says(['增', '涨', '升', '高']));
        let (word, larger, smaller) = match now.compare(then) {
            std::cmp::Ordering::Equal => return Some(format!("和{since}一样")),
            std::cmp::Ordering::Greater if fell && !rose => return None,
            std::cmp::Ordering::Less if rose && !fell => return None,
            std::cmp::Ordering::Greater => ("增", now, then),
            std::cmp::Ordering::Less => ("减", then, now),
        };
        let apart: Decimal = larger.apart(smaller)?;
        // The difference of two percentages is in points.
        let unit = if self.amount.is_percentage() { "个百分点" } else { &self.amount.unit };
        Some(format!("比{since}{word}{apart}{unit}（{larger} − {smaller}）"))
    }

    /// What the amount is a day and a minute, each with its unit; in a smaller one where hardly a
    /// digit would be left, and nothing where that is so in any.
    pub fn shares(&self) -> Vec<(&'static str, Derived, String)> {
        let parts = [("每天", true), ("每分钟", false)].into_iter().filter_map(|(each, is_day)| {
            let mut amount = self.amount.is_sum().then(|| self.amount.clone())?;
            loop {
                let share = if is_day { amount.per_day() } else { amount.per_minute() };
                if share.value.digits() >= 10 {
                    return Some((each, share, amount.unit));
                }
                amount = amount.in_smaller_unit()?;
            }
        });
        parts.collect()
    }

    /// Whether a ruler may show both: amounts of one kind, of the whole place or of each head.
    /// Percentages of different wholes cannot be compared, nor ranks.
    pub fn compares_with(&self, other: &Self) -> bool {
        let is_each = |i: &Self| ["人均", "户均", "平均"].iter().any(|word| i.name.contains(word));
        let (kind, other_kind) = (self.amount.kind(), other.amount.kind());
        kind == other_kind && !["%", "", "位", "名"].contains(&kind) && is_each(self) == is_each(other)
    }
}

impl Before {
    /// 上年, or 上一期 where another edition says it.
    pub const fn since(&self) -> &'static str {
        if self.is_predecessors { "上一期" } else { "上年" }
    }

    /// 上年122.7亿元.
    pub fn words(&self) -> String {
        let Limits { lead, tail } = &self.limits;
        format!("{}{lead}{}{tail}", self.since(), self.shown.words())
    }
}
