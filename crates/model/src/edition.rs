use std::collections::BTreeMap;

use serde::{Deserialize, Serialize};

use super::{
    Caption, CityFact, Document, Echo, Guess, Id, Indicator, Insistence, Matter, Measure, Pair, Paragraph, Pillar,
    Predecessor, Priority, Quotation, Reading, Refrain, Section, SectionId, Site, Step, Subject, Target, Term, Topic,
    Words,
};

/// The whole report. Made only by the content reader, which has checked that every id resolves.
#[derive(Clone, Debug, Default, PartialEq, Serialize, Deserialize)]
pub struct Edition {
    pub masthead: Masthead,
    pub predecessor: Option<Predecessor>,
    pub documents: Vec<Document>,
    pub sections: Vec<Section>,
    pub captions: Vec<Caption>,
    pub topics: Vec<Topic>,
    pub indicators: Vec<Indicator>,
    pub matters: Vec<Matter>,
    pub insistences: Vec<Insistence>,
    pub subjects: Vec<Subject>,
    /// The overall aim that the pillars support.
    pub beam: String,
    pub pillars: Vec<Pillar>,
    pub priorities: Vec<Priority>,
    pub echoes: Vec<Echo>,
    pub refrains: Vec<Refrain>,
    pub readings: Vec<Reading>,
    pub city_facts: Vec<CityFact>,
    pub pairs: Vec<Pair>,
    pub terms: Vec<Term>,
    pub tour: Vec<Step>,
    pub guesses: Vec<Guess>,
    /// Words in the labels of drawings that a line break must not split, sorted.
    pub words: Vec<String>,
}

impl Edition {
    /// In characters, the longest of `words`: narrow columns have no room for longer ones.
    pub const LONGEST_WORD: usize = 6;
}

/// The texts at the head of the page, and the method behind it.
#[derive(Clone, Debug, Default, PartialEq, Serialize, Deserialize)]
pub struct Masthead {
    pub place: String,
    pub short_place: String,
    pub results_year: u16,
    pub plan_year: u16,
    /// Full name of what the speakers call “the report”: readers must always know whose report is
    /// meant.
    pub report: String,
    /// One string per line.
    pub headline: Vec<String>,
    /// The words of the headline that are set in the accent colour.
    pub emphasis: String,
    pub standfirst: String,
    pub seal: Vec<String>,
    pub summary: String,
    pub method: Vec<String>,
    /// `method` in a few lines, for the page footer.
    pub digest: Vec<String>,
    pub lacks: Lacks,
    pub words: Words,
}

/// How the page says what the source does not; it says nothing of what is empty here.
#[derive(Clone, Debug, Default, PartialEq, Serialize, Deserialize)]
pub struct Lacks {
    /// Of a priority that names no number: 原文没有写带数的目标.
    pub targets: String,
    /// Of a target without a deadline: 没有写.
    pub deadline: String,
    /// Of a matter whose term stands in none of its echoes: 没有一处写到, then the term.
    pub term: String,
    /// Of the subjects that no plan takes up: 没有写到; and of one of them: 没有直接写到.
    pub subjects: String,
    pub subject: String,
}

impl Masthead {
    /// The headline in one line.
    pub fn title(&self) -> String {
        self.headline.join("，")
    }
}

/// The common interface of pillars and priorities.
#[derive(Clone, Copy, Debug)]
pub enum Work<'a> {
    Pillar(&'a Pillar),
    Priority(&'a Priority),
}

impl<'a> Work<'a> {
    pub fn id(self) -> &'a str {
        match self {
            Self::Pillar(p) => &p.id,
            Self::Priority(p) => &p.id,
        }
    }

    pub fn title(self) -> &'a str {
        match self {
            Self::Pillar(p) => &p.title,
            Self::Priority(p) => &p.title,
        }
    }

    /// The heading of its card.
    pub fn heading(self) -> &'a str {
        match self {
            Self::Pillar(p) => &p.heading,
            Self::Priority(p) => &p.title,
        }
    }

    /// The section of the page that has its card.
    pub const fn section(self) -> SectionId {
        match self {
            Self::Pillar(_) => SectionId::Pillars,
            Self::Priority(_) => SectionId::Priorities,
        }
    }

    /// A short form of its title.
    pub fn short(self) -> &'a str {
        match self {
            Self::Pillar(p) => &p.title,
            Self::Priority(p) => &p.short,
        }
    }

    /// Its measures, in the text's order.
    pub fn measures(self) -> Vec<&'a Measure> {
        match self {
            Self::Pillar(p) => p.measures().collect(),
            Self::Priority(p) => p.measures.iter().collect(),
        }
    }
}

