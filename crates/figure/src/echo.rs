use super::about::{About, LitBy};
use super::chart_group::ChartGroup;
use super::paper::Paper;
use std::collections::BTreeMap;

use super::frame::{Frame, Twin};
use super::geometry::{Point, at, rect};
use super::ink::Ink;
use super::order::ranked;
use super::scene::{Growth, Mark, Scene};
use super::scene_builder::{Hand, SceneBuilder};
use super::text_layout::{width, wrap_at_most};
use model::{Echo, Edition, Matter, Measure, SectionId, Words, Work};

pub const ABOUT: About = About {
    group: ChartGroup::Echoes,
    paper: Paper::Results,
    columns: |words| [words.echo.name.clone(), "落在".into()],
    twins: &[Twin::CARD],
    tells_itself: false,
    lit_by: LitBy::All,
};

/// One dot for each echo of a matter, in the row of the work that takes it up. All works have a row, so that those
/// without an echo show too.
pub fn plan(edition: &Edition, matter: &Matter, frame: Frame) -> Scene {
    let hearing = Hearing::new(edition);
    let mut builder = SceneBuilder::new(frame);
    let board = Board::new(&hearing, edition, frame);
    let stacks = hearing.of(edition, matter);
    let counts: Vec<usize> = (0..hearing.works.len()).map(|i| stacks.get(&i).map_or(0, |s| s.len())).collect();
    let most = the_most(&counts);
    for (group, title) in groups(edition) {
        draw_title(&mut builder, &board, group, title);
    }
    for (row, &count) in board.rows.iter().zip(&counts) {
        draw_name(&mut builder, &board, row, count > 0);
    }
    for (&work, stack) in &stacks {
        let ink = if most == Some(work) { Ink::Accent } else { Ink::Line };
        for (place, heard) in stack.iter().enumerate() {
            draw_dot(&mut builder, &board, heard, hearing.works[work], (work, place, stack.len()), ink);
        }
    }
    builder.finish(board.height)
}

/// How many echoes there are, and where they stand.
pub fn sentence(edition: &Edition, matter: &Matter) -> String {
    let hearing = Hearing::new(edition);
    let stacks = hearing.of(edition, matter);
    let total: usize = stacks.values().map(|stack| stack.len()).sum();
    let (year, lacks) = (edition.masthead.plan_year, &edition.masthead.lacks.term);
    let counts: Vec<(usize, &str)> =
        stacks.iter().map(|(&work, stack)| (stack.len(), hearing.works[work].short())).collect();
    let counts = ranked(counts, |(n, _)| -(*n as i64));
    let Words { echo, plans, .. } = &edition.masthead.words;
    let parts: Vec<String> = counts.iter().map(|(n, title)| format!("{title}{}", echo.number(n))).collect();
    let same_word = stacks.values().flat_map(|stack| stack.iter()).filter(|h| h.echo.grade.is_same_word()).count();
    let (term, named) = (matter.term.as_str(), edition.echoes_with_term(matter));
    // Nobody says “all” of one.
    let both = if total == 1 { "" } else { "都" };
    let grades = match total - same_word {
        0 if named == total && total > 0 => format!("{both}用了相同的词“{term}”"),
        0 => format!("{both}用了相同的词"),
        all if all == total => format!("{both}是编辑认为意思相近"),
        close => {
            format!("{}用了相同的词，{}编辑认为意思相近", echo.number(same_word), echo.number(close))
        }
    };
    let places = parts.join("，");
    // The matter is known by this term, but its echoes need not contain it.
    let named = match named {
        0 if lacks.is_empty() => String::new(),
        0 => format!("；{lacks}“{term}”"),
        all if all == total && same_word == total => String::new(),
        all if all == total => format!("；{both}写到“{term}”"),
        some => format!("；{}写到“{term}”", echo.number(some)),
    };
    let total = echo.number(total);
    format!("{year}年{plans}里，有{total}和“{}”对得上，{grades}{named}。{places}。", matter.aim)
}

/// An echo with the measure that it stands in.
pub(super) struct Heard<'a> {
    pub echo: &'a Echo,
    pub measure: &'a Measure,
    /// Its number among the echoes of its matter, from 1.
    order: usize,
}

/// The works, and the echoes by matter and work. Collected in one pass, so that the cost of a
/// drawing is linear in the number of echoes.
pub(super) struct Hearing<'a> {
    pub works: Vec<Work<'a>>,
    pub stacks: BTreeMap<(usize, usize), Vec<Heard<'a>>>,
}

