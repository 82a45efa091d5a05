use super::basis::Basis;
use super::catalogue::Figure;
use super::code::{Code, QUIET};
use super::draft::Hand;
use super::frame::Frame;
use super::geometry::{Point, Rect, at, rect};
use super::ink::Ink;
use super::lettering::{Face, wrap};
use super::plan::{Align, Enter, Form, Plan, Shape, Text};
use model::Edition;

/// What stands at the end of a sheet.
#[derive(Clone, Copy)]
pub enum Foot<'a> {
    /// Another sheet follows.
    Open,
    /// Where the facts come from.
    Source,
    /// The same, and the way back to the page; dark on light, whatever the palette: `inverted` says
    /// that its ground is the darker.
    Code { code: &'a Code, address: &'a str, inverted: bool },
}

/// A drawing as a sheet that stands on its own: title, sentence, drawing, note, title block, foot.
/// The sentence is given, as the page has it already and the browser need not know how to write it;
/// so is the title, which is the card's where the drawing is on one.
pub fn sheet_of(figure: Figure<'_>, words: (&str, &str), frame: Frame, basis: Basis, foot: Foot<'_>) -> Plan {
    sheet_around(figure, figure.plan(frame, basis), words, frame, foot)
}

/// The same for a plan that is there already.
pub fn sheet_around(
    figure: Figure<'_>,
    plan: Plan,
    (title, sentence): (&str, &str),
    frame: Frame,
    foot: Foot<'_>,
) -> Plan {
    let mut sheet = Sheet::new(plan.width);
    let (label, caption) = (frame.label(), figure.caption());
    let head = &figure.edition.masthead;

    if !matches!(foot, Foot::Open) {
        sheet.paragraph(&format!("{} {}", head.place, head.title()), Hand::sans(label, Ink::Soft));
    }
    sheet.paragraph(title, Hand::serif(label * 1.5, Ink::Text));
    sheet.paragraph(sentence, Hand::sans(label, Ink::Text));
    sheet.y += label;
    sheet.insert(plan);
    sheet.y += label;
    sheet.paragraph(caption.map_or("", |c| c.note.as_str()), Hand::sans(label, Ink::Soft));
    let strip = format!("{}　{}", figure.number(), caption.map_or("", |c| c.scale.as_str()));
    sheet.rule();
    sheet.paragraph(&strip, Hand::sans(label, Ink::Text));
    sheet.foot(figure.edition, label, foot);
    sheet.finish()
}

/// The head of a poster of the whole page, and of its end: only the foot.
pub fn masthead_of(edition: &Edition, frame: Frame, foot: Foot<'_>) -> Plan {
    let mut sheet = Sheet::new(frame.width);
    let (label, head) = (frame.label(), &edition.masthead);
    if matches!(foot, Foot::Open) {
        sheet.paragraph(&head.place, Hand::sans(label, Ink::Accent));
        for line in &head.headline {
            sheet.paragraph(line, Hand::serif(label * 2.6, Ink::Text));
        }
        sheet.paragraph(&head.standfirst, Hand::sans(label, Ink::Text));
    }
    sheet.foot(edition, label, foot);
    sheet.finish()
}

/// The side of a code's module, CSS pixels: whole, so that it is crisp.
const MODULE: f32 = 3.0;
/// The smallest letters, CSS pixels.
const LEAST_LETTERS: f32 = 12.0;

struct Sheet {
    plan: Plan,
    margin: f32,
    y: f32,
}

impl Sheet {
    /// For a drawing of this width.
    fn new(width: f32) -> Self {
        let margin = 20.0;
        Self { plan: Plan { width: width + 2.0 * margin, ..Plan::default() }, margin, y: margin }
    }

