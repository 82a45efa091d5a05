//! What the page has room for. More is cut off or runs into its neighbour on a phone.

use super::row::Row;
use model::{Edition, Masthead, Noun};

/// The cover gives the place half a line, next to the years.
const PLACE: usize = 10;
/// Tables and share pictures put it before other words in one line.
const SHORT_PLACE: usize = 8;
/// Beside the headline, on a phone.
const SEAL: (usize, usize) = (3, 4);
/// The cover's smallest headline, on the narrowest phone in large type: lines, and characters in
/// each when words are kept whole.
const HEADLINE: (usize, usize) = (6, 7);
/// The topics are one row of buttons, which scrolls sideways. A topic has no ink of its own, so
/// this is not a limit of colours.
const TOPICS: usize = 16;

/// The cover sets them in one line, and closed cards beside their headings.
const WORD: usize = 6;
/// Drawings leave the room of one character behind a number.
const COUNTER: usize = 1;

/// A page without matters, pillars and priorities would be empty.
pub fn expect_content(row: &Row<'_>, edition: &Edition) {
    if edition.matters.is_empty() && edition.pillars.is_empty() && edition.priorities.is_empty() {
        let cure =
            "在 matters.toml 里写 [[matter]]，在 pillars.toml 里写 [[pillar]]，或在 priorities.toml 里写 [[priority]]";
        let what = "这一版没有可看的：一件大事、一个方面、一项重点都没有".to_owned();
        row.miss("", what, format!("{cure}，至少写一段"));
    }
}

pub fn expect_few(row: &Row<'_>, topics: usize) {
    if topics > TOPICS {
        let what = format!("主题有 {topics} 个，一排按钮放不下");
        row.complain_item("topic", TOPICS, what, format!("合并相近的主题，最多 {TOPICS} 个"));
    }
}

/// The masthead must fit on the cover, on a phone too.
pub fn expect_room(row: &Row<'_>, head: &Masthead) {
    for (key, text, most) in [("place", &head.place, PLACE), ("short_place", &head.short_place, SHORT_PLACE)] {
        let length = characters(text);
        if length > most {
            let cure = format!("缩短到 {most} 个字以内，例如用通行的简称");
            row.complain(key, format!("“{key}” 有 {length} 个字，一行放不下"), cure);
        }
    }
    let (lines, most) = SEAL;
    if head.seal.len() > lines {
        let what = format!("“seal” 有 {} 行", head.seal.len());
        row.complain_item("seal", lines, what, format!("印章最多 {lines} 行，每行最多 {most} 个字"));
    }
    for (i, line) in head.seal.iter().enumerate().filter(|(_, line)| characters(line) > most) {
        let what = format!("印章的一行 “{line}” 有 {} 个字", characters(line));
        row.complain_item("seal", i, what, format!("每行最多 {most} 个字，长的分成两行，例如 [\"双江\", \"之印\"]"));
    }
    if head.headline.is_empty() {
        row.complain("headline", "大标题是空的".into(), "至少写一行，例如 headline = [\"四件大事之后\"]".into());
    }
    let (lines, most) = HEADLINE;
    let broken: usize = head.headline.iter().map(|line| characters(line).div_ceil(most)).sum();
    if broken > lines {
        let what = format!("大标题太长，窄屏上要排 {broken} 行");
        row.complain("headline", what, format!("缩短到 {lines} 行以内；窄屏上 {most} 个字一行，每一项另起一行"));
    }
}

/// What the edition calls something must fit where it stands.
pub fn expect_short(row: &Row<'_>, key: &str, word: &str) {
    let length = characters(word);
    if length > WORD {
        row.complain(key, format!("“{word}” 有 {length} 个字，图和表里放不下"), format!("缩短到 {WORD} 个字以内"));
    }
}

/// The sign of a place, which is one character.
pub fn sign(row: &Row<'_>) -> Option<String> {
    let sign = row.optional_text("sign");
    if let Some(sign) = sign.as_deref().filter(|sign| sign.chars().count() != 1) {
        row.complain("sign", format!("“{sign}” 不是一个字"), "写一个字，例如 sign = \"校\"，或删去这一行".into());
    }
    sign
}

/// The same for a word with its counter.
pub fn expect_countable(row: &Row<'_>, key: &str, noun: &Noun) {
    expect_short(row, key, &noun.name);
    if characters(&noun.counter) > COUNTER {
        let what = format!("量词 “{}” 不是一个字", noun.counter);
        row.complain_item(key, 1, what, "先写叫法，再写量词，例如 [\"任务\", \"项\"]".into());
    }
}

/// The length in Chinese characters; others are half as wide.
fn characters(text: &str) -> usize {
    let halves: usize = text.chars().map(|c| if c.is_ascii() { 1 } else { 2 }).sum();
    halves.div_ceil(2)
}
