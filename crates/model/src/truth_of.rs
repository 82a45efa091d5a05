use super::{Bound, Edition, Guess, Truth};

impl Edition {
    /// The answer to a guess, from the data.
    pub fn truth_of(&self, guess: &Guess) -> Option<Truth> {
        let amount = |id: &str| self.indicators.iter().find(|i| i.id == id).map(|i| i.money);
        if let Some(whole) = &guess.whole {
            let share = amount(&guess.answer)?.percentage_of(amount(whole)?);
            return Some(Truth { tenths: share.value.digits(), caution: "约".into(), formula: Some(share.formula) });
        }
        let (_, target) = self.targets().find(|(_, target)| target.id == guess.answer)?;
        let limit = match target.quantity.bound {
            Bound::AtLeast => "至少",
            Bound::MoreThan => "超过",
            Bound::Within => "不超过",
            Bound::Exactly => "",
        };
        let caution = format!("{}{limit}", target.hedge());
        Some(Truth { tenths: target.quantity.value.saturating_mul(10), caution, formula: None })
    }
}
