//! Runs steps one after another, each with a header and its time, and prints a summary at the end.

use std::time::{Duration, Instant};

use anyhow::Result;

pub struct Steps {
    started: Instant,
    done: Vec<(&'static str, Duration)>,
}

impl Steps {
    pub fn start() -> Self {
        Self { started: Instant::now(), done: Vec::new() }
    }

    pub fn step<T>(&mut self, name: &'static str, work: impl FnOnce() -> Result<T>) -> Result<T> {
        println!("\n== {name}");
        let started = Instant::now();
        let result = work();
        let time = started.elapsed();
        let ending = if result.is_ok() { "done" } else { "failed" };
        println!("-- {name}: {ending} in {}", spoken(time));
        self.done.push((name, time));
        result
    }

    /// Prints the summary of a run in which every step passed.
    pub fn close(self, notes: &[String]) {
        println!("\n== summary");
        for (name, time) in &self.done {
            println!("{:>14}  {name}", spoken(*time));
        }
        for note in notes {
            println!("xtask: {note}");
        }
        println!("xtask: all steps passed in {}", spoken(self.started.elapsed()));
    }
}

/// A duration in words: `6 min 12 s`, `8 s`, `0.4 s`.
pub fn spoken(time: Duration) -> String {
    match time.as_secs() {
        0 => format!("0.{} s", time.subsec_millis() / 100),
        seconds @ 1..60 => format!("{seconds} s"),
        seconds => format!("{} min {} s", seconds / 60, seconds % 60),
    }
}

/// The same for editors: `6分12秒`, `8秒`, `0.4秒`.
pub fn spoken_in_chinese(time: Duration) -> String {
    spoken(time).replace(" min ", "分").replace(" s", "秒")
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn times_read_well() {
        for (millis, text) in [
            (0, "0.0 s"),
            (449, "0.4 s"),
            (999, "0.9 s"),
            (1_000, "1 s"),
            (59_999, "59 s"),
            (60_000, "1 min 0 s"),
            (372_000, "6 min 12 s"),
        ] {
            assert_eq!(spoken(Duration::from_millis(millis)), text);
        }
        assert_eq!(spoken_in_chinese(Duration::from_millis(449)), "0.4秒");
        assert_eq!(spoken_in_chinese(Duration::from_secs(372)), "6分12秒");
    }
}
