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

/// How many lines of a text an editor still has to write: a draft marks them.
pub fn unfinished(text: &str) -> usize {
    text.lines().filter(|line| line.contains("# 待改")).count()
}