impl<'a> Hearing<'a> {
    pub(super) fn new(edition: &'a Edition) -> Self {
        let works: Vec<Work<'a>> = edition.works().collect();
        let measures = works.iter().enumerate().flat_map(|(i, w)| w.measures().into_iter().map(move |m| (i, m)));
        let homes: BTreeMap<&str, (usize, &Measure)> = measures.map(|(i, m)| (m.id.as_str(), (i, m))).collect();
        let matters: BTreeMap<&str, usize> =
            edition.matters.iter().enumerate().map(|(i, m)| (m.id.as_str(), i)).collect();
        let mut orders = vec![0; edition.matters.len()];
        let mut stacks: BTreeMap<(usize, usize), Vec<Heard<'a>>> = BTreeMap::new();
        for echo in &edition.echoes {
            let place = matters.get(echo.matter.as_str()).zip(homes.get(echo.measure.as_str()));
            let Some((&matter, &(work, measure))) = place else { continue };
            orders[matter] += 1;
            stacks.entry((matter, work)).or_default().push(Heard { echo, measure, order: orders[matter] });
        }
        Self { works, stacks }
    }

    /// The echoes of one matter, by work.
    pub(super) fn of(&self, edition: &Edition, matter: &Matter) -> BTreeMap<usize, &[Heard<'a>]> {
        let Some(index) = edition.matters.iter().position(|m| m.id == matter.id) else {
            return BTreeMap::new();
        };
        let range = self.stacks.range((index, 0)..(index + 1, 0));
        range.map(|(&(_, work), stack)| (work, stack.as_slice())).collect()
    }

    /// The tallest stack of all matters, so that their drawings have the same height and can be
    /// compared.
    pub(super) fn tallest(&self) -> usize {
        self.stacks.values().map(Vec::len).max().unwrap_or(0)
    }
}

/// The two groups of works and their titles.
#[derive(Clone, Copy, PartialEq, Eq)]
pub(super) enum Group {
    Pillars,
    Priorities,
}

pub(super) fn group_of(work: Work<'_>) -> Group {
    match work {
        Work::Pillar(_) => Group::Pillars,
        Work::Priority(_) => Group::Priorities,
    }
}

pub(super) fn groups(edition: &Edition) -> [(Group, &str); 2] {
    let title = |id| edition.section(id).map_or("", |s| s.title.as_str());
    [(Group::Pillars, title(SectionId::Pillars)), (Group::Priorities, title(SectionId::Priorities))]
}

/// The index of the only maximum; `None` if all are zero or several tie, as then none stands out.
pub(super) fn the_most(counts: &[usize]) -> Option<usize> {
    let most = counts.iter().copied().max().filter(|&n| n > 0)?;
    let mut those = (0..counts.len()).filter(|&i| counts[i] == most);
    those.next().filter(|_| those.next().is_none())
}

/// Fits a name into little room: whole on one line, or else without punctuation in lines of an even
/// number of characters, which keeps most Chinese words whole. A name that is cut ends in ….
pub(super) fn lettered(name: &str, size: f32, room: f32, most: usize) -> Vec<String> {
    let fits = ((room / size) as usize).max(1);
    if width(name, size) <= room {
        return vec![name.to_owned()];
    }
    if name.contains(|c: char| c.is_ascii_alphanumeric()) {
        let words = wrap_at_most(name, size, room, most);
        if words.iter().all(|line| width(line, size) <= room) {
            return words;
        }
    }
    let letters: Vec<char> = name.chars().filter(|c| c.is_alphanumeric()).collect();
    let even = if fits > 1 { fits - fits % 2 } else { 1 };
    let lines = letters.len().div_ceil(even).clamp(1, most);
    let balanced = letters.len().div_ceil(lines).next_multiple_of(if fits > 1 { 2 } else { 1 }).min(even);
    let mut lines: Vec<String> = letters.chunks(balanced).take(lines).map(String::from_iter).collect();
    if let Some(last) = lines.last_mut().filter(|_| letters.len() > balanced * most) {
        last.pop();
        last.push('…');
    }
    lines
}

/// Where everything stands: pillars above priorities, or beside them in the wide layout.
struct Board {
    frame: Frame,
    /// The left edge and the top of each group, pillars first.
    corners: [Point; 2],
    /// The width of a group.
    width: f32,
    /// From the left edge of a group to the line that its dots stand on.
    axis: f32,
    /// From dot to dot in a row, and how many fit.
    pitch: f32,
    fits: usize,
    /// The height of one line of dots.
    line: f32,
    rows: Vec<Row>,
    height: f32,
}

/// The row of a work.
struct Row {
    name: Vec<String>,
    /// Its upper left corner.
    corner: Point,
    height: f32,
}

