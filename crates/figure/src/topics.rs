use std::ops::Range;

use super::draft::{Draft, Hand};
use super::frame::Frame;
use super::geometry::{Rect, rect};
use super::ink::Ink;
use super::lettering::{width, wrap, wrap_at_most};
use super::order::ranked;
use super::plan::{Growth, Mark, Plan};
use model::{Edition, Measure, SectionId, Topic, Work};

/// Topics by works: in each cell a square as large as the number of measures, with the number. The
/// works' names hang over their columns like scrolls.
pub fn plan(edition: &Edition, frame: Frame) -> Plan {
    let grid = Grid::new(edition);
    let mut draft = Draft::new(frame);
    if grid.most == 0 {
        draft.text(0.0, frame.v(20.0), NOTHING, Hand::sans(frame.label(), Ink::Soft));
        return draft.finish(frame.v(40.0));
    }
    let board = Board::new(&grid, frame);
    let mut top = 0.0;
    // More works than fit side by side go into further bands.
    for from in (0..grid.works.len()).step_by(board.columns) {
        let columns = from..grid.works.len().min(from + board.columns);
        let body = board.draw_heads(&mut draft, edition, top, columns.clone());
        top = board.draw_rows(&mut draft, body, columns);
    }
    draft.finish(top + frame.v(2.0))
}

const NOTHING: &str = "这一版没有归入主题的举措。";

/// How many measures there are, and which topics have most of them.
pub fn sentence(edition: &Edition) -> String {
    let grid = Grid::new(edition);
    let totals: Vec<(usize, &str)> =
        grid.rows.iter().map(|row| (row.total(), row.topic.label.as_str())).filter(|(n, _)| *n > 0).collect();
    let totals = ranked(totals, |(n, _)| -(*n as i64));
    let Some(&(most, _)) = totals.first() else {
        return NOTHING.to_owned();
    };
    let leaders: Vec<&str> = totals.iter().filter(|(n, _)| *n == most).map(|(_, label)| *label).collect();
    let places: Vec<&str> = [SectionId::Pillars, SectionId::Priorities]
        .into_iter()
        .filter(|&section| edition.works().any(|work| section_of(work) == section))
        .filter_map(|section| edition.section(section).map(|s| s.title.as_str()))
        .collect();
    let (count, topics) = (edition.measures().count(), totals.len());
    let each = edition.measures().map(|(_, measure)| measure.topics.len()).max().unwrap_or(0);
    format!(
        "{}写了{count}项举措，归入{topics}个主题，一项最多归{each}类；{}最多，有{most}项。",
        places.join("和"),
        leaders.join("、")
    )
}

struct Grid<'a> {
    works: Vec<Work<'a>>,
    rows: Vec<Row<'a>>,
    /// The largest cell.
    most: usize,
}

struct Row<'a> {
    topic: &'a Topic,
    /// One for each work.
    cells: Vec<Cell<'a>>,
}

struct Cell<'a> {
    work: Work<'a>,
    measures: Vec<&'a Measure>,
}

impl<'a> Grid<'a> {
    fn new(edition: &'a Edition) -> Self {
        let works: Vec<Work<'a>> = edition.works().collect();
        let cell = |topic: &Topic, work: Work<'a>| {
            let measures = work.measures().into_iter().filter(|m| m.topics.contains(&topic.id)).collect();
            Cell { work, measures }
        };
        let row = |topic| Row { topic, cells: works.iter().map(|&work| cell(topic, work)).collect() };
        let rows: Vec<Row<'a>> = edition.topics.iter().map(row).collect();
        let most = rows.iter().flat_map(|row| &row.cells).map(|cell| cell.measures.len()).max().unwrap_or(0);
        Self { works, rows, most }
    }
}

fn section_of(work: Work<'_>) -> SectionId {
    match work {
        Work::Pillar(_) => SectionId::Pillars,
        Work::Priority(_) => SectionId::Priorities,
    }
}

impl Row<'_> {
    fn total(&self) -> usize {
        self.cells.iter().map(|cell| cell.measures.len()).sum()
    }
}

fn mark(topic: &Topic, cell: &Cell<'_>, area: Rect) -> Mark {
    let labels: Vec<&str> = cell.measures.iter().map(|m| m.label.as_str()).collect();
    let first = cell.measures.first();
    let others = cell.measures.iter().flat_map(|m| m.terms.iter().chain(&m.ties));
    let tags = std::iter::once(&topic.id).chain(others).cloned().collect();
    Mark {
        key: format!("{}-{}", topic.id, cell.work.id()),
        area,
        name: format!("{} × {}", topic.label, cell.work.title()),
        value: format!("{}项", labels.len()),
        note: Some(labels.join("；")),
        quote: first.map(|m| m.quote.clone()),
        target: first.map(|m| m.id.clone()),
        tags,
    }
}

