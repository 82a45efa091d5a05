use super::geometry::Rect;
use super::ink::Ink;
use super::scene::{Primitive, Scene, Shape};

/// Interpolates between two scenes: the bars of marks have come as far as `share`, everything else
/// is as in `to`. `None` if the scenes have different bars, or none.
pub fn between(from: &Scene, to: &Scene, share: f32) -> Option<Scene> {
    let same = bars(from).map(|(mark, ink, _)| (mark, ink)).eq(bars(to).map(|(mark, ink, _)| (mark, ink)));
    if !same || bars(to).next().is_none() {
        return None;
    }
    let mut scene = to.clone();
    let starts: Vec<Rect> = bars(from).map(|(_, _, area)| area).collect();
    for (shape, start) in scene.shapes.iter_mut().filter(|shape| bar(shape).is_some()).zip(starts) {
        if let Primitive::Fill { area, .. } = &mut shape.primitive {
            *area = start.towards(*area, share);
        }
    }
    Some(scene)
}

fn bars(scene: &Scene) -> impl Iterator<Item = (usize, Ink, Rect)> {
    scene.shapes.iter().filter_map(bar)
}

/// A fill that belongs to a mark.
fn bar(shape: &Shape) -> Option<(usize, Ink, Rect)> {
    match shape.primitive {
        Primitive::Fill { area, ink } => Some((shape.mark?, ink, area)),
        _ => None,
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::geometry::rect;
    use crate::scene::Enter;

    fn plan(bars: &[(usize, Rect)]) -> Scene {
        let shape = |&(mark, area): &(usize, Rect)| Shape {
            primitive: Primitive::Fill { area, ink: Ink::Line },
            mark: Some(mark),
            enter: Enter::AT_ONCE,
            across: false,
        };
        Scene { width: 100.0, height: 10.0, shapes: bars.iter().map(shape).collect(), marks: Vec::new() }
    }

    #[test]
    fn a_bar_is_halfway_at_half_and_there_at_the_end() {
        let (short, long) = (plan(&[(0, rect(0.0, 0.0, 20.0, 8.0))]), plan(&[(0, rect(0.0, 0.0, 60.0, 8.0))]));
        assert_eq!(between(&short, &long, 0.0), Some(short.clone()));
        assert_eq!(between(&short, &long, 0.5), Some(plan(&[(0, rect(0.0, 0.0, 40.0, 8.0))])));
        assert_eq!(between(&short, &long, 1.0), Some(long));
    }

    #[test]
    fn between_other_bars_there_is_no_way() {
        let one = plan(&[(0, rect(0.0, 0.0, 20.0, 8.0))]);
        let other = plan(&[(1, rect(0.0, 0.0, 20.0, 8.0))]);
        assert_eq!(between(&one, &other, 0.5), None);
        assert_eq!(between(&one, &plan(&[]), 0.5), None);
        assert_eq!(between(&plan(&[]), &plan(&[]), 0.5), None, "what has no bars is drawn anew");
    }
}
