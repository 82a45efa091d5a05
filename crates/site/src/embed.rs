use figure::{ChartGroup, Class, Figure, Frame, Kind, figures};
use model::{Edition, Size};
use sijian::view::Roster;

/// What other pages can embed in a frame: a card, an overview drawing, or the whole page without
/// masthead and footer.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Embed {
    /// A drawing, with its card unless it is an overview.
    Drawing(Kind),
    All,
}

/// The default width given to hosts, in CSS pixels.
pub const WIDTH: u32 = 600;

impl Embed {
    /// Every embed of an edition, the whole first.
    pub fn all(edition: &Edition) -> Vec<Self> {
        std::iter::once(Self::All).chain(figures(edition).into_iter().map(Self::Drawing)).collect()
    }

    /// The id in its address, `embed/<id>.html`.
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

    /// Its label in the embed builder: the number in its title block, and its name.
    pub fn label(self, edition: &Edition) -> String {
        let name = self.name(edition);
        match self {
            Self::Drawing(kind) => format!("{} {name}", Figure::new(edition, kind).number()),
            Self::All => name,
        }
    }

    /// Link to it, relative to the page's address.
    pub fn way(self, edition: &Edition) -> String {
        match self {
            Self::Drawing(kind) if kind.is_overview() => format!("#fig-{}", kind.id(edition)),
            Self::Drawing(kind) => format!("?card={}", kind.id(edition)),
            Self::All => String::new(),
        }
    }

    /// Alternative text of its share picture.
    pub fn alt(self, edition: &Edition) -> String {
        format!("{}。{}", self.title(edition), self.description(edition))
    }

    /// What it shows, in a sentence.
    pub fn description(self, edition: &Edition) -> String {
        match self {
            Self::Drawing(kind) => Figure::new(edition, kind).sentence(),
            Self::All => edition.masthead.summary.clone(),
        }
    }

    /// The group of the drawings that are seen first.
    pub const fn group(self) -> ChartGroup {
        match self {
            Self::Drawing(kind) => kind.group(),
            Self::All => ChartGroup::Cover,
        }
    }

    /// The default height given to hosts, in CSS pixels: enough for a drawing with its text at
    /// [`WIDTH`]. Cards and the whole page are taller, and scroll unless the host resizes the
    /// frame.
    pub fn height(self, edition: &Edition) -> u32 {
        /// Characters per line of the sentence, and the height of everything else that is always
        /// there.
        const LINE: usize = 34;
        const AROUND: f32 = 330.0;
        const CHIPS: f32 = 90.0;
        match self {
            Self::Drawing(kind) if kind.is_overview() => {
                let figure = Figure::new(edition, kind);
                let frame = Frame::new(WIDTH as f32 - 16.0, Size::Standard);
                debug_assert_eq!(frame.class(), Class::Narrow);
                let lines = figure.sentence().chars().count().div_ceil(LINE);
                let chips = if Roster::beside(edition, kind).is_some() { CHIPS } else { 0.0 };
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
