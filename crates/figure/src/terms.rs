use super::about::{About, LitBy};
use super::chart_group::ChartGroup;
use super::echo::the_most;
use super::frame::{Frame, Twin};
use super::geometry::{Point, at, rect};
use super::ink::Ink;
use super::order::ranked;
use super::paper::Paper;
use super::scale::Scale;
use super::scene::{Growth, Mark, Scene};
use super::scene_builder::{Hand, SceneBuilder};
use super::text_layout::{width, wrap_at_most};
use model::{Document, Edition, Noun, Term, Words, quoted};

pub const ABOUT: About = About {
    group: ChartGroup::Overviews,
    paper: Paper::Results,
    columns: |words| [words.term.name.clone(), "次数".into()],
    twins: Twin::OF_OVERVIEW,
    tells_itself: false,
    lit_by: LitBy::Terms,
};

/// How often each speaker uses the key terms that differ most: a dumbbell for each term on one
/// zero-based axis, from those that the first speaker says more often to those of the last. The one
/// with the widest gap is emphasised, unless several tie.
pub fn plan(edition: &Edition, frame: Frame) -> Scene {
    let speakers = speakers(edition);
    let (rows, _) = telling(rows(edition, &speakers));
    let mut builder = SceneBuilder::new(frame);
    let most = rows.iter().flat_map(|row| &row.counts).copied().max().unwrap_or(0);
    let board = Board::new(frame, most);
    let head = board.draw_legend(&mut builder, &speakers);
    let placed = board.place(&rows, &speakers, head);
    board.draw_axis(&mut builder, head, placed.foot);
    for (y, heading) in &placed.headings {
        board.draw_heading(&mut builder, *y, heading);
    }
    let spreads: Vec<usize> = rows.iter().map(|row| row.spread().unsigned_abs() as usize).collect();
    let widest = the_most(&spreads);
    for (i, (row, &(y, height))) in rows.iter().zip(&placed.lanes).enumerate() {
        builder.begin_mark(Mark {
            key: row.term.id.clone(),
            area: rect(0.0, y, frame.width, height),
            name: row.term.text.clone(),
            value: row.words(&speakers),
            note: elsewhere(edition, row.term),
            quote: None,
            target: None,
            tags: vec![row.term.id.clone()],
        });
        let begun = 0.7 * i as f32 / rows.len() as f32;
        board.draw_row(&mut builder, row, (y, height), begun, widest == Some(i));
        builder.end_mark().stand();
    }
    builder.finish(placed.foot + frame.v(6.0))
}

/// Who uses more of how many terms; the title names the widest gap. Of a single speaker, what they say most.
pub fn sentence(edition: &Edition) -> String {
    let speakers = speakers(edition);
    let rows = rows(edition, &speakers);
    let widest = rows.iter().map(Row::spread).max().filter(|_| !speakers.is_empty());
    let Some(widest) = widest else {
        return String::new();
    };
    let Words { term, .. } = &edition.masthead.words;
    let total = term.counted(rows.len());
    let [first, last] = speakers[..] else {
        let tops: Vec<&Row<'_>> = rows.iter().filter(|row| row.spread() == widest).collect();
        return format!("{total}{}。", leaders(&tops, rows.len(), &speakers, term));
    };
    let of = |side| term.number(rows.iter().filter(|row| row.lead().signum() == side).count());
    format!("{total}里，{}说得多的有{}，{}说得多的有{}，一样多的有{}。", first.label, of(1), last.label, of(-1), of(0))
}

/// The terms that stand out, or that none does. Of many that tie only the number is said.
fn leaders(tops: &[&Row<'_>], all: usize, speakers: &[&Document], term: &Noun) -> String {
    const NAMED: usize = 3;
    let words = tops[0].words(speakers);
    let names: Vec<String> = tops.iter().map(|row| quoted(&row.term.text)).collect();
    // Of several speakers only the gap between two is alike.
    let each = match speakers {
        [only] => format!("{}各{}次", only.label, tops[0].counts[0]),
        _ => "差得一样多".to_owned(),
    };
    match &names[..] {
        [one] => format!("里，次数最多的是{one}：{words}"),
        names if names.len() == all => format!("，{each}"),
        names if names.len() <= NAMED => format!("里，次数最多的是{}：{each}", names.concat()),
        names => format!("里，次数最多的有{}：{each}", term.number(names.len())),
    }
}

/// The key terms that the drawing leaves out, each with its counts.
pub fn others(edition: &Edition) -> Vec<String> {
    let speakers = speakers(edition);
    let (_, others) = telling(rows(edition, &speakers));
    others.iter().map(|row| format!("{}：{}", row.term.text, row.words(&speakers))).collect()
}

/// How many terms are drawn.
const MOST: usize = 6;

/// Separates the rows with the widest gaps from all others; both keep their order.
fn telling(rows: Vec<Row<'_>>) -> (Vec<Row<'_>>, Vec<Row<'_>>) {
    let apart = ranked((0..rows.len()).collect(), |&index| -i64::from(rows[index].spread()));
    let drawn = &apart[..MOST.min(apart.len())];
    let mut index = 0..;
    rows.into_iter().partition(|_| index.next().is_some_and(|index| drawn.contains(&index)))
}

/// The documents with a named author.
fn speakers(edition: &Edition) -> Vec<&Document> {
    edition.documents.iter().filter(|d| d.author.is_some()).collect()
}

struct Row<'a> {
    term: &'a Term,
    /// One for each speaker.
    counts: Vec<u16>,
}

