//! Counts how many tests passed and failed, from the output of test programs.

use std::sync::atomic::{AtomicUsize, Ordering};

#[derive(Default)]
pub struct Tally {
    passed: AtomicUsize,
    failed: AtomicUsize,
}

impl Tally {
    /// Counts a line if it says how a test ended.
    pub fn note(&self, line: &str) {
        let Some(("test", test)) = line.split_once(' ') else { return };
        match test.rsplit_once(" ... ") {
            Some((_, "ok")) => self.pass(),
            Some((_, "FAILED")) => self.fail(),
            _ => {}
        }
    }

    pub fn pass(&self) {
        self.passed.fetch_add(1, Ordering::Relaxed);
    }

    pub fn fail(&self) {
        self.failed.fetch_add(1, Ordering::Relaxed);
    }

    /// The line that tells a CI server how many tests there were.
    pub fn line(&self) -> String {
        let [passed, failed] = [&self.passed, &self.failed].map(|count| count.load(Ordering::Relaxed));
        format!("{passed} passed, {failed} failed")
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn each_test_is_counted_once() {
        let tally = Tally::default();
        for line in [
            "running 2 tests",
            "test a::b ... ok",
            "test c - should panic ... ok",
            "test src/x.rs - f (line 3) ... FAILED",
            "test slow ... ignored",
            "test result: FAILED. 2 passed; 1 failed; 1 ignored",
        ] {
            tally.note(line);
        }
        assert_eq!(tally.line(), "2 passed, 1 failed");
    }
}
