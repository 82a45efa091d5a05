use std::cmp::Ordering;

use serde::{Deserialize, Serialize};

use super::truth::Truth;
use super::{Decimal, Id};

/// A number, in hundredths, that readers may guess before a drawing shows it.
#[derive(Clone, Debug, PartialEq, Serialize, Deserialize)]
pub struct Guess {
    /// The drawing that shows the answer.
    pub figure: Id,
    pub question: String,
    /// What the question calls a hundredth: “%”, or a word for one of a hundred things.
    pub unit: String,
    /// The compared indicator, or the target; also the key of the mark that shows it.
    pub answer: Id,
    /// The indicator that it is compared with; none for a target, which is a percentage itself.
    pub whole: Option<Id>,
    /// A caveat to the comparison.
    pub note: Option<String>,
}

impl Guess {
    /// A number of hundredths with its unit.
    pub fn guessed(&self, hundredths: u8) -> String {
        format!("{hundredths}{}", self.unit)
    }

    /// The guess beside the answer, and how far they are apart.
    pub fn verdict(&self, truth: &Truth, hundredths: u8) -> String {
        let guess = u64::from(hundredths) * 10;
        let unit = if self.unit == "%" { "个百分点" } else { &self.unit };
        let apart = || format!("{}{unit}", self.number(guess.abs_diff(truth.tenths)));
        let difference = match guess.cmp(&truth.tenths) {
            Ordering::Equal => "正好猜中".to_owned(),
            // An open-ended answer (“at least”) cannot be overestimated.
            side if side == truth.also => "你猜的也在这个范围里".to_owned(),
            Ordering::Less => format!("少猜了{}", apart()),
            Ordering::Greater => format!("多猜了{}", apart()),
        };
        // A target is not a fact yet.
        let is = if self.whole.is_some() { "实际" } else { "原文写的是" };
        let Truth { caution, limit, .. } = truth;
        let told = self.number(truth.tenths);
        format!("你猜{}，{is}{caution}{told}{}{limit}，{difference}。", self.guessed(hundredths), self.unit)
    }

    /// Formats derived numbers to one decimal, and targets as the source does: with a decimal only
    /// where there is one.
    pub fn number(&self, tenths: u64) -> String {
        let number = Decimal::new(tenths, 1);
        if self.whole.is_some() || !tenths.is_multiple_of(10) {
            number.to_string()
        } else {
            number.rounded(0).to_string()
        }
    }
}

/// A reader's progress with a guess. Kept in the page's memory only, never stored.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
pub enum Guessing {
    #[default]
    NotYet,
    /// The answer is covered; holds the current guess in hundredths.
    Open(u8),
    /// The answer is shown beside the guess.
    Told(u8),
}

impl Guessing {
    /// The middle, which favours no answer.
    const FIRST: u8 = 50;

    /// The main button was pressed: starts, reveals the answer, or starts again.
    pub const fn press(self) -> Self {
        match self {
            Self::NotYet => Self::Open(Self::FIRST),
            Self::Open(guess) => Self::Told(guess),
            Self::Told(guess) => Self::Open(guess),
        }
    }

    /// The label of the main button.
    pub const fn invitation(self) -> &'static str {
        match self {
            Self::NotYet => "先猜一猜",
            Self::Open(_) => "看答案",
            Self::Told(_) => "再猜一次",
        }
    }

    /// The label of the button that skips or closes the guess.
    pub const fn farewell(self) -> &'static str {
        match self {
            Self::NotYet | Self::Open(_) => "跳过",
            Self::Told(_) => "收起",
        }
    }

    /// The state's name for the style sheet, which covers and reveals the answer.
    pub const fn as_str(self) -> &'static str {
        match self {
            Self::NotYet => "",
            Self::Open(_) => "open",
            Self::Told(_) => "told",
        }
    }

    pub const fn is_told(self) -> bool {
        matches!(self, Self::Told(_))
    }

    /// The current guess.
    pub const fn hundredths(self) -> u8 {
        match self {
            Self::NotYet => Self::FIRST,
            Self::Open(guess) | Self::Told(guess) => guess,
        }
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    fn share() -> (Guess, Truth) {
        let guess = guess("%", Some("gdp"));
        (guess, Truth { tenths: 354, caution: "约".into(), limit: String::new(), also: Ordering::Equal, formula: None })
    }

    fn target(caution: &str, limit: &str, also: Ordering) -> (Guess, Truth) {
        let truth = Truth { tenths: 310, caution: caution.into(), limit: limit.into(), also, formula: None };
        (guess("棵", None), truth)
    }

    fn guess(unit: &str, whole: Option<&str>) -> Guess {
        Guess {
            figure: "amounts".into(),
            question: "？".into(),
            unit: unit.into(),
            answer: "retail-sales".into(),
            whole: whole.map(Id::from),
            note: None,
        }
    }

    #[test]
    fn a_share_is_said_with_its_decimal_and_differs_in_points() {
        let (guess, truth) = share();
        for (hundredths, verdict) in [
            (0, "你猜0%，实际约35.4%，少猜了35.4个百分点。"),
            (20, "你猜20%，实际约35.4%，少猜了15.4个百分点。"),
            (35, "你猜35%，实际约35.4%，少猜了0.4个百分点。"),
            (36, "你猜36%，实际约35.4%，多猜了0.6个百分点。"),
            (100, "你猜100%，实际约35.4%，多猜了64.6个百分点。"),
        ] {
            assert_eq!(guess.verdict(&truth, hundredths), verdict);
        }
    }

    #[test]
    fn a_target_keeps_its_caution_and_is_not_called_real() {
        let (guess, truth) = target("力争", "以上", Ordering::Greater);
        for (hundredths, verdict) in [
            (20, "你猜20棵，原文写的是力争31棵以上，少猜了11棵。"),
            (31, "你猜31棵，原文写的是力争31棵以上，正好猜中。"),
            (45, "你猜45棵，原文写的是力争31棵以上，你猜的也在这个范围里。"),
        ] {
            assert_eq!(guess.verdict(&truth, hundredths), verdict);
        }
        let (guess, truth) = target("", "以下", Ordering::Less);
        assert_eq!(guess.verdict(&truth, 30), "你猜30棵，原文写的是31棵以下，你猜的也在这个范围里。");
        assert_eq!(guess.verdict(&truth, 32), "你猜32棵，原文写的是31棵以下，多猜了1棵。");
        let (guess, truth) = target("", "", Ordering::Equal);
        assert_eq!(guess.verdict(&truth, 30), "你猜30棵，原文写的是31棵，少猜了1棵。");
    }

    #[test]
    fn the_main_button_begins_tells_and_begins_again() {
        let begun = Guessing::default().press();
        assert_eq!((begun, begun.invitation(), begun.farewell()), (Guessing::Open(50), "看答案", "跳过"));
        let told = Guessing::Open(20).press();
        assert_eq!((told, told.invitation(), told.farewell()), (Guessing::Told(20), "再猜一次", "收起"));
        assert_eq!(told.press(), Guessing::Open(20));
        assert_eq!(Guessing::default().invitation(), "先猜一猜");
    }
}