impl Row<'_> {
    /// By how much the first speaker is ahead of the last; for a single speaker, the count.
    fn lead(&self) -> i32 {
        match self.counts[..] {
            [] => 0,
            [only] => i32::from(only),
            [first, .., last] => i32::from(first) - i32::from(last),
        }
    }

    fn spread(&self) -> i32 {
        self.lead().abs()
    }

    fn words(&self, speakers: &[&Document]) -> String {
        let parts: Vec<String> =
            speakers.iter().zip(&self.counts).map(|(d, count)| format!("{}{count}次", d.label)).collect();
        parts.join("，")
    }
}

/// From the first speaker's terms to the last one's; among equals the more frequent first.
fn rows<'a>(edition: &'a Edition, speakers: &[&Document]) -> Vec<Row<'a>> {
    let rows: Vec<Row<'a>> = edition
        .terms
        .iter()
        .map(|term| Row { term, counts: speakers.iter().map(|d| term.count_in(&d.id)).collect() })
        .collect();
    // By lead, then by total: no count reaches the factor.
    const FACTOR: i64 = 1 << 20;
    ranked(rows, |row| {
        let total: i64 = row.counts.iter().map(|&n| i64::from(n)).sum();
        -i64::from(row.lead()) * FACTOR - total
    })
}

/// How often the documents without an author use a term; `None` if they do not.
fn elsewhere(edition: &Edition, term: &Term) -> Option<String> {
    let parts: Vec<String> = edition
        .documents
        .iter()
        .filter(|d| d.author.is_none() && term.count_in(&d.id) > 0)
        .map(|d| format!("{}{}次", d.label, term.count_in(&d.id)))
        .collect();
    (!parts.is_empty()).then(|| format!("另见{}", parts.join("，")))
}

/// The heading of a group of rows, if two speakers are compared.
fn heading(row: &Row<'_>, speakers: &[&Document]) -> Option<String> {
    let [first, last] = speakers[..] else {
        return None;
    };
    Some(match row.lead().signum() {
        1 => format!("{}说得多", first.label),
        -1 => format!("{}说得多", last.label),
        _ => "一样多".to_owned(),
    })
}

struct Placed {
    /// Top and height of each row.
    lanes: Vec<(f32, f32)>,
    headings: Vec<(f32, String)>,
    foot: f32,
}

/// Layout metrics that all rows share.
struct Board {
    frame: Frame,
    scale: Scale,
    /// Large type on a phone: names stand above their lanes.
    stacked: bool,
    /// The room of a name.
    names: f32,
    radius: f32,
}

impl Board {
    fn new(frame: Frame, most: u16) -> Self {
        let (size, whole) = (frame.label(), frame.least(frame.width));
        let stacked = whole < size * 18.0;
        let names = if stacked { whole } else { size * if frame.is_wide() { 10.0 } else { 5.0 } };
        let radius = size * 0.44;
        let margin = width(&most.to_string(), size) + radius * 2.5;
        let from = if stacked { margin } else { names + margin };
        Self { frame, scale: Scale::new(most.into(), from, frame.width - margin), stacked, names, radius }
    }

    fn name_lines(&self, row: &Row<'_>) -> Vec<String> {
        wrap_at_most(&row.term.text, self.frame.label(), self.names, if self.stacked { 2 } else { 4 })
    }

