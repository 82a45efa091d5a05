//! What one priority is to build. Each kind of target has its own drawing, and the priority's
//! targets decide which appear. A priority without targets shows the places it names.

mod amount;
mod bay;
mod change;
mod day;
mod floor;
mod heading;
mod mark;
mod plots;
mod sites;
mod squares;

use self::bay::Bay;
use super::about::{About, LitBy};
use super::chart_group::ChartGroup;
use super::frame::{Frame, Twin};
use super::ink::Ink;
use super::paper::Paper;
use super::scene::Scene;
use super::scene_builder::SceneBuilder;
use model::{Decimal, Edition, Noun, Priority, Site, Target, TargetView, Words, Yardstick};

pub const ABOUT: About = About {
    group: ChartGroup::Priorities,
    paper: Paper::Blueprint,
    columns: |words| [format!("{}与地点", words.goal), "数值".into()],
    twins: &[Twin::CARD],
    tells_itself: false,
    lit_by: LitBy::All,
};

/// One drawing below the other, the first with the accent.
pub fn plan(edition: &Edition, priority: &Priority, frame: Frame) -> Scene {
    let mut builder = SceneBuilder::new(frame);
    let parts = parts(priority);
    let mut top = 0.0;
    for (i, part) in parts.iter().enumerate() {
        if i > 0 {
            builder.stand().level(0.0, top + frame.v(15.0), frame.width, Ink::Rule, 1.0);
            top += frame.v(28.0);
        }
        top = part.draw(&mut builder, Bay { frame, top, lead: i == 0 }, &edition.masthead.words.site);
    }
    let mut scene = builder.finish(top + frame.v(4.0));
    // Both are in the text's order, so the search for a mark's measure starts at the previous one.
    let (count, mut near) = (priority.measures.len(), 0);
    for mark in &mut scene.marks {
        let mut round = (near..near + count).map(|i| i % count);
        let found = round.find(|&i| mark.target.as_ref() == Some(&priority.measures[i].id));
        mark.tags = found.map_or_else(Vec::new, |i| priority.measures[i].tags());
        near = found.unwrap_or(near);
    }
    scene
}

/// The targets in words, then what is named.
pub fn sentence(edition: &Edition, priority: &Priority) -> String {
    let targets: Vec<String> = priority.targets.iter().map(phrase).collect();
    let sites: Vec<&str> = priority.sites.iter().map(|site| site.label.as_str()).collect();
    let Words { site, target, .. } = &edition.masthead.words;
    let named = format!("写到的{}有{}：{}", site.name, site.number(sites.len()), sites.join("、"));
    let counted = match targets.len() {
        0 => edition.masthead.lacks.targets.clone(),
        count => format!("{}有{}：{}", target.name, target.number(count), targets.join("，")),
    };
    let named = if sites.is_empty() { String::new() } else { named };
    let said: Vec<String> = [counted, named].into_iter().filter(|part| !part.is_empty()).collect();
    said.join("；") + "。"
}

/// A target as a phrase: 森林覆盖率力争31%以上, 谋划重点项目争取100个.
fn phrase(target: &Target) -> String {
    let Target { label, quantity, .. } = target;
    if quantity.bound.is_time() {
        return format!("{label}{}", target.timed());
    }
    let words = target.words();
    // 谋划重点项目100个, not 100个项目.
    let noun = quantity.amount.unit.strip_prefix('个').unwrap_or_default();
    let said = !noun.is_empty() && label.ends_with(noun);
    format!("{label}{}", words.strip_suffix(noun).filter(|_| said).unwrap_or(&words))
}

enum Part<'a> {
    Squares(&'a Target),
    Floor(&'a Target, &'a Yardstick),
    Plots(plots::Plots<'a>),
    /// From where to where a number is to fall or rise.
    Change(&'a Target, Decimal),
    /// By which day of the year.
    Day(&'a Target, f32),
    /// A target that can only be drawn as its number.
    Amount(&'a Target),
    Sites(&'a [Site]),
}

/// More things are a number, since nobody would count them.
const MOST_PLOTS: u64 = 1_000;

fn plots(target: &Target) -> Option<u64> {
    target.quantity.count().filter(|count| *count > 0 && *count <= MOST_PLOTS)
}

/// Targets in the text's order. Money that belongs to the projects before it is drawn with them.
/// What a number is drawn as follows from its kind, or is the edition's choice; nothing is guessed
/// from a unit alone, as no percentage tells of what whole it is.
fn parts(priority: &Priority) -> Vec<Part<'_>> {
    let mut parts: Vec<Part<'_>> = Vec::new();
    let most = priority.targets.iter().filter_map(plots).max().unwrap_or(0);
    for target in &priority.targets {
        let quantity = &target.quantity;
        if let Some(Part::Plots(plots)) = parts.last_mut()
            && plots.takes(target)
        {
            plots.money = Some(target);
            continue;
        }
        parts.push(match (&target.view, quantity.start, day::of(quantity)) {
            (TargetView::Share, ..) => Part::Squares(target),
            (TargetView::Floor(yardstick), ..) => Part::Floor(target, yardstick),
            (TargetView::Plain, Some(start), _) => Part::Change(target, start),
            (TargetView::Plain, None, Some(day)) => Part::Day(target, day),
            (TargetView::Plain, None, None) if plots(target).is_some() => {
                let before = parts.last();
                let pattern =
                    if matches!(before, Some(Part::Plots(_))) { plots::Pattern::Built } else { plots::Pattern::Staked };
                Part::Plots(plots::Plots::new(target, most, pattern))
            }
            (TargetView::Plain, None, None) => Part::Amount(target),
        });
    }
    // Otherwise they are a list beside the drawing: names are not quantities.
    if parts.is_empty() && !priority.sites.is_empty() {
        parts.push(Part::Sites(&priority.sites));
    }
    parts
}

impl Part<'_> {
    /// Returns the y coordinate of the bottom edge.
    fn draw(&self, builder: &mut SceneBuilder, bay: Bay, site: &Noun) -> f32 {
        match self {
            Self::Squares(target) => squares::draw(builder, bay, target),
            Self::Floor(target, yardstick) => {
                floor::draw(builder, bay, target, yardstick).unwrap_or_else(|| amount::draw(builder, bay, target))
            }
            Self::Plots(plots) => plots.draw(builder, bay),
            Self::Change(target, start) => change::draw(builder, bay, target, *start),
            Self::Day(target, day) => day::draw(builder, bay, target, *day),
            Self::Amount(target) => amount::draw(builder, bay, target),
            Self::Sites(sites) => sites::draw(builder, bay, sites, site),
        }
    }
}
