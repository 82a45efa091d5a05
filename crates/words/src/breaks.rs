use std::collections::BTreeSet;
use std::sync::LazyLock;

use jieba_rs::Jieba;

/// Stands where a line may break.
pub(crate) const ZERO_WIDTH_SPACE: char = '\u{200b}';

/// The words in some texts, and further names, that a line break must not split, sorted, each once.
/// For layouts in the browser, which has no dictionary.
pub fn words_of<'a>(texts: impl IntoIterator<Item = &'a str>, names: impl IntoIterator<Item = &'a str>) -> Vec<String> {
    let names: Vec<&str> = names.into_iter().collect();
    let mut words: BTreeSet<String> = names.iter().map(|name| (*name).to_owned()).collect();
    for text in texts {
        // The dictionary does not know the names.
        let rest = names.iter().fold(text.to_owned(), |rest, name| rest.replace(name, "，"));
        words.extend(broken(&rest, |_| 0).split(|c: char| !is_han(c)).map(str::to_owned));
    }
    words.retain(|word| word.chars().nth(1).is_some());
    words.into_iter().collect()
}

const fn is_han(c: char) -> bool {
    matches!(c, '\u{4e00}'..='\u{9fff}')
}

/// The same text with a zero-width space wherever a line may break: between two words, never within
/// a name, a short quoted phrase, or between a number and what it counts.
pub fn breakable(text: &str) -> String {
    broken(text, short_phrase)
}

/// The text with these spaces, but none within what a quotation mark opens, as far as `whole` says.
fn broken(text: &str, whole: impl Fn(&str) -> usize) -> String {
    let mut broken = text.to_owned();
    for at in breaks(text, whole).into_iter().rev() {
        broken.insert(at, ZERO_WIDTH_SPACE);
    }
    broken
}

/// How long the name of a thing usually is, in bytes: six characters.
const NAME: usize = 18;

/// Where a line of the text may end, in bytes.
pub(crate) fn breaks(text: &str, whole: impl Fn(&str) -> usize) -> Vec<usize> {
    static DICTIONARY: LazyLock<Jieba> = LazyLock::new(Jieba::new);
    let words = DICTIONARY.cut(text, false);
    let mut breaks = Vec::new();
    // What is left of a short quoted phrase, and all of it, in bytes.
    let (mut at, mut phrase, mut quoted) = (0, 0_usize, 0);
    for (index, word) in words.iter().enumerate() {
        // A short name and its number stay together.
        let is_counted = index > 0 && words[index - 1].ends_with('”') && word.starts_with(|c: char| c.is_ascii_digit());
        if index > 0 && phrase == 0 && (may_break(words[index - 1], word) || is_counted && quoted > NAME) {
            breaks.push(at);
        }
        at += word.len();
        phrase = phrase.saturating_sub(word.len());
        if word.ends_with('“') {
            phrase = whole(&text[at..]);
            quoted = phrase;
        }
    }
    breaks
}

/// The length of a phrase up to its closing quotation mark, if it is no longer than fits any line.
pub(crate) fn short_phrase(text: &str) -> usize {
    const MOST: usize = 8;
    let closing = text.char_indices().take(MOST + 1).find(|(_, c)| *c == '”');
    closing.map_or(0, |(at, _)| at)
}

/// Whether a line may end between two words. Punctuation needs no help.
fn may_break(before: &str, behind: &str) -> bool {
    /// One character that begins something; others end what came before: 城中|区, 今年|的.
    const BEGINNINGS: &str = "和在把以从与及或对向为是有也都不就还说写让被用到要能可但而则并将由使共另只新副最更很";
    const NUMERALS: &str = "一二两三四五六七八九十几第各每";
    /// One character that belongs to what follows: 副|书记.
    const PREFIXES: &str = "副新老市双真小高最更很不";
    let (Some(last), Some(next)) = (before.chars().last(), behind.chars().next()) else { return false };
    let opens = "“‘（《".contains(next);
    if "”’）》".contains(last) && (is_han(next) || opens) || is_han(last) && opens {
        return true;
    }
    let [short_before, short_behind] = [before, behind].map(|word| word.chars().count() == 1);
    // 的 ends what came before it, even joined to it: 新时代的.
    let ends = "的了着过".contains(last);
    let belongs_on = short_before && (NUMERALS.contains(last) || PREFIXES.contains(last));
    is_han(last)
        && (is_han(next) || next.is_ascii_alphanumeric())
        && !belongs_on
        && !(short_before && short_behind && !ends && is_han(next))
        && !(short_behind && is_han(next) && !BEGINNINGS.contains(next))
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn lines_break_between_words_only() {
        for (text, expected) in [
            ("石林认为，政府工作报告有四个特点", "石林|认为，政府|工作|报告|有|四个|特点"),
            ("2024年的举措里有16处和它们对得上", "2024年的|举措里有|16处和|它们|对得上"),
            ("也是“施工图”。两年内完成", "也是|“施工图”。两年内|完成"),
            ("有1处和“让两岸走得通”对得上", "有|1处和|“让两岸走得通”|对得上"),
            ("说到“让两岸的人都走得通”", "说到|“让|两岸的人都走得通”"),
            ("对“各项工作”“实干”说得多", "对|“各项工作”|“实干”|说得多"),
            ("“对标全国优秀城市”2项，“从严做起”3项", "“对标全国优秀城市”|2项，“从严做起”3项"),
            ("贯穿习近平新时代的副书记", "贯穿|习近平|新时代的|副书记"),
        ] {
            assert_eq!(breakable(text).replace('\u{200b}', "|"), expected);
        }
    }

    #[test]
    fn words_are_named_once_without_punctuation_or_single_characters() {
        let words = words_of(
            ["任务具体化、项目化", "夯实示范区创建", "各项工作走在前作表率"],
            ["走在前作表率", "一个很长的名字"],
        );
        assert_eq!(
            words,
            ["一个很长的名字", "任务", "具体化", "创建", "各项", "夯实", "工作", "示范区", "走在前作表率", "项目化"]
        );
    }
}
