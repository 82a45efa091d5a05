//! All planned drawings of all editions, and the rules for them.
#![allow(dead_code, reason = "each suite uses a part of it")]

use std::collections::{BTreeMap, BTreeSet};
use std::sync::LazyLock;

use figure::{Figure, Frame, Kind, Primitive, Rect, Scene, Text, figures};
use model::{Edition, Quotation, Size};

use crate::support::{editions, half_width, names, quotations};

/// A drawing planned for one frame.
pub struct Drawn {
    pub edition: &'static str,
    pub figure: Figure<'static>,
    pub frame: Frame,
    pub scene: Scene,
}

/// All drawings of all editions.
pub fn drawings() -> Vec<(&'static str, Figure<'static>)> {
    editions().into_iter().flat_map(|(name, edition)| drawings_of(name, edition)).collect()
}

fn drawings_of(name: &'static str, edition: &'static Edition) -> impl Iterator<Item = (&'static str, Figure<'static>)> {
    figures(edition).into_iter().map(move |kind| (name, Figure::new(edition, kind)))
}

/// All drawings in one frame.
pub fn drawn(width: f32, size: Size) -> Vec<Drawn> {
    editions().into_iter().flat_map(|(name, edition)| drawn_of(name, edition, width, size)).collect()
}

/// The same for one edition.
pub fn drawn_of(name: &'static str, edition: &'static Edition, width: f32, size: Size) -> Vec<Drawn> {
    let frame = Frame::new(width, size);
    let scene = |(edition, figure): (_, Figure<'static>)| {
        let scene = figure.plan(frame);
        Drawn { edition, figure, frame, scene }
    };
    drawings_of(name, edition).map(scene).collect()
}

impl Drawn {
    /// The drawing's name in failures, without its width.
    pub fn name(&self) -> String {
        let id = self.figure.kind.id(self.figure.edition);
        format!("{} {id} {}", self.edition, self.frame.size.as_str())
    }

    fn texts(&self) -> Vec<&Text> {
        texts_of(&self.scene)
    }
}

/// The texts of a scene, in painting order.
pub fn texts_of(scene: &Scene) -> Vec<&Text> {
    let texts = scene.shapes.iter().filter_map(|shape| match &shape.primitive {
        Primitive::Text(text) => Some(text),
        _ => None,
    });
    texts.collect()
}

/// Returns the drawing's breaches of the rule.
pub type Rule = fn(&Drawn) -> Vec<String>;

pub type Rules = [(&'static str, Rule)];

/// Rules of layout, for any words.
pub const LAYOUT: [(&str, Rule); 6] = [
    ("all numbers are finite", not_finite),
    ("no two texts overlap", |drawn| overlaps(&drawn.scene)),
    ("nothing leaves the frame", |drawn| outside(&drawn.scene)),
    ("every mark can be hit by a finger", hard_to_hit),
    ("lettering can be read", hard_to_read),
    ("what enters has come in by the end", late),
];

/// Rules about words, for editions written by people.
pub const WORDS: [(&str, Rule); 2] =
    [("every mark says what it is", nameless), ("quotations, links and topics are the edition's", strange)];

/// Breaches of all rules, each with the widths where it occurs.
pub fn breaks<'a>(drawings: impl IntoIterator<Item = &'a Drawn>) -> Vec<String> {
    breaks_of(&[&LAYOUT[..], &WORDS].concat(), drawings)
}

/// Breaches of these rules.
pub fn breaks_of<'a>(rules: &Rules, drawings: impl IntoIterator<Item = &'a Drawn>) -> Vec<String> {
    let mut seen: BTreeMap<(String, &str), (Vec<f32>, String)> = BTreeMap::new();
    for drawn in drawings {
        for &(rule, broken) in rules {
            let found = broken(drawn);
            if let Some(first) = found.first() {
                let example = format!("{first} ({} such)", found.len());
                let entry = seen.entry((drawn.name(), rule)).or_insert_with(|| (Vec::new(), example));
                entry.0.push(drawn.frame.width);
            }
        }
    }
    let line = |((name, rule), (widths, example)): (_, (Vec<f32>, String))| {
        let least = widths.iter().copied().fold(f32::INFINITY, f32::min);
        let most = widths.iter().copied().fold(0.0, f32::max);
        format!("{name}: not true that {rule}, at {} widths {least}–{most}: {example}", widths.len())
    };
    seen.into_iter().map(line).collect()
}

