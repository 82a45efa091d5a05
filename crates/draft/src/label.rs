//! Short labels from long sentences.

/// What may stand at the end of a clause, and at neither end of a label or a passage.
const SIGNS: [char; 16] = ['，', '。', '；', '：', '、', '！', '？', ',', ';', ':', '!', '?', '.', '-', '…', '—'];

/// The text without signs and white space at its ends.
pub fn trimmed(text: &str) -> &str {
    text.trim_matches(|c: char| c.is_whitespace() || SIGNS.contains(&c))
}

/// The beginning of a text, in whole words of at most `most` characters: its first clause if that
/// is short enough. Quotation marks stay paired if they were.
pub fn short(text: &str, most: usize) -> String {
    let text = trimmed(text);
    let fits = |text: &str| text.chars().count() <= most;
    if fits(text) {
        return text.to_owned();
    }
    let clause = trimmed(text.split(['，', '；', '。', '：', '\n']).next().unwrap_or(text));
    let broken = if fits(clause) { clause.to_owned() } else { words::breakable(clause) };
    let mut label = String::new();
    for word in broken.split('\u{200b}') {
        if !fits(&(label.clone() + word)) {
            break;
        }
        label += word;
    }
    // A word may be longer than any label.
    let cut: String = clause.chars().take(most).collect();
    let found = [label, cut].iter().map(|label| trimmed(paired(label)).to_owned()).find(|label| !label.is_empty());
    found.unwrap_or_else(|| text.chars().filter(|c| c.is_alphanumeric()).take(most).collect())
}

/// The text up to a quotation mark that is not closed, or after it if it is the first character.
fn paired(text: &str) -> &str {
    for (open, close) in [('“', '”'), ('‘', '’'), ('《', '》'), ('（', '）')] {
        if let Some(at) = text.rfind(open).filter(|at| !text[*at..].contains(close)) {
            return paired(if at > 0 { &text[..at] } else { &text[open.len_utf8()..] });
        }
    }
    text
}

/// Symbols between Chinese characters in their full-width form, as editorial texts must have them.
pub fn wide(text: &str) -> String {
    let characters: Vec<char> = text.chars().filter(|c| *c != '\n').collect();
    let is_chinese = |c: Option<&char>| c.is_some_and(|c| matches!(c, '\u{4e00}'..='\u{9fff}'));
    let form = |(i, &c): (usize, &char)| {
        let before = is_chinese(i.checked_sub(1).and_then(|i| characters.get(i)));
        let behind = is_chinese(characters.get(i + 1));
        let is_wide = match c {
            '=' | '~' => before || behind,
            ',' | ':' | ';' | '?' | '!' | '(' | ')' => before && behind,
            _ => false,
        };
        // The full-width forms are in the order of ASCII; the usual one of a tilde is another.
        match c {
            '~' if is_wide => '～',
            _ if is_wide => char::from_u32(u32::from(c) + 0xfee0).unwrap_or(c),
            _ => c,
        }
    };
    characters.iter().enumerate().map(form).collect()
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn labels_are_whole_words_with_paired_marks() {
        for (text, label) in [
            ("每月公开一次进度", "每月公开一次进度"),
            ("把任务列成清单，每月公开一次进度", "把任务列成清单"),
            ("退出核心区里剩下的全部养殖塘", "退出核心区里剩下的全部"),
            ("扎实落实“有诉必应马上办”工作机制", "扎实落实"),
            ("“有诉必应马上办而且一直办下去”工作机制", "有诉必应马上办而且"),
        ] {
            assert_eq!(short(text, 12), label);
        }
    }

    #[test]
    fn symbols_between_chinese_are_full_width() {
        assert_eq!(wide("修路,种树:a=1,2"), "修路，种树:a=1,2");
        assert_eq!(wide("一=二"), "一＝二");
    }
}
