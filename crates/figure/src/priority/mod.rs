//! What one priority is to build. Each kind of target has its own drawing, and the priority's
//! targets decide which appear. A priority without targets shows the places it names.

mod amount;
mod bay;
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
use model::{Bound, Edition, Noun, Priority, Site, Target, Unit, Words};

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
    let words = target.words();
    if quantity.unit == Unit::Year && quantity.bound == Bound::Within {
        return format!("{label}{words}完成");
    }
    let noun = quantity.unit.label().trim_start_matches('个');
    let said = label.ends_with(noun);
    format!("{label}{}", words.strip_suffix(noun).filter(|_| said).unwrap_or(&words))
}

enum Part<'a> {
    Squares(&'a Target),
    Floor(&'a Target),
    Plots(plots::Plots<'a>),
    /// A target that can only be drawn as its number.
    Amount(&'a Target),
    Sites(&'a [Site]),
}

/// Targets in the text's order. Money that belongs to the projects before it is drawn with them.
fn parts(priority: &Priority) -> Vec<Part<'_>> {
    let mut parts: Vec<Part<'_>> = Vec::new();
    let most = priority.targets.iter().filter(|t| plots::counts(t)).map(|t| t.quantity.value).max().unwrap_or(0);
    for target in &priority.targets {
        match (target.quantity.unit, parts.last_mut()) {
            (Unit::YiYuan, Some(Part::Plots(plots))) if plots.takes(target) => plots.money = Some(target),
            (Unit::Percent, _) => parts.push(Part::Squares(target)),
            (Unit::WanSquareMetre | Unit::SquareMetre, _) => parts.push(Part::Floor(target)),
            (Unit::Project | Unit::City | Unit::Task, before) => {
                let pattern =
                    if matches!(before, Some(Part::Plots(_))) { plots::Pattern::Built } else { plots::Pattern::Staked };
                parts.push(Part::Plots(plots::Plots::new(target, most, pattern)));
            }
            (Unit::YiYuan | Unit::Year, _) => parts.push(Part::Amount(target)),
        }
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
            Self::Floor(target) => floor::draw(builder, bay, target),
            Self::Plots(plots) => plots.draw(builder, bay),
            Self::Amount(target) => amount::draw(builder, bay, target),
            Self::Sites(sites) => sites::draw(builder, bay, sites, site),
        }
    }
}
