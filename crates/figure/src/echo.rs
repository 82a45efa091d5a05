use super::about::{About, LitBy};
use super::chart_group::ChartGroup;
use super::paper::Paper;
use std::collections::BTreeMap;

use super::frame::{Frame, Twin};
use super::geometry::{at, rect};
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

/// One dot for each echo of a matter, stacked over the works that take it up. All works are on the
/// base line, so that those without an echo show too.
pub fn plan(edition: &Edition, matter: &Matter, frame: Frame) -> Scene {
    let hearing = Hearing::new(edition);
    let mut builder = SceneBuilder::new(frame);
    let board = Board::new(&hearing, edition, frame);
    let stacks = hearing.of(edition, matter);
    let counts: Vec<usize> = (0..hearing.works.len()).map(|i| stacks.get(&i).map_or(0, |s| s.len())).collect();
    let most = the_most(&counts);
    for (i, &count) in counts.iter().enumerate() {
        draw_name(&mut builder, &board, i, count > 0);
    }
    for (&work, stack) in &stacks {
        let ink = if most == Some(work) { Ink::Accent } else { Ink::Line };
        for (level, heard) in stack.iter().enumerate() {
            draw_dot(&mut builder, &board, heard, hearing.works[work], (work, level), ink);
        }
    }
    for (group, title) in groups(edition) {
        draw_group(&mut builder, &board, &hearing, group, title);
    }
    builder.finish(board.band * board.bands as f32)
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

/// A name in lines of two characters, so that a row of names looks even. Names that do not divide
/// well into pairs use the full width.
pub(super) fn paired(name: &str, size: f32, room: f32, most: usize) -> Vec<String> {
    let characters = name.chars().count();
    let uneven = characters == 3 || characters > 2 * most;
    lettered(name, size, if uneven { room } else { size * 2.0 }, most)
}

/// A name in vertical text, one character per line. One that is cut ends in ….
fn upright(name: &str) -> Vec<String> {
    const MOST: usize = 6;
    let letters: Vec<char> = name.chars().filter(|c| c.is_alphanumeric()).collect();
    let cut = letters.len() > MOST;
    let whole = letters.into_iter().take(if cut { MOST - 1 } else { MOST });
    whole.chain(cut.then_some('…')).map(String::from).collect()
}

/// Layout metrics: the positions of columns and the heights of everything.
struct Board {
    frame: Frame,
    /// Columns in a band; if one band is too small for all works, there are several below each
    /// other.
    columns: usize,
    bands: usize,
    pitch: f32,
    /// Between pillars and priorities.
    gap: f32,
    pillars: usize,
    dot: f32,
    /// From the top of a band down to its base line.
    stack: f32,
    lettering: f32,
    band: f32,
    names: Vec<Vec<String>>,
    lines: usize,
}

impl Board {
    fn new(hearing: &Hearing<'_>, edition: &Edition, frame: Frame) -> Self {
        /// The minimum width of a column: a finger's breadth and some space.
        const LEAST_PITCH: f32 = 29.0;
        /// Two characters per line in the wide layout.
        const LINES: usize = 4;
        let letters = if frame.is_wide() { 2.0 } else { 1.0 };
        let gap = frame.width * 0.03;
        let least = LEAST_PITCH.max(frame.label() * letters + 3.0);
        let fits = (frame.least(frame.width - gap) / least) as usize;
        let count = hearing.works.len().max(1);
        let bands = count.div_ceil(fits.max(1));
        let columns = count.div_ceil(bands);
        let levels = hearing.tallest().max(2);
        let pitch = (frame.width - gap) / columns as f32;
        let room = frame.least(pitch) - 4.0;
        let name = |title| if frame.is_wide() { paired(title, frame.label(), room, LINES) } else { upright(title) };
        let names: Vec<Vec<String>> = hearing.works.iter().map(|w| name(w.short())).collect();
        let lines = names.iter().map(Vec::len).max().unwrap_or(0);
        let dot = frame.v(if frame.is_wide() { 31.0 } else { 29.7 });
        let stack = dot * levels as f32 + frame.v(4.0);
        let lettering = frame.v(if frame.is_wide() { 21.5 } else { 18.5 }) * lines as f32;
        Self {
            frame,
            columns,
            bands,
            pitch,
            gap,
            pillars: edition.pillars.len(),
            dot,
            stack,
            lettering,
            band: stack + lettering + frame.v(if frame.is_wide() { 40.0 } else { 33.0 }),
            names,
            lines,
        }
    }

    /// The left edge of a column and the base line that it stands on.
    fn place(&self, column: usize) -> (f32, f32) {
        let (band, i) = (column / self.columns, column % self.columns);
        let apart = if column >= self.pillars && self.pillars > band * self.columns { self.gap } else { 0.0 };
        (self.pitch * i as f32 + apart, self.band * band as f32 + self.stack)
    }
}

fn draw_name(builder: &mut SceneBuilder, board: &Board, column: usize, heard: bool) {
    let (frame, (x, base), lines) = (board.frame, board.place(column), &board.names[column]);
    let (line, name) = if heard { (Ink::Line, Ink::Text) } else { (Ink::Rule, Ink::Soft) };
    builder.level(x + board.pitch * 0.1, base, board.pitch * 0.8, line, 1.5);
    let leading = (board.lettering / board.lines.max(1) as f32).min(frame.label() * 1.45);
    let hand = Hand::sans(frame.label(), name).middle();
    let middle = base + frame.v(9.0) + leading * lines.len() as f32 / 2.0;
    builder.lines(x + board.pitch / 2.0, middle, lines, leading, hand);
}

fn draw_dot(
    builder: &mut SceneBuilder,
    board: &Board,
    heard: &Heard<'_>,
    work: Work<'_>,
    place: (usize, usize),
    ink: Ink,
) {
    let (column, level) = place;
    let (x, base) = board.place(column);
    let foot = base - board.frame.v(4.0);
    let cell = rect(x, foot - board.dot * (level + 1) as f32, board.pitch, board.dot);
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
    let start = 0.08 * column as f32 / board.columns as f32 + 0.2 * level as f32;
    builder.enter(Growth::Laid, start.min(0.9), (start + 0.1).min(1.0));
    let c = cell.center();
    let radius = (board.dot * 0.38).min(board.pitch * 0.36);
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

/// A rule under the names of one group, with its title; in each band that the group reaches.
fn draw_group(builder: &mut SceneBuilder, board: &Board, hearing: &Hearing<'_>, group: Group, title: &str) {
    let frame = board.frame;
    for band in 0..board.bands {
        let mut columns = (band * board.columns..hearing.works.len().min((band + 1) * board.columns))
            .filter(|&i| group_of(hearing.works[i]) == group);
        let ends = (columns.clone().next(), columns.next_back());
        let (Some(first), Some(last)) = ends else { continue };
        let (left, base) = board.place(first);
        let right = board.place(last).0 + board.pitch;
        let y = base + frame.v(if frame.is_wide() { 13.0 } else { 11.0 }) + board.lettering;
        let inset = board.pitch * 0.1;
        underline(builder, frame, title, (left + inset, right - inset), y);
    }
}

/// A rule from left to right, and under its middle a title.
pub(super) fn underline(builder: &mut SceneBuilder, frame: Frame, title: &str, (left, right): (f32, f32), y: f32) {
    /// The minimum number of characters that fit under a rule.
    const FEWEST: f32 = 5.0;
    builder.level(left, y, right - left, Ink::Rule, 1.0);
    let least = frame.least(right - left).max(frame.label() * FEWEST);
    for line in lettered(title, frame.label(), least.min(frame.least(frame.width) * 0.46), 1) {
        let half = width(&line, frame.label()) / 2.0;
        let x = ((left + right) / 2.0).clamp(half, (frame.width - half).max(half));
        let below = frame.v(if frame.is_wide() { 16.0 } else { 12.5 });
        builder.text(x, y + below, line, Hand::sans(frame.label(), Ink::Soft).middle());
    }
}
