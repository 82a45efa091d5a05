//! The register of drawings. Each is one line, and everything else follows from that line and the drawing's own file.

use model::{Choice, Edition, Words};

use super::chart_group::ChartGroup;
use super::frame::{Frame, Twin};
use super::paper::Paper;
use super::scene::Scene;
use super::{amounts, cover, echo, income, ledger, priority, sheet, terms};

// In reading order. A drawing that occurs once has its own id. A drawing on cards occurs once for
// each item of a list of the edition, by index, and has the item's id.
register! {
    /// The whole report, on both papers.
    Cover = "cover" => cover;
    /// The year's amounts on one ruler.
    Amounts = "amounts" => amounts;
    /// An income as tiles.
    Income = "income" => income;
    /// Where the plans take one matter up again.
    Echo(matters: usize) => echo;
    /// How one pillar's argument is built.
    Sheet(pillars: usize) => sheet;
    /// What one priority is to build.
    Priority(priorities: usize) => priority;
    /// The targets that have a number, by how firmly each is worded.
    Ledger = "ledger" => ledger;
    /// How often each speaker uses the key terms.
    Terms = "terms" => terms;
}

impl Kind {
    /// The drawing that `data-figure` names, if this edition has it.
    pub fn of_id(edition: &Edition, id: &str) -> Option<Self> {
        figures(edition).into_iter().find(|kind| kind.id(edition) == id)
    }
}
