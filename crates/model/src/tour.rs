use serde::{Deserialize, Serialize};

use super::Id;

/// A step of the guided tour: what to look at, and one sentence about it.
#[derive(Clone, Debug, PartialEq, Serialize, Deserialize)]
pub struct Step {
    /// A drawing by its id; a card's drawing has the card's id.
    pub target: Id,
    /// The mark of the drawing to focus.
    pub mark: Option<Id>,
    pub text: String,
}

impl Step {
    /// How long the step is shown, in milliseconds: six to nine seconds, depending on the length of
    /// the sentence.
    pub fn dwell(&self) -> i32 {
        let characters = i32::try_from(self.text.chars().count()).unwrap_or(i32::MAX);
        characters.saturating_mul(150).saturating_add(3_000).clamp(6_000, 9_000)
    }
}

/// The state of the guided tour.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
pub struct Tour {
    /// The current step; `None` if there is no tour in progress.
    pub at: Option<usize>,
    /// Whether it advances by itself.
    pub running: bool,
    /// Increases with every change, so that a timer can tell that it is out of date.
    pub turn: u32,
}

impl Tour {
    /// Begins at the first step. If `still`, because motion is unwanted, each step waits for the
    /// reader.
    pub fn start(&mut self, still: bool) {
        self.put(Some(0), !still);
    }

    /// The next of `count` steps; after the last it ends.
    pub fn next(&mut self, count: usize) {
        let next = self.at.map(|at| at + 1).filter(|&at| at < count);
        self.put(next, self.running);
    }

    /// Goes back one step, but not before the first.
    pub fn back(&mut self) {
        self.put(self.at.map(|at| at.saturating_sub(1)), self.running);
    }

    /// Pauses or resumes. The step's time starts again.
    pub fn toggle(&mut self) {
        self.put(self.at, !self.running);
    }

    /// The timer of a turn has elapsed. Returns false and changes nothing if that turn is out of
    /// date.
    pub fn elapse(&mut self, turn: u32, count: usize) -> bool {
        let due = self.running && self.turn == turn;
        if due {
            self.next(count);
        }
        due
    }

    pub fn end(&mut self) {
        self.put(None, false);
    }

    fn put(&mut self, at: Option<usize>, running: bool) {
        *self = Self { at, running: running && at.is_some(), turn: self.turn.wrapping_add(1) };
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    fn step(text: &str) -> Step {
        Step { target: "amounts".into(), mark: None, text: text.into() }
    }

    #[test]
    fn longer_sentences_are_looked_at_longer_within_limits() {
        assert_eq!(step("").dwell(), 6_000);
        assert_eq!(step(&"字".repeat(30)).dwell(), 7_500);
        assert_eq!(step(&"字".repeat(40)).dwell(), 9_000);
        assert_eq!(step(&"字".repeat(400)).dwell(), 9_000);
    }

    #[test]
    fn it_goes_step_by_step_and_ends_after_the_last() {
        let mut tour = Tour::default();
        tour.start(false);
        let mut seen = Vec::new();
        while let Some(at) = tour.at {
            seen.push(at);
            assert!(tour.elapse(tour.turn, 3));
        }
        assert_eq!(seen, [0, 1, 2]);
        assert!(!tour.running);
    }

    #[test]
    fn the_reader_steps_to_and_fro_without_stopping_it() {
        let mut tour = Tour::default();
        tour.start(false);
        tour.back();
        assert_eq!((tour.at, tour.running), (Some(0), true));
        tour.next(3);
        tour.next(3);
        tour.back();
        assert_eq!((tour.at, tour.running), (Some(1), true));
    }

    #[test]
    fn a_timer_of_an_earlier_turn_changes_nothing() {
        let mut tour = Tour::default();
        tour.start(false);
        let early = tour.turn;
        tour.next(3);
        let before = tour;
        assert!(!tour.elapse(early, 3));
        assert_eq!(tour, before);
    }

    #[test]
    fn paused_it_waits_and_going_on_begins_a_new_turn() {
        let mut tour = Tour::default();
        tour.start(false);
        tour.toggle();
        assert!(!tour.elapse(tour.turn, 3), "no time passes in a pause");
        let paused = tour.turn;
        tour.toggle();
        assert_eq!((tour.at, tour.running), (Some(0), true));
        assert_ne!(tour.turn, paused, "the step is shown anew, for its whole time");
    }

    #[test]
    fn where_nothing_may_move_it_only_steps() {
        let mut tour = Tour::default();
        tour.start(true);
        assert!(!tour.elapse(tour.turn, 3));
        tour.next(3);
        assert_eq!((tour.at, tour.running), (Some(1), false));
    }

    #[test]
    fn it_can_be_left_at_any_time_and_begun_again() {
        let mut tour = Tour::default();
        tour.start(false);
        tour.next(3);
        tour.end();
        assert_eq!((tour.at, tour.running), (None, false));
        tour.start(false);
        assert_eq!((tour.at, tour.running), (Some(0), true));
    }

    #[test]
    fn an_edition_without_steps_ends_at_once() {
        let mut tour = Tour::default();
        tour.start(false);
        tour.next(0);
        assert_eq!(tour.at, None);
    }
}
