//! Checks editorial texts wherever they occur: “报告” without its owner, unpaired quotation marks,
//! half-width symbols next to Chinese. Quotations belong to the source and are not checked.

use toml::Spanned;
use toml::de::{DeTable, DeValue};

use super::source::Source;

/// Keys whose values are quoted from the source or are not prose.
const NOT_OURS: [&str; 7] = ["quote", "passage", "parts", "order", "report", "address", "formula"];

/// “报告” must appear as part of the report's name: at least this many of its last characters.
const NAME: usize = 7;

/// Reports every editorial text below a table that breaks a rule. `report` is the full name of the
/// report; empty if unknown.
pub fn lint(source: &Source<'_>, table: &DeTable<'_>, report: &str) {
    for (key, value) in table {
        if !NOT_OURS.contains(&key.get_ref().as_ref()) {
            value_of(source, value, report);
        }
    }
}

fn value_of(source: &Source<'_>, value: &Spanned<DeValue<'_>>, report: &str) {
    match value.get_ref() {
        DeValue::String(text) => {
            let wrong = [nobodys(text, report), unpaired(text), half_width(text)];
            for (what, cure) in wrong.into_iter().flatten() {
                source.registry.complain(source.place(value.span().start).problem(what, cure));
            }
        }
        DeValue::Array(items) => items.iter().for_each(|item| value_of(source, item, report)),
        DeValue::Table(table) => lint(source, table, report),
        _ => {}
    }
}

type Fault = (String, String);

/// “报告” without its owner. In quotation marks it is mentioned as a word, which is allowed.
fn nobodys(text: &str, report: &str) -> Option<Fault> {
    const WORD: &str = "报告";
    let name: Vec<char> = report.chars().collect();
    let end: String = name[name.len().saturating_sub(NAME)..].iter().collect();
    let alone = text.match_indices(WORD).any(|(at, _)| {
        let before = &text[..at];
        let quoted = before.matches('“').count() > before.matches('”').count();
        !quoted && !text[..at + WORD.len()].ends_with(&end)
    });
    alone.then(|| (format!("“{text}” 里的报告没有写是谁的"), format!("写成“{end}”，或“{report}”")))
}

/// Quotation marks that do not pair, or double ones within double ones.
fn unpaired(text: &str) -> Option<Fault> {
    let mut open: Vec<char> = Vec::new();
    for mark in text.chars() {
        let fits = match mark {
            '“' => !open.contains(&'“'),
            '‘' => !open.contains(&'‘'),
            '”' => open.pop() == Some('“'),
            '’' => open.pop() == Some('‘'),
            _ => continue,
        };
        if !fits {
            return Some((
                format!("“{text}” 里的引号不成对，或双引号里还有双引号"),
                "补上缺的一半；引号里面再用引号，就用‘’".into(),
            ));
        }
        if matches!(mark, '“' | '‘') {
            open.push(mark);
        }
    }
    (!open.is_empty()).then(|| (format!("“{text}” 里的引号没有合上"), "补上另一半引号".into()))
}

/// Symbols that have a full-width form: `=` and `~` beside Chinese; others behind it, if more of it
/// follows or nothing does. So numbers, times and addresses keep theirs.
fn half_width(text: &str) -> Option<Fault> {
    let is_chinese = |c: char| matches!(c, '\u{4e00}'..='\u{9fff}' | '“' | '”' | '‘' | '’' | '（' | '）' | '《' | '》');
    let characters: Vec<char> = text.chars().collect();
    let found = (0..characters.len()).find(|&i| {
        let (before, behind) = (&characters[..i], &characters[i + 1..]);
        let next_to = before.last().is_some_and(|c| is_chinese(*c));
        let goes_on = behind.iter().find(|c| **c != ' ').map(|c| is_chinese(*c));
        match characters[i] {
            '=' | '~' => next_to || behind.first().is_some_and(|c| is_chinese(*c)),
            ',' | ':' | ';' | '?' | '!' | '.' | ')' | '"' | '\'' => next_to && goes_on.unwrap_or(true),
            '(' => goes_on == Some(true) && before.iter().rfind(|c| **c != ' ').is_none_or(|c| is_chinese(*c)),
            _ => false,
        }
    })?;
    let half = characters[found];
    let full = WIDE
        .iter()
        .find(|(narrow, _)| *narrow == half)
        .map_or_else(String::new, |(_, full)| format!("「{}」", full.replace(' ', "」「")));
    Some((format!("“{text}” 里有半角的「{half}」"), format!("用全角的{full}代替")))
}

/// Symbols with their full-width form.
const WIDE: [(char, &str); 12] = [
    ('=', "＝"),
    ('~', "～"),
    (',', "，"),
    (':', "："),
    (';', "；"),
    ('?', "？"),
    ('!', "！"),
    ('.', "。"),
    ('(', "（"),
    (')', "）"),
    ('"', "“ ”"),
    ('\'', "‘ ’"),
];