/// A cell is never narrower, so that a finger finds it.
const LEAST_CELL: f32 = 24.0;
/// The least that a letter of a name that is written downward takes, in ems.
const LETTER: f32 = 1.08;
/// Longer names end in an ellipsis.
const MOST_LETTERS: usize = 8;

/// The measures that all bands share.
struct Board<'a> {
    grid: &'a Grid<'a>,
    frame: Frame,
    /// The room of the topics' names; none where they stand above their cells instead.
    names: Option<f32>,
    totals: f32,
    /// How many works stand side by side.
    columns: usize,
    /// Between the pillars and the priorities.
    gap: f32,
    /// The height of a heading line, and of a row of cells.
    line: f32,
    row: f32,
}

impl<'a> Board<'a> {
    fn new(grid: &'a Grid<'a>, frame: Frame) -> Self {
        let (size, whole) = (frame.label(), frame.least(frame.width));
        let most_total = grid.rows.iter().map(Row::total).max().unwrap_or(0);
        let totals = width(&most_total.to_string(), size) + size * if frame.is_wide() { 1.0 } else { 0.2 };
        let gap = size * if frame.is_wide() { 1.0 } else { 0.4 };
        let names =
            name_room(grid, size, if frame.is_wide() { 1 } else { 2 }) + size * if frame.is_wide() { 1.2 } else { 0.4 };
        let fits = |room: f32| ((room - gap) / LEAST_CELL).floor().max(1.0) as usize;
        let beside = fits(whole - names - totals) >= grid.works.len();
        let columns = fits(if beside { whole - names - totals } else { whole }).min(grid.works.len()).max(1);
        let row = frame.v(if frame.is_wide() { 46.0 } else { 49.0 });
        let names = beside.then_some(names);
        Self { grid, frame, names, totals, columns, gap, line: frame.v(30.0), row }
    }

    /// Left edge and width of a column of a band that begins with work `from`.
    fn column(&self, from: usize, index: usize) -> (f32, f32) {
        let left = self.names.unwrap_or(0.0);
        let right = self.frame.width - if self.names.is_some() { self.totals } else { 0.0 };
        let w = (right - left - self.gap) / self.columns as f32;
        let section = |i: usize| self.grid.works.get(i).map(|&work| section_of(work));
        let parted = section(from) != section(index);
        (left + w * (index - from) as f32 + if parted { self.gap } else { 0.0 }, w)
    }

    /// What the columns are: the names stand on the rows, each section's title over its own. Returns
    /// the foot.
    fn draw_heads(&self, draft: &mut Draft, edition: &Edition, top: f32, columns: Range<usize>) -> f32 {
        let size = self.frame.label();
        let works = &self.grid.works[columns.clone()];
        let longest = works.iter().map(|work| scroll(work.short()).len()).max().unwrap_or(0);
        let foot = top + self.line + self.slot(longest);
        for section in [SectionId::Pillars, SectionId::Priorities] {
            let own = |work: &&Work<'_>| section_of(**work) == section;
            let Some(first) = works.iter().position(|work| own(&work)) else {
                continue;
            };
            let count = works.iter().filter(own).count();
            let letters = works.iter().filter(own).map(|work| scroll(work.short()).len()).max().unwrap_or(0);
            let (x, w) = self.column(columns.start, columns.start + first);
            let room = w * count as f32;
            let title = edition.section(section).map_or("", |s| s.title.as_str());
            let title = wrap_at_most(title, size, self.frame.least(room), 1);
            let y = foot - self.pitch() * (letters as f32 + 0.9);
            let hand = Hand::sans(size, Ink::Soft).middle();
            draft.lines(x + room / 2.0, y - self.line * 0.5, &title, 0.0, hand);
            draft.level(x + 3.0, y, room - 6.0, Ink::Rule, 1.0);
        }
        for (i, work) in works.iter().enumerate() {
            let (x, w) = self.column(columns.start, columns.start + i);
            self.draw_scroll(draft, x + w / 2.0, foot, work.short(), Ink::Text);
        }
        if self.names.is_some() {
            self.draw_scroll(draft, self.frame.width - size / 2.0, foot, "合计", Ink::Soft);
        }
        foot
    }

    /// The height that so many letters below each other need at every width.
    fn slot(&self, letters: usize) -> f32 {
        self.frame.label() * LETTER * (letters as f32 + 1.0) / self.frame.least(1.0)
    }

    /// From letter to letter of a name that is written downward: looser where there is room.
    fn pitch(&self) -> f32 {
        self.frame.label() * (LETTER / self.frame.least(1.0)).min(1.6)
    }

    fn draw_scroll(&self, draft: &mut Draft, x: f32, foot: f32, title: &str, ink: Ink) {
        let (size, letters) = (self.frame.label(), scroll(title));
        let middle = foot - self.pitch() * (0.4 + letters.len() as f32 / 2.0);
        draft.lines(x, middle, &letters, self.pitch(), Hand::sans(size, ink).middle());
    }

