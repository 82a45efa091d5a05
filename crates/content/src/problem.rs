use std::fmt;

/// What is wrong with a file in another encoding, and the cure.
pub const ENCODING: (&str, &str) =
    ("这个文件的编码不是 UTF-8（多半是 GBK）", "用 GBK 编码打开，看到的字都对了，再“另存为”，编码选 UTF-8");

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
        // Messages of others may end in a full stop of their own.
        let [what, cure] = [what, cure].map(|text| text.trim_end_matches(['。', '.']));
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
