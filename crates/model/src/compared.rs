use super::{Edition, Id, SectionId};

impl Edition {
    /// Which cards of a section the year before had too, by their names, and which it had not. None without
    /// an edition before, or if that had no such section.
    pub fn compared(&self, section: SectionId) -> Option<String> {
        let before = self.predecessor.as_ref().filter(|before| before.sections.contains(&section))?;
        let (year, cards): (u16, Vec<(&Id, &str)>) = match section {
            SectionId::Matters => {
                (before.results_year, self.matters.iter().map(|m| (&m.id, m.term.as_str())).collect())
            }
            SectionId::Pillars => (before.plan_year, self.pillars.iter().map(|p| (&p.id, p.title.as_str())).collect()),
            SectionId::Priorities => {
                (before.plan_year, self.priorities.iter().map(|p| (&p.id, p.title.as_str())).collect())
            }
            _ => return None,
        };
        let (kept, new): (Vec<_>, Vec<_>) = cards.into_iter().partition(|(id, _)| before.kept.contains(id));
        let names = |cards: &[(&Id, &str)]| cards.iter().map(|(_, name)| format!("“{name}”")).collect::<String>();
        Some(match (kept.as_slice(), new.as_slice()) {
            ([], []) => return None,
            ([], _) => format!("{year}年没有同名的。"),
            (kept, []) => format!("{}，{year}年都有。", names(kept)),
            (kept, new) => format!("{}，{year}年也有；{year}年没有{}。", names(kept), names(new)),
        })
    }
}
