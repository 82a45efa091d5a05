mod across;
mod down;
mod flow;
mod web;

use super::draft::{Draft, Hand};
use super::frame::Frame;
use super::ink::Ink;
use super::lettering::wrap;
use super::plan::Plan;
use model::Edition;
use web::{Joint, Web};

/// Matters joined to the works that take them up, by ribbons as wide as the number of echoes: the
/// hinge of the page. From top to bottom where there is room, as the page itself goes from what was
/// done to what is planned; from left to right on a phone, so that a thumb can hit each ribbon's end.
pub fn plan(edition: &Edition, frame: Frame) -> Plan {
    let web = Web::new(edition);
    if edition.matters.is_empty() || web.works.is_empty() {
        return blank(edition, frame);
    }
    down::plan(&web, frame).unwrap_or_else(|| across::plan(&web, frame))
}

/// How many echoes each matter has, and where most of them stand.
pub fn sentence(edition: &Edition) -> String {
    let web = Web::new(edition);
    let total: usize = web.joints.iter().map(Joint::count).sum();
    let (year, matters) = (edition.masthead.plan_year, edition.matters.len());
    if matters == 0 {
        return "这一版没有列出大事。".to_owned();
    }
    if total == 0 {
        return format!("{year}年的安排里，没有标出接着说这{matters}件大事的话。");
    }
    let counts: Vec<String> = edition
        .matters
        .iter()
        .enumerate()
        .map(|(i, matter)| format!("“{}”{}处", matter.lever.term, web.told[i]))
        .collect();
    let tops: Vec<&str> = web.tops().map(|work| web.works[work].short()).collect();
    let most = match tops[..] {
        [one] => format!("；落得最多的是{one}，{}处", web.most),
        [one, other] => format!("；落得最多的是{one}和{other}，各{}处", web.most),
        _ => String::new(),
    };
    format!("{year}年的安排里，有{total}处接着说这{matters}件大事：{}{most}。", counts.join("，"))
}

/// Nothing to join: the sentence alone.
fn blank(edition: &Edition, frame: Frame) -> Plan {
    let mut draft = Draft::new(frame);
    let lines = wrap(&sentence(edition), frame.label(), frame.least(frame.width));
    let (leading, hand) = (frame.v(24.0), Hand::sans(frame.label(), Ink::Soft));
    let height = leading * lines.len() as f32;
    draft.lines(0.0, height / 2.0, &lines, leading, hand);
    draft.finish(height)
}
