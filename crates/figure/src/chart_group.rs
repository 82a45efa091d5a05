/// Drawings planned by the same code. The page's script is loaded group by group, as drawings come
/// near the window.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
#[repr(u8)]
pub enum ChartGroup {
    /// The drawing at the top of the page.
    Cover,
    Numbers,
    Echoes,
    Overviews,
    Pillars,
    Priorities,
}

impl ChartGroup {
    /// The name of its part of the page's script.
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
