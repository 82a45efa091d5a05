//! What a closed card shows of its drawing: shapes without lettering, as the words stand beside them in the page's
//! own type, and without marks, as a finger means the whole card. Only a priority, whose numbers are its drawing, shows
//! all of it.

mod row;
mod shape;

use super::figure::Figure;
use super::frame::{Class, Frame};
use super::kind::Kind;
use super::scene::Scene;
use model::Size;

impl Figure<'_> {
    /// The drawing of its closed card. Type of another size needs another one only where there is lettering.
    pub fn face(self, size: Size) -> Scene {
        let frame = Frame::new(Class::Narrow.nominal(), size);
        match self.kind {
            Kind::Echo(i) => row::plan(self.edition, &self.edition.matters[i]),
            Kind::Sheet(i) => shape::plan(&self.edition.pillars[i]),
            _ => self.plan(frame),
        }
    }
}
