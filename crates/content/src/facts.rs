//! Counts and findings that editorial texts insert by placeholder, so that they stay true when the
//! content changes: `{echoes}处呼应`.

use std::collections::BTreeMap;

use super::registry::nearest;
use super::row::Row;
use model::{Edition, IndicatorView, Matter, Pillar, Priority, Words, numeral};

/// Placeholder names with their values.
#[derive(Clone, Default)]
pub struct Facts(BTreeMap<&'static str, String>);

impl Facts {
    /// Facts about the whole edition.
    pub fn of(edition: &Edition) -> Self {
        let mut facts = Self::default();
        let of_pillars: usize = edition.pillars.iter().map(|p| p.measures().count()).sum();
        let of_priorities: usize = edition.priorities.iter().map(|p| p.measures.len()).sum();
        let same_word = edition.echoes.iter().filter(|echo| echo.grade.is_same_word()).count();
        facts.put("measures", of_pillars + of_priorities);
        facts.put("measures.pillars", of_pillars);
        facts.put("measures.priorities", of_priorities);
        facts.put("targets", edition.targets().count());
        facts.put("sites", edition.sites().count());
        facts.put("echoes", edition.echoes.len());
        facts.put("echoes.same_word", same_word);
        facts.put("echoes.same_meaning", edition.echoes.len() - same_word);
        let besides = |r: &&model::Refrain| edition.matters.iter().any(|m| m.id == r.of);
        facts.put("refrains", edition.refrains.iter().filter(besides).count());
        if let Some(whose) = edition.owner_of_targets() {
            facts.put("whose", whose);
        }
        facts.put("topics", edition.topics.len());
        facts.put("terms", edition.terms.len());
        facts.put("matters", numeral(edition.matters.len()));
        facts.put("pillars", numeral(edition.pillars.len()));
        facts.put("priorities", numeral(edition.priorities.len()));
        facts.put("insistences", numeral(edition.insistences.len()));
        facts.put("subjects", numeral(edition.subjects.len()));
        let works = edition.works().map(|work| {
            let measures = work.measures();
            let here = |id: &str| measures.iter().any(|m| m.id == id);
            (work.short(), edition.echoes.iter().filter(|echo| here(&echo.measure)).count())
        });
        facts.put("echoes.most", most(works, &edition.masthead.words.echo.counter));
        let per_measure = &edition.masthead.words.measure.counter;
        let pillars = edition.pillars.iter().map(|p| (p.title.as_str(), p.measures().count()));
        facts.put("pillars.most", most(pillars, per_measure));
        let topics = edition.topics.iter().map(|topic| {
            let carry = edition.measures().filter(|(_, m)| m.topics.contains(&topic.id)).count();
            (topic.label.as_str(), carry)
        });
        facts.put("topics.most", most(topics, per_measure));
        facts.amounts(edition);
        facts.terms(edition);
        facts.words(&edition.masthead.words);
        facts
    }

    fn amounts(&mut self, edition: &Edition) {
        let amounts = || edition.indicators.iter().filter(|i| i.view != IndicatorView::Months);
        let largest = amounts().max_by(|a, b| a.amount.size().total_cmp(&b.amount.size()));
        // Only amounts of one kind have a largest.
        let alike = amounts().all(|i| largest.is_some_and(|largest| largest.compares_with(i)));
        self.put("amounts", numeral(amounts().count()));
        if let Some(largest) = largest.filter(|_| alike) {
            self.put("amounts.largest", &largest.name);
        }
        if let Some(income) = edition.indicators.iter().find(|i| i.view == IndicatorView::Months) {
            self.put("income.month", income.amount.per_month().value);
        }
    }

    /// The term whose counts differ most between the first and the last speaker.
    fn terms(&mut self, edition: &Edition) {
        let speakers: Vec<&str> = edition.readings.iter().map(|r| r.document.as_str()).collect();
        let (first, last) = (speakers.first().copied(), speakers.last().copied());
        let said = |term: &model::Term, document: Option<&str>| document.map_or(0, |id| term.count_in(id));
        let apart = |term: &&model::Term| said(term, first).abs_diff(said(term, last));
        // Reversed, so that the first of several equals wins.
        let telling = edition.terms.iter().rev().max_by_key(apart);
        let counts = telling.map_or([0, 0], |term| [said(term, first), said(term, last)]);
        self.put("terms.telling", telling.map_or("", |term| &term.text));
        self.put("terms.telling.first", counts[0]);
        self.put("terms.telling.last", counts[1]);
        self.put("terms.first", edition.readings.first().map_or("", |r| &r.speaker));
        self.put("terms.last", edition.readings.last().map_or("", |r| &r.speaker));
    }

    /// What the edition calls things, for the usual titles and captions.
    fn words(&mut self, words: &Words) {
        self.put("words.matter", &words.matter.name);
        self.put("words.subject", &words.subject.name);
        self.put("words.subject.counter", &words.subject.counter);
        self.put("words.measure", &words.measure.name);
        self.put("words.measure.counter", &words.measure.counter);
        self.put("words.echo", &words.echo.name);
        self.put("words.echo.counter", &words.echo.counter);
        self.put("words.target", &words.target.name);
    }

    /// Adds facts about one matter, as `self.…`.
    pub fn with_matter(&self, edition: &Edition, matter: &Matter) -> Self {
        let mut facts = self.clone();
        facts.put("self.term", &matter.term);
        facts.put("self.echoes", edition.echoes_of(&matter.id).count());
        facts.put("self.named", edition.echoes_with_term(matter));
        facts
    }

    /// Adds facts about one pillar.
    pub fn with_pillar(&self, edition: &Edition, pillar: &Pillar) -> Self {
        let mut facts = self.clone();
        facts.put("self.title", &pillar.title);
        facts.put("self.measures", pillar.measures().count());
        facts.put("self.points", numeral(pillar.points.len()));
        facts.put("self.slogans", pillar.slogans.len());
        let points = pillar.points.iter().map(|p| (p.label.as_str(), p.measures.len()));
        facts.put("self.most", most(points, &edition.masthead.words.measure.counter));
        facts
    }

    /// Adds facts about one priority.
    pub fn with_priority(&self, priority: &Priority) -> Self {
        let mut facts = self.clone();
        facts.put("self.title", &priority.title);
        facts.put("self.measures", priority.measures.len());
        facts.put("self.targets", numeral(priority.targets.len()));
        facts.put("self.sites", priority.sites.len());
        let measured = priority.targets.iter().find_map(|t| t.yardstick()?.times(&t.quantity.amount));
        if let Some(times) = measured {
            facts.put("self.yardsticks", times);
        }
        facts
    }

    /// Whether a fact exists that a title depends on.
    pub fn knows(&self, name: &str) -> bool {
        self.0.contains_key(name)
    }

    /// Each fact by its name.
    pub fn values(&self) -> impl Iterator<Item = (&'static str, &str)> {
        self.0.iter().map(|(name, words)| (*name, words.as_str()))
    }

    fn put(&mut self, name: &'static str, words: impl ToString) {
        self.0.insert(name, words.to_string());
    }

    /// The text at `key` with all placeholders filled.
    pub fn text(&self, row: &Row<'_>, key: &'static str) -> String {
        self.fill(row, key, &row.text(key))
    }

    /// The optional text at `key`, filled likewise.
    pub fn optional_text(&self, row: &Row<'_>, key: &'static str) -> Option<String> {
        row.optional_text(key).map(|text| self.fill(row, key, &text))
    }

    /// The texts at `key`, filled likewise.
    pub fn texts(&self, row: &Row<'_>, key: &'static str) -> Vec<String> {
        row.texts(key).iter().map(|text| self.fill(row, key, text)).collect()
    }

    fn fill(&self, row: &Row<'_>, key: &'static str, text: &str) -> String {
        let mut parts = text.split('{');
        let mut filled = parts.next().unwrap_or_default().to_owned();
        for part in parts {
            // Other braces are plain text.
            let Some((name, rest)) = part.split_once('}').filter(|(name, _)| is_name(name)) else {
                filled += "{";
                filled += part;
                continue;
            };
            match self.0.get(name) {
                Some(words) => filled += words,
                None => {
                    let cure = match nearest(name, self.0.keys().copied()) {
                        Some(near) => format!("是不是 “{near}”？"),
                        None => format!(
                            "删去它，或写这里面的一个：{}",
                            self.0.keys().copied().collect::<Vec<_>>().join("、")
                        ),
                    };
                    row.miss(key, format!("不认识的占位 “{name}”"), cure);
                }
            }
            filled += rest;
        }
        filled
    }
}

fn is_name(name: &str) -> bool {
    !name.is_empty() && name.bytes().all(|b| b.is_ascii_lowercase() || b == b'_' || b == b'.')
}

/// The item with the highest count, or those tied for it.
fn most<'a>(counts: impl Iterator<Item = (&'a str, usize)>, unit: &str) -> String {
    let counts: Vec<(&str, usize)> = counts.collect();
    let most = counts.iter().map(|(_, n)| *n).max().unwrap_or_default();
    let first: Vec<&str> = counts.iter().filter(|(_, n)| *n == most).map(|(name, _)| *name).collect();
    match first[..] {
        [] => String::new(),
        [one] => format!("{one}最多，{most}{unit}"),
        [..] if first.len() == counts.len() => format!("各{most}{unit}，一样多"),
        [..] => format!("{}最多，各{most}{unit}", first.join("和")),
    }
}
