/// Drawings planned by the same code. The page's script is loaded group by group, as drawings come
/// near the window.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
#[repr(u8)]
pub enum ChartGroup {
    /// What the page begins with.
    Cover,
    Numbers,
    Echoes,
    Overviews,
    Pillars,
    Priorities,
}

impl ChartGroup {
    /// What its part of the page's script is called.
    pub const fn as_str(self) -> &'static str {
        match self {
            Self::Cover => "cover",
            Self::Numbers => "numbers",
            Self::Echoes => "echoes",
            Self::Overviews => "overviews",
            Self::Pillars => "pillars",
            Self::Priorities => "priorities",
        }
    }
}
