use super::frame::Frame;
use super::plan::Plan;
use super::{amounts, echo, echoes, elevation, income, priority, share, sheet, terms, topics};
use crate::model::{Caption, Choice, Edition};

/// A drawing of an edition.
#[derive(Clone, Copy, Debug, PartialEq)]
pub struct Figure<'a> {
    pub edition: &'a Edition,
    pub kind: Kind,
}

/// The kinds of drawing. Those that an edition has several of say which, by index.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Hash)]
pub enum Kind {
    /// The year's amounts on one ruler.
    Amounts,
    /// An income as tiles.
    Income,
    /// Where the plans take one matter up again.
    Echo(usize),
    /// All matters joined to the works that take them up.
    Echoes,
    /// The pillars, one block a measure.
    Elevation,
    /// How one pillar's argument is built.
    Sheet(usize),
    /// What one priority is to build.
    Priority(usize),
    /// Topics by works.
    Topics,
    /// How often each speaker uses the key terms.
    Terms,
    /// The city's share in the province.
    Share,
}

/// Over what time amounts are counted.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
pub enum Basis {
    #[default]
    Year,
    Month,
    Day,
    Minute,
}

/// The two papers of the page.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Paper {
    /// What was done: warm manuscript paper.
    Results,
    /// What is to be built: a blueprint.
    Blueprint,
}

/// Drawings that are planned by the same code. The page's script comes shelf by shelf, as drawings
/// come near.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Shelf {
    /// What the page begins with.
    Numbers,
    Echoes,
    Overviews,
    Pillars,
    Priorities,
}

impl Shelf {
    /// What its part of the page's script is called.
    pub const fn as_str(self) -> &'static str {
        match self {
            Self::Numbers => "numbers",
            Self::Echoes => "echoes",
            Self::Overviews => "overviews",
            Self::Pillars => "pillars",
            Self::Priorities => "priorities",
        }
    }
}

/// What plans the drawings of a shelf.
pub type Planner = fn(Figure<'static>, Frame, Basis) -> Plan;

/// All drawings of an edition, in reading order.
pub fn figures(edition: &Edition) -> Vec<Kind> {
    let mut kinds = vec![Kind::Amounts, Kind::Income];
    kinds.extend((0..edition.matters.len()).map(Kind::Echo));
    kinds.extend([Kind::Echoes, Kind::Elevation]);
    kinds.extend((0..edition.pillars.len()).map(Kind::Sheet));
    kinds.extend((0..edition.priorities.len()).map(Kind::Priority));
    kinds.extend([Kind::Topics, Kind::Share, Kind::Terms]);
    kinds
}

impl Kind {
    /// The drawing that `data-figure` names, if this edition has it.
    pub fn of_id(edition: &Edition, id: &str) -> Option<Self> {
        figures(edition).into_iter().find(|kind| kind.id(edition) == id)
    }

    /// As in `data-figure`: a card's drawing has the card's id.
    pub fn id(self, edition: &Edition) -> &str {
        match self {
            Self::Amounts => "amounts",
            Self::Income => "income",
            Self::Echo(i) => &edition.matters[i].id,
            Self::Echoes => "echoes",
            Self::Elevation => "elevation",
            Self::Sheet(i) => &edition.pillars[i].id,
            Self::Priority(i) => &edition.priorities[i].id,
            Self::Topics => "topics",
            Self::Terms => "terms",
            Self::Share => "share",
        }
    }

    /// The paper that it is drawn on.
    pub const fn paper(self) -> Paper {
        match self {
            Self::Amounts | Self::Income | Self::Echo(_) | Self::Echoes | Self::Share | Self::Terms => Paper::Results,
            Self::Elevation | Self::Sheet(_) | Self::Priority(_) | Self::Topics => Paper::Blueprint,
        }
    }

    pub const fn shelf(self) -> Shelf {
        match self {
            Self::Amounts | Self::Income => Shelf::Numbers,
            Self::Echo(_) | Self::Echoes => Shelf::Echoes,
            Self::Elevation | Self::Topics | Self::Terms | Self::Share => Shelf::Overviews,
            Self::Sheet(_) => Shelf::Pillars,
            Self::Priority(_) => Shelf::Priorities,
        }
    }

    /// Whether it stands on its own across the page, rather than on a card.
    pub const fn is_overview(self) -> bool {
        !matches!(self, Self::Echo(_) | Self::Sheet(_) | Self::Priority(_))
    }

    /// Whether a choice says anything about its marks: only a key term does about key terms.
    pub const fn answers(self, choice: Choice<'_>) -> bool {
        match self {
            Self::Amounts | Self::Income | Self::Share => false,
            Self::Terms => matches!(choice, Choice::Term(_)),
            _ => true,
        }
    }

    /// The bases that a reader can switch between; none where there is nothing to switch.
    pub const fn bases(self) -> &'static [Basis] {
        match self {
            Self::Amounts => &[Basis::Year, Basis::Day, Basis::Minute],
            Self::Income => &[Basis::Year, Basis::Month, Basis::Day],
            _ => &[],
        }
    }
}

