//! The thumbnail of a drawing on a closed card: shapes without text, which the page sets beside
//! them, and without marks, since a tap means the whole card. Only a priority, whose drawing
//! consists of its numbers, is shown in full.

mod row;
mod shape;

use super::figure::Figure;
use super::frame::{Frame, Twin};
use super::kind::Kind;
use super::scene::Scene;
use model::Size;

impl Figure<'_> {
    /// The thumbnail for its closed card. `size` only matters if there is text in it.
    pub fn face(self, size: Size) -> Scene {
        let frame = Frame::new(Twin::CARD.width, size);
        match self.kind {
            Kind::Echo(i) => row::plan(self.edition, &self.edition.matters[i]),
            Kind::Sheet(i) => shape::plan(&self.edition.pillars[i]),
            _ => self.plan(frame),
        }
    }
}
