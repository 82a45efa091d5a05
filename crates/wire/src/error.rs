use std::fmt;

/// Why data could not be packed or unpacked.
#[derive(Debug, PartialEq, Eq)]
pub enum WireError {
    /// The lines end too early, too late, or hold something else.
    Damaged,
    /// The format does not support this type of data.
    Unsupported,
}

impl fmt::Display for WireError {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.write_str(match self {
            Self::Damaged => "the packet is damaged",
            Self::Unsupported => "packets do not carry this form of data",
        })
    }
}

impl std::error::Error for WireError {}

impl serde::ser::Error for WireError {
    fn custom<T: fmt::Display>(_: T) -> Self {
        Self::Unsupported
    }
}

impl serde::de::Error for WireError {
    fn custom<T: fmt::Display>(_: T) -> Self {
        Self::Damaged
    }
}
