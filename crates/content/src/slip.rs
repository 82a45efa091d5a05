//! A slip: why a file is not TOML, in the words of an editor. Most come of a keyboard that is set to
//! Chinese.

/// The first fault of a text: its place as a byte offset, what is wrong, and the cure.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Slip {
    pub offset: usize,
    pub what: String,
    pub cure: String,
    /// Whether the parser refuses the text because of it. Otherwise the text is TOML, but the file
    /// means something else.
    pub is_syntax: bool,
}

impl Slip {
    pub fn new(offset: usize, what: impl Into<String>, cure: impl Into<String>) -> Self {
        Self { offset, what: what.into(), cure: cure.into(), is_syntax: true }
    }
}

/// A character that a keyboard set to Chinese types where TOML wants another one.
pub fn wide(c: char) -> Option<(String, String)> {
    // In marks of their own, so that no sign stands against the full stop.
    let keyboard = |right: &str| format!("换成英文输入法，改成「{right}」");
    let quotes = || keyboard("\"") + "，文字里面的引号不用改";
    let said = match c {
        '＝' => (format!("等号写成了全角的「{c}」"), keyboard("=")),
        '：' => (format!("等号写成了全角的冒号「{c}」"), keyboard("=")),
        '“' | '”' | '„' | '‟' | '＂' | '〝' | '〞' | '「' | '」' | '《' | '》' => {
            (format!("包住文字的引号写成了「{c}」"), quotes())
        }
        '‘' | '’' | '＇' => (format!("包住文字的引号写成了「{c}」"), quotes()),
        '，' => (format!("逗号写成了全角的「{c}」"), keyboard(",")),
        '、' => (format!("两项之间写成了顿号「{c}」"), keyboard(",")),
        '；' => (format!("两项之间写成了分号「{c}」"), keyboard(",")),
        '［' | '【' => (format!("方括号写成了全角的「{c}」"), keyboard("[")),
        '］' | '】' => (format!("方括号写成了全角的「{c}」"), keyboard("]")),
        '｛' => (format!("花括号写成了全角的「{c}」"), keyboard("{")),
        '｝' => (format!("花括号写成了全角的「{c}」"), keyboard("}")),
        '＃' => (format!("井号写成了全角的「{c}」"), keyboard("#")),
        '０'..='９' => {
            let digit = char::from_digit(u32::from(c) - u32::from('０'), 10).unwrap_or_default();
            (format!("数字写成了全角的「{c}」"), keyboard(&digit.to_string()))
        }
        '\u{3000}' | '\u{a0}' => ("这里有一个全角的空格".to_owned(), "删去，或换成半角的空格".to_owned()),
        _ => return None,
    };
    Some(said)
}