impl Basis {
    /// As on the switch.
    pub const fn label(self) -> &'static str {
        match self {
            Self::Year => "全年",
            Self::Month => "每月",
            Self::Day => "每天",
            Self::Minute => "每分钟",
        }
    }
}

impl<'a> Figure<'a> {
    pub const fn new(edition: &'a Edition, kind: Kind) -> Self {
        Self { edition, kind }
    }

    /// Everything placed.
    pub fn plan(self, frame: Frame, basis: Basis) -> Plan {
        match self.kind.shelf() {
            Shelf::Numbers => self.plan_number(frame, basis),
            Shelf::Overviews => self.plan_overview(frame, basis),
            Shelf::Echoes => self.plan_echoes(frame, basis),
            Shelf::Pillars => self.plan_pillar(frame, basis),
            Shelf::Priorities => self.plan_priority(frame, basis),
        }
    }

    /// A drawing of the first shelf. As the four below: of any other, nothing.
    pub fn plan_number(self, frame: Frame, basis: Basis) -> Plan {
        match self.kind {
            Kind::Amounts => amounts::plan(self.edition, frame, basis),
            Kind::Income => income::plan(self.edition, frame, basis),
            _ => Plan::default(),
        }
    }

    pub fn plan_overview(self, frame: Frame, _: Basis) -> Plan {
        match self.kind {
            Kind::Elevation => elevation::plan(self.edition, frame),
            Kind::Topics => topics::plan(self.edition, frame),
            Kind::Terms => terms::plan(self.edition, frame),
            Kind::Share => share::plan(self.edition, frame),
            _ => Plan::default(),
        }
    }

    pub fn plan_echoes(self, frame: Frame, _: Basis) -> Plan {
        match self.kind {
            Kind::Echo(i) => echo::plan(self.edition, &self.edition.matters[i], frame),
            Kind::Echoes => echoes::plan(self.edition, frame),
            _ => Plan::default(),
        }
    }

    pub fn plan_pillar(self, frame: Frame, _: Basis) -> Plan {
        match self.kind {
            Kind::Sheet(i) => sheet::plan(&self.edition.pillars[i], frame),
            _ => Plan::default(),
        }
    }

    pub fn plan_priority(self, frame: Frame, _: Basis) -> Plan {
        match self.kind {
            Kind::Priority(i) => priority::plan(&self.edition.priorities[i], frame),
            _ => Plan::default(),
        }
    }

    /// What the drawing shows, in one sentence written from the data.
    pub fn sentence(self) -> String {
        let edition = self.edition;
        match self.kind {
            Kind::Amounts => amounts::sentence(edition),
            Kind::Income => income::sentence(edition),
            Kind::Echo(i) => echo::sentence(edition, &edition.matters[i]),
            Kind::Echoes => echoes::sentence(edition),
            Kind::Elevation => elevation::sentence(edition),
            Kind::Sheet(i) => sheet::sentence(&edition.pillars[i]),
            Kind::Priority(i) => priority::sentence(&edition.priorities[i]),
            Kind::Topics => topics::sentence(edition),
            Kind::Terms => terms::sentence(edition),
            Kind::Share => share::sentence(edition),
        }
    }

    /// What the first two columns of its table hold.
    pub const fn columns(self) -> [&'static str; 2] {
        match self.kind {
            Kind::Amounts => ["指标", "数值"],
            Kind::Income => ["月份", "数值"],
            Kind::Echo(_) => ["呼应", "落在"],
            Kind::Echoes => ["呼应", "处数"],
            Kind::Elevation => ["举措", "属于"],
            Kind::Sheet(_) => ["内容", "归在"],
            Kind::Priority(_) => ["目标与地点", "数值"],
            Kind::Topics => ["主题与条目", "举措数"],
            Kind::Terms => ["热词", "次数"],
            Kind::Share => ["说法", "数值"],
        }
    }

    /// The words around it. Cards of one kind share them, unless a card has its own.
    pub fn caption(self) -> Option<&'a Caption> {
        let own = self.edition.caption(self.kind.id(self.edition));
        own.or_else(|| match self.kind {
            Kind::Echo(_) => self.edition.caption("echo"),
            Kind::Sheet(_) => self.edition.caption("sheet"),
            Kind::Priority(_) => self.edition.caption("priority"),
            _ => None,
        })
    }

    /// Its number in the title block: 图 B-03-2 for the second of a kind.
    pub fn number(self) -> String {
        let caption = self.caption();
        let shared = caption.is_some_and(|c| c.figure != self.kind.id(self.edition));
        let number = caption.map_or("", |c| c.number.as_str());
        match self.kind {
            Kind::Echo(i) | Kind::Sheet(i) | Kind::Priority(i) if shared => format!("{number}-{}", i + 1),
            _ => number.to_owned(),
        }
    }
}
