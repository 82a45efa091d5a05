//! Every name and every number has an origin in the sources.

use std::collections::BTreeSet;

use content::{SourceTexts, normalised};

use crate::source::check;
use crate::support::shipped::is_here;
use crate::support::{REAL, Said, is_chinese, project, said_in};

/// Names are verbatim too, though they are not quotations.
#[test]
fn every_name_stands_in_the_source() {
    if !is_here() {
        return;
    }
    let names = |sources: &SourceTexts| -> Vec<(String, String, String)> {
        let mut names = Vec::new();
        let mut expect = |what: &str, name: &str, within: &str| {
            names.push((what.to_owned(), normalised(name), normalised(within)));
        };
        for d in &REAL.documents {
            let whole = sources.document(&d.id).concat();
            expect("title", d.title.as_deref().unwrap_or(""), sources.block(&d.id, 1));
            expect("offices and author", &(d.offices.join("、") + d.author.as_deref().unwrap_or("")), &whole);
            d.credits.iter().for_each(|c| expect("credit", &format!("{} {}", c.role, c.name), &whole));
        }
        for i in &REAL.indicators {
            expect("indicator", &i.name, sources.block(&i.quote.document, i.quote.block - 1));
        }
        for m in &REAL.matters {
            let whole = format!("{}，{}", m.lever, m.aim);
            expect("matter", &whole, &m.quote.text);
        }
        for p in &REAL.pillars {
            p.measures().for_each(|m| {
                expect("pillar's heading", &p.heading, sources.block(&m.quote.document, m.quote.block));
            });
            expect("pillar's title", &p.title, &p.heading);
            p.slogans.iter().for_each(|s| expect("slogan", &s.label, &s.quote.text));
        }
        for p in &REAL.priorities {
            p.measures.iter().for_each(|m| {
                expect("priority's heading", &p.heading, sources.block(&m.quote.document, m.quote.block));
            });
            expect("priority's title", &p.title, &p.heading);
            p.sites.iter().for_each(|s| expect("site", &s.label, &s.quote.text));
            p.targets.iter().for_each(|t| {
                expect("wording", &t.wording.word, &t.quote.text);
                expect("deadline", t.deadline.as_deref().unwrap_or(""), &t.quote.text);
            });
            p.measures.iter().for_each(|m| expect("role", m.role.as_deref().unwrap_or(""), &m.quote.text));
        }
        for (r, t) in REAL.readings.iter().flat_map(|r| r.traits.iter().map(move |t| (r, t))) {
            expect("trait", &t.word, sources.block(&r.document, t.quote.block));
            expect("speaker", &r.speaker, &sources.document(&r.document).concat());
        }
        REAL.insistences.iter().for_each(|i| expect("insistence", &i.label, &i.quote.text));
        REAL.subjects.iter().for_each(|s| expect("subject", &s.label, &s.quote.text));
        names
    };
    check(|sources| {
        let wrong = names(sources).into_iter().filter(|(_, name, within)| !within.contains(name.as_str()));
        wrong.map(|(what, name, within)| format!("{what} {name}: not in {within}")).collect()
    });
}

/// Numbers of our own, with the reason why they need not be in the source.
const OURS: [(&str, &str); 7] = [
    ("7次以上", "the rule by which key terms are chosen"),
    ("1格＝1个月", "a scale: how the drawing counts"),
    ("1点＝1处", "a scale: how the drawing counts"),
    ("1块＝1项", "a scale: how the drawing counts"),
    ("1格＝1%", "a scale: how the drawing counts"),
    ("1块＝1处", "a scale: how the drawing counts"),
    ("1格＝1个", "a scale: how the drawing counts"),
];

/// A number, with the character that it counts, is in the source, is a year of the edition, belongs
/// to a correct sum, or is one of [`OURS`].
#[test]
fn every_number_has_an_origin() {
    if !is_here() {
        return;
    }
    let years = [REAL.masthead.results_year, REAL.masthead.plan_year].map(|year| format!("{year}年"));
    // Texts as in the files, since placeholders in braces are filled in by the reader.
    let said: Vec<_> =
        written().into_iter().filter(|said| !["number", "formula"].contains(&said.key.as_str())).collect();
    // Paragraph numbers need not be in the source.
    let numbered = |text: &str| text.starts_with('第') && text.ends_with('段');
    let said: Vec<_> = said.into_iter().filter(|said| said.key != "name" || !numbered(&said.text)).collect();
    let used: BTreeSet<&str> =
        OURS.iter().map(|(text, _)| *text).filter(|t| said.iter().any(|s| s.text.contains(t))).collect();
    let stale = OURS
        .iter()
        .filter(|(text, _)| !used.contains(text))
        .map(|(text, _)| format!("{text}: nothing says it any more"));
    let stale: Vec<String> = stale.collect();
    check(|sources| {
        let printed: Vec<String> = sources.blocks().flat_map(numbers).collect();
        let unknown = said.iter().flat_map(|said| {
            let rest = OURS.iter().fold(normalised(&said.text), |text, (ours, _)| text.replace(ours, ""));
            let strange = numbers(&rest).into_iter().filter(|n| !printed.contains(n) && !years.contains(n));
            strange.map(|n| format!("{}: {n} is not in the sources: {}", said.place, said.text)).collect::<Vec<_>>()
        });
        unknown.chain(stale).collect()
    });
}

/// Every text in the files of the real edition.
fn written() -> Vec<Said> {
    let files = content::FILES.iter().map(|name| {
        let text = std::fs::read_to_string(project().join("content").join(name)).unwrap();
        (name, serde_json::to_value(text.parse::<toml::Table>().unwrap()).unwrap())
    });
    files.flat_map(|(name, value)| said_in(name, &value)).collect()
}

/// Runs of digits, including points and commas, each with the character that it counts.
fn numbers(text: &str) -> Vec<String> {
    let characters: Vec<char> = text.chars().collect();
    let is_digit = |i: usize| characters.get(i).is_some_and(char::is_ascii_digit);
    let mut found = Vec::new();
    let mut i = 0;
    while i < characters.len() {
        let from = i;
        while is_digit(i) || (i > from && is_digit(i + 1) && ".,，".contains(characters[i])) {
            i += 1;
        }
        if i == from {
            i += 1;
            continue;
        }
        let counted = characters.get(i).filter(|&&c| c == '%' || (is_chinese(c) && c.is_alphabetic()));
        found.push(characters[from..i].iter().chain(counted).collect());
    }
    found
}
