use super::draft::{Draft, Hand};
use super::frame::Frame;
use super::geometry::{Rect, at, rect};
use super::ink::Ink;
use super::lettering::{width, wrap_at_most};
use super::plan::{Growth, Mark, Plan};
use super::scale::Scale;
use model::{Bound, CityFact, Edition, Quantity, Unit};

/// The city's share in the province: one bar on 0–100 %, solid as far as the source goes and open
/// beyond. A stamp says that it is the city's, not the district's.
pub fn plan(edition: &Edition, frame: Frame) -> Plan {
    let facts: Vec<_> = shares(edition).collect();
    if facts.is_empty() {
        return bare(edition, frame);
    }
    let mut draft = Draft::new(frame);
    let mut top = draw_stamp(&mut draft, edition, frame);
    for (fact, quantity) in facts {
        top = draw_share(&mut draft, edition, frame, top, fact, quantity);
    }
    draft.finish(top)
}

/// What the speaker says of the city, and that it is said of the city.
pub fn sentence(edition: &Edition) -> String {
    let gists: String = shares(edition).map(|(fact, _)| fact.gist.as_str()).collect();
    if gists.is_empty() { nothing() } else { format!("{gists}这是{}。", whose(edition)) }
}

fn nothing() -> String {
    "材料里没有写明全市对全省的百分比。".to_owned()
}

fn shares(edition: &Edition) -> impl Iterator<Item = (&CityFact, Quantity)> {
    edition.city_facts.iter().filter_map(|fact| {
        let quantity = fact.quantity.filter(|q| q.unit == Unit::Percent)?;
        Some((fact, quantity))
    })
}

/// The city's name is what is left of the place without the district.
fn whose(edition: &Edition) -> String {
    let head = &edition.masthead;
    let city = head.place.strip_suffix(&head.short_place).unwrap_or_default();
    format!("{}全市的数，不是{}的", city.trim_end_matches('市'), head.short_place)
}

fn bare(edition: &Edition, frame: Frame) -> Plan {
    let mut draft = Draft::new(frame);
    let lines = wrap_at_most(&sentence(edition), frame.label(), frame.least(frame.width) - 24.0, 3);
    let area = rect(0.0, 0.0, frame.width, frame.v(30.0) * (lines.len() + 1) as f32);
    draft.outline(area, Ink::Rule, 1.0);
    let hand = Hand::sans(frame.label(), Ink::Soft).middle();
    draft.lines(area.center().x, area.center().y, &lines, frame.label() * 1.3, hand);
    draft.finish(area.bottom())
}

/// 全市, framed like a stamp, and whose numbers these are. Returns where the rest begins.
fn draw_stamp(draft: &mut Draft, edition: &Edition, frame: Frame) -> f32 {
    const STAMP: &str = "全市";
    let size = frame.label();
    let stamp = rect(0.0, 0.0, width(STAMP, size) + size, frame.v(32.0));
    let from = stamp.right() + size * 0.7;
    let words = wrap_at_most(&whose(edition), size, frame.least(frame.width) - from, 3);
    let height = stamp.h.max(frame.v(23.0) * words.len() as f32);
    draft.fill(stamp, Ink::Line);
    draft.text(stamp.center().x, stamp.center().y, STAMP, Hand::serif(size, Ink::Ground).middle());
    let middle = if words.len() > 1 { height / 2.0 } else { stamp.center().y };
    draft.lines(from, middle, &words, size * 1.25, Hand::sans(size, Ink::Soft));
    height + frame.v(12.0)
}

fn draw_share(
    draft: &mut Draft,
    edition: &Edition,
    frame: Frame,
    top: f32,
    fact: &CityFact,
    quantity: Quantity,
) -> f32 {
    let (size, numeral) = (frame.label(), frame.numeral() * 1.4);
    let number = format!("{}{}", quantity.bound.sign(), quantity.value);
    let taken = width(&number, numeral) + width("%", size * 1.4) + size * 1.6;
    let room = frame.least(frame.width) - taken;
    // Large type on a phone: the name goes under the number.
    let beside = room >= size * 5.0;
    let name = wrap_at_most(&fact.label, size, if beside { room } else { frame.least(frame.width) }, 3);
    let names = frame.v(23.0) * name.len() as f32;
    let head = if beside { frame.v(62.0).max(names) } else { frame.v(62.0) + names };
    let bar = rect(0.0, top + head + frame.v(34.0), frame.width, frame.v(if frame.is_wide() { 44.0 } else { 36.0 }));
    let foot = bar.bottom() + frame.v(36.0);

    draft.begin_mark(Mark {
        key: fact.id.clone(),
        area: rect(0.0, top, frame.width, foot - top),
        name: fact.label.clone(),
        value: quantity.words(),
        note: Some(whose(edition)),
        quote: Some(fact.quote.clone()),
        target: None,
        tags: Vec::new(),
    });
    let middle = top + frame.v(31.0);
    draft.stand().text(0.0, middle, number.as_str(), Hand::serif(numeral, Ink::Text));
    let after = width(&number, numeral) + 5.0;
    draft.text(after, middle + numeral * 0.16, "%", Hand::sans(size * 1.4, Ink::Soft));
    if beside {
        let hand = Hand::sans(size, Ink::Text).end();
        draft.lines(frame.width, middle + frame.v(2.0), &name, size * 1.25, hand);
    } else {
        let under = top + frame.v(62.0) + names / 2.0;
        draft.lines(0.0, under, &name, size * 1.25, Hand::sans(size, Ink::Text));
    }
    draw_bar(draft, frame, bar, quantity);
    draft.end_mark().stand();
    foot
}

