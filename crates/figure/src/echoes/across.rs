use super::flow::{CAP, Flow, Span, Way};
use super::web::{Web, ordinal};
use crate::draft::{Draft, Hand};
use crate::echo::{Group, group_of, groups, lettered};
use crate::frame::Frame;
use crate::ink::Ink;
use crate::lettering::width;
use crate::plan::Plan;
use model::SectionId;

/// Matters on the left, works on the right.
pub fn plan(web: &Web<'_>, frame: Frame) -> Plan {
    let mut draft = Draft::new(frame);
    let sides = Sides::new(web, frame);
    let top = frame.v(38.0);
    let works = sides.works(web, frame, top);
    let foot = works.last().map_or(top, |span| span.from + span.size);
    let foot = foot.max(top + sides.matter * web.told.len() as f32);
    let each = (foot - top) / web.told.len() as f32;
    let arrive = frame.width - sides.right;
    let place = place(frame);
    let flow = Flow {
        way: Way::Rightward,
        leave: sides.left + CAP,
        arrive,
        unit: place / web.widest().max(3) as f32,
        place,
        matters: (0..web.told.len()).map(|i| top + each * (i as f32 + 0.5)).collect(),
        works,
        touch: Span { from: arrive - frame.width * 0.14, size: sides.right + frame.width * 0.14 },
    };
    draw_matters(&mut draft, web, frame, &sides, &flow);
    draw_works(&mut draft, web, frame, &sides, &flow);
    flow.draw(&mut draft, web);
    draft.finish(foot + frame.v(4.0))
}

/// The place of a ribbon: at the narrowest width still 24 px.
fn place(frame: Frame) -> f32 {
    frame.v(if frame.is_wide() { 31.0 } else { 30.0 })
}

/// Between two works.
const APART: f32 = 7.0;
/// The room for a group's title.
const HEAD: f32 = 34.0;

/// The share of the width that a title may take.
const TITLE: f32 = 0.46;

/// The lettering on both sides, broken for the narrowest width.
struct Sides {
    matters: Vec<Vec<String>>,
    works: Vec<Vec<String>>,
    /// The widths that they take.
    left: f32,
    right: f32,
    /// Of the numbers before the works' names.
    number: f32,
    /// The least height of a matter.
    matter: f32,
}

impl Sides {
    fn new(web: &Web<'_>, frame: Frame) -> Self {
        let (label, least) = (frame.label(), frame.least(frame.width));
        let matters: Vec<Vec<String>> =
            web.edition.matters.iter().map(|m| lettered(&m.lever.term, label, least * 0.22, 3)).collect();
        let works: Vec<Vec<String>> = web.works.iter().map(|w| lettered(w.short(), label, least * 0.34, 4)).collect();
        let widest =
            |lines: &[Vec<String>]| lines.iter().flatten().map(|line| width(line, label)).fold(label * 2.0, f32::max);
        let number = web.heard.iter().map(|n| width(&n.to_string(), frame.name())).fold(0.0, f32::max);
        let lines = matters.iter().map(Vec::len).max().unwrap_or(0);
        Self {
            left: widest(&matters) + 8.0,
            right: CAP + 8.0 + number + 8.0 + widest(&works),
            number,
            // As at the narrowest width, and growing with the width from there.
            matter: (block(frame, lines) + frame.label()) / frame.least(1.0),
            matters,
            works,
        }
    }

    /// Work below work, with a title before each group.
    fn works(&self, web: &Web<'_>, frame: Frame, top: f32) -> Vec<Span> {
        let mut y = top;
        let mut spans: Vec<Span> = Vec::new();
        for (i, &work) in web.works.iter().enumerate() {
            if i > 0 && group_of(web.works[i - 1]) != group_of(work) {
                y += frame.v(HEAD + 6.0);
            }
            let lines = frame.v(22.0 * self.works[i].len() as f32);
            let size = (place(frame) * web.places(i) as f32).max(lines);
            spans.push(Span { from: y, size });
            y += size + frame.v(APART);
        }
        spans
    }
}

fn leading(frame: Frame) -> f32 {
    frame.label() * 1.25
}

/// The height of a matter's lettering: the ordinal, the name in lines, the count.
fn block(frame: Frame, lines: usize) -> f32 {
    frame.numeral() + leading(frame) * (lines as f32 + 1.1)
}

fn draw_matters(draft: &mut Draft, web: &Web<'_>, frame: Frame, sides: &Sides, flow: &Flow) {
    let soft = Hand::sans(frame.label(), Ink::Soft);
    let title = web.edition.section(SectionId::Matters).map_or("", |s| s.title.as_str());
    let foot = flow.works.first().map_or(0.0, |span| span.from) - frame.v(6.0);
    let title = lettered(title, frame.label(), frame.least(frame.width) * TITLE, 1).concat();
    draft.level(0.0, foot, flow.leave.max(width(&title, frame.label())), Ink::Rule, 1.0);
    draft.text(0.0, foot - frame.v(14.0), title, soft);
    let (leading, big) = (leading(frame), frame.numeral());
    for (i, lines) in sides.matters.iter().enumerate() {
        let high = block(frame, lines.len());
        let top = flow.matters[i] - high / 2.0;
        draft.text(0.0, top + big / 2.0, ordinal(i), Hand::serif(big, Ink::Text));
        for (j, line) in lines.iter().enumerate() {
            let y = top + big + leading * (j as f32 + 0.6);
            draft.text(0.0, y, line, Hand::sans(frame.label(), Ink::Text));
        }
        draft.text(0.0, top + high - leading / 2.0, format!("{}处", web.told[i]), soft);
    }
}

fn draw_works(draft: &mut Draft, web: &Web<'_>, frame: Frame, sides: &Sides, flow: &Flow) {
    let left = flow.arrive + CAP + 8.0;
    for (i, lines) in sides.works.iter().enumerate() {
        let span = flow.works[i];
        let (rule, ink) = if web.heard[i] > 0 { (Ink::Rule, Ink::Text) } else { (Ink::Faint, Ink::Soft) };
        draft.upright(flow.arrive + CAP, span.from, span.size, rule, 1.0);
        let number = if web.is_top(i) { Ink::Accent } else { ink };
        let hand = Hand::serif(frame.name(), number).end();
        draft.text(left + sides.number, span.middle(), web.heard[i].to_string(), hand);
        let name = left + sides.number + 8.0;
        draft.lines(name, span.middle(), lines, frame.label() * 1.15, Hand::sans(frame.label(), ink));
    }
    for (group, title) in groups(web.edition) {
        draw_group(draft, web, (frame, flow), group, title, left + sides.number + 8.0);
    }
}

/// A group's title over a rule, above its first work.
fn draw_group(draft: &mut Draft, web: &Web<'_>, (frame, flow): (Frame, &Flow), group: Group, title: &str, names: f32) {
    let Some(first) = web.works.iter().position(|&w| group_of(w) == group) else { return };
    let foot = flow.works[first].from - frame.v(6.0);
    for line in lettered(title, frame.label(), frame.least(frame.width) * TITLE, 1) {
        let x = names.min(frame.width - width(&line, frame.label()));
        draft.text(x, foot - frame.v(14.0), line, Hand::sans(frame.label(), Ink::Soft));
    }
    draft.level(flow.arrive, foot, frame.width - flow.arrive, Ink::Rule, 1.0);
}
