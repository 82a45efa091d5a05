//! The reader's position on the page, and swipe gestures.

/// How much of a section lies above the reading line, in percent. All lengths have the same unit
/// and origin.
pub fn passed(line: f64, top: f64, height: f64) -> u8 {
    ((line - top) * 100.0 / height.max(1.0)).clamp(0.0, 100.0) as u8
}

/// Direction from one card to the next.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Way {
    Before,
    Behind,
}

/// The direction of a swipe of this distance, in CSS pixels, and duration. `None` unless it is
/// clearly horizontal, since vertical movement scrolls the page.
pub fn swiped(right: i32, down: i32, milliseconds: f64) -> Option<Way> {
    let sideways = right.abs() >= 72 && right.abs() >= 3 * down.abs() && milliseconds <= 700.0;
    sideways.then_some(if right < 0 { Way::Behind } else { Way::Before })
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_section_is_passed_from_its_head_to_its_foot() {
        let at = |line| passed(line, 200.0, 1000.0);
        assert_eq!([0.0, 200.0, 450.0, 1199.0, 1200.0, 9000.0].map(at), [0, 0, 25, 99, 100, 100]);
        assert_eq!(passed(10.0, 0.0, 0.0), 100, "what has no height is passed at once");
    }

    #[test]
    fn only_a_decided_sideways_swipe_leads_on() {
        assert_eq!(swiped(-120, 20, 200.0), Some(Way::Behind));
        assert_eq!(swiped(120, -20, 200.0), Some(Way::Before));
        for (right, down, milliseconds) in [(-40, 0, 100.0), (-120, 60, 200.0), (0, 300, 200.0), (-200, 0, 1500.0)] {
            assert_eq!(swiped(right, down, milliseconds), None, "{right} {down} in {milliseconds} ms");
        }
    }
}
