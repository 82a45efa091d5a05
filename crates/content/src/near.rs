//! Where a misquotation comes nearest to the text, and what differs there.

use similar::{ChangeTag, TextDiff};

/// A passage of the text, and how the quotation differs from it.
pub struct Near {
    pub passage: String,
    pub differences: String,
}

/// What is less alike was hardly meant.
const ALIKE: f32 = 0.5;
/// More differences are seen better in the passage itself.
const FEW: usize = 4;

/// The passage of whole clauses that is most like these words; none if nothing is.
pub fn nearest<'a>(words: &str, blocks: impl Iterator<Item = &'a str>, ends: &[char]) -> Option<Near> {
    let clauses = 1 + words.trim_end_matches(ends).matches(ends).count();
    let mut best: Option<(f32, &str)> = None;
    for block in blocks {
        let mut starts = vec![0];
        starts.extend(block.match_indices(ends).map(|(at, end)| at + end.len()));
        for (i, &start) in starts.iter().enumerate() {
            // A clause may have been left out, or added.
            for count in clauses.saturating_sub(1).max(1)..=clauses + 1 {
                let Some(end) = starts.get(i + count).copied().or((i + count == starts.len()).then_some(block.len()))
                else {
                    continue;
                };
                let passage = block[start..end].trim_end_matches(ends);
                // The measure is costly, and lengths alone bound it.
                let [one, other] = [passage, words].map(|text| text.chars().count() as f32);
                let most = 2.0 * one.min(other) / (one + other).max(1.0);
                if most < ALIKE || best.is_some_and(|(known, _)| known >= most) {
                    continue;
                }
                let ratio = TextDiff::from_chars(passage, words).ratio();
                if ratio >= ALIKE && best.is_none_or(|(known, _)| ratio > known) {
                    best = Some((ratio, passage));
                }
            }
        }
    }
    best.map(|(_, passage)| Near { passage: passage.to_owned(), differences: differences(passage, words) })
}

/// What is to be changed in the words, so that they are the passage.
fn differences(passage: &str, words: &str) -> String {
    let (mut parts, mut lacking, mut extra) = (Vec::new(), String::new(), String::new());
    let mut flush = |lacking: &mut String, extra: &mut String| {
        match (lacking.as_str(), extra.as_str()) {
            ("", "") => return,
            ("", extra) => parts.push(format!("多了「{extra}」")),
            (lacking, "") => parts.push(format!("少了「{lacking}」")),
            (lacking, extra) => parts.push(format!("「{extra}」应为「{lacking}」")),
        }
        lacking.clear();
        extra.clear();
    };
    for change in TextDiff::from_chars(passage, words).iter_all_changes() {
        match change.tag() {
            ChangeTag::Equal => flush(&mut lacking, &mut extra),
            ChangeTag::Delete => lacking += change.value(),
            ChangeTag::Insert => extra += change.value(),
        }
    }
    flush(&mut lacking, &mut extra);
    if parts.len() > FEW { String::new() } else { parts.join("，") }
}

#[cfg(test)]
mod tests {
    use super::*;

    fn told(words: &str) -> Option<(String, String)> {
        let blocks = ["标题", "种好树，按时浇水。桥头同步修好候船亭"];
        nearest(words, blocks.into_iter(), &['，', '。']).map(|near| (near.passage, near.differences))
    }

    #[test]
    fn the_nearest_passage_is_told_with_what_differs() {
        for (words, passage, differences) in [
            ("按时浇花", "按时浇水", "「花」应为「水」"),
            ("桥头同步修候船亭", "桥头同步修好候船亭", "少了「好」"),
            ("种好树按时浇水", "种好树，按时浇水", "少了「，」"),
            ("桥头要同步修好候船亭子", "桥头同步修好候船亭", "多了「要」，多了「子」"),
        ] {
            assert_eq!(told(words), Some((passage.into(), differences.into())), "{words}");
        }
        assert_eq!(told("完全没有说过的一句话"), None);
    }
}
