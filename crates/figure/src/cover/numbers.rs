use super::board::Board;
use super::room::Room;
use crate::geometry::{Rect, rect};
use crate::ink::Ink;
use crate::ruler::Ruler;
use crate::scale::Scale;
use crate::scene::{Growth, Mark};
use crate::scene_builder::Hand;
use crate::text_layout::{width, wrap, wrap_at_most};
use model::{Indicator, IndicatorView};

/// The place of a column of numbers, in CSS pixels.
#[derive(Clone, Copy)]
pub struct Column {
    pub left: f32,
    pub width: f32,
    pub top: f32,
}

/// How a row of a number is laid out, in ems from its top.
#[derive(Clone, Copy)]
struct Row {
    /// The whole row.
    pitch: f32,
    numeral: f32,
    /// The middle of the number.
    number: f32,
    /// The middle of the name, where it stands above.
    above: Option<f32>,
    bar: f32,
    thick: f32,
    /// The width of the widest unit, with the gap before it: numbers end below each other.
    units: f32,
}

impl Row {
    fn new(room: Room, column: Column, indicators: &[&Indicator]) -> Self {
        let unit = |i: &&Indicator| width(&i.unit(), 1.0) + UNIT;
        let units = indicators.iter().map(unit).fold(2.0 + UNIT, f32::max);
        if room.is_across() {
            // Four rows fill the height of the plans beside them.
            let pitch = (22.2 / indicators.len() as f32).clamp(4.6, 7.2);
            return Self {
                pitch,
                numeral: 2.9,
                number: pitch - 3.65,
                above: None,
                bar: pitch - 1.9,
                thick: 1.1,
                units,
            };
        }
        let numeral = if room.ems < 38.0 { 2.1 } else { 2.4 };
        // A name needs some room beside its number.
        let number = |i: &&Indicator| width(&i.number(), numeral) + units + 5.0;
        let is_narrow = column.width < room.px(indicators.iter().map(number).fold(18.0, f32::max));
        let head = if is_narrow { 1.35 } else { 0.0 };
        let bar = head + numeral + 0.3;
        Self {
            pitch: bar + 1.15,
            numeral,
            number: head + 0.1 + numeral / 2.0,
            above: is_narrow.then_some(0.75),
            bar,
            thick: 0.62,
            units,
        }
    }
}

/// Between a number and its unit.
const UNIT: f32 = 0.35;

/// The year's numbers: the amounts as bars on one ruler from zero, an income as twelve cells. Returns
/// where they end.
pub fn draw(board: &mut Board<'_>, column: Column) -> f32 {
    let (room, edition) = (board.room, board.edition);
    let indicators: Vec<&Indicator> = edition.indicators.iter().collect();
    if indicators.is_empty() {
        return column.top;
    }
    let mut y = draw_title(board, column);
    let row = Row::new(room, column, &indicators);
    // Only one ruler: bars of two kinds below each other would be compared. Others are numbers.
    let ruler = Ruler::all(edition).into_iter().find(Ruler::has_bars);
    let scale = ruler.as_ref().map(|ruler| Scale::rounded(ruler.longest(), 6, 0.0, column.width));
    for (i, indicator) in indicators.iter().enumerate() {
        let at = Column { top: y, ..column };
        let ruled = ruler.as_ref().zip(scale.as_ref()).filter(|(ruler, _)| ruler.has(indicator));
        let lines = if indicator.view == IndicatorView::Months {
            draw_cells(board, indicator, at, row)
        } else {
            begin(board, indicator, at, row, row.pitch);
            let ink = if i == 0 { Ink::Accent } else { Ink::Line };
            let start = 0.12 * i as f32;
            board.builder.enter(Growth::Rightward, start.min(0.4), (start + 0.5).min(1.0));
            let bar = |long: f32| rect(at.left, y + room.px(row.bar), long, room.px(row.thick));
            if let Some((ruler, scale)) = ruled {
                let long = |amount| scale.at(ruler.length(amount));
                board.builder.fill(bar(long(&indicator.shown)), ink);
                if let Some(before) = &indicator.before {
                    let ghost = bar(long(&before.shown));
                    let thin = Rect { y: ghost.bottom() + room.px(0.1), h: room.px(0.25), ..ghost };
                    board.builder.fill(thin, Ink::Rule);
                }
            } else if indicator.view == IndicatorView::Share {
                let share = (indicator.shown.value.to_f64() / 100.0) as f32;
                board.builder.fill(bar(at.width * share), ink);
                if let Some(before) = &indicator.before {
                    let ghost = bar(at.width * (before.shown.value.to_f64() / 100.0).min(1.0) as f32);
                    let thin = Rect { y: ghost.bottom() + room.px(0.1), h: room.px(0.25), ..ghost };
                    board.builder.fill(thin, Ink::Rule);
                }
                board.builder.stand().outline(bar(at.width), Ink::Rule, 1.0);
            }
            0.0
        };
        board.builder.end_mark().stand();
        y += room.px(row.pitch + lines);
    }
    draw_note(board, Column { top: y, ..column })
}

