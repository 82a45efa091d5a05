use super::{Edition, Guess, Truth};

impl Edition {
    /// The answer to a guess, from the data.
    pub fn truth_of(&self, guess: &Guess) -> Option<Truth> {
        let amount = |id: &str| self.indicators.iter().find(|i| i.id == id).map(|i| i.money);
        if let Some(whole) = &guess.whole {
            let share = amount(&guess.answer)?.percentage_of(amount(whole)?);
            return Some(Truth {
                tenths: share.value.digits(),
                caution: "约".into(),
                limit: "",
                formula: Some(share.formula),
            });
        }
        let (_, target) = self.targets().find(|(_, target)| target.id == guess.answer)?;
        let (before, limit) = target.limits();
        let caution = format!("{}{before}", target.hedge());
        let tenths = target.quantity.value.saturating_mul(10);
        Some(Truth { tenths, caution, limit, formula: None })
    }
}