    fn foot(&mut self, edition: &Edition, label: f32, foot: Foot<'_>) {
        let sources: Vec<&str> = edition.documents.iter().map(|d| d.label.as_str()).collect();
        let source = format!("来源：{}", sources.join("、"));
        match foot {
            Foot::Open => {}
            Foot::Source => self.paragraph(&source, Hand::sans(label, Ink::Soft)),
            Foot::Code { code, address, inverted } => {
                let top = self.y;
                let side = (code.side + 2 * QUIET) as f32 * MODULE;
                self.code(code, inverted);
                let narrow = side + 16.0;
                self.plan.width -= narrow;
                self.paragraph(&source, Hand::sans(label, Ink::Soft));
                self.paragraph("扫码看这一页，每个数字都能点回原文", Hand::sans(label, Ink::Text));
                self.paragraph(address, Hand::sans(LEAST_LETTERS, Ink::Soft));
                self.plan.width += narrow;
                self.y = self.y.max(top + side);
            }
        }
    }

    /// In the lower right corner, with its margin.
    fn code(&mut self, code: &Code, inverted: bool) {
        let (light, dark) = if inverted { (Ink::Text, Ink::Ground) } else { (Ink::Ground, Ink::Text) };
        let quiet = QUIET as f32 * MODULE;
        let side = code.side as f32 * MODULE + 2.0 * quiet;
        let (x, y) = ((self.plan.width - self.margin - side).floor(), self.y.ceil());
        self.put(Form::Fill { area: rect(x, y, side, side), ink: light });
        for run in code.runs() {
            let area = rect(x + quiet + run.x * MODULE, y + quiet + run.y * MODULE, run.w * MODULE, MODULE);
            self.put(Form::Fill { area, ink: dark });
        }
    }

    fn put(&mut self, form: Form) {
        self.plan.shapes.push(Shape { form, mark: None, enter: Enter::AT_ONCE, across: false });
    }

    fn paragraph(&mut self, text: &str, hand: Hand) {
        let leading = hand.size * if hand.face == Face::Serif { 1.3 } else { 1.6 };
        for line in wrap(text, hand.size, self.plan.width - 2.0 * self.margin) {
            let middle = at(self.margin, self.y + leading / 2.0);
            let (size, face, ink) = (hand.size, hand.face, hand.ink);
            self.put(Form::Text(Text { at: middle, text: line, size, face, align: Align::Start, ink }));
            self.y += leading;
        }
        self.y += hand.size * 0.4;
    }

    fn rule(&mut self) {
        let area = rect(self.margin, self.y, self.plan.width - 2.0 * self.margin, 1.0);
        self.put(Form::Fill { area, ink: Ink::Rule });
        self.y += 10.0;
    }

    fn insert(&mut self, plan: Plan) {
        let (dx, dy) = (self.margin, self.y);
        let marks = self.plan.marks.len();
        self.y += plan.height;
        self.plan.shapes.extend(plan.shapes.into_iter().map(|shape| Shape {
            form: moved(shape.form, dx, dy),
            mark: shape.mark.map(|mark| mark + marks),
            ..shape
        }));
        self.plan.marks.extend(plan.marks);
    }

    /// Behind everything, the paper.
    fn finish(mut self) -> Plan {
        self.plan.height = self.y + self.margin;
        let area = rect(0.0, 0.0, self.plan.width, self.plan.height);
        let form = Form::Fill { area, ink: Ink::Ground };
        self.plan.shapes.insert(0, Shape { form, mark: None, enter: Enter::AT_ONCE, across: false });
        self.plan
    }
}

fn moved(form: Form, dx: f32, dy: f32) -> Form {
    let point = |p: Point| at(p.x + dx, p.y + dy);
    let area_of = |a: Rect| Rect { x: a.x + dx, y: a.y + dy, ..a };
    let all = |points: Vec<Point>| points.into_iter().map(point).collect();
    match form {
        Form::Fill { area, ink } => Form::Fill { area: area_of(area), ink },
        Form::Outline { area, ink, weight } => Form::Outline { area: area_of(area), ink, weight },
        Form::Line { points, ink, weight } => Form::Line { points: all(points), ink, weight },
        Form::Polygon { points, ink, opacity } => Form::Polygon { points: all(points), ink, opacity },
        Form::Disc { center, radius, ink } => Form::Disc { center: point(center), radius, ink },
        Form::Ring { center, radius, ink, weight } => Form::Ring { center: point(center), radius, ink, weight },
        Form::Text(text) => Form::Text(Text { at: point(text.at), ..text }),
    }
}
