use super::bay::Bay;
use crate::ink::Ink;
use crate::scene_builder::{Hand, SceneBuilder};
use crate::text_layout::{width, wrap_at_most};
use model::Target;

/// A heading: the number first and large, what limits it small beside it, then what it counts.
pub struct Heading {
    bay: Bay,
    /// The source's word of caution and 超.
    before: String,
    number: String,
    /// The unit and 内.
    after: String,
    label: Vec<String>,
    /// The size of the number.
    numeral: f32,
    place: Place,
}

/// Where the label stands.
#[derive(Clone, Copy, PartialEq, Eq)]
enum Place {
    /// At the right end of the number's line.
    Beside,
    /// Under the number.
    Below,
}

/// Between the number and the words at its sides, in ems of the words.
const SPACE: f32 = 0.35;

impl Heading {
    pub fn of(target: &Target, bay: Bay) -> Self {
        let (before, after) = target.around();
        let number = target.quantity.number();
        Self::new(before, number, after, &[&target.label], bay)
    }

    /// The label's parts share a line only where all fit on one.
    pub fn new(before: String, number: String, after: String, label: &[&str], bay: Bay) -> Self {
        let (frame, size) = (bay.frame, bay.frame.label());
        let room = frame.least(bay.words());
        let wished = frame.numeral() * if bay.lead { 1.35 } else { 1.0 };
        let beside_number =
            width(&after, size) + size * SPACE + if bay.is_split() { 0.0 } else { aside(&before, size) };
        let numeral = wished.min((room - beside_number) / width(&number, 1.0)).max(size);
        let left = room - beside_number - width(&number, numeral) - size;
        let short = broken(label, size, left.max(size));
        let fits = short.len() <= 2 && left >= size * 4.0 && short.iter().all(|line| width(line, size) <= left);
        let place = if fits && !bay.is_split() { Place::Beside } else { Place::Below };
        let label = if place == Place::Beside { short } else { broken(label, size, room) };
        Self { bay, before, number, after, label, numeral, place }
    }

    /// The whole height, with the gap to the picture if that is below.
    pub fn height(&self) -> f32 {
        let lines = match self.place {
            Place::Beside => 0.0,
            Place::Below => self.bay.line() * self.label.len() as f32,
        };
        let gap = if self.bay.is_split() { 0.0 } else { self.bay.frame.v(12.0) };
        self.over() + self.number_height() + lines + gap
    }

    /// In two columns the words before the number get a line of their own.
    fn over(&self) -> f32 {
        if self.bay.is_split() && !self.before.is_empty() { self.bay.line() } else { 0.0 }
    }

    fn number_height(&self) -> f32 {
        let two_lines = if self.place == Place::Beside && self.label.len() > 1 { self.bay.line() * 2.0 } else { 0.0 };
        (self.numeral * 1.12 / self.bay.frame.least(1.0)).max(two_lines)
    }

    pub fn draw(&self, builder: &mut SceneBuilder) {
        let Bay { frame, top, .. } = self.bay;
        let (size, leading) = (frame.label(), self.bay.leading());
        let soft = Hand::sans(size, Ink::Soft);
        // In a column of its own the text starts at the top; above a picture it is centred in its
        // band.
        let middle = if self.bay.is_split() {
            top + self.over().min(leading) + self.numeral * 0.56
        } else {
            top + self.number_height() / 2.0
        };
        // Words stand on the number's baseline.
        let base = middle + 0.36 * (self.numeral - size);
        builder.stand();
        let mut x = 0.0;
        if self.over() > 0.0 {
            builder.text(0.0, top + leading / 2.0, self.before.as_str(), soft);
        } else if !self.before.is_empty() {
            builder.text(0.0, base, self.before.as_str(), soft);
            x += aside(&self.before, size);
        }
        builder.text(x, middle, self.number.as_str(), Hand::serif(self.numeral, Ink::Text));
        x += width(&self.number, self.numeral) + size * SPACE;
        builder.text(x, base, self.after.as_str(), soft);
        let hand = Hand::sans(size, Ink::Text);
        let lines = self.label.len() as f32;
        match self.place {
            Place::Beside => {
                let up = leading * (lines - 1.0) / 2.0;
                builder.lines(frame.width, base - up, &self.label, leading, hand.end());
            }
            Place::Below => {
                let under = middle + self.numeral * 0.56 + leading * lines / 2.0;
                builder.lines(0.0, under, &self.label, leading, hand);
            }
        }
    }
}

/// The parts on one line, or else each broken by itself.
fn broken(parts: &[&str], size: f32, room: f32) -> Vec<String> {
    let whole = parts.concat();
    if width(&whole, size) <= room {
        return vec![whole];
    }
    parts.iter().flat_map(|part| wrap_at_most(part, size, room, 4)).collect()
}

/// The width of a word before the number with its space; zero without a word.
fn aside(word: &str, size: f32) -> f32 {
    if word.is_empty() { 0.0 } else { width(word, size) + size * SPACE }
}
