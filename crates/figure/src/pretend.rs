use super::figure::Figure;
use super::geometry::{Point, Rect};
use super::ink::Ink;
use super::scene::{Primitive, Scene};
use super::text_layout::Face;
use model::{Guess, Guessing};

/// Shows a guess in place of the answer, and finds the guess that a touch means.
impl Figure<'_> {
    /// Hides the answer while the reader guesses: a question mark replaces the number, the bar is
    /// as long as guessed, and of a hundred things as many are solid as guessed.
    pub fn cover(self, scene: &mut Scene, guessing: Guessing) {
        let (Guessing::Open(hundredths), Some(guess)) = (guessing, self.guess()) else {
            return;
        };
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
        if let Some(bar) = whole(guess, scene) {
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
