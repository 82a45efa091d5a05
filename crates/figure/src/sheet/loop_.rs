use super::board::{Board, arc};
use super::cell::Stack;
use super::names::Names;
use super::part::{Item, Part};
use super::tally::{Numbered, Piece, Tally};
use crate::geometry::{Point, at};
use crate::ink::Ink;
use crate::scene::Scene;
use crate::text_layout::width;

/// A line of rails that runs through every point and back to the first: within a station its measures
/// lie on tracks of their own; the way back is emphasised.
pub fn draw(board: Board, parts: &[Part<'_>], loose: &[Numbered<'_>]) -> Scene {
    match halves(&board, parts, loose) {
        Some(rows) => circuit(board, rows),
        None => detour(board, parts, loose),
    }
}

/// A station: a point with its measures, or a slogan of the whole pillar.
struct Stop<'a> {
    heading: Vec<String>,
    body: Body<'a>,
    size: Point,
    lettering: f32,
}

enum Body<'a> {
    Blocks(Stack<'a>),
    Names(Names<'a>),
    Tally(Tally<'a>),
}

/// What a station shows, which decides its preferred width.
enum Source<'a> {
    Part(&'a Part<'a>),
    Loose(Numbered<'a>),
}

impl<'a> Source<'a> {
    fn need(&self, board: &Board) -> f32 {
        let em = board.em();
        match self {
            Self::Part(part) => {
                let tally = |n: &Numbered<'_>| Tally::new(board, *n, Piece::Counter, em * 6.0).size.x + em * 0.5;
                let line =
                    |item: &Item<'_>| width(&item.measure.label, em) + em + item.slogans.iter().map(tally).sum::<f32>();
                part.items.iter().map(line).fold(0.0, f32::max).clamp(em * 10.0, em * 15.0)
            }
            Self::Loose(n) => Stop::loose(board, *n, board.width(), 1).size.x,
        }
    }

    fn stop(&self, board: &Board, room: f32, columns: usize) -> Stop<'a> {
        match self {
            Self::Part(part) => Stop::part(board, part, room),
            Self::Loose(numbered) => Stop::loose(board, *numbered, room, columns),
        }
    }
}

impl<'a> Stop<'a> {
    fn part(board: &Board, part: &'a Part<'a>, room: f32) -> Self {
        let heading = board.wrap(&part.point.label, board.name(), room);
        let lettering = board.depth(&heading, board.name()) + board.em() * 0.35;
        let stack = Stack::new(board, &part.items, room, Piece::Counter, Ink::Line);
        let size = at(room, stack.high);
        Self { heading, body: Body::Blocks(stack), size, lettering }
    }

    fn loose(board: &Board, numbered: Numbered<'a>, room: f32, columns: usize) -> Self {
        let parts = &numbered.slogan.parts;
        let (body, size) = if parts.is_empty() {
            let tally = Tally::new(board, numbered, Piece::Counter, room);
            let size = tally.size;
            (Body::Tally(tally), size)
        } else {
            let names = Names::new(board, numbered, parts, columns, room);
            let size = names.size;
            (Body::Names(names), size)
        };
        Self { heading: Vec::new(), body, size, lettering: 0.0 }
    }

    /// The heights of its tracks.
    fn tracks(&self, top: f32) -> Vec<f32> {
        let tracks: Vec<f32> = match &self.body {
            Body::Blocks(stack) => stack.middles(top),
            Body::Names(names) => names.middles(top),
            Body::Tally(tally) => vec![top + tally.size.y / 2.0],
        };
        if tracks.is_empty() { vec![top + self.size.y / 2.0] } else { tracks }
    }

    fn draw(&self, board: &mut Board, corner: Point) {
        match &self.body {
            Body::Blocks(stack) => stack.draw(board, corner),
            Body::Names(names) => names.draw(board, corner),
            Body::Tally(tally) => tally.draw(board, corner, Piece::Counter, Ink::Line),
        }
    }
}

/// The length over which a station's tracks leave and rejoin the line, in ems.
const POINTS: f32 = 2.0;
/// The bends at both ends, in ems.
const BEND: f32 = 2.4;
/// More blocks above each other would make the drawing too high.
const TRACKS: usize = 4;

/// The stations of the upper and of the lower track, if there is room to draw them so.
fn halves<'a>(board: &Board, parts: &'a [Part<'a>], loose: &[Numbered<'a>]) -> Option<[Vec<(f32, Stop<'a>)>; 2]> {
    let em = board.em();
    let sources: Vec<Source<'_>> =
        parts.iter().map(Source::Part).chain(loose.iter().map(|n| Source::Loose(*n))).collect();
    let needs: Vec<f32> = sources.iter().map(|s| s.need(board)).collect();
    let all: f32 = needs.iter().sum();
    let imbalance = |split: usize| (needs[..split].iter().sum::<f32>() * 2.0 - all).abs();
    let split = (1..=sources.len()).min_by(|&a, &b| imbalance(a).total_cmp(&imbalance(b)))?;
    let straight = board.width() - 2.0 * em * BEND;
    let row = |range: std::ops::Range<usize>| -> Vec<(f32, Stop<'a>)> {
        let sum: f32 = needs[range.clone()].iter().sum();
        let free = straight - 2.0 * em * POINTS * range.len() as f32;
        range
            .map(|i| {
                let room = free * needs[i] / sum;
                (room + 2.0 * em * POINTS, sources[i].stop(board, room, 1))
            })
            .collect()
    };
    let rows = [row(0..split), row(split..sources.len())];
    let wide = |(slot, _): &(f32, Stop<'_>)| slot - 2.0 * em * POINTS >= em * 8.0;
    let fits = board.is_roomy() && parts.iter().all(|p| p.items.len() <= TRACKS) && rows.iter().flatten().all(wide);
    fits.then_some(rows)
}

fn circuit(mut board: Board, [upper, lower]: [Vec<(f32, Stop<'_>)>; 2]) -> Scene {
    let em = board.em();
    let under = |row: &[(f32, Stop<'_>)]| row.iter().map(|(_, s)| s.size.y / 2.0).fold(em, f32::max);
    let over = |row: &[(f32, Stop<'_>)]| {
        let most = under(row);
        row.iter().map(|(_, s)| s.lettering + sign_rise(&board, s, most)).fold(em, f32::max)
    };
    let top = over(&upper) + em * 0.2;
    let bottom = (top + under(&upper) + em * 1.2 + over(&lower)).max(top + em * 6.0);
    let (left, right) = (em * BEND, board.width() - em * BEND);

    let mut ends = Vec::new();
    let mut x = left;
    for (slot, stop) in &upper {
        let rise = sign_rise(&board, stop, under(&upper));
        ends.push(station(&mut board, stop, Place { x, slot: *slot, track: top, rise, along: 1.0 }));
        x += slot;
    }
    let mut x = right;
    for (slot, stop) in &lower {
        x -= slot;
        let rise = sign_rise(&board, stop, under(&lower));
        ends.push(station(&mut board, stop, Place { x, slot: *slot, track: bottom, rise, along: -1.0 }));
    }
    let first = ends.first().map_or(left, |e: &(f32, f32)| e.0);
    let count = upper.len();
    board.run_out(0.0, 0.8);
    for pair in ends[..count].windows(2) {
        between(&mut board, pair[0].1, pair[1].0, top);
    }
    for pair in ends[count..].windows(2) {
        between(&mut board, pair[0].0, pair[1].1, bottom);
    }
    let (bend, edge) = (em * 1.9, em * 0.4);
    let turn = |x: f32, y: f32, from: f32| {
        let quarter = std::f32::consts::FRAC_PI_2;
        arc(at(x, y), at(bend, bend), quarter * from, quarter * (from + 1.0))
    };
    let (west, east) = (edge + bend, board.width() - edge - bend);
    let mut out = vec![at(ends[count - 1].1, top)];
    out.extend(turn(east, top + bend, -1.0));
    out.extend(turn(east, bottom - bend, 0.0));
    let mut back = Vec::new();
    match ends[count..].first() {
        Some(end) => out.push(at(end.1, bottom)),
        None => back.append(&mut out),
    }
    let last = ends[count..].last().map_or(right, |e| e.0);
    back.push(at(last, bottom));
    back.extend(turn(west, bottom - bend, 1.0));
    back.extend(turn(west, top + bend, 2.0));
    back.push(at(first - em * 0.5, top));
    if !out.is_empty() {
        board.line(&out, Ink::Line, 2.5);
    }
    board.run_out(0.8, 1.0);
    board.line(&back, Ink::Accent, 3.0);
    board.furnish();
    if !out.is_empty() {
        board.arrowhead(at(board.width() - edge, (top + bottom) / 2.0 + em * 0.3), at(0.0, 1.0), Ink::Line);
    }
    board.arrowhead(at(edge, (top + bottom) / 2.0 - em * 0.3), at(0.0, -1.0), Ink::Accent);
    board.arrowhead(at(first, top), at(1.0, 0.0), Ink::Accent);
    board.finish(bottom + under(&lower) + em * 0.3)
}

/// How high above its track a station's name stands: on its blocks, or level with its neighbours' names
/// where the difference would look like a mistake.
fn sign_rise(board: &Board, stop: &Stop<'_>, most: f32) -> f32 {
    let own = stop.size.y / 2.0;
    if most - own < board.em() * 1.5 { most } else { own }
}

/// Where a station lies.
struct Place {
    /// Its stretch of the line.
    x: f32,
    slot: f32,
    /// The height of the line.
    track: f32,
    /// How high above it the name stands.
    rise: f32,
    /// The direction of travel: 1 rightward, -1 leftward.
    along: f32,
}

/// Draws a station, and gives where the line enters and leaves it, left and right.
fn station(board: &mut Board, stop: &Stop<'_>, Place { x, slot, track, rise, along }: Place) -> (f32, f32) {
    let em = board.em();
    let points = em * POINTS;
    let from = x + (slot - stop.size.x) / 2.0;
    let to = from + stop.size.x;
    let top = track - stop.size.y / 2.0;
    for y in stop.tracks(top) {
        board.run_out(0.0, 0.6);
        board.line(&[at(from - points * 0.75, track), at(from - points * 0.4, y), at(from, y)], Ink::Line, 1.5);
        board.line(&[at(to, y), at(to + points * 0.4, y), at(to + points * 0.75, track)], Ink::Line, 1.5);
        board.stand();
        let tip = if along > 0.0 { from } else { to };
        board.arrowhead(at(tip, y), at(along, 0.0), Ink::Line);
    }
    let middle = track - rise - em * 0.35 - (stop.lettering - em * 0.35) / 2.0;
    board.lines(from, middle, &stop.heading, board.name());
    stop.draw(board, at(from, top));
    (from - points * 0.75, to + points * 0.75)
}

fn between(board: &mut Board, from: f32, to: f32, y: f32) {
    board.level(from.min(to), y, (to - from).abs(), Ink::Line, 2.5);
}

/// Where it is narrow: down on the left past every station, and back up on the right.
fn detour(mut board: Board, parts: &[Part<'_>], loose: &[Numbered<'_>]) -> Scene {
    let em = board.em();
    let (down, up) = (em * 0.6, board.width() - em * 0.6);
    let (left, right) = (em * 2.3, board.width() - em * 1.6);
    let bend = em * 1.4;
    let sources = parts.iter().map(Source::Part).chain(loose.iter().map(|n| Source::Loose(*n)));
    let stops: Vec<Stop<'_>> = sources.map(|s| s.stop(&board, right - left, usize::MAX)).collect();

    let mut y = em * 2.1;
    let mut platforms = Vec::new();
    for stop in &stops {
        let sign = y + (stop.lettering - em * 0.35) / 2.0;
        board.lines(left, sign, &stop.heading, board.name());
        let top = y + stop.lettering;
        for track in stop.tracks(top) {
            let fork = track - em * 1.1;
            board.line(&[at(down, fork), at(left - em * 0.9, track), at(left, track)], Ink::Line, 1.5);
            board.arrowhead(at(left, track), at(1.0, 0.0), Ink::Line);
        }
        stop.draw(&mut board, at(left, top));
        if !stop.heading.is_empty() {
            platforms.push(sign);
        }
        y = top + stop.size.y + em * 1.2;
    }
    let (top, bottom) = (em * 0.3, y + em * 0.4);
    let turn = |x: f32, y: f32, from: f32| {
        let quarter = std::f32::consts::FRAC_PI_2;
        arc(at(x, y), at(bend, bend), quarter * from, quarter * (from - 1.0))
    };
    let last = y - em * 1.2;
    board.run_out(0.0, 0.8);
    board.line(&[at(down, top + bend), at(down, last)], Ink::Line, 2.5);
    board.run_out(0.8, 1.0);
    let mut back = vec![at(down, last)];
    back.extend(turn(down + bend, bottom - bend, 2.0));
    back.extend(turn(up - bend, bottom - bend, 1.0));
    back.extend(turn(up - bend, top + bend, 0.0));
    back.extend(turn(down + bend, top + bend, -1.0));
    board.line(&back, Ink::Accent, 3.0);
    board.furnish();
    board.arrowhead(at(up, (top + bottom) / 2.0), at(0.0, -1.0), Ink::Accent);
    board.arrowhead(at(down, top + bend + em * 0.3), at(0.0, 1.0), Ink::Accent);
    for sign in platforms {
        board.disc(at(down, sign), em * 0.42, Ink::Ground);
        board.ring(at(down, sign), em * 0.42, Ink::Line, 2.0);
    }
    board.finish(bottom + em * 0.3)
}
