use super::catalogue::{Basis, Figure};
use super::draft::Hand;
use super::frame::Frame;
use super::geometry::{Point, Rect, at, rect};
use super::ink::Ink;
use super::lettering::{Face, wrap};
use super::plan::{Align, Enter, Form, Plan, Shape, Text};

/// A drawing as a sheet that stands on its own: title, sentence, drawing, note, title block, source.
/// The sentence is given, as the page has it already and the browser need not know how to write it.
pub fn sheet_of(figure: Figure<'_>, sentence: &str, frame: Frame, basis: Basis) -> Plan {
    let plan = figure.plan(frame, basis);
    let margin = 20.0;
    let mut sheet = Sheet { plan: Plan { width: plan.width + 2.0 * margin, ..Plan::default() }, margin, y: margin };
    let (label, caption) = (frame.label(), figure.caption());
    let head = &figure.edition.masthead;

    sheet.paragraph(&format!("{} {}", head.place, head.headline.concat()), Hand::sans(label, Ink::Soft));
    sheet.paragraph(caption.map_or("", |c| c.title.as_str()), Hand::serif(label * 1.5, Ink::Text));
    sheet.paragraph(sentence, Hand::sans(label, Ink::Text));
    sheet.y += label;
    sheet.insert(plan);
    sheet.y += label;
    sheet.paragraph(caption.map_or("", |c| c.note.as_str()), Hand::sans(label, Ink::Soft));
    let strip = format!("{}　{}", figure.number(), caption.map_or("", |c| c.scale.as_str()));
    sheet.rule();
    sheet.paragraph(&strip, Hand::sans(label, Ink::Text));
    let sources: Vec<&str> = figure.edition.documents.iter().map(|d| d.label.as_str()).collect();
    sheet.paragraph(&format!("来源：{}", sources.join("、")), Hand::sans(label, Ink::Soft));
    sheet.finish()
}

struct Sheet {
    plan: Plan,
    margin: f32,
    y: f32,
}

impl Sheet {
    fn put(&mut self, form: Form) {
        self.plan.shapes.push(Shape { form, mark: None, enter: Enter::AT_ONCE });
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
        self.plan.shapes.insert(0, Shape { form, mark: None, enter: Enter::AT_ONCE });
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