/// A rule, and below it the title with the year and the scale of the bars.
fn draw_title(board: &mut Board<'_>, column: Column) -> f32 {
    let (room, edition) = (board.room, board.edition);
    let builder = &mut board.builder;
    builder.level(column.left, column.top + room.px(0.1), column.width, Ink::Text, room.px(0.2));
    let title = format!("{}年{}", edition.masthead.results_year, edition.masthead.words.results);
    let size = room.em * 1.4;
    let middle = column.top + room.px(1.45);
    let room_beside = column.width - width(&title, size) - room.em;
    builder.text(column.left, middle, title, Hand::serif(size, Ink::Text));
    let scale = edition.caption("amounts").map_or("", |caption| caption.scale.as_str());
    if !scale.is_empty() && width(scale, room.em) <= room_beside {
        let hand = Hand::sans(room.em, Ink::Soft).end();
        builder.text(column.left + column.width, middle + room.px(0.14), scale, hand);
    }
    column.top + room.px(if room.is_across() { 2.7 } else { 2.45 })
}

/// The mark of a number, its name and the number itself.
fn begin(board: &mut Board<'_>, indicator: &Indicator, at: Column, row: Row, high: f32) {
    let room = board.room;
    let (number, unit) = (indicator.number(), indicator.unit());
    let builder = &mut board.builder;
    builder.begin_mark(Mark {
        key: indicator.id.clone(),
        area: rect(at.left, at.top, at.width, room.px(high)),
        name: indicator.name.clone(),
        value: format!("{number}{unit}"),
        note: indicator.notes(),
        quote: Some(indicator.quote.clone()),
        target: Some(indicator.id.clone()),
        tags: Vec::new(),
    });
    let units = room.px(row.units);
    // A very large number is set smaller rather than run into the margin.
    let numeral = room.px(row.numeral).min((at.width - units) / width(&number, 1.0));
    let taken = width(&number, numeral) + units + room.em;
    let middle = at.top + room.px(row.number);
    // On the number's own base line.
    let base = middle + (room.px(row.numeral) - room.em) * 0.36;
    let (name_at, name_room, lines) = match row.above {
        Some(above) => (at.top + room.px(above), at.width, 1),
        None => (base, at.width - taken, 2),
    };
    let name = wrap_at_most(&indicator.name, room.em, name_room.max(room.em * 2.0), lines);
    let lift = room.px(0.575) * (name.len() - 1) as f32;
    builder.stand().lines(at.left, name_at - lift, &name, room.px(1.15), Hand::sans(room.em, Ink::Text));
    let right = at.left + at.width;
    builder.text(right - units, middle, number, Hand::serif(numeral, Ink::Text).end());
    builder.text(right - units + room.px(UNIT), base, unit, Hand::sans(room.em, Ink::Soft));
}

/// A year's income as twelve cells, the first month's in the accent. Returns how much taller than
/// others the row is, in ems.
fn draw_cells(board: &mut Board<'_>, indicator: &Indicator, at: Column, row: Row) -> f32 {
    const MONTHS: usize = 12;
    let room = board.room;
    let month = indicator.amount.per_month().value;
    let legend = format!("1格＝平均每月约{month}{}", indicator.amount.unit);
    let taken = width(&legend, room.em) + room.em;
    let beside = at.width - taken >= room.px(9.0);
    // Its number may have a comma, which descends below the line.
    let low = 0.3;
    let more = low + if beside { 0.0 } else { 1.4 };
    begin(board, indicator, at, row, row.pitch + more);
    let builder = &mut board.builder;
    let cells = if beside { at.width - taken } else { at.width };
    let gap = room.px(0.2);
    let pitch = (cells + gap) / MONTHS as f32;
    let top = at.top + room.px(row.bar + low);
    for i in 0..MONTHS {
        let start = 0.3 + 0.05 * i as f32;
        builder.enter(Growth::Laid, start, start + 0.05);
        let cell = rect(at.left + pitch * i as f32, top, pitch - gap, room.px(row.thick));
        builder.fill(cell, if i == 0 { Ink::Accent } else { Ink::Line });
    }
    let middle = top + room.px(row.thick / 2.0 + if beside { 0.0 } else { 1.4 });
    let hand = Hand::sans(room.em, Ink::Soft);
    if beside {
        builder.stand().text(at.left + at.width, middle, legend, hand.end());
    } else {
        for line in wrap_at_most(&legend, room.em, at.width, 1) {
            builder.stand().text(at.left, middle, line, hand);
        }
    }
    more
}

/// The note below the numbers. Returns where it ends.
fn draw_note(board: &mut Board<'_>, column: Column) -> f32 {
    let room = board.room;
    let note = board.edition.caption("cover").map_or("", |caption| caption.note.as_str());
    let mut y = column.top + room.px(0.2);
    for line in wrap(note, room.em, column.width).into_iter().filter(|line| !line.is_empty()) {
        board.builder.text(column.left, y + room.px(0.65), line, Hand::sans(room.em, Ink::Soft));
        y += room.px(1.4);
    }
    y
}
