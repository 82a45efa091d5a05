use std::cmp::Ordering;

/// The answer to a guess.
#[derive(Clone, Debug, PartialEq)]
pub struct Truth {
    /// In tenths of a hundredth, the finest precision shown.
    pub tenths: u64,
    /// The word before the number: 约, or the source's own caution, 力争.
    pub caution: String,
    /// The word after the unit: 以上.
    pub limit: String,
    /// Which guesses are within the answer too: larger ones of 以上, smaller ones of 以下, else none.
    pub also: Ordering,
    /// The calculation behind it, if the source does not state the number.
    pub formula: Option<String>,
}
