/// The two papers of the page.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Paper {
    /// What was done: warm manuscript paper.
    Results,
    /// What is to be built: a blueprint.
    Blueprint,
}
