use std::fmt::Write;

use crate::head::PICTURE;
use crate::html::escape;
use figure::{Face, PaintOptions, Palette, Primitive, Scene, svg, width, wrap};

/// A picture under construction: its SVG, and its text by face.
#[derive(Default)]
pub struct Sheet {
    body: String,
    said: Vec<(Face, String)>,
}

/// A place on a picture, pixels.
#[derive(Clone, Copy)]
pub struct Area {
    pub x: f32,
    pub y: f32,
    pub w: f32,
    pub h: f32,
}

/// How a text is set.
#[derive(Clone, Copy)]
pub struct Hand<'a> {
    pub face: Face,
    pub size: f32,
    pub colour: &'a str,
}

impl Hand<'_> {
    pub fn width(self, text: &str) -> f32 {
        width(text, self.size)
    }

    pub fn leading(self) -> f32 {
        self.size * if self.face == Face::Serif { 1.28 } else { 1.62 }
    }
}

impl Sheet {
    pub fn put(&mut self, svg: &str) {
        self.body += svg;
    }

    pub fn fill(&mut self, a: Area, colour: &str) {
        let _ = write!(
            self.body,
            "<rect x=\"{}\" y=\"{}\" width=\"{}\" height=\"{}\" fill=\"{colour}\"/>",
            a.x, a.y, a.w, a.h
        );
    }

    /// Draws a line of text, vertically centred on `y`; returns where it ends.
    pub fn text(&mut self, x: f32, y: f32, text: &str, hand: Hand<'_>) -> f32 {
        self.line(x, y, text, hand, "start");
        x + hand.width(text)
    }

    /// The same, right-aligned at `x`.
    pub fn text_to(&mut self, x: f32, y: f32, text: &str, hand: Hand<'_>) {
        self.line(x, y, text, hand, "end");
    }

    pub fn line(&mut self, x: f32, y: f32, text: &str, hand: Hand<'_>, anchor: &str) {
        let (size, colour) = (hand.size, hand.colour);
        let weight = if hand.face == Face::Serif { " font-weight=\"900\"" } else { "" };
        let _ = write!(
            self.body,
            "<text x=\"{x}\" y=\"{}\" font-family=\"{}\"{weight} font-size=\"{size}\" fill=\"{colour}\" \
             text-anchor=\"{anchor}\">{}</text>",
            y + size * 0.36,
            hand.face.family(),
            escape(text)
        );
        self.said.push((hand.face, text.to_owned()));
    }

    /// Draws lines from `y` downwards; returns where they end.
    pub fn paragraph(&mut self, x: f32, y: f32, lines: &[String], hand: Hand<'_>) -> f32 {
        for (i, line) in lines.iter().enumerate() {
            self.text(x, y + hand.leading() * (i as f32 + 0.5), line, hand);
        }
        y + hand.leading() * lines.len() as f32
    }

    /// Draws a drawing centred, as large as fits.
    pub fn drawing(&mut self, scene: &Scene, palette: &Palette, place: Area) {
        let scale = (place.w / scene.width).min(place.h / scene.height);
        let (w, h) = (scene.width * scale, scene.height * scale);
        let (x, y) = (place.x + (place.w - w) / 2.0, place.y + (place.h - h) / 2.0);
        let drawn = svg::literal(scene, PaintOptions::plain(palette, 1.0));
        let at = format!("<svg x=\"{x:.2}\" y=\"{y:.2}\" width=\"{w:.2}\" height=\"{h:.2}\" ");
        self.body += &drawn.replacen("<svg ", &at, 1);
        let said = scene.shapes.iter().filter_map(|shape| match &shape.primitive {
            Primitive::Text(text) => Some((text.face, text.text.clone())),
            _ => None,
        });
        self.said.extend(said);
    }

    /// Every character with its face, white space aside.
    pub fn said(&self) -> impl Iterator<Item = (Face, char)> + '_ {
        let characters = self.said.iter().flat_map(|(face, text)| text.chars().map(move |c| (*face, c)));
        characters.filter(|(_, c)| !c.is_whitespace())
    }

    pub fn to_svg(&self) -> String {
        let (w, h) = PICTURE;
        format!(
            "<svg xmlns=\"http://www.w3.org/2000/svg\" viewBox=\"0 0 {w} {h}\" width=\"{w}\" height=\"{h}\">{}</svg>",
            self.body
        )
    }
}

/// The largest size at which the text fits the height; the smallest if none does, with all of its
/// lines.
pub fn fitted<'a>(text: &str, hand: Hand<'a>, sizes: &[f32], room: f32, height: f32) -> (Hand<'a>, Vec<String>) {
    let mut last = (hand, Vec::new());
    for &size in sizes {
        let hand = Hand { size, ..hand };
        let lines = wrap(text, size, room);
        let fits = hand.leading() * lines.len() as f32 <= height;
        last = (hand, lines);
        if fits {
            break;
        }
    }
    last
}

/// A heading: it breaks after punctuation, as on the page, unless that would make it small.
pub fn heading<'a>(text: &str, hand: Hand<'a>, room: f32, height: f32) -> (Hand<'a>, Vec<String>) {
    const LARGEST: f32 = 54.0;
    const LEAST: f32 = 38.0;
    let phrases: Vec<String> = text.split_inclusive(['，', '、', '：']).map(str::to_owned).collect();
    let widest = phrases.iter().map(|phrase| width(phrase, 1.0)).fold(1.0, f32::max);
    let hand = Hand { size: (room / widest).min(LARGEST), ..hand };
    if hand.size >= LEAST && hand.leading() * phrases.len() as f32 <= height {
        return (hand, phrases);
    }
    fitted(text, hand, &[54.0, 48.0, 42.0, 36.0, 30.0, 26.0], room, height)
}
