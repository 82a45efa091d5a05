//! The texts at the head of the page, and what the page says of what the source does not.

use super::facts::Facts;
use super::limits;
use super::row::Row;
use model::{Lacks, Masthead, Words};

pub fn masthead(row: &Row<'_>, facts: &Facts, words: Words) -> Masthead {
    let (headline, emphasis) = (row.texts("headline"), row.text("emphasis"));
    if !headline.is_empty() && !headline.iter().any(|line| line.contains(&emphasis)) {
        let what = format!("“{emphasis}” 不在 headline 的任何一行里");
        row.complain("emphasis", what, "从 headline 的一行里选几个连着的字".into());
    }
    // Where the texts are is known before they are read.
    let _ = row.optional_text("sources");
    let masthead = Masthead {
        place: row.text("place"),
        short_place: row.text("short_place"),
        results_year: row.small_number("results_year"),
        plan_year: row.small_number("plan_year"),
        report: row.optional_text("report").unwrap_or_default(),
        headline,
        emphasis,
        standfirst: facts.text(row, "standfirst"),
        seal: row.texts("seal"),
        summary: facts.text(row, "summary"),
        digest: facts.texts(row, "digest"),
        method: facts.texts(row, "method"),
        lacks: row.optional_row("lacks", lacks).unwrap_or_default(),
        words,
    };
    if masthead.plan_year < masthead.results_year && masthead.plan_year > 0 {
        let what = format!("安排的年份 {} 在成绩的年份 {} 之前", masthead.plan_year, masthead.results_year);
        row.complain("plan_year", what, "改这两个年份里写错的一个".into());
    }
    limits::expect_room(row, &masthead);
    masthead
}

/// The words for what the source does not say; each may be left out.
fn lacks(row: &Row<'_>) -> Lacks {
    let words = |key| row.optional_text(key).unwrap_or_default();
    Lacks {
        targets: words("targets"),
        deadline: words("deadline"),
        term: words("term"),
        subjects: words("subjects"),
        subject: words("subject"),
    }
}
