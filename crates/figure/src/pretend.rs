use super::figure::Figure;
use super::geometry::{Point, Rect};
use super::ink::Ink;
use super::scene::{Primitive, Scene, Shape};
use super::text_layout::{Face, width};
use model::{Guess, Guessing, Target, TargetView};

/// Shows a guess in place of the answer, and finds the guess that a touch means.
impl Figure<'_> {
    /// Hides the answer while the reader guesses: a question mark replaces the number, the bar is
    /// as long as guessed, also that of where a number is to fall or rise to, and of a hundred things as many are solid as guessed.
    pub fn cover(self, scene: &mut Scene, guessing: Guessing) {
        let (Guessing::Open(hundredths), Some(guess)) = (guessing, self.guess()) else {
            return;
        };
        if let (Some(target), Some(answer)) = (self.change(guess), mark(scene, &guess.answer)) {
            cover_change(scene, answer, target, f32::from(hundredths) / 100.0);
        }
        let length = whole(guess, scene).map(|bar| bar.w * f32::from(hundredths) / 100.0);
        let answer = mark(scene, &guess.answer);
        let mut solid = usize::from(hundredths);
        for shape in scene.shapes.iter_mut().filter(|shape| answer.is_some() && shape.mark == answer) {
            match &mut shape.primitive {
                Primitive::Text(text) if text.face == Face::Serif => text.text = "？".to_owned(),
                Primitive::Fill { area, .. } => area.w = length.unwrap_or(area.w),
                Primitive::Polygon { points, .. } | Primitive::Line { points, .. } => {
                    let mut points = std::mem::take(points);
                    shape.primitive = if solid > 0 {
                        Primitive::Polygon { points, ink: Ink::Accent, opacity: 1.0 }
                    } else {
                        points.extend(points.first().copied());
                        Primitive::Line { points, ink: Ink::Rule, weight: 1.0 }
                    };
                    solid = solid.saturating_sub(1);
                }
                _ => {}
            }
        }
    }

    /// The guess, in hundredths, that a point of the drawing stands for.
    pub fn guessed_at(self, scene: &Scene, point: Point) -> Option<u8> {
        let guess = self.guess()?;
        let change = self.change(guess).and_then(|_| Bars::of(scene, mark(scene, &guess.answer)?));
        if let Some(bar) = whole(guess, scene).or_else(|| change.map(|bars| bars.whole(scene))) {
            let share = ((point.x - bar.x) / bar.w.max(1.0)).clamp(0.0, 1.0);
            return Some((share * 100.0).round() as u8);
        }
        let answer = mark(scene, &guess.answer)?;
        let (mut nearest, mut guessed, mut things) = (f32::MAX, None, 0);
        for shape in scene.shapes.iter().filter(|shape| shape.mark == Some(answer)) {
            if let Primitive::Polygon { points, .. } | Primitive::Line { points, .. } = &shape.primitive {
                things += 1;
                let first = points.first()?;
                let away = (first.x - point.x).hypot(first.y - point.y);
                if away < nearest {
                    (nearest, guessed) = (away, Some(things));
                }
            }
        }
        guessed
    }

    fn guess(&self) -> Option<&Guess> {
        self.edition.guess(self.kind.id(self.edition))
    }

    /// The target that is the answer, if it is drawn as a fall or rise.
    fn change(&self, guess: &Guess) -> Option<&Target> {
        let (_, target) = self.edition.targets().find(|(_, target)| target.id == guess.answer)?;
        (target.view == TargetView::Plain && target.quantity.start.is_some()).then_some(target)
    }
}

/// The two bars of a fall or rise, as indices of shapes; behind each is its label.
struct Bars([usize; 2]);

impl Bars {
    fn of(scene: &Scene, answer: usize) -> Option<Self> {
        let is_bar = |shape: &Shape| shape.mark == Some(answer) && matches!(shape.primitive, Primitive::Fill { .. });
        let mut bars = (0..scene.shapes.len()).filter(|&i| is_bar(&scene.shapes[i]));
        Some(Self([bars.next()?, bars.next()?]))
    }

    /// The bar that would be 100%, with room for a label behind it.
    fn whole(&self, scene: &Scene) -> Rect {
        let labels = self.0.map(|bar| match &scene.shapes[bar + 1].primitive {
            Primitive::Text(text) => width(&text.text, text.size) + text.size,
            _ => 0.0,
        });
        let Primitive::Fill { area, .. } = scene.shapes[self.0[0]].primitive else {
            return Rect::default();
        };
        Rect { w: scene.width - area.x - labels[0].max(labels[1]), ..area }
    }
}

/// Puts the guess in place of the number's end. The scale, which would reach just as far as the larger
/// of the two numbers, is now one of a hundred, and the arrow between them is gone.
fn cover_change(scene: &mut Scene, answer: usize, target: &Target, guessed: f32) {
    let Some(bars) = Bars::of(scene, answer) else {
        return;
    };
    let [_, last] = bars.0;
    if let Primitive::Text(label) = &mut scene.shapes[last + 1].primitive {
        label.text = format!("到？{}", target.quantity.amount.unit);
    }
    let (whole, start) = (bars.whole(scene), target.quantity.start.map_or(0.0, |start| start.to_f64() as f32 / 100.0));
    for (bar, share) in bars.0.into_iter().zip([start.min(1.0), guessed]) {
        let to = whole.w * share;
        if let Primitive::Fill { area, .. } = &mut scene.shapes[bar].primitive {
            area.w = to;
        }
        if let Primitive::Text(label) = &mut scene.shapes[bar + 1].primitive {
            label.at.x = whole.x + to + label.size * 0.5;
        }
    }
    let mut index = 0..;
    scene.shapes.retain(|shape| index.next().is_some_and(|i| i <= last + 1) || shape.mark != Some(answer));
}

fn mark(scene: &Scene, key: &str) -> Option<usize> {
    scene.marks.iter().position(|mark| mark.key == key)
}

/// The bar that represents 100%.
fn whole(guess: &Guess, scene: &Scene) -> Option<Rect> {
    let whole = mark(scene, guess.whole.as_ref()?)?;
    scene.shapes.iter().filter(|shape| shape.mark == Some(whole)).find_map(|shape| match shape.primitive {
        Primitive::Fill { area, .. } => Some(area),
        _ => None,
    })
}
