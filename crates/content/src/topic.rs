//! Topics, and a check that they do not overlap.

use super::registry::Kind;
use super::row::Row;
use model::Topic;

pub fn topic(row: &Row<'_>) -> Topic {
    Topic { id: row.id(Kind::Topic), label: row.text("label"), meaning: row.text("meaning") }
}

/// A measure has one topic, so meanings must not overlap. Drawings only have room for the first
/// character of a label, so first characters must differ.
pub fn expect_apart(row: &Row<'_>, topics: &[Topic]) {
    for (i, first) in topics.iter().enumerate() {
        for (j, second) in topics.iter().enumerate().skip(i + 1) {
            let (one, other) = (&first.label, &second.label);
            if let Some(word) = things(first).find(|thing| things(second).any(|other| other == *thing)) {
                let what = format!("主题 “{one}” 和 “{other}” 的 meaning 里都有 “{word}”");
                row.complain_item("topic", j, what, "主题之间不能重叠，只留在一处".into());
            }
            if one.chars().next().is_some_and(|c| other.starts_with(c)) {
                let what = format!("主题 “{one}” 和 “{other}” 的头一个字相同");
                row.complain_item("topic", j, what, "图上只写得下头一个字，换一个名字".into());
            }
        }
    }
}

/// What a topic's meaning lists.
fn things(topic: &Topic) -> impl Iterator<Item = &str> {
    topic.meaning.split(['、', '，', '和']).map(str::trim).filter(|thing| !thing.is_empty())
}
