use super::chart_group::ChartGroup;
use super::frame::{Frame, Twin};
use super::kind::Kind;
use super::scene::Scene;
use super::{amounts, cover, echo, income, ledger, priority, sheet, terms};
use model::{Caption, Edition};

/// A drawing of an edition.
#[derive(Clone, Copy, Debug, PartialEq)]
pub struct Figure<'a> {
    pub edition: &'a Edition,
    pub kind: Kind,
}

/// What plans the drawings of a group.
pub type Planner = fn(Figure<'static>, Frame) -> Scene;

impl<'a> Figure<'a> {
    pub const fn new(edition: &'a Edition, kind: Kind) -> Self {
        Self { edition, kind }
    }

    /// Everything placed.
    pub fn plan(self, frame: Frame) -> Scene {
        match self.kind.group() {
            ChartGroup::Cover => self.plan_cover(frame),
            ChartGroup::Numbers => self.plan_number(frame),
            ChartGroup::Overviews => self.plan_overview(frame),
            ChartGroup::Echoes => self.plan_echoes(frame),
            ChartGroup::Pillars => self.plan_pillar(frame),
            ChartGroup::Priorities => self.plan_priority(frame),
        }
    }

    /// The drawing of the first group. As the five below: of any other, nothing.
    pub fn plan_cover(self, frame: Frame) -> Scene {
        match self.kind {
            Kind::Cover => cover::plan(self.edition, frame),
            _ => Scene::default(),
        }
    }

    pub fn plan_number(self, frame: Frame) -> Scene {
        match self.kind {
            Kind::Amounts => amounts::plan(self.edition, frame),
            Kind::Income => income::plan(self.edition, frame),
            _ => Scene::default(),
        }
    }

    pub fn plan_overview(self, frame: Frame) -> Scene {
        match self.kind {
            Kind::Ledger => ledger::plan(self.edition, frame),
            Kind::Terms => terms::plan(self.edition, frame),
            _ => Scene::default(),
        }
    }

    pub fn plan_echoes(self, frame: Frame) -> Scene {
        match self.kind {
            Kind::Echo(i) => echo::plan(self.edition, &self.edition.matters[i], frame),
            _ => Scene::default(),
        }
    }

    pub fn plan_pillar(self, frame: Frame) -> Scene {
        match self.kind {
            Kind::Sheet(i) => sheet::plan(&self.edition.pillars[i], frame),
            _ => Scene::default(),
        }
    }

    pub fn plan_priority(self, frame: Frame) -> Scene {
        match self.kind {
            Kind::Priority(i) => priority::plan(&self.edition.priorities[i], frame),
            _ => Scene::default(),
        }
    }

    /// Its pictures that stand in the page, the narrowest first. Within the widths of one the drawing's
    /// height is a fixed share of its width.
    pub const fn twins(self) -> &'static [Twin] {
        match self.kind {
            Kind::Cover => &cover::TWINS,
            // A card is never wider than the narrow layout; only overviews need both.
            kind if kind.is_overview() => &[Twin::NARROW, Twin::WIDE],
            _ => &[Twin::NARROW],
        }
    }

    /// What the drawing shows, in one sentence written from the data.
    pub fn sentence(self) -> String {
        let edition = self.edition;
        match self.kind {
            Kind::Cover => cover::sentence(edition),
            Kind::Amounts => amounts::sentence(edition),
            Kind::Income => income::sentence(edition),
            Kind::Echo(i) => echo::sentence(edition, &edition.matters[i]),
            Kind::Sheet(i) => sheet::sentence(&edition.pillars[i]),
            Kind::Priority(i) => priority::sentence(&edition.priorities[i]),
            Kind::Ledger => ledger::sentence(edition),
            Kind::Terms => terms::sentence(edition),
        }
    }

    /// What the first two columns of its table hold.
    pub const fn columns(self) -> [&'static str; 2] {
        match self.kind {
            Kind::Cover => ["内容", "多少"],
            Kind::Amounts => ["指标", "数值"],
            Kind::Income => ["平均到", "数值"],
            Kind::Echo(_) => ["呼应", "落在"],
            Kind::Sheet(_) => ["内容", "归在"],
            Kind::Priority(_) => ["目标与地点", "数值"],
            Kind::Ledger => ["目标", "写法与数"],
            Kind::Terms => ["热词", "次数"],
        }
    }

    /// The words around it.
    pub fn caption(self) -> Option<&'a Caption> {
        self.edition.caption(self.kind.id(self.edition))
    }

    /// Its number in the title block: 图 B-03-2 for the second of a kind.
    pub fn number(self) -> String {
        self.caption().map_or_else(String::new, |caption| caption.number.clone())
    }
}
