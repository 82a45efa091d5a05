use super::board::{Board, arc};
use super::names::named_box;
use super::tally::{Numbered, mark};
use crate::geometry::{Point, Rect, at, on_circle, rect};
use crate::ink::Ink;
use crate::text_layout::{width, wrap};

/// Boxes in a circle, each leading to the next; named where the text names them. Its uppermost part is
/// free, for what leads into it.
pub struct Ring<'a> {
    numbered: Option<Numbered<'a>>,
    boxes: Vec<(Rect, Vec<String>)>,
    title: Vec<String>,
    pub radii: Point,
}

/// More blank boxes than this are too small to be counted anyway.
const MOST: usize = 60;

impl<'a> Ring<'a> {
    /// About the origin, at most `room` wide and about `flat` times as high. Without a slogan it has
    /// `least` blank boxes.
    pub fn new(board: &Board, numbered: Option<Numbered<'a>>, least: usize, room: f32, flat: f32) -> Self {
        let em = board.em();
        let named = numbered.map_or(&[][..], |n| &n.slogan.parts);
        let title = numbered.map_or(Vec::new(), |n| wrap(&n.slogan.label, board.name().size, room * 0.36));
        let lines: Vec<Vec<String>> = named.iter().map(|name| lines(name, named, em, room)).collect();
        let lettered = lines.iter().flatten().map(|line| width(line, em)).fold(0.0, f32::max);
        let deep = lines.iter().map(|l| board.depth(l, board.label(Ink::Text))).fold(0.0, f32::max);
        let size = at(lettered + em * 1.1, deep + em * 0.8);
        let across = (room - size.x) / 2.0;
        let inside = board.depth(&title, board.name()) + em;
        let radii = at(across, (across * flat).max((size.y + inside) / 1.5));
        let ring = Self { numbered, boxes: place(lines, size, radii), title, radii };
        if ring.boxes.is_empty() || ring.is_crowded() { ring.blank(board, least, room, flat) } else { ring }
    }

    /// The same with boxes that have no names.
    fn blank(self, board: &Board, least: usize, room: f32, flat: f32) -> Self {
        let counted = self.numbered.map(|n| n.slogan.counts.iter().map(|&c| usize::from(c)).sum());
        let count: usize = counted.unwrap_or(least).clamp(1, MOST);
        let room = room.min(board.em() * 20.0);
        let around = std::f32::consts::PI * room * flat;
        let side = (around / count as f32 * 0.5).min(board.em() * 1.5);
        let across = (room - side) / 2.0;
        let radii = at(across, across * flat);
        Self { boxes: place(vec![Vec::new(); count], at(side, side), radii), radii, ..self }
    }

    fn is_crowded(&self) -> bool {
        let boxes = || self.boxes.iter().map(|(area, _)| *area);
        boxes().enumerate().any(|(i, a)| boxes().skip(i + 1).any(|b| a.inset(-4.0).overlaps(b)))
    }

    /// The bounds of the boxes and of the circle.
    pub fn bounds(&self) -> Rect {
        let circle = rect(-self.radii.x, -self.radii.y, self.radii.x * 2.0, self.radii.y * 2.0);
        self.boxes.iter().fold(circle, |all, (b, _)| {
            let (x, y) = (all.x.min(b.x), all.y.min(b.y));
            rect(x, y, all.right().max(b.right()) - x, all.bottom().max(b.bottom()) - y)
        })
    }

    pub fn draw(&self, board: &mut Board, center: Point) {
        let moved = |r: Rect| rect(center.x + r.x, center.y + r.y, r.w, r.h);
        if let Some(numbered) = self.numbered {
            board.lay(mark(numbered, moved(self.bounds())));
        }
        let count = self.boxes.len();
        for i in 0..count {
            let start = 0.4 + 0.6 * i as f32 / count as f32;
            board.run_out(start, start + 0.6 / count as f32);
            let clear = |p: &Point| !self.boxes.iter().any(|(b, _)| moved(*b).distance(*p) <= 3.0);
            let path: Vec<Point> =
                arc(center, self.radii, angle(i, count), angle(i + 1, count)).into_iter().filter(clear).collect();
            if let [first, .., before, tip] = path[..] {
                board.line(&path, Ink::Accent, 3.0);
                let (dx, dy) = (tip.x - before.x, tip.y - before.y);
                let long = dx.hypot(dy).max(f32::EPSILON);
                if (tip.x - first.x).hypot(tip.y - first.y) > board.em() {
                    board.arrowhead(tip, at(dx / long, dy / long), Ink::Accent);
                }
            }
        }
        board.stand();
        for (area, lines) in &self.boxes {
            named_box(board, moved(*area), lines, Ink::Line);
        }
        if let Some(middle) = self.title_middle(board) {
            board.lines(center.x, center.y + middle, &self.title, board.name().middle());
        }
        board.furnish();
    }

    /// The middle of the free height on the upright axis, if the title fits there.
    fn title_middle(&self, board: &Board) -> Option<f32> {
        let name = board.name();
        let wide = self.title.iter().map(|line| width(line, name.size)).fold(0.0, f32::max) + board.em();
        let in_way = |b: &&Rect| b.x < wide / 2.0 && b.right() > -wide / 2.0;
        let boxes = || self.boxes.iter().map(|(b, _)| b);
        let inner = self.radii.y - board.em() * 0.3;
        let top = boxes().filter(in_way).filter(|b| b.center().y < 0.0).map(|b| b.bottom()).fold(-inner, f32::max);
        let bottom = boxes().filter(in_way).filter(|b| b.center().y >= 0.0).map(|b| b.y).fold(inner, f32::min);
        let fits = bottom - top > board.depth(&self.title, name) && wide < self.radii.x * 2.0;
        (fits && !self.title.is_empty()).then_some((top + bottom) / 2.0)
    }
}

/// A name on one line where two boxes have room beside each other; else broken after the first
/// character that all names share, such as 为; else as any text.
fn lines(name: &str, all: &[String], em: f32, room: f32) -> Vec<String> {
    let widest = all.iter().map(|n| width(n, em)).fold(0.0, f32::max);
    if (widest + em) * 2.0 + em * 5.0 <= room {
        return vec![name.to_owned()];
    }
    let shared = |&(i, c): &(usize, char)| i > 0 && all.iter().all(|other| other.contains(c));
    let halves = name.char_indices().find(shared).map(|(i, c)| name.split_at(i + c.len_utf8()));
    match halves {
        Some((head, tail)) if width(head, em).max(width(tail, em)) <= em * 5.0 => {
            vec![head.to_owned(), tail.to_owned()]
        }
        _ => wrap(name, em, em * 4.2),
    }
}

/// Clockwise from the upper left, so that the top stays free between the last and the first.
fn angle(index: usize, count: usize) -> f32 {
    std::f32::consts::TAU * ((index as f32 - 0.5) / count as f32 - 0.25)
}

fn place(names: Vec<Vec<String>>, size: Point, radii: Point) -> Vec<(Rect, Vec<String>)> {
    let count = names.len();
    let boxed = |(i, lines)| {
        let on = on_circle(angle(i, count));
        let (x, y) = (radii.x * on.x, radii.y * on.y);
        (rect(x - size.x / 2.0, y - size.y / 2.0, size.x, size.y), lines)
    };
    names.into_iter().enumerate().map(boxed).collect()
}