/// What a reader can select to highlight in all drawings and cards at once.
#[derive(Clone, Copy, Debug)]
pub enum Choice<'a> {
    Topic(&'a Topic),
    Term(&'a Term),
    Matter(&'a Matter),
    Work(Work<'a>),
}

impl<'a> Choice<'a> {
    pub fn id(self) -> &'a Id {
        match self {
            Self::Topic(topic) => &topic.id,
            Self::Term(term) => &term.id,
            Self::Matter(matter) => &matter.id,
            Self::Work(Work::Pillar(pillar)) => &pillar.id,
            Self::Work(Work::Priority(priority)) => &priority.id,
        }
    }

    pub fn label(self) -> &'a str {
        match self {
            Self::Topic(topic) => &topic.label,
            Self::Term(term) => &term.text,
            Self::Matter(matter) => &matter.term,
            Self::Work(work) => work.short(),
        }
    }

    /// Whether an item with these tags is highlighted.
    pub fn lights(self, tags: &[Id]) -> bool {
        tags.contains(self.id())
    }
}

/// Strips quotation marks, which are ignored when key terms are counted.
pub fn bare(words: &str) -> String {
    words.chars().filter(|c| !matches!(c, '“' | '”')).collect()
}

impl Edition {
    /// Pillars, then priorities.
    pub fn works(&self) -> impl Iterator<Item = Work<'_>> {
        let pillars = self.pillars.iter().map(Work::Pillar);
        pillars.chain(self.priorities.iter().map(Work::Priority))
    }

    /// All measures with the work that each belongs to.
    pub fn measures(&self) -> impl Iterator<Item = (Work<'_>, &Measure)> {
        self.works().flat_map(|work| work.measures().into_iter().map(move |measure| (work, measure)))
    }

    /// The source's word for a measure in which the district only assists others.
    pub fn role_of(&self, measure: &str) -> Option<&str> {
        self.measures().find(|(_, m)| m.id == measure).and_then(|(_, m)| m.role.as_deref())
    }

    /// The work that a measure belongs to.
    pub fn work_of(&self, measure: &str) -> Option<Work<'_>> {
        self.measures().find(|(_, m)| m.id == measure).map(|(work, _)| work)
    }

    pub fn document(&self, id: &str) -> Option<&Document> {
        self.documents.iter().find(|d| d.id == id)
    }

    pub fn section(&self, id: SectionId) -> Option<&Section> {
        self.sections.iter().find(|s| s.id == id)
    }

    pub fn caption(&self, figure: &str) -> Option<&Caption> {
        self.captions.iter().find(|c| c.figure == figure)
    }

    /// Whether any measure is tagged with the choice.
    pub fn is_carried(&self, choice: Choice<'_>) -> bool {
        self.measures().any(|(_, measure)| choice.lights(&measure.tags()))
    }

    /// The guess that readers may make before a drawing shows the answer.
    pub fn guess(&self, figure: &str) -> Option<&Guess> {
        self.guesses.iter().find(|g| g.figure == figure)
    }

    pub fn topic(&self, id: &str) -> Option<&Topic> {
        self.topics.iter().find(|t| t.id == id)
    }

    /// Looks up a choice by id.
    pub fn choice(&self, id: &str) -> Option<Choice<'_>> {
        let mut choices = self.topics.iter().map(Choice::Topic).chain(self.terms.iter().map(Choice::Term));
        choices.find(|choice| choice.id() == id).or_else(|| self.ends().find(|choice| choice.id() == id))
    }

    /// Both ends of the echoes: first the matters, then the works.
    pub fn ends(&self) -> impl Iterator<Item = Choice<'_>> {
        self.matters.iter().map(Choice::Matter).chain(self.works().map(Choice::Work))
    }

    /// Derives links that the content does not state: the key terms and the work of each measure,
    /// the matters it takes up again, and the measure of each slogan. Call once, after everything
    /// else has been read.
    pub fn tie(&mut self) {
        let Self { terms, echoes, pillars, priorities, .. } = self;
        let terms: Vec<(&Id, String)> = terms.iter().map(|term| (&term.id, bare(&term.text))).collect();
        let mut matters: BTreeMap<&str, Vec<Id>> = BTreeMap::new();
        for echo in echoes.iter() {
            matters.entry(&echo.measure).or_default().push(echo.matter.clone());
        }
        let mut tie = |work: &Id, measure: &mut Measure| {
            let words = bare(&measure.quote.text);
            let said = terms.iter().filter(|(_, term)| words.contains(term.as_str()));
            measure.terms = said.map(|(id, _)| (*id).clone()).collect();
            measure.ties = matters.remove(measure.id.as_str()).unwrap_or_default();
            measure.ties.push(work.clone());
        };
        for pillar in pillars {
            pillar.points.iter_mut().flat_map(|point| &mut point.measures).for_each(|m| tie(&pillar.id, m));
            pillar.tie_slogans();
        }
        for priority in priorities {
            priority.measures.iter_mut().for_each(|m| tie(&priority.id, m));
        }
    }

    /// The passages that take a matter up again, in the order of the content.
    pub fn echoes_of<'a>(&'a self, matter: &'a str) -> impl Iterator<Item = &'a Echo> {
        self.echoes.iter().filter(move |e| e.matter == matter)
    }

    /// The passages other than measures that take up a matter or an insistence again.
    pub fn refrains_of<'a>(&'a self, of: &'a str) -> impl Iterator<Item = &'a Refrain> {
        self.refrains.iter().filter(move |r| r.of == of)
    }

    /// How many echoes of a matter have the term that the page knows it by.
    pub fn echoes_with_term(&self, matter: &Matter) -> usize {
        self.echoes_of(&matter.id).filter(|echo| echo.quote.text.contains(&matter.term)).count()
    }

    /// The places and projects that the priorities name.
    pub fn sites(&self) -> impl Iterator<Item = &Site> {
        self.priorities.iter().flat_map(|priority| &priority.sites)
    }

    /// All targets with the priority that each belongs to.
    pub fn targets(&self) -> impl Iterator<Item = (&Priority, &Target)> {
        self.priorities.iter().flat_map(|p| p.targets.iter().map(move |t| (p, t)))
    }

    /// The only speaker who states targets, preceded by the last of their offices. `None` if nobody
    /// else spoke, or if several speakers state targets.
    pub fn owner_of_targets(&self) -> Option<String> {
        let mut places = self.targets().map(|(_, target)| target.quote.document.as_str());
        let first = places.next()?;
        let others = self.documents.iter().any(|d| d.author.is_some() && d.id != first);
        let owner = self.document(first).filter(|_| others && places.all(|place| place == first))?;
        Some(format!("{}{}", owner.offices.last().map_or("", String::as_str), owner.author.as_ref()?))
    }

    /// How many of the year's subjects the plans take up again, in words; none if they take up none.
    pub fn subjects_finding(&self) -> Option<String> {
        let (all, year, lacks) = (self.subjects.len(), self.masthead.plan_year, &self.masthead.lacks.subjects);
        let left = self.subjects.iter().filter(|subject| subject.ties.is_empty()).count();
        let Words { subject, echo, .. } = &self.masthead.words;
        let (taken, echo) = (subject.number(all - left), &echo.name);
        match left {
            _ if left == all => None,
            0 => Some(format!("{taken}在{year}年都有{echo}")),
            _ if lacks.is_empty() => Some(format!("{taken}在{year}年有{echo}")),
            _ => Some(format!("{taken}在{year}年有{echo}，{}{lacks}", subject.number(left))),
        }
    }

    /// The documents that take up a subject again, by display label, each with whether it shares a
    /// word with the subject.
    pub fn takers(&self, subject: &Subject) -> Vec<(&str, bool)> {
        let named = self.documents.iter().filter_map(|document| {
            let mut ties = subject.ties.iter().filter(|tie| tie.quote.document == document.id).peekable();
            ties.peek()?;
            Some((document.label.as_str(), ties.any(|tie| tie.word.is_some())))
        });
        named.collect()
    }

    /// The ids of all cards, in reading order.
    pub fn card_ids(&self) -> Vec<&str> {
        let matters = self.matters.iter().map(|m| m.id.as_str());
        matters.chain(self.works().map(Work::id)).collect()
    }

    /// The title of a card's face, within its section; none if there is no such card.
    pub fn card_title(&self, id: &str) -> Option<&str> {
        let matter = self.matters.iter().find(|m| m.id == id).map(|m| m.aim.as_str());
        matter.or_else(|| self.works().find(|w| w.id() == id).map(Work::title))
    }

    /// A card's heading, where it stands alone.
    pub fn card_heading(&self, id: &str) -> Option<&str> {
        let matter = self.matters.iter().find(|m| m.id == id).map(|m| m.aim.as_str());
        matter.or_else(|| self.works().find(|w| w.id() == id).map(Work::heading))
    }

    /// The paragraph that a quotation stands in; the content reader makes sure that there is one.
    pub fn paragraph_of(&self, quote: &Quotation) -> Option<&Paragraph> {
        self.document(&quote.document)?.paragraphs.iter().find(|p| p.blocks.contains(&quote.block))
    }

    /// Where a quotation stands, as the page says it: “刘强峰，第4段”.
    pub fn place_of(&self, quote: &Quotation) -> String {
        let label = self.document(&quote.document).map_or("", |d| d.label.as_str());
        let name = self.paragraph_of(quote).map_or("", |p| p.name.as_str());
        format!("{label}，{name}")
    }

    /// Link to a quotation's paragraph in the source index, relative to the site root.
    pub fn way_to(&self, quote: &Quotation) -> String {
        format!("source.html#{}", self.paragraph_of(quote).map_or(quote.document.as_str(), |p| p.id.as_str()))
    }

    /// Whether an address may name this id as a card.
    pub fn has_card(&self, id: &Id) -> bool {
        self.card_ids().contains(&id.as_str())
    }
}
