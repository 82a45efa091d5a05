use std::fmt;

/// Something wrong in a content file, where it stands, and what would be right.
#[derive(Clone, Debug, PartialEq, Eq, PartialOrd, Ord)]
pub struct Problem {
    pub file: String,
    /// From 1; 0 when the file itself is the problem.
    pub line: usize,
    /// In characters, from 1; 0 when the file itself is the problem.
    pub column: usize,
    pub what: String,
    pub cure: String,
}

impl fmt::Display for Problem {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        let Self { file, line, column, what, cure } = self;
        let stop = if cure.ends_with('？') { "" } else { "。" };
        if *line == 0 {
            write!(f, "{file}：{what}。{cure}{stop}")
        } else {
            write!(f, "{file}:{line}:{column}：{what}。{cure}{stop}")
        }
    }
}

/// All problems as one text, one per line, followed by their count.
pub fn report(problems: &[Problem]) -> String {
    let lines: Vec<String> = problems.iter().map(Problem::to_string).collect();
    format!("{}\n共 {} 处问题，已有的页面没有改动。", lines.join("\n"), problems.len())
}
