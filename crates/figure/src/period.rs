/// Over what time amounts are counted.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
pub enum Period {
    #[default]
    Year,
    Month,
    Day,
    Minute,
}

impl Period {
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
