use super::{Document, Edition, Id, Paragraph, Quotation, Reason, Work};

/// A passage that the page quotes, with all of its uses.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Passage<'a> {
    pub text: &'a str,
    pub uses: Vec<Use>,
}

/// One item on the page that quotes a passage.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Use {
    /// 举措, 目标, 呼应 and so on.
    pub kind: String,
    pub title: String,
    /// The page element that shows it.
    pub target: Id,
    /// Whether that element exists for this use alone, rather than for an item that includes it.
    pub own: bool,
}

impl Use {
    fn new(kind: &str, title: impl Into<String>, target: &str) -> Self {
        Self { kind: kind.into(), title: title.into(), target: target.into(), own: true }
    }

    /// A use that the page shows as part of another item.
    fn with(kind: &str, title: &str, target: &str) -> Self {
        Self { own: false, ..Self::new(kind, title, target) }
    }

    /// Its anchor in the source index.
    pub fn anchor(&self) -> Option<String> {
        self.own.then(|| format!("in-{}", self.target))
    }
}

/// A passage and what it is quoted for, before passages that share words are joined.
type Quoted<'a> = (&'a Quotation, &'a str, Use);

impl Edition {
    /// The passages of a paragraph that the page quotes. A passage within a longer one is merged
    /// into it.
    pub fn passages_of(&self, document: &Document, paragraph: &Paragraph) -> Vec<Passage<'_>> {
        let here = |quote: &Quotation| quote.document == document.id && paragraph.blocks.contains(&quote.block);
        let mut passages: Vec<Passage<'_>> = Vec::new();
        for (_, text, used) in self.quoted().into_iter().filter(|(quote, ..)| here(quote)) {
            match passages.iter().position(|known| known.text.contains(text)) {
                Some(at) => passages[at].join(used),
                None => {
                    // It may contain several passages found so far.
                    let at = passages.iter().position(|known| text.contains(known.text)).unwrap_or(passages.len());
                    let within = passages.extract_if(at.., |known| text.contains(known.text));
                    let uses = within.flat_map(|known| known.uses).collect();
                    let mut passage = Passage { text, uses };
                    passage.join(used);
                    passages.insert(at, passage);
                }
            }
        }
        // Stable: without an order the passages stay as they were found.
        passages.sort_by_key(|known| paragraph.order.iter().position(|start| known.text.starts_with(start.as_str())));
        passages
    }

    /// Everything that the page quotes, close to the order of the documents.
    fn quoted(&self) -> Vec<Quoted<'_>> {
        fn one<'a>(quote: &'a Quotation, used: Use) -> Quoted<'a> {
            (quote, &quote.text, used)
        }
        let words = &self.masthead.words;
        let mut all = Vec::new();
        all.extend(self.indicators.iter().map(|i| one(&i.quote, Use::new("指标", &i.name, &i.id))));
        all.extend(self.insistences.iter().map(|i| one(&i.quote, Use::new(&words.insistence.name, &i.label, &i.id))));
        all.extend(self.matters.iter().map(|m| one(&m.quote, Use::new(&words.matter.name, &m.aim, &m.id))));
        all.extend(self.subjects.iter().map(|s| one(&s.quote, Use::new(&words.subject.name, &s.label, &s.id))));
        self.works().for_each(|work| self.quote_work(work, &mut all));
        for subject in &self.subjects {
            all.extend(
                subject.ties.iter().map(|t| one(&t.quote, Use::with(&words.subject.name, &subject.label, &subject.id))),
            );
        }
        for pair in &self.pairs {
            let both = [&pair.city, &pair.district].into_iter();
            all.extend(both.map(|quote| one(quote, Use::with("对照", &pair.word, "pairs-title"))));
        }
        for reading in &self.readings {
            let traits = reading.traits.iter().enumerate();
            all.extend(traits.map(|(i, t)| one(&t.quote, Use::new("看法", &t.word, &reading.trait_id(i)))));
        }
        all.extend(self.city_facts.iter().map(|f| one(&f.quote, Use::new(&words.region, &f.label, &f.id))));
        for section in &self.sections {
            let opening = section.opening.as_ref();
            all.extend(opening.map(|quote| one(quote, Use::new("开头", &section.title, section.id.as_str()))));
        }
        for refrain in &self.refrains {
            let matter = self.matters.iter().find(|m| m.id == refrain.of).map(|m| &m.term);
            let insistence = || self.insistences.iter().find(|i| i.id == refrain.of).map(|i| &i.label);
            let title = matter.or_else(insistence).map_or("", String::as_str);
            all.push(one(&refrain.quote, Use::with(&format!("另有{}", words.echo.name), title, &refrain.of)));
        }
        for term in self.terms.iter().filter(|_| self.has_drawing("terms")) {
            if let Reason::Named(quote) = &term.reason {
                all.push(one(quote, Use::with(&words.term.name, &term.text, "fig-terms")));
            }
        }
        all
    }

    fn quote_work<'a>(&'a self, work: Work<'a>, all: &mut Vec<Quoted<'a>>) {
        let words = &self.masthead.words;
        let measures = work.measures();
        if let Some(first) = measures.first() {
            let heading = match work {
                Work::Pillar(pillar) => &pillar.heading,
                Work::Priority(priority) => &priority.heading,
            };
            all.push((&first.quote, heading, Use::new("标题", work.title(), work.id())));
        }
        for measure in measures {
            all.push((&measure.quote, &measure.quote.text, Use::new(&words.measure.name, &measure.label, &measure.id)));
            for echo in self.echoes.iter().filter(|echo| echo.measure == measure.id) {
                let matter = self.matters.iter().find(|m| m.id == echo.matter).map_or("", |m| m.term.as_str());
                all.push((&echo.quote, &echo.quote.text, Use::new(&words.echo.name, matter, &echo.id())));
            }
        }
        match work {
            Work::Pillar(pillar) => all.extend(pillar.slogans.iter().map(|s| {
                let target = s.measure.as_ref().unwrap_or(&pillar.id);
                (&s.quote, s.quote.text.as_str(), Use::with("带数字的说法", &s.label, target))
            })),
            Work::Priority(priority) => {
                let targets = priority.targets.iter();
                all.extend(targets.map(|t| (&t.quote, t.quote.text.as_str(), Use::new(&words.goal, &t.label, &t.id))));
                let sites = priority.sites.iter();
                all.extend(
                    sites.map(|s| (&s.quote, s.quote.text.as_str(), Use::with(&words.site.name, &s.label, &s.measure))),
                );
            }
        }
    }
}

impl Passage<'_> {
    /// Adds a use, unless its element is linked already.
    fn join(&mut self, used: Use) {
        if self.uses.iter().all(|known| known.target != used.target) {
            self.uses.push(used);
        }
    }
}
