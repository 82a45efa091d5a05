//! Prints the drawings' numbers as a table.

use super::canvas::{Painted, Spread};

/// The most that plan and paint may take, in milliseconds, to hold 60 frames per second.
const AIM: f64 = 2.0;
const AIM_THROTTLED: f64 = 8.0;

pub fn print(painted: &[Painted]) {
    println!("\n== drawings on a phone's canvas: plan and paint, ms: median (95th of a hundred)");
    println!("{:<12}{:>18}{:>20}{:>21}", "", "canvas", "4 times slower", "with pixels");
    for Painted { figure, canvas, throttled, pixels } in painted {
        let [canvas, throttled] = [shown(canvas, AIM), shown(throttled, AIM_THROTTLED)];
        println!("{figure:<12}{canvas:>18}{throttled:>20}{:>21}", shown(pixels, f64::INFINITY));
    }
    println!("{:<12}{:>18}{:>20}", "aim", format!("≤ {AIM}"), format!("≤ {AIM_THROTTLED}"));
}

/// An exclamation mark means that the median misses the target.
fn shown(spread: &Spread, aim: f64) -> String {
    let sign = if spread.median > aim { "! " } else { "" };
    format!("{sign}{:.2} ({:.2})", spread.median, spread.p95)
}
