//! What can be found, in the order of the page.

use super::entry::Entry;
use crate::{CityFact, Edition, Indicator, IndicatorView, Measure, Pillar, Priority, Quotation, SectionId, Target};

/// Everything that the page says in labels, numbers and quotations.
pub fn entries(edition: &Edition) -> Vec<Entry> {
    let mut list = List { edition, entries: Vec::new() };
    for section in &edition.sections {
        let title = section.title.as_str();
        list.add(section.id.as_str(), title, &[title, &section.subtitle, section.lead.as_deref().unwrap_or_default()]);
        match section.id {
            SectionId::Figures => edition.indicators.iter().for_each(|item| list.indicator(title, item)),
            SectionId::Matters => list.matters(),
            SectionId::Pillars => edition.pillars.iter().for_each(|item| list.pillar(item)),
            SectionId::Priorities => edition.priorities.iter().for_each(|item| list.priority(item)),
            // Its targets are found on their cards.
            SectionId::Ledger => {}
            SectionId::Readings => list.readings(title),
            SectionId::Subjects => list.subjects(title),
            SectionId::Method => list.method(title),
        }
    }
    list.entries
}

struct List<'a> {
    edition: &'a Edition,
    entries: Vec<Entry>,
}

impl List<'_> {
    // Called in many places; inlining it would bloat the code.
    #[inline(never)]
    fn add(&mut self, target: &str, place: &str, texts: &[&str]) {
        self.entries.push(Entry::new(target, place, texts));
    }

    /// A label with its quotation.
    fn passage(&mut self, target: &str, place: &str, label: &str, quote: &Quotation) {
        self.add(target, place, &[label, &quote.text]);
    }

    fn indicator(&mut self, place: &str, item: &Indicator) {
        let drawing = if item.view == IndicatorView::Months { "fig-income" } else { "fig-amounts" };
        let shown = format!("{}：{}", item.name, item.words());
        self.add(drawing, place, &[&shown, &item.quote.text, item.gloss.as_deref().unwrap_or_default()]);
    }

    fn matters(&mut self) {
        for matter in &self.edition.matters {
            self.passage(&matter.id, &matter.aim, &matter.aim, &matter.quote);
            for echo in self.edition.echoes_of(&matter.id) {
                self.passage(&echo.id(), &matter.aim, &echo.why, &echo.quote);
            }
        }
    }

    fn pillar(&mut self, pillar: &Pillar) {
        self.add(&pillar.id, &pillar.heading, &[&pillar.heading, &pillar.gist]);
        for point in &pillar.points {
            self.add(&point.id, &pillar.heading, &[&point.label]);
            self.measures(&pillar.heading, &point.measures);
        }
        pillar.slogans.iter().for_each(|slogan| self.name(&pillar.id, &pillar.heading, &slogan.label));
    }

    fn priority(&mut self, priority: &Priority) {
        self.add(&priority.id, &priority.title, &[&priority.title, &priority.heading, &priority.gist]);
        priority.targets.iter().for_each(|item| self.target(&priority.title, item));
        self.measures(&priority.title, &priority.measures);
        priority.sites.iter().for_each(|site| self.name(&site.measure, &priority.title, &site.label));
    }

    fn measures(&mut self, place: &str, measures: &[Measure]) {
        measures.iter().for_each(|item| self.passage(&item.id, place, &item.label, &item.quote));
    }

    /// Adds a name, unless the text of its card contains it already, as most do.
    fn name(&mut self, target: &str, place: &str, label: &str) {
        if !self.entries.iter().any(|entry| entry.place == place && entry.says(label)) {
            self.add(target, place, &[label]);
        }
    }

    fn target(&mut self, place: &str, item: &Target) {
        let shown = format!("{}：{}", item.label, item.words());
        let yardstick = item.yardstick().map(|y| format!("{}：{}{}", y.label, y.formula, y.amount.unit));
        self.add(&item.id, place, &[&shown, &item.quote.text, yardstick.as_deref().unwrap_or_default()]);
    }

    fn readings(&mut self, place: &str) {
        for reading in &self.edition.readings {
            for (index, item) in reading.traits.iter().enumerate() {
                self.add(&reading.trait_id(index), place, &[&item.word, &item.gist, &item.quote.text]);
            }
        }
        self.edition.city_facts.iter().for_each(|item| self.fact(place, item));
        let terms = self.edition.terms.iter().filter(|_| self.edition.has_drawing("terms"));
        terms.for_each(|term| self.add("fig-terms", &self.edition.masthead.words.term.name, &[&term.text]));
    }

    fn fact(&mut self, place: &str, item: &CityFact) {
        let number = item.quantity.as_ref().map(|quantity| format!("{}：{}", item.label, quantity.words()));
        self.add(&item.id, place, &[number.as_ref().unwrap_or(&item.label), &item.gist, &item.quote.text]);
    }

    fn subjects(&mut self, place: &str) {
        for item in &self.edition.insistences {
            self.passage(&item.id, place, &item.label, &item.quote);
        }
        for item in &self.edition.subjects {
            self.passage(&item.id, place, &item.label, &item.quote);
        }
    }

    fn method(&mut self, place: &str) {
        let method = SectionId::Method.as_str();
        self.edition.masthead.digest.iter().for_each(|text| self.add(method, place, &[text]));
        for document in &self.edition.documents {
            let credits = document.credits.iter().map(|credit| &credit.name);
            let names = document.author.iter().chain(&document.offices).chain(credits);
            let title = document.title.as_ref().unwrap_or(&document.label).clone();
            let words = names.fold(title, |words, name| words + "，" + name);
            self.add(method, place, &[&words]);
        }
    }
}
