//! What an edition has. Everything that lists, links to or draws its parts asks here, so that a part without content
//! leaves no trace.

use super::{Edition, IndicatorView, Priority, SectionId};

impl Edition {
    /// The drawings that stand by themselves; those of cards have the cards' ids.
    pub const OVERVIEWS: [&str; 5] = ["cover", "amounts", "income", "ledger", "terms"];

    /// Whether a section has anything to show. The content reader keeps only such sections.
    pub fn has_section(&self, section: SectionId) -> bool {
        match section {
            SectionId::Figures => !self.indicators.is_empty(),
            SectionId::Matters => !self.matters.is_empty(),
            SectionId::Pillars => !self.pillars.is_empty(),
            SectionId::Priorities => !self.priorities.is_empty(),
            SectionId::Ledger => self.has_drawing("ledger"),
            SectionId::Readings => self.has_readings(),
            SectionId::Subjects => !(self.subjects.is_empty() && self.insistences.is_empty()),
            SectionId::Method => true,
        }
    }

    /// Whether there is anything to draw, by the drawing's id; a card's drawing has the card's id.
    pub fn has_drawing(&self, id: &str) -> bool {
        match id {
            "cover" => true,
            "amounts" => self.indicators.iter().any(|i| i.view != IndicatorView::Months),
            "income" => self.indicators.iter().any(|i| i.view == IndicatorView::Months),
            "ledger" => self.targets().next().is_some(),
            "terms" => !self.terms.is_empty() && self.documents.iter().any(|d| d.author.is_some()),
            card => self.has_picture(card),
        }
    }

    /// Whether the year's results are told: its numbers, its matters or its subjects.
    pub fn has_results(&self) -> bool {
        [SectionId::Figures, SectionId::Matters, SectionId::Subjects].into_iter().any(|id| self.section(id).is_some())
    }

    /// Whether plans are told.
    pub fn has_plans(&self) -> bool {
        self.works().next().is_some()
    }

    /// What the page shows, by year: 2023年成绩单 · 2024年施工图.
    pub fn years(&self) -> String {
        let head = &self.masthead;
        let results = self.has_results().then(|| format!("{}年{}", head.results_year, head.words.results));
        let plans = self.has_plans().then(|| format!("{}年{}", head.plan_year, head.words.plans));
        results.into_iter().chain(plans).collect::<Vec<_>>().join(" · ")
    }

    fn has_readings(&self) -> bool {
        let nothing = self.readings.is_empty() && self.city_facts.is_empty() && self.pairs.is_empty();
        !nothing || self.has_drawing("terms")
    }

    fn has_picture(&self, card: &str) -> bool {
        let pillar = |p: &&super::Pillar| {
            let counted = p.slogans.iter().flat_map(|slogan| &slogan.counts).any(|&count| count > 0);
            p.measures().next().is_some() || counted
        };
        let priority = |p: &&Priority| !(p.targets.is_empty() && p.sites.is_empty());
        self.echoes.iter().any(|echo| echo.matter == card)
            || self.pillars.iter().filter(pillar).any(|p| p.id == card)
            || self.priorities.iter().filter(priority).any(|p| p.id == card)
    }
}