fn draw_bar(draft: &mut Draft, frame: Frame, bar: Rect, quantity: Quantity) {
    let scale = Scale::new(100.0, bar.x, bar.right());
    let reach = scale.at(quantity.value.min(100) as f64);
    draft.stand().level(bar.x, bar.bottom(), bar.w, Ink::Rule, 1.0);
    let beyond = match quantity.bound {
        Bound::AtLeast => "以上",
        Bound::MoreThan => "超过",
        Bound::Within | Bound::Exactly => "",
    };
    if !beyond.is_empty() {
        draw_opening(draft, frame, rect(reach, bar.y, bar.right() - reach, bar.h), beyond);
    }
    draft.enter(Growth::Rightward, 0.0, 0.6).fill(rect(bar.x, bar.y, reach - bar.x, bar.h), Ink::Accent);
    draft.stand();
    draw_axis(draft, frame, &scale, bar, quantity.value.min(100) as f64);
}

/// What lies above the number: hatching that thins out, and an arrow that says upward of what.
fn draw_opening(draft: &mut Draft, frame: Frame, area: Rect, word: &str) {
    if area.w < area.h {
        return;
    }
    let (size, y) = (frame.label(), area.y - frame.v(16.0));
    let (mut x, mut step) = (area.x - area.h, frame.width * 0.013);
    while x < area.right() {
        let from = (area.x - x).max(0.0);
        let to = (area.right() - x).min(area.h);
        let line = [at(x + from, area.bottom() - from), at(x + to, area.bottom() - to)];
        let begun = 0.6 + 0.35 * ((x - area.x) / area.w).clamp(0.0, 1.0);
        draft.enter(Growth::Rightward, begun, begun + 0.05).line(&line, Ink::Accent, 1.25);
        x += step;
        step *= 1.1;
    }
    draft.stand().upright(area.x, y - size * 0.5, area.y - y + size * 0.5, Ink::Text, 1.5);
    let (tip, wing) = (at(area.x + size * 2.2, y), size * 0.32);
    draft.line(&[at(area.x, y), tip], Ink::Text, 1.5);
    draft.line(&[at(tip.x - wing, y - wing), tip, at(tip.x - wing, y + wing)], Ink::Text, 1.5);
    draft.text(tip.x + size * 0.4, y, word, Hand::sans(size, Ink::Text));
}

/// Ticks below the bar, with numbers at both ends and where the bar reaches to.
fn draw_axis(draft: &mut Draft, frame: Frame, scale: &Scale, bar: Rect, value: f64) {
    let (size, y) = (frame.label(), bar.bottom() + frame.v(20.0));
    for tick in scale.ticks(11) {
        let x = scale.at(tick).clamp(0.5, frame.width - 0.5);
        draft.upright(x, bar.bottom(), frame.v(6.0), Ink::Rule, 1.0);
    }
    let (reach, number) = (scale.at(value), format!("{value}%"));
    let half = width(&number, size) / 2.0;
    let (first, last) = ("0", "100%");
    // What would touch the number in the middle gives way to it.
    let least = |x: f32| frame.least(x);
    if least(reach) - half > width(first, size) + size * 0.4 {
        draft.text(0.0, y, first, Hand::sans(size, Ink::Soft));
    }
    if least(frame.width - reach) - half > width(last, size) + size * 0.4 {
        draft.text(frame.width, y, last, Hand::sans(size, Ink::Soft).end());
    }
    let x = reach.clamp(half, frame.width - half);
    draft.text(x, y, number, Hand::sans(size, Ink::Text).middle());
}
