//! The drawings' numbers as a person reads them.

use super::results::{Growth, Results, Row, Spread};

/// The most that plan and paint may take, in milliseconds, so that 60 frames a second hold.
const AIM: f64 = 2.0;
const AIM_THROTTLED: f64 = 8.0;

pub fn print(results: &Results) {
    println!("\n== drawings");
    let heads = ["plan µs", "plan+paint µs", "canvas ms (p95)", "throttled (p95)", "with pixels (p95)"];
    println!(
        "{:<12}{:>6}{:>10}{:>15}{:>18}{:>20}{:>21}",
        "", "marks", heads[0], heads[1], heads[2], heads[3], heads[4]
    );
    for row in &results.drawings {
        let Row { figure, marks, plan_us, draw_us, .. } = row;
        let canvas = shown(row.canvas_ms, AIM);
        let (throttled, pixels) = (shown(row.throttled_ms, AIM_THROTTLED), shown(row.pixels_ms, f64::INFINITY));
        println!("{figure:<12}{marks:>6}{plan_us:>10.1}{draw_us:>15.1}{canvas:>18}{throttled:>20}{pixels:>21}");
    }
    println!("{:<43}{:>18}{:>20}", "aim", format!("≤ {AIM}"), format!("≤ {AIM_THROTTLED}"));

    println!("\n== growth: an edition 1, 10, 100 and 340 times as large");
    println!("{:<12}{:>22}{:>30}{:>8}", "", "marks", "plan+paint µs", "slope");
    for growth in &results.growth {
        println!("{}", line(growth));
    }
    println!("(slope: the power with which cost grows with the marks, or else with the edition; 1 is linear)");
}

/// An exclamation mark says that the median is beyond the aim.
fn shown(spread: Spread, aim: f64) -> String {
    let sign = if spread.median > aim { "! " } else { "" };
    format!("{sign}{:.2} ({:.2})", spread.median, spread.p95)
}

fn line(growth: &Growth) -> String {
    let marks: String = growth.steps.iter().map(|step| format!("{:>8}", step.marks)).collect();
    let times: String = growth.steps.iter().map(|step| format!("{:>10.0}", step.draw_us)).collect();
    let slope = growth.slope().map_or(String::new(), |slope| format!("{slope:.2}"));
    format!("{:<12}{marks:>22}{times:>30}{slope:>8}", growth.figure)
}
