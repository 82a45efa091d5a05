//! Reading aloud: the choice of voice, and how symbols are spoken.

/// How well a voice of this language suits the report; lower is better: mainland Mandarin, then
/// other Mandarin, then any Chinese. `None` if it is not Chinese.
pub fn rank(language: &str) -> Option<u8> {
    // Some systems write zh_CN.
    let tag: String = language.chars().map(|c| if c == '_' { '-' } else { c.to_ascii_lowercase() }).collect();
    let is = |starts: &[&str]| starts.iter().any(|start| tag.starts_with(start));
    match () {
        () if is(&["zh-cn", "zh-hans", "cmn-cn", "cmn-hans"]) => Some(0),
        () if is(&["zh-hk", "zh-hant-hk", "zh-mo", "yue"]) => Some(3),
        () if is(&["zh-", "cmn"]) => Some(2),
        () if tag == "zh" => Some(1),
        () => None,
    }
}

/// Replaces mathematical symbols by words, since speech engines skip them.
pub fn spoken(text: &str) -> String {
    const SIGNS: [(char, &str); 4] = [('÷', "除以"), ('×', "乘以"), ('≈', "约等于"), ('·', "，")];
    let mut out = String::with_capacity(text.len());
    for c in text.chars() {
        match SIGNS.iter().find(|(sign, _)| *sign == c) {
            Some((_, words)) => out.push_str(words),
            None => out.push(c),
        }
    }
    out
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn mandarin_of_the_mainland_comes_first() {
        let ranks = |languages: &[&str]| languages.iter().map(|language| rank(language)).collect::<Vec<_>>();
        assert_eq!(ranks(&["zh-CN", "zh_CN", "zh-Hans-CN", "cmn-Hans-CN"]), [Some(0); 4]);
        assert_eq!(ranks(&["zh", "zh-TW", "cmn-TW"]), [Some(1), Some(2), Some(2)]);
        assert_eq!(ranks(&["zh-HK", "zh_MO", "yue-HK"]), [Some(3); 3]);
        assert_eq!(ranks(&["", "en-US", "ja-JP", "zha"]), [None; 4]);
    }

    #[test]
    fn signs_are_spoken() {
        assert_eq!(spoken("43,269 ÷ 12 ≈ 3,606"), "43,269 除以 12 约等于 3,606");
    }
}
