//! 年底对账单: the targets that have a number, from the most firmly worded to the least.

mod board;
mod entries;

use self::board::Board;
use self::entries::Entries;
use super::about::{About, LitBy};
use super::chart_group::ChartGroup;
use super::frame::{Frame, Twin};
use super::paper::Paper;
use super::scene::Scene;
use super::scene_builder::SceneBuilder;
use model::{Edition, Firmness, Target};

pub const ABOUT: About = About {
    group: ChartGroup::Overviews,
    paper: Paper::Blueprint,
    columns: |words| [words.goal.clone(), "写法与数".into()],
    twins: Twin::OF_OVERVIEW,
    tells_itself: false,
    lit_by: LitBy::All,
};

/// One group for each wording, the firmest on top, with a weight that is solid if a result is
/// promised; then what the district only assists with. Targets with a deadline are emphasised if
/// most have none.
pub fn plan(edition: &Edition, frame: Frame) -> Scene {
    let entries = Entries::of(edition);
    let mut builder = SceneBuilder::new(frame);
    let foot = Board::new(frame, &entries).draw(&mut builder, &entries);
    builder.finish(foot)
}

/// How the targets are worded, and how many say by when.
pub fn sentence(edition: &Edition) -> String {
    let entries = Entries::of(edition);
    let targets: Vec<_> = entries.targets().collect();
    let words = &edition.masthead.words;
    let count = |holds: fn(&Target) -> bool, what: &str| match targets.iter().filter(|e| holds(e.target)).count() {
        0 => String::new(),
        all if all == targets.len() => format!("，都{what}"),
        some => format!("，{}{what}", words.target.number(some)),
    };
    let fixed = count(|target| target.wording.firmness == Firmness::Fixed, "写的是结果");
    let dated = count(|target| target.deadline.is_some(), "写了期限");
    let place = &edition.masthead.short_place;
    let helped = entries.helped.iter().map(|(role, measures)| {
        let measures = words.measure.number(measures.len());
        format!("；另有{measures}，写的是{place}“{role}”")
    });
    let helped: String = helped.collect();
    format!("{}{fixed}{dated}{helped}。", words.target.counted(targets.len()))
}