impl Board {
    fn new(hearing: &Hearing<'_>, edition: &Edition, frame: Frame) -> Self {
        /// The least distance of two dots: what a finger can tell apart.
        const LEAST_PITCH: f32 = 24.0;
        /// The largest share of a group's width that names take.
        const NAMES: f32 = 0.5;
        let (size, gap, line) = (frame.label(), frame.width * 0.04, frame.v(if frame.is_wide() { 31.0 } else { 29.7 }));
        let works = &hearing.works;
        let most = works.iter().map(|w| width(w.short(), size)).fold(0.0, f32::max);
        let names = |group: f32| most.min(frame.least(group) * NAMES);
        let fits = |group: f32| ((frame.least(group) - names(group) - NAME_GAP - INSET) / LEAST_PITCH) as usize;
        let half = (frame.width - gap) / 2.0;
        let is_abreast = frame.is_wide();
        let group = if is_abreast { half } else { frame.width };
        let (axis, fits) = (names(group) + NAME_GAP, fits(group).max(1));

        let mut tallest = vec![0; works.len()];
        for (&(_, work), stack) in &hearing.stacks {
            tallest[work] = stack.len().max(tallest[work]);
        }
        let (mut corners, mut rows) = ([at(0.0, 0.0), at(0.0, 0.0)], Vec::new());
        let (mut y, mut height): (f32, f32) = (0.0, 0.0);
        for (i, work) in works.iter().enumerate() {
            let column = usize::from(group_of(*work) == Group::Priorities);
            if i == 0 || i == edition.pillars.len() {
                let is_beside = is_abreast && column == 1;
                let left = if is_beside { half + gap } else { 0.0 };
                y = if i == 0 || is_beside { 0.0 } else { y + frame.v(10.0) };
                corners[column] = at(left, y);
                y += frame.v(32.0);
            }
            let name = lettered(work.short(), size, names(group), 2);
            let tall = line * tallest[i].div_ceil(fits).max(name.len()) as f32;
            rows.push(Row { name, corner: at(corners[column].x, y), height: tall });
            y += tall;
            height = height.max(y);
        }
        let pitch = ((group - axis - INSET) / fits as f32).min(line);
        Self { frame, corners, width: group, axis, pitch, fits, line, rows, height }
    }
}

/// Between a name and the line that the dots of its row stand on.
const NAME_GAP: f32 = 8.0;
/// Between that line and the first dot.
const INSET: f32 = 4.0;

/// The title of a group over a rule.
fn draw_title(builder: &mut SceneBuilder, board: &Board, group: Group, title: &str) {
    let (frame, corner) = (board.frame, board.corners[usize::from(group == Group::Priorities)]);
    for line in lettered(title, frame.label(), frame.least(board.width), 1) {
        builder.text(corner.x, corner.y + frame.v(10.0), line, Hand::sans(frame.label(), Ink::Soft));
    }
    builder.level(corner.x, corner.y + frame.v(24.0), board.width, Ink::Rule, 1.0);
}

fn draw_name(builder: &mut SceneBuilder, board: &Board, row: &Row, heard: bool) {
    let (size, axis) = (board.frame.label(), row.corner.x + board.axis);
    let (line, name) = if heard { (Ink::Line, Ink::Text) } else { (Ink::Rule, Ink::Soft) };
    let space = board.line * 0.12;
    builder.upright(axis, row.corner.y + space, row.height - 2.0 * space, line, 1.5);
    let (middle, leading) = (row.corner.y + row.height / 2.0, board.line.min(size * 1.45));
    builder.lines(axis - NAME_GAP, middle, &row.name, leading, Hand::sans(size, name).end());
}

fn draw_dot(
    builder: &mut SceneBuilder,
    board: &Board,
    heard: &Heard<'_>,
    work: Work<'_>,
    (index, place, count): (usize, usize, usize),
    ink: Ink,
) {
    let row = &board.rows[index];
    let (line, column) = (place / board.fits, place % board.fits);
    let left = row.corner.x + board.axis + INSET + board.pitch * column as f32;
    // A row may be higher than its dots, for the sake of its name or of another matter.
    let lines = count.div_ceil(board.fits) as f32;
    let top = row.corner.y + (row.height - board.line * lines) / 2.0 + board.line * line as f32;
    let cell = rect(left, top, board.pitch, board.line);
    builder.begin_mark(Mark {
        key: format!("echo-{}-{}", heard.order, heard.measure.id).into(),
        area: cell,
        name: heard.measure.label.clone(),
        value: work.short().to_owned(),
        note: Some(format!("{}：{}", heard.echo.grade.label(), heard.echo.why)),
        quote: Some(heard.echo.quote.clone()),
        target: Some(heard.measure.id.clone()),
        tags: heard.measure.tags(),
    });
    let start = 0.7 * index as f32 / board.rows.len() as f32 + 0.1 * place as f32;
    builder.enter(Growth::Laid, start.min(0.9), (start + 0.1).min(1.0));
    let c = cell.center();
    let radius = board.line.min(board.pitch) * 0.38;
    if heard.echo.grade.is_same_word() {
        builder.disc(at(c.x, c.y), radius, ink);
    } else {
        // Hollow: the editors' judgement, not a word that both passages have.
        builder.ring(at(c.x, c.y), radius - HOLLOW / 2.0, ink, HOLLOW);
    }
    builder.end_mark().stand();
}

/// How thick the line of a hollow dot is.
const HOLLOW: f32 = 2.0;
