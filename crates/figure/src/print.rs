use super::code::{Code, QUIET};
use super::figure::Figure;
use super::frame::Frame;
use super::geometry::{at, rect};
use super::ink::Ink;
use super::kind::Kind;
use super::scene::{Align, Enter, Primitive, Scene, Shape, Text};
use super::scene_builder::Hand;
use super::text_layout::{Face, keep_whole, wrap};
use model::Edition;

/// What stands at the end of a sheet.
#[derive(Clone, Copy)]
pub enum Foot<'a> {
    /// Where the facts come from.
    Source,
    /// The same, with a QR code that leads back to the page. It is always dark on light: `inverted`
    /// says that the palette's ground is the darker colour; `module` is the side of one of the
    /// code's modules, in pixels of the sheet.
    Code { code: &'a Code, address: &'a str, inverted: bool, module: f32 },
}

/// A drawing as a standalone sheet: title, sentence, drawing, note, title block, foot. The sentence
/// is passed in, since the page has it already and the browser need not know how to write it. So is
/// the title, since a drawing on a card uses the card's.
pub fn sheet_of(figure: Figure<'_>, words: (&str, &str), frame: Frame, foot: Foot<'_>) -> Scene {
    sheet_around(figure, figure.plan(frame), words, frame, foot)
}

/// The same for a scene that has been planned already.
pub fn sheet_around(
    figure: Figure<'_>,
    scene: Scene,
    (title, sentence): (&str, &str),
    frame: Frame,
    foot: Foot<'_>,
) -> Scene {
    keep_whole(&figure.edition.words);
    let mut sheet = Sheet::new(scene.width);
    let (label, caption) = (frame.label(), figure.caption());
    let head = &figure.edition.masthead;

    let name = if title == head.title() { String::new() } else { format!(" {}", head.title()) };
    sheet.paragraph(&format!("{}{name}", head.place), Hand::sans(label, Ink::Soft));
    sheet.paragraph(title, Hand::serif(label * 1.5, Ink::Text));
    sheet.paragraph(sentence, Hand::sans(label, Ink::Text));
    sheet.y += label;
    sheet.insert(scene);
    sheet.y += label;
    // The cover has its note in the drawing.
    let note = caption.filter(|_| figure.kind != Kind::Cover).map_or("", |c| c.note.as_str());
    sheet.paragraph(note, Hand::sans(label, Ink::Soft));
    let strip = format!("{}　{}", figure.number(), caption.map_or("", |c| c.scale.as_str()));
    sheet.rule();
    sheet.paragraph(strip.trim_end(), Hand::sans(label, Ink::Text));
    sheet.foot(figure.edition, label, foot);
    sheet.finish()
}

/// The smallest letters, CSS pixels.
const LEAST_LETTERS: f32 = 12.0;

struct Sheet {
    scene: Scene,
    margin: f32,
    y: f32,
}

impl Sheet {
    /// A sheet for a drawing of this width.
    fn new(width: f32) -> Self {
        let margin = 20.0;
        Self { scene: Scene { width: width + 2.0 * margin, ..Scene::default() }, margin, y: margin }
    }

    fn foot(&mut self, edition: &Edition, label: f32, foot: Foot<'_>) {
        let sources: Vec<&str> = edition.documents.iter().map(|d| d.label.as_str()).collect();
        let source = format!("来源：{}", sources.join("、"));
        match foot {
            Foot::Source => self.paragraph(&source, Hand::sans(label, Ink::Soft)),
            Foot::Code { code, address, inverted, module } => {
                let top = self.y;
                let side = (code.side + 2 * QUIET) as f32 * module;
                self.code(code, inverted, module);
                let narrow = side + 16.0;
                self.scene.width -= narrow;
                self.paragraph(&source, Hand::sans(label, Ink::Soft));
                self.paragraph("扫码看这一页，每个数字都能点回原文", Hand::sans(label, Ink::Text));
                self.paragraph(address, Hand::sans(LEAST_LETTERS, Ink::Soft));
                self.scene.width += narrow;
                self.y = self.y.max(top + side);
            }
        }
    }

    /// Draws the code in the lower right corner, with its quiet margin.
    fn code(&mut self, code: &Code, inverted: bool, module: f32) {
        let (light, dark) = if inverted { (Ink::Text, Ink::Ground) } else { (Ink::Ground, Ink::Text) };
        let quiet = QUIET as f32 * module;
        let side = code.side as f32 * module + 2.0 * quiet;
        let (x, y) = ((self.scene.width - self.margin - side).floor(), self.y.ceil());
        self.put(Primitive::Fill { area: rect(x, y, side, side), ink: light });
        for run in code.runs() {
            let area = rect(x + quiet + run.x * module, y + quiet + run.y * module, run.w * module, module);
            self.put(Primitive::Fill { area, ink: dark });
        }
    }

    fn put(&mut self, primitive: Primitive) {
        self.scene.shapes.push(Shape { primitive, mark: None, enter: Enter::AT_ONCE, across: false });
    }

    fn paragraph(&mut self, text: &str, hand: Hand) {
        let leading = hand.size * if hand.face == Face::Serif { 1.3 } else { 1.6 };
        for line in wrap(text, hand.size, self.scene.width - 2.0 * self.margin) {
            let middle = at(self.margin, self.y + leading / 2.0);
            let (size, face, ink) = (hand.size, hand.face, hand.ink);
            self.put(Primitive::Text(Text { at: middle, text: line, size, face, align: Align::Start, ink }));
            self.y += leading;
        }
        self.y += hand.size * 0.4;
    }

    fn rule(&mut self) {
        let area = rect(self.margin, self.y, self.scene.width - 2.0 * self.margin, 1.0);
        self.put(Primitive::Fill { area, ink: Ink::Rule });
        self.y += 10.0;
    }

    fn insert(&mut self, scene: Scene) {
        let (dx, dy) = (self.margin, self.y);
        let marks = self.scene.marks.len();
        self.y += scene.height;
        self.scene.shapes.extend(scene.shapes.into_iter().map(|shape| Shape {
            primitive: shape.primitive.moved(dx, dy),
            mark: shape.mark.map(|mark| mark + marks),
            ..shape
        }));
        self.scene.marks.extend(scene.marks);
    }

    /// Adds the paper, behind everything.
    fn finish(mut self) -> Scene {
        self.scene.height = self.y + self.margin;
        let area = rect(0.0, 0.0, self.scene.width, self.scene.height);
        let primitive = Primitive::Fill { area, ink: Ink::Ground };
        self.scene.shapes.insert(0, Shape { primitive, mark: None, enter: Enter::AT_ONCE, across: false });
        self.scene
    }
}
