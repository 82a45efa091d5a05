/// What the drawing tells.
#[derive(Clone, Debug, PartialEq)]
pub struct Truth {
    /// In tenths of a hundredth; no finer number is said.
    pub tenths: u64,
    /// The word before the number: 约, or the source's own caution and limit, 力争至少.
    pub caution: String,
    /// The sum that leads to it, if the source does not say it.
    pub formula: Option<String>,
}
