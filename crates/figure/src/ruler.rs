//! Which of the year's numbers are drawn on one ruler: only amounts of one kind can be compared.

use model::{Amount, Edition, Indicator, IndicatorView};

/// Amounts of one kind, in the edition's order. Every number is on exactly one ruler, except
/// incomes by months.
pub struct Ruler<'a> {
    pub indicators: Vec<&'a Indicator>,
}

impl<'a> Ruler<'a> {
    /// By the order in which kinds first appear. Percentages of different wholes share no ruler.
    pub fn all(edition: &'a Edition) -> Vec<Self> {
        let mut rulers: Vec<Self> = Vec::new();
        for indicator in edition.indicators.iter().filter(|i| i.view != IndicatorView::Months) {
            let alike = |ruler: &&mut Self| ruler.indicators[0].compares_with(indicator);
            match rulers.iter_mut().find(alike) {
                Some(ruler) => ruler.indicators.push(indicator),
                None => rulers.push(Self { indicators: vec![indicator] }),
            }
        }
        rulers
    }

    /// Whether there is anything to compare: a single bar would say nothing.
    pub fn has_bars(&self) -> bool {
        let is_share = self.indicators[0].view == IndicatorView::Share;
        !is_share && (self.indicators.len() > 1 || self.indicators.iter().any(|i| i.before.is_some()))
    }

    pub fn has(&self, indicator: &Indicator) -> bool {
        self.indicators.iter().any(|i| i.id == indicator.id)
    }

    /// The unit that the ruler is marked in.
    pub fn unit(&self) -> String {
        self.indicators[0].shown.round_unit()
    }

    /// An amount's length on the ruler, in its unit.
    pub fn length(&self, amount: &Amount) -> f64 {
        amount.size() / Amount::new(1, &self.indicators[0].shown.unit).size()
    }

    /// The longest of all, with the year before.
    pub fn longest(&self) -> f64 {
        let before = self.indicators.iter().filter_map(|i| i.before.as_ref()).map(|before| &before.shown);
        let shown = self.indicators.iter().map(|i| &i.shown);
        shown.chain(before).map(|amount| self.length(amount)).fold(0.0, f64::max)
    }
}
