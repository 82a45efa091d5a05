use super::frame::{Frame, Twin};
use super::kind::Kind;
use super::scene::Scene;
use super::text_layout::keep_whole;
use model::{Caption, Edition};

/// A drawing of an edition.
#[derive(Clone, Copy, Debug, PartialEq)]
pub struct Figure<'a> {
    pub edition: &'a Edition,
    pub kind: Kind,
}

/// Plans the drawings of one group.
pub type Planner = fn(Figure<'static>, Frame) -> Scene;

impl<'a> Figure<'a> {
    pub const fn new(edition: &'a Edition, kind: Kind) -> Self {
        Self { edition, kind }
    }

    /// Plans the scene.
    pub fn plan(self, frame: Frame) -> Scene {
        keep_whole(&self.edition.words);
        self.kind.plan(self.edition, frame)
    }

    /// The same for drawings of one group, without linking the code of the others: see
    /// [`Kind::plan_in`].
    pub fn plan_in<const GROUP: u8>(self, frame: Frame) -> Scene {
        keep_whole(&self.edition.words);
        self.kind.plan_in::<GROUP>(self.edition, frame)
    }

    /// Its pre-rendered pictures, narrowest first. Within the width range of each, the height is a
    /// fixed share of the width.
    pub const fn twins(self) -> &'static [Twin] {
        self.kind.twins()
    }

    /// What the drawing shows, in one sentence written from the data.
    pub fn sentence(self) -> String {
        self.kind.sentence(self.edition)
    }

    /// What the first two columns of its table hold.
    pub fn columns(self) -> [String; 2] {
        self.kind.columns(&self.edition.masthead.words)
    }

    /// The texts around it.
    pub fn caption(self) -> Option<&'a Caption> {
        self.edition.caption(self.kind.id(self.edition))
    }

    /// Its number in the title block: 图 B-03-2 for the second of a kind.
    pub fn number(self) -> String {
        self.caption().map_or_else(String::new, |caption| caption.number.clone())
    }
}
