use figure::{ChartGroup, Class, Figure, Frame, Kind, figures};
use model::{Edition, Size};
use sijian::view::Roster;

/// What other pages can take into a frame: a card, an overview drawing, or all of the page but its
/// masthead and footer.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Embed {
    /// A drawing; one that is no overview comes with its card.
    Drawing(Kind),
    All,
}

/// The width that a host is told when it asks for one, CSS pixels.
pub const WIDTH: u32 = 600;

impl Embed {
    /// Every embed of an edition, the whole first.
    pub fn all(edition: &Edition) -> Vec<Self> {
        std::iter::once(Self::All).chain(figures(edition).into_iter().map(Self::Drawing)).collect()
    }

    /// As in its address, `embed/<id>.html`.
    pub fn id(self, edition: &Edition) -> &str {
        match self {
            Self::Drawing(kind) => kind.id(edition),
            Self::All => "all",
        }
    }

    pub fn file(self, edition: &Edition, extension: &str) -> String {
        format!("embed/{}.{extension}", self.id(edition))
    }

    /// Its own name.
    pub fn name(self, edition: &Edition) -> String {
        match self {
            Self::Drawing(kind) => name(edition, kind).to_owned(),
            Self::All => format!("{}（全文）", edition.masthead.title()),
        }
    }

    pub fn title(self, edition: &Edition) -> String {
        format!("{}｜{}", self.name(edition), edition.masthead.place)
    }

    /// What it is chosen by: the number in its title block, and its name.
    pub fn label(self, edition: &Edition) -> String {
        let name = self.name(edition);
        match self {
            Self::Drawing(kind) => format!("{} {name}", Figure::new(edition, kind).number()),
            Self::All => name,
        }
    }

    /// The way to where it stands, from the page's address.
    pub fn way(self, edition: &Edition) -> String {
        match self {
            Self::Drawing(kind) if kind.is_overview() => format!("#fig-{}", kind.id(edition)),
            Self::Drawing(kind) => format!("?card={}", kind.id(edition)),
            Self::All => String::new(),
        }
    }

    /// What its picture shows, in words.
    pub fn alt(self, edition: &Edition) -> String {
        format!("{}。{}", self.title(edition), self.description(edition))
    }

    /// What there is to see, in a sentence.
    pub fn description(self, edition: &Edition) -> String {
        match self {
            Self::Drawing(kind) => Figure::new(edition, kind).sentence(),
            Self::All => edition.masthead.summary.clone(),
        }
    }

    /// The drawings that are seen first.
    pub const fn group(self) -> ChartGroup {
        match self {
            Self::Drawing(kind) => kind.group(),
            Self::All => ChartGroup::Cover,
        }
    }

    /// The height that a host is told, CSS pixels: enough for a drawing with its words at
    /// [`WIDTH`]; a card and the whole are higher, and scroll where a host does not follow them.
    pub fn height(self, edition: &Edition) -> u32 {
        /// Text of a sentence a line, and everything around the drawing that is always there.
        const LINE: usize = 34;
        const AROUND: f32 = 330.0;
        const CHIPS: f32 = 90.0;
        match self {
            Self::Drawing(kind) if kind.is_overview() => {
                let figure = Figure::new(edition, kind);
                let frame = Frame::new(WIDTH as f32 - 16.0, Size::Standard);
                debug_assert_eq!(frame.class(), Class::Narrow);
                let lines = figure.sentence().chars().count().div_ceil(LINE);
                let chips = if Roster::beside(kind).is_some() { CHIPS } else { 0.0 };
                let height = figure.plan(frame).height + 30.0 * lines as f32 + AROUND + chips;
                (height / 10.0).ceil() as u32 * 10
            }
            Self::Drawing(_) | Self::All => 900,
        }
    }
}

fn name(edition: &Edition, kind: Kind) -> &str {
    let card = edition.card_heading(kind.id(edition));
    card.unwrap_or_else(|| Figure::new(edition, kind).caption().map_or("", |caption| caption.title.as_str()))
}