fn not_finite(drawn: &Drawn) -> Vec<String> {
    let scene = &drawn.scene;
    let mut numbers = vec![scene.width, scene.height];
    for shape in &scene.shapes {
        numbers.extend([shape.enter.from, shape.enter.to]);
        let area = extent(&shape.primitive);
        numbers.extend([area.x, area.y, area.w, area.h]);
        match &shape.primitive {
            Primitive::Fill { .. } => {}
            Primitive::Outline { weight, .. } | Primitive::Line { weight, .. } => numbers.push(*weight),
            Primitive::Polygon { opacity, .. } => numbers.push(*opacity),
            Primitive::Disc { radius, .. } => numbers.push(*radius),
            Primitive::Ring { radius, weight, .. } => numbers.extend([*radius, *weight]),
            Primitive::Text(text) => numbers.push(text.size),
        }
    }
    numbers.extend(scene.marks.iter().flat_map(|mark| [mark.area.x, mark.area.y, mark.area.w, mark.area.h]));
    let finite = numbers.iter().all(|n| n.is_finite());
    let sized = scene.width == drawn.frame.width && scene.height > 0.0;
    (!finite || !sized).then(|| format!("{} × {}", scene.width, scene.height)).into_iter().collect()
}

/// Pairs of texts that overlap by more than a pixel.
pub fn overlaps(scene: &Scene) -> Vec<String> {
    let texts = texts_of(scene);
    let areas: Vec<Rect> = texts.iter().map(|text| text.area().inset(1.0)).collect();
    let pairs = (0..areas.len()).flat_map(|a| (a + 1..areas.len()).map(move |b| (a, b)));
    let wrong = pairs.filter(|&(a, b)| areas[a].overlaps(areas[b]));
    wrong.map(|(a, b)| format!("“{}” and “{}”", texts[a].text, texts[b].text)).collect()
}

/// Shapes that leave the frame by more than a pixel.
pub fn outside(scene: &Scene) -> Vec<String> {
    let out = |area: Rect| {
        area.x < -1.0 || area.y < -1.0 || area.right() > scene.width + 1.0 || area.bottom() > scene.height + 1.0
    };
    let shapes = scene.shapes.iter().filter(|shape| out(extent(&shape.primitive)));
    shapes.map(|shape| format!("{:?} in {} × {}", shape.primitive, scene.width, scene.height)).collect()
}

fn extent(form: &Primitive) -> Rect {
    match form {
        Primitive::Fill { area, .. } | Primitive::Outline { area, .. } => *area,
        Primitive::Line { points, .. } | Primitive::Polygon { points, .. } => {
            let (mut least, mut most) = ((f32::INFINITY, f32::INFINITY), (f32::NEG_INFINITY, f32::NEG_INFINITY));
            for p in points {
                least = (least.0.min(p.x), least.1.min(p.y));
                most = (most.0.max(p.x), most.1.max(p.y));
            }
            Rect { x: least.0, y: least.1, w: most.0 - least.0, h: most.1 - least.1 }
        }
        Primitive::Disc { center, radius, .. } | Primitive::Ring { center, radius, .. } => {
            Rect { x: center.x - radius, y: center.y - radius, w: radius * 2.0, h: radius * 2.0 }
        }
        Primitive::Text(text) => text.area(),
    }
}

