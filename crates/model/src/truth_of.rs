use std::cmp::Ordering;

use super::{Bound, Decimal, Edition, Guess, Limits, Truth};

impl Edition {
    /// The answer to a guess, from the data.
    pub fn truth_of(&self, guess: &Guess) -> Option<Truth> {
        let amount = |id: &str| self.indicators.iter().find(|i| i.id == id).map(|i| &i.amount);
        if let Some(whole) = &guess.whole {
            let share = amount(&guess.answer)?.percentage_of(amount(whole)?)?;
            return Some(Truth {
                tenths: share.value.digits(),
                caution: "约".into(),
                limit: String::new(),
                also: Ordering::Equal,
                formula: Some(share.formula),
            });
        }
        let (_, target) = self.targets().find(|(_, target)| target.id == guess.answer)?;
        let Limits { lead, tail } = &target.quantity.limits;
        let also = match target.quantity.bound {
            Bound::AtLeast | Bound::MoreThan => Ordering::Greater,
            Bound::AtMost | Bound::LessThan => Ordering::Less,
            Bound::Within | Bound::By | Bound::UpTo(_) | Bound::Exactly => Ordering::Equal,
        };
        Some(Truth {
            tenths: tenths(target.quantity.amount.value),
            caution: format!("{}{lead}", target.hedge()),
            limit: tail.clone(),
            also,
            formula: None,
        })
    }
}

/// The finest precision that guesses show.
fn tenths(value: Decimal) -> u64 {
    Decimal::quotient(value.rounded(1).digits(), 1, 1 - value.rounded(1).places().min(1)).digits()
}
