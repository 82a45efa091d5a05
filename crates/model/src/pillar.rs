use serde::{Deserialize, Serialize};

use super::{Id, Measure, Quotation};

/// One of the “抓落实”: the ways in which the plans are carried out.
#[derive(Clone, Debug, PartialEq, Serialize, Deserialize)]
pub struct Pillar {
    pub id: Id,
    /// Short: 实干为要.
    pub title: String,
    /// Whole: 实干为要抓落实.
    pub heading: String,
    /// How its argument is built, in one sentence by the editors.
    pub gist: String,
    pub story: Story,
    pub points: Vec<Point>,
    pub slogans: Vec<Slogan>,
}

impl Pillar {
    /// Its measures, in the text's order.
    pub fn measures(&self) -> impl Iterator<Item = &Measure> {
        self.points.iter().flat_map(|point| &point.measures)
    }
}

impl Pillar {
    /// Sets the measure of each slogan to the first one that mentions it.
    pub(super) fn tie_slogans(&mut self) {
        let measures: Vec<&Measure> = self.points.iter().flat_map(|point| &point.measures).collect();
        for slogan in &mut self.slogans {
            let has = |m: &&&Measure| m.label.contains(&slogan.label) || m.quote.text.contains(&slogan.label);
            slogan.measure = measures.iter().find(has).map(|m| m.id.clone());
        }
    }
}

/// A sub-point of a pillar, as the text itself divides it.
#[derive(Clone, Debug, PartialEq, Serialize, Deserialize)]
pub struct Point {
    pub id: Id,
    pub label: String,
    pub measures: Vec<Measure>,
}

/// The shape of a pillar's own drawing.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub enum Story {
    /// Slogan numbers as counted things.
    Ladder,
    /// Problems found, solved, followed up.
    Loop,
    /// Lines that are held.
    Lines,
    /// Levers that are kept up.
    Levers,
    /// A circle of mutual support.
    Cycle,
}

/// A slogan that is a number, such as “六抓一控”.
#[derive(Clone, Debug, PartialEq, Serialize, Deserialize)]
pub struct Slogan {
    pub label: String,
    /// The numbers it is made of, in its order.
    pub counts: Vec<u8>,
    /// What each number counts.
    pub units: Vec<String>,
    /// The counted things as the quotation lists them; empty if it does not.
    pub parts: Vec<String>,
    pub quote: Quotation,
    /// The measure that mentions it. Found by [`Edition::tie`](super::Edition::tie).
    #[serde(skip)]
    pub measure: Option<Id>,
}
