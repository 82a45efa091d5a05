/// The files of an edition, in the order in which they are read.
pub const FILES: [&str; 14] = [
    "edition.toml",
    "documents.toml",
    "source.toml",
    "sections.toml",
    "topics.toml",
    "indicators.toml",
    "matters.toml",
    "pillars.toml",
    "priorities.toml",
    "echoes.toml",
    "readings.toml",
    "terms.toml",
    "tour.toml",
    "guesses.toml",
];
