/// A key of a table.
#[derive(Debug)]
pub struct Key {
    pub name: &'static str,
    /// Whether the reader reports its absence, at least beside certain other keys.
    pub must: bool,
    pub holds: Holds,
    /// A value, as it is typed.
    pub example: &'static str,
    /// One line for editors.
    pub means: &'static str,
}

/// What kind of value a key holds.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Holds {
    Text,
    Texts,
    Number,
    Numbers,
    /// One of these words.
    Word(&'static [&'static str]),
    /// A name of its own.
    Id,
    /// The id of something else.
    Reference,
    References,
    /// Tables, each below its own `[[key]]`.
    Tables,
    /// A table in braces.
    Table,
    /// Yes or no.
    Flag,
}

impl Holds {
    /// For editors.
    pub fn label(self) -> String {
        let label = match self {
            Self::Text => "引号里的文字",
            Self::Texts => "方括号里的几段文字，各有引号，用逗号分开",
            Self::Number => "整数，不写引号",
            Self::Numbers => "方括号里的几个整数，用逗号分开",
            Self::Word(words) => return format!("这几个词里的一个：{}", words.join("、")),
            Self::Id => "自己的 id：小写字母、数字和连字符，整个版本里不重复",
            Self::Reference => "别处一个条目的 id",
            Self::References => "方括号里几个条目的 id",
            Self::Tables => "一段或几段，各有自己的键",
            Self::Table => "花括号里的一组键和值",
            Self::Flag => "true 或 false，不写引号",
        };
        label.to_owned()
    }
}

impl Key {
    /// The key with its example, as it is typed.
    pub fn shown(&self) -> String {
        if self.example.starts_with("[[") {
            self.example.to_owned()
        } else {
            format!("{} = {}", self.name, self.example)
        }
    }
}
