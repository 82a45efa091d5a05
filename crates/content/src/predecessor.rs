//! Compares an edition with the one before it.

use super::row::Row;
use model::{Before, Edition, Id, Indicator, Masthead, Predecessor, SectionId};

/// What `predecessor` in `edition.toml` led to.
pub enum Earlier {
    /// It is not written.
    None,
    /// The edition in that folder cannot be read: why, and the cure.
    Broken(String, String),
    Edition(Box<Edition>),
}

/// Reports an edition that is not the one before, and takes from the right one what both have.
pub fn compare(row: &Row<'_>, earlier: &Earlier, whole: &mut Edition, now: &Masthead) {
    let _ = row.optional_text("predecessor");
    let Masthead { place, results_year, plan_year, .. } = now;
    let (results_year, plan_year) = (*results_year, *plan_year);
    let earlier = match earlier {
        Earlier::None => return,
        Earlier::Broken(what, cure) => return row.complain("predecessor", what.clone(), cure.clone()),
        Earlier::Edition(earlier) => earlier,
    };
    let head = &earlier.masthead;
    // A year of zero has been reported.
    if head.plan_year >= plan_year && plan_year > 0 {
        let what = format!("那一期的安排是{}年的，不在这一期之前", head.plan_year);
        return row.complain("predecessor", what, "写前一期的文件夹，或改 plan_year".into());
    }
    if head.place != *place && !place.is_empty() {
        let what = format!("那一期说的是{}，不是{place}", head.place);
        return row.complain("predecessor", what, "写同一个地方的前一期".into());
    }
    if results_year > 0 && head.results_year + 1 != results_year {
        let what = format!("那一期的成绩是{}年的，不是上一年的", head.results_year);
        return row.complain("predecessor", what, "写上一年那一期的文件夹；没有就删去这一行".into());
    }
    for indicator in whole.indicators.iter_mut().filter(|indicator| indicator.before.is_none()) {
        indicator.before = earlier.indicators.iter().find_map(|other| before(indicator, other));
    }
    let (results_year, plan_year) = (head.results_year, head.plan_year);
    let sections = [SectionId::Matters, SectionId::Pillars, SectionId::Priorities];
    let sections = sections.into_iter().filter(|id| earlier.has_section(*id)).collect();
    whole.predecessor = Some(Predecessor { results_year, plan_year, sections, kept: kept(whole, earlier) });
}

/// The same indicator a year before, by id, name and unit: another unit as printed may mean that it
/// was counted in another way, and another name that the number means something else.
fn before(now: &Indicator, then: &Indicator) -> Option<Before> {
    let same = now.id == then.id && now.name == then.name && now.amount.unit == then.amount.unit;
    let amount = same.then(|| then.amount.clone())?;
    let shown = amount.shown_in(&now.shown.unit)?;
    Some(Before { amount, shown, limits: then.limits.clone(), is_predecessors: true })
}

fn kept(now: &Edition, then: &Edition) -> Vec<Id> {
    let matters = now.matters.iter().filter(|m| then.matters.iter().any(|other| other.term == m.term));
    let pillars = now.pillars.iter().filter(|p| then.pillars.iter().any(|other| other.title == p.title));
    let priorities = now.priorities.iter().filter(|p| then.priorities.iter().any(|other| other.title == p.title));
    matters.map(|m| &m.id).chain(pillars.map(|p| &p.id)).chain(priorities.map(|p| &p.id)).cloned().collect()
}