    fn place(&self, rows: &[Row<'_>], speakers: &[&Document], top: f32) -> Placed {
        let v = |nominal| self.frame.v(nominal);
        let mut placed = Placed { lanes: Vec::new(), headings: Vec::new(), foot: top + v(26.0) };
        let mut last = None;
        for row in rows {
            let heading = heading(row, speakers);
            if let Some(text) = heading.clone().filter(|_| heading != last) {
                placed.headings.push((placed.foot, text));
                placed.foot += v(30.0);
            }
            last = heading;
            let lines = self.name_lines(row).len() as f32;
            let height = if self.stacked { v(24.0) * lines + v(30.0) } else { v(10.0) + v(22.0) * lines };
            placed.lanes.push((placed.foot, height));
            placed.foot += height;
        }
        placed
    }

    /// Explains the speakers' signs. Returns the y coordinate of the bottom edge.
    fn draw_legend(&self, builder: &mut SceneBuilder, speakers: &[&Document]) -> f32 {
        let (size, row) = (self.frame.label(), self.frame.v(30.0));
        let (mut x, mut y) = (0.0, row / 2.0);
        for (i, speaker) in speakers.iter().enumerate() {
            let name = wrap_at_most(&speaker.label, size, self.frame.least(self.frame.width) - size * 2.0, 1);
            let taken = name.iter().map(|line| width(line, size)).fold(0.0, f32::max) + size * 3.0;
            if x > 0.0 && x + taken > self.frame.least(self.frame.width) {
                (x, y) = (0.0, y + row);
            }
            draw_sign(builder, i, at(x + self.radius, y), self.radius, Ink::Line);
            builder.lines(x + self.radius * 2.0 + size * 0.5, y, &name, 0.0, Hand::sans(size, Ink::Text));
            x += taken;
        }
        y + row / 2.0 + self.frame.v(2.0)
    }

    /// Ticks at the head, hair lines through all rows.
    fn draw_axis(&self, builder: &mut SceneBuilder, top: f32, foot: f32) {
        let size = self.frame.label();
        let ticks: Vec<f64> = self
            .scale
            .ticks(if self.frame.is_wide() { 9 } else { 5 })
            .into_iter()
            .filter(|t| t.fract() == 0.0)
            .collect();
        let step = ticks.get(1).map_or(self.frame.width, |&tick| self.scale.at(tick) - self.scale.at(0.0));
        let every = (size * 2.6 / self.frame.least(step)).ceil().max(1.0) as usize;
        for (i, &tick) in ticks.iter().enumerate() {
            let x = self.scale.at(tick);
            builder.upright(x, top + self.frame.v(24.0), foot - top - self.frame.v(24.0), Ink::Faint, 1.0);
            if i % every == 0 {
                let unit = if i + every >= ticks.len() { "次" } else { "" };
                let text = format!("{tick}{unit}");
                builder.text(x, top + self.frame.v(12.0), text, Hand::sans(size, Ink::Soft).middle());
            }
        }
    }

    fn draw_heading(&self, builder: &mut SceneBuilder, top: f32, text: &str) {
        let (size, y) = (self.frame.label(), top + self.frame.v(17.0));
        let words = wrap_at_most(text, size, self.frame.least(self.frame.width) - size * 2.0, 1);
        let taken = words.iter().map(|line| width(line, size)).fold(0.0, f32::max) + size * 0.6;
        builder.lines(0.0, y, &words, 0.0, Hand::sans(size, Ink::Soft));
        builder.level(taken, y, self.frame.width - taken, Ink::Rule, 1.0);
    }

    fn draw_row(
        &self,
        builder: &mut SceneBuilder,
        row: &Row<'_>,
        (top, height): (f32, f32),
        begun: f32,
        telling: bool,
    ) {
        let size = self.frame.label();
        let name = self.name_lines(row);
        let names = self.frame.v(24.0) * name.len() as f32;
        let (middle, lane) = if self.stacked {
            (top + names / 2.0, top + names + self.frame.v(13.0))
        } else {
            (top + height / 2.0, top + height / 2.0)
        };
        let ink = if telling { Ink::Accent } else { Ink::Line };
        builder.stand().lines(0.0, middle, &name, size * 1.25, Hand::sans(size, Ink::Text));
        let ends = (row.counts.iter().min(), row.counts.iter().max());
        let (Some(&least), Some(&most)) = ends else {
            return;
        };
        let (from, to) = (self.scale.at(least.into()), self.scale.at(most.into()));
        let origin = self.scale.at(0.0);
        builder.level(origin, lane, from - origin, Ink::Faint, 1.0);
        if most > least {
            builder.enter(Growth::Rightward, begun, begun + 0.25).level(from, lane, to - from, ink, 4.0);
        }
        // Where all say a term equally often, the first sign is small enough to be seen inside the next.
        builder.enter(Growth::Laid, begun, begun + 0.1);
        for (i, &count) in row.counts.iter().enumerate().rev() {
            let r = if most == least && i == 0 && row.counts.len() > 1 { self.radius * 0.6 } else { self.radius };
            draw_sign(builder, i, at(self.scale.at(count.into()), lane), r, ink);
        }
        let hand = Hand::sans(size, Ink::Text);
        let gap = self.radius * 1.9;
        builder.stand();
        if most != least {
            builder.text(from - gap, lane, least.to_string(), hand.end());
        }
        builder.text(to + gap, lane, most.to_string(), hand);
    }
}

/// A speaker's sign: solid, hollow, solid square, hollow square.
fn draw_sign(builder: &mut SceneBuilder, speaker: usize, center: Point, r: f32, ink: Ink) {
    let square = rect(center.x - r * 0.8, center.y - r * 0.8, r * 1.6, r * 1.6);
    match speaker % 4 {
        0 => builder.disc(center, r, ink),
        1 => builder.disc(center, r * 1.1, Ink::Ground).ring(center, r * 1.1, ink, 2.0),
        2 => builder.fill(square, ink),
        _ => builder.fill(square, Ink::Ground).outline(square, ink, 2.0),
    };
}
