/// What the drawing tells.
#[derive(Clone, Debug, PartialEq)]
pub struct Truth {
    /// In tenths of a hundredth; no finer number is said.
    pub tenths: u64,
    /// The word before the number: 约, or the source's own caution, 力争.
    pub caution: String,
    /// The word behind the unit: 以上.
    pub limit: &'static str,
    /// The sum that leads to it, if the source does not say it.
    pub formula: Option<String>,
}