/// Marks smaller than 24 px, outside the frame, or covered by others at their centre.
fn hard_to_hit(drawn: &Drawn) -> Vec<String> {
    let scene = &drawn.scene;
    let frame = Rect { x: -0.5, y: -0.5, w: scene.width + 1.0, h: scene.height + 1.0 };
    let wrong = scene.marks.iter().enumerate().filter_map(|(i, mark)| {
        let area = mark.area;
        let corners = [(area.x, area.y), (area.right(), area.bottom())];
        let what = if area.w < 24.0 || area.h < 24.0 {
            "is small"
        } else if corners.into_iter().any(|(x, y)| frame.distance(figure::Point { x, y }) > 0.0) {
            "leaves the frame"
        } else if scene.mark_near(area.center()) != Some(i) {
            "is covered"
        } else {
            return None;
        };
        Some(format!("{} {what}: {area:?}", mark.key))
    });
    wrong.collect()
}

/// Duplicate keys, empty words, shapes that refer to missing marks.
fn nameless(drawn: &Drawn) -> Vec<String> {
    let marks = &drawn.scene.marks;
    let mut keys = BTreeSet::new();
    let wrong =
        marks.iter().filter(|mark| mark.key.is_empty() || mark.name.trim().is_empty() || !keys.insert(&mark.key));
    let mut wrong: Vec<String> = wrong.map(|mark| format!("{} “{}”", mark.key, mark.name)).collect();
    let strays = drawn.scene.shapes.iter().filter_map(|shape| shape.mark).filter(|&mark| mark >= marks.len());
    wrong.extend(strays.map(|mark| format!("a shape of mark {mark} of {}", marks.len())));
    let words = marks.iter().flat_map(|mark| [Some(&mark.name), Some(&mark.value), mark.note.as_ref()]).flatten();
    wrong.extend(words.filter(|text| !half_width(text).is_empty()).map(|text| format!("half-width: {text}")));
    wrong
}

/// Everything in an edition that marks may refer to.
struct Known {
    quotes: Vec<Quotation>,
    ids: BTreeSet<String>,
}

static KNOWN: LazyLock<BTreeMap<&'static str, Known>> = LazyLock::new(|| {
    let known =
        |edition| Known { quotes: quotations(edition).into_iter().map(|(_, q)| q).collect(), ids: names(edition) };
    editions().into_iter().map(|(name, edition)| (name, known(edition))).collect()
});

fn strange(drawn: &Drawn) -> Vec<String> {
    let known = &KNOWN[drawn.edition];
    let wrong = drawn.scene.marks.iter().filter(|mark| {
        let quoted = mark.quote.as_ref().is_none_or(|quote| known.quotes.contains(quote));
        let led = mark.target.as_ref().is_none_or(|id| known.ids.contains(id.as_str()));
        !(quoted && led && mark.tags.iter().all(|id| drawn.figure.edition.choice(id).is_some()))
    });
    wrong.map(|mark| format!("{}: {:?} {:?} {:?}", mark.key, mark.quote, mark.target, mark.tags)).collect()
}

/// Empty lines, small type, and half-width punctuation beside Chinese.
fn hard_to_read(drawn: &Drawn) -> Vec<String> {
    let least = match drawn.figure.kind {
        // The page never shows the cover's type smaller than planned.
        Kind::Cover => 12.0 * drawn.frame.enlargement(),
        _ => drawn.frame.label(),
    } - 0.01;
    let wrong = drawn
        .texts()
        .into_iter()
        .filter(|t| t.text.trim().is_empty() || t.size < least || !half_width(&t.text).is_empty());
    wrong.map(|text| format!("“{}” at {} px", text.text, text.size)).collect()
}

fn late(drawn: &Drawn) -> Vec<String> {
    let late = drawn.scene.shapes.iter().filter(|shape| shape.enter.share(1.0) < 1.0);
    late.map(|shape| format!("{:?} of {:?}", shape.enter, shape.primitive)).collect()
}
