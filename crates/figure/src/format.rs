/// What a drawing can be downloaded as.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Format {
    Csv,
    Svg,
    Png,
}

impl Format {
    pub const ALL: [Self; 3] = [Self::Csv, Self::Svg, Self::Png];

    /// The label of its button.
    pub const fn label(self) -> &'static str {
        match self {
            Self::Csv => "表格 CSV",
            Self::Svg => "矢量图 SVG",
            Self::Png => "图片 PNG",
        }
    }

    pub const fn extension(self) -> &'static str {
        match self {
            Self::Csv => "csv",
            Self::Svg => "svg",
            Self::Png => "png",
        }
    }
}