    /// Returns the foot.
    fn draw_rows(&self, draft: &mut Draft, top: f32, columns: Range<usize>) -> f32 {
        let head = if self.names.is_some() { 0.0 } else { self.line };
        let mut y = top;
        let foot = top + (head + self.row) * self.grid.rows.len() as f32;
        if self.names.is_some() {
            for j in columns.clone() {
                let (x, w) = self.column(columns.start, j);
                draft.stand().upright(x, top, foot - top, Ink::Faint, 1.0).upright(
                    x + w,
                    top,
                    foot - top,
                    Ink::Faint,
                    1.0,
                );
            }
        }
        for row in &self.grid.rows {
            draft.stand().level(0.0, y, self.frame.width, Ink::Faint, 1.0);
            self.draw_name(draft, row, y);
            for j in columns.clone() {
                let (x, w) = self.column(columns.start, j);
                let area = rect(x, y + head, w, self.row);
                self.draw_cell(draft, row, j, area);
            }
            y += head + self.row;
        }
        draft.stand().level(0.0, y, self.frame.width, Ink::Rule, 1.0);
        y
    }

    fn draw_name(&self, draft: &mut Draft, row: &Row<'_>, top: f32) {
        let (size, total) = (self.frame.label(), row.total());
        let hand = Hand::sans(size, Ink::Text);
        if let Some(names) = self.names {
            let middle = top + self.row / 2.0;
            let lines = wrap_at_most(&row.topic.label, size, names, 2);
            draft.lines(0.0, middle, &lines, size * 1.15, hand);
            draft.text(self.frame.width, middle, total.to_string(), Hand::serif(size * 1.1, Ink::Text).end());
        } else {
            let (middle, total) = (top + self.line * 0.6, format!("{total}项"));
            let room = self.frame.least(self.frame.width) - width(&total, size) - size;
            draft.lines(0.0, middle, &wrap_at_most(&row.topic.label, size, room, 1), 0.0, hand);
            draft.text(self.frame.width, middle, total, Hand::sans(size, Ink::Soft).end());
        }
    }

    /// A square and its number: beside it where the cell is wide, else below.
    fn draw_cell(&self, draft: &mut Draft, row: &Row<'_>, column: usize, area: Rect) {
        let Some(cell) = row.cells.get(column).filter(|cell| !cell.measures.is_empty()) else {
            return;
        };
        let (size, middle) = (self.frame.label(), area.center());
        let telling = cell.measures.len() == self.grid.most;
        // What the longest number beside a square takes of the cell.
        let beside = size * 0.4 + width(&self.grid.most.to_string(), size) + 2.0;
        let left = |w: f32| w - beside - 2.0;
        let wide = self.frame.is_wide() && left(self.frame.least(area.w)) > self.frame.least(area.h) * 0.25;
        let room = if wide { (area.h * 0.78).min(left(area.w)) } else { (area.w - 3.0).min(area.h - size * 1.55) };
        let side = room * (cell.measures.len() as f32 / self.grid.most as f32).sqrt();
        let square = if wide {
            let x = middle.x + room / 2.0 - size * 0.6 - side;
            rect(x.min(area.right() - beside - side).max(area.x + 2.0), middle.y - side / 2.0, side, side)
        } else {
            rect(middle.x - side / 2.0, area.bottom() - size * 1.3 - side, side, side)
        };
        let begun = 0.85 * column as f32 / self.grid.works.len() as f32;
        draft.begin_mark(mark(row.topic, cell, area)).enter(Growth::Laid, begun, begun + 0.15);
        if telling {
            draft.fill(square, Ink::Accent);
        } else {
            draft.fill(square, Ink::Fill).outline(square, Ink::Line, 1.5);
        }
        let hand = Hand::sans(size, if telling { Ink::Accent } else { Ink::Text });
        let number = cell.measures.len().to_string();
        draft.stand();
        if wide {
            draft.text(square.right() + size * 0.4, middle.y, number, hand);
        } else {
            draft.text(middle.x, area.bottom() - size * 0.65, number, hand.middle());
        }
        draft.end_mark();
    }
}

/// The narrowest room in which every topic's name takes no more than so many lines.
fn name_room(grid: &Grid<'_>, size: f32, most: usize) -> f32 {
    let fits = |room: f32| {
        grid.rows.iter().all(|row| {
            let lines = wrap(&row.topic.label, size, room);
            lines.len() <= most && lines.iter().all(|line| width(line, size) <= room + 0.01)
        })
    };
    (4..=24).map(|halves| size * halves as f32 / 2.0).find(|&room| fits(room)).unwrap_or(size * 12.0)
}

/// One letter a line; quotation marks do not hang.
fn scroll(title: &str) -> Vec<String> {
    let mut letters: Vec<String> = title.chars().filter(|c| !"“”".contains(*c)).map(String::from).collect();
    if letters.len() > MOST_LETTERS {
        letters.truncate(MOST_LETTERS - 1);
        letters.push("…".into());
    }
    letters
}
