use super::flow::{CAP, Flow, Span, Way};
use super::web::{Web, ordinal};
use crate::draft::{Draft, Hand};
use crate::echo::{Group, group_of, groups, paired, underline};
use crate::frame::Frame;
use crate::ink::Ink;
use crate::lettering::{width, wrap_at_most};
use crate::plan::Plan;

/// Matters above, works below; nothing where it is too narrow for that.
pub fn plan(web: &Web<'_>, frame: Frame) -> Option<Plan> {
    let shelf = Shelf::new(web, frame)?;
    let mut draft = Draft::new(frame);
    let leave = frame.v(112.0);
    let arrive = leave + frame.v(256.0);
    let names = shelf.names.iter().map(Vec::len).max().unwrap_or(0);
    let lettering = frame.v(34.0) + frame.v(21.0) * names as f32;
    let each = frame.width / web.told.len() as f32;
    let touch = frame.v(56.0);
    let flow = Flow {
        way: Way::Downward,
        leave,
        arrive,
        unit: shelf.place.min(frame.v(PLACE)) / web.widest().max(3) as f32,
        place: shelf.place,
        matters: (0..web.told.len()).map(|i| each * (i as f32 + 0.5)).collect(),
        works: shelf.works.clone(),
        touch: Span { from: arrive - touch, size: touch + lettering },
    };
    draw_matters(&mut draft, web, frame, &flow);
    draw_works(&mut draft, web, frame, &shelf, &flow);
    flow.draw(&mut draft, web);
    let foot = arrive + lettering + frame.v(12.0);
    for (group, title) in groups(web.edition) {
        draw_group(&mut draft, web, &flow, group, title, (foot, frame));
    }
    Some(draft.finish(foot + frame.v(30.0)))
}

/// The nominal breadth of the widest ribbon.
const PLACE: f32 = 40.0;

/// The works side by side, with their names broken for the narrowest width.
struct Shelf {
    works: Vec<Span>,
    names: Vec<Vec<String>>,
    place: f32,
}

impl Shelf {
    /// Each work as wide as the ribbons that arrive at it need; nothing if two characters of a name
    /// would not fit over a ribbon's place, or the matters' names would touch.
    fn new(web: &Web<'_>, frame: Frame) -> Option<Self> {
        const MOST_LINES: usize = 4;
        let (apart, between) = (frame.width * 0.01, frame.width * 0.035);
        let borders = web.works.windows(2).filter(|pair| group_of(pair[0]) != group_of(pair[1])).count();
        let gaps = apart * (web.works.len() - 1) as f32 + (between - apart) * borders as f32;
        let places: usize = (0..web.works.len()).map(|i| web.places(i)).sum();
        let place = (frame.width - gaps) / places as f32;
        let crowded = frame.least(frame.width) / (web.told.len() as f32) < frame.name() * 5.0;
        let count = web.heard.iter().map(|&n| width(&told(n), frame.label())).fold(0.0, f32::max);
        let least = count.max(frame.label() * 2.0);
        if !frame.is_wide() || crowded || frame.least(place) < least {
            return None;
        }
        let mut x = 0.0;
        let (mut works, mut names) = (Vec::new(), Vec::new());
        for (i, &work) in web.works.iter().enumerate() {
            if i > 0 {
                x += if group_of(web.works[i - 1]) == group_of(work) { apart } else { between };
            }
            let size = place * web.places(i) as f32;
            names.push(paired(work.short(), frame.label(), frame.least(size), MOST_LINES));
            works.push(Span { from: x, size });
            x += size;
        }
        Some(Self { works, names, place })
    }
}

fn told(echoes: usize) -> String {
    format!("{echoes}处")
}

/// Ordinal and name above where the ribbons leave.
fn draw_matters(draft: &mut Draft, web: &Web<'_>, frame: Frame, flow: &Flow) {
    let room = frame.least(frame.width) / web.told.len() as f32 - frame.name();
    for (i, matter) in web.edition.matters.iter().enumerate() {
        let x = flow.matters[i];
        draft.text(x, frame.v(26.0), ordinal(i), Hand::serif(frame.numeral(), Ink::Text).middle());
        let name = wrap_at_most(&matter.lever.term, frame.name(), room, 1);
        draft.lines(x, frame.v(65.0), &name, 0.0, Hand::serif(frame.name(), Ink::Text).middle());
        draft.text(x, frame.v(92.0), told(web.told[i]), Hand::sans(frame.label(), Ink::Soft).middle());
    }
}

fn draw_works(draft: &mut Draft, web: &Web<'_>, frame: Frame, shelf: &Shelf, flow: &Flow) {
    let leading = frame.v(21.0).min(frame.label() * 1.5);
    for (i, lines) in shelf.names.iter().enumerate() {
        let span = flow.works[i];
        let (rule, ink) = if web.heard[i] > 0 { (Ink::Rule, Ink::Text) } else { (Ink::Faint, Ink::Soft) };
        draft.level(span.from, flow.arrive + CAP, span.size, rule, 1.0);
        let number = if web.is_top(i) { Ink::Accent } else { ink };
        draft.text(
            span.middle(),
            flow.arrive + frame.v(20.0),
            told(web.heard[i]),
            Hand::serif(frame.label(), number).middle(),
        );
        let middle = flow.arrive + frame.v(34.0) + leading * lines.len() as f32 / 2.0;
        draft.lines(span.middle(), middle, lines, leading, Hand::sans(frame.label(), ink).middle());
    }
}

/// A rule under the names of a group, with its title.
fn draw_group(draft: &mut Draft, web: &Web<'_>, flow: &Flow, group: Group, title: &str, (y, frame): (f32, Frame)) {
    let spans = || flow.works.iter().zip(&web.works).filter(|(_, w)| group_of(**w) == group).map(|(s, _)| *s);
    let (Some(first), Some(last)) = (spans().next(), spans().next_back()) else { return };
    underline(draft, frame, title, (first.from, last.from + last.size), y);
}
