//! Randomly generated editions, within what the content reader accepts.

use std::collections::BTreeSet;

use model::{Edition, Id, IndicatorView, Measure};

/// Random numbers determined by a seed.
pub struct Dice(u64);

/// Common characters, and those at which drawings break lines or must not.
const PIECES: [&str; 24] = [
    "城",
    "中",
    "区",
    "生",
    "态",
    "保",
    "护",
    "项",
    "目",
    "推",
    "进",
    "建",
    "设",
    "民",
    "、",
    "“一线”",
    "和",
    "与",
    "落",
    "实",
    "2024年",
    "EGO-PARK",
    "高",
    "质",
];

impl Dice {
    pub fn new(seed: u64) -> Self {
        Self(seed | 1)
    }

    /// The pattern with other words and numbers, and more or fewer of everything.
    pub fn edition(&mut self, pattern: &Edition) -> Edition {
        let mut edition = pattern.clone();
        self.measures(&mut edition);
        for pillar in &mut edition.pillars {
            self.reword(&mut pillar.title, 2, 10);
            pillar.points.iter_mut().for_each(|point| self.reword(&mut point.label, 2, 12));
        }
        for priority in &mut edition.priorities {
            self.reword(&mut priority.title, 2, 14);
            self.reword(&mut priority.short, 2, 6);
            priority.sites.iter_mut().for_each(|site| self.reword(&mut site.label, 1, 18));
            for target in &mut priority.targets {
                self.reword(&mut target.label, 2, 16);
                let most = if target.quantity.amount.is_percentage() { 100 } else { 400 };
                target.quantity.amount.value = (self.upto(most) as u64 + 1).into();
            }
        }
        for indicator in &mut edition.indicators {
            self.reword(&mut indicator.name, 2, 12);
            let most = match indicator.view {
                _ if indicator.amount.is_percentage() => 100,
                IndicatorView::Months => 150_000,
                _ => 9_000_000,
            };
            indicator.amount.value = (self.upto(most) as u64 + 1).into();
            if let Some(shown) = indicator.amount.shown_in(&indicator.shown.unit) {
                indicator.shown = shown;
            }
        }
        edition.topics.iter_mut().for_each(|topic| self.reword(&mut topic.label, 2, 6));
        edition.matters.iter_mut().for_each(|matter| self.reword(&mut matter.term, 2, 10));
        for term in &mut edition.terms {
            self.reword(&mut term.text, 1, 12);
            term.counts.iter_mut().for_each(|(_, count)| *count = self.upto(40) as u16);
        }
        self.reword(&mut edition.beam, 2, 16);
        edition.tie();
        edition
    }

    /// Changes each list to between none and many items, and removes references to items that are
    /// gone.
    fn measures(&mut self, edition: &mut Edition) {
        let of_pillars =
            edition.pillars.iter_mut().flat_map(|pillar| &mut pillar.points).map(|point| &mut point.measures);
        let of_priorities = edition.priorities.iter_mut().map(|priority| &mut priority.measures);
        of_pillars.chain(of_priorities).for_each(|measures| self.list(measures));
        let left: BTreeSet<Id> = edition.measures().map(|(_, measure)| measure.id.clone()).collect();
        edition.echoes.retain(|echo| left.contains(&echo.measure) && self.upto(4) > 0);
        for priority in &mut edition.priorities {
            priority.targets.retain(|target| left.contains(&target.measure));
            priority.sites.retain(|site| left.contains(&site.measure) && self.upto(4) > 0);
        }
    }

    fn list(&mut self, measures: &mut Vec<Measure>) {
        measures.truncate(self.upto(measures.len() + 3));
        if let (Some(first), 0) = (measures.first().cloned(), self.upto(4)) {
            let copy = |index| Measure { id: format!("{}-{index}", first.id).into(), ..first.clone() };
            measures.extend((0..self.upto(7)).map(copy));
        }
        measures.iter_mut().for_each(|measure| self.reword(&mut measure.label, 1, 22));
    }

    /// Changes about every other text.
    fn reword(&mut self, text: &mut String, least: usize, most: usize) {
        if self.upto(2) == 0 {
            return;
        }
        let length = least + self.upto(most - least + 1);
        let mut words = String::new();
        while words.chars().count() < length {
            let piece = PIECES[self.upto(PIECES.len())];
            // Texts do not begin with a comma, or have two in a row.
            if piece == "、" && (words.is_empty() || words.ends_with('、')) {
                continue;
            }
            words += piece;
        }
        *text = words.trim_end_matches('、').to_owned();
    }

    /// A number below a limit.
    fn upto(&mut self, limit: usize) -> usize {
        self.0 ^= self.0 << 13;
        self.0 ^= self.0 >> 7;
        self.0 ^= self.0 << 17;
        (self.0 >> 16) as usize % limit.max(1)
    }
}
