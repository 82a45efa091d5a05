//! The numbers as a person reads them.

use std::path::Path;

use serde_json::Value;

use super::results::{Growth, Results, Row, Spread};

/// The most that plan and paint may take, in milliseconds, so that 60 frames a second hold.
const AIM: f64 = 2.0;
const AIM_THROTTLED: f64 = 8.0;

pub fn print(results: &Results) {
    println!("\n== drawings");
    println!(
        "{:<12}{:>6}{:>10}{:>15}{:>18}{:>20}{:>21}",
        "", "marks", "plan µs", "plan+paint µs", "canvas ms (p95)", "throttled (p95)", "with pixels (p95)"
    );
    for row in &results.drawings {
        println!(
            "{:<12}{:>6}{:>10.1}{:>15.1}{:>18}{:>20}{:>21}",
            row.figure,
            row.marks,
            row.plan_us,
            row.draw_us,
            shown(row.canvas, AIM),
            shown(row.throttled, AIM_THROTTLED),
            shown(row.pixels, f64::INFINITY)
        );
    }
    println!("{:<43}{:>18}{:>20}", "aim", format!("≤ {AIM}"), format!("≤ {AIM_THROTTLED}"));
    println!("{}", verdict(&results.drawings));

    println!("\n== growth: an edition 1, 10, 100 and 340 times as large");
    println!("{:<12}{:>22}{:>30}{:>8}", "", "marks", "plan+paint µs", "slope");
    for growth in &results.growth {
        println!("{}", line(growth));
    }
    println!(
        "(slope: the power with which cost grows with the marks, or with the edition, from 10 to 340 times; 1 is linear)"
    );
}

/// An exclamation mark says that the median is beyond the aim.
fn shown(spread: Spread, aim: f64) -> String {
    let sign = if spread.median > aim { "! " } else { "" };
    format!("{sign}{:.2} ({:.2})", spread.median, spread.p95)
}

fn verdict(rows: &[Row]) -> String {
    let beyond = |row: &&Row| row.canvas.median > AIM || row.throttled.median > AIM_THROTTLED;
    let names: Vec<&str> = rows.iter().filter(beyond).map(|row| row.figure.as_str()).collect();
    if names.is_empty() {
        format!("All {} drawings are within the aim.", rows.len())
    } else {
        format!("{} of {} drawings are beyond the aim: {}.", names.len(), rows.len(), names.join(", "))
    }
}

fn line(growth: &Growth) -> String {
    let marks: String = growth.steps.iter().map(|step| format!("{:>8}", step.marks)).collect();
    let times: String = growth.steps.iter().map(|step| format!("{:>10.0}", step.draw_us)).collect();
    let slope = growth.slope().map_or(String::new(), |slope| format!("{slope:.2}"));
    format!("{:<12}{marks:>22}{times:>30}{slope:>8}", growth.figure)
}

/// A column of change: its head, where the number is in the JSON, and in a row.
type Metric = (&'static str, &'static str, fn(&Row) -> f64);

const METRICS: [Metric; 5] = [
    ("plan", "/plan_us", |row| row.plan_us),
    ("plan+paint", "/draw_us", |row| row.draw_us),
    ("canvas", "/canvas_ms/median", |row| row.canvas.median),
    ("throttled", "/throttled_ms/median", |row| row.throttled.median),
    ("pixels", "/pixels_ms/median", |row| row.pixels.median),
];

pub fn print_change(results: &Results, baseline: &Value, path: &Path) {
    println!("\n== change since {}", path.display());
    let heads: String = METRICS.iter().map(|(head, ..)| format!("{head:>12}")).collect();
    println!("{:<12}{heads}", "");
    for row in &results.drawings {
        println!("{:<12}{}", row.figure, change(row, baseline));
    }
}

fn change(row: &Row, baseline: &Value) -> String {
    let mut before = baseline["drawings"].as_array().into_iter().flatten();
    let Some(before) = before.find(|other| other["figure"] == row.figure.as_str()) else {
        return format!("{:>12}", "new");
    };
    let columns = METRICS.iter().map(|(_, pointer, now)| {
        let before = before.pointer(pointer).and_then(Value::as_f64).filter(|&before| before > 0.0);
        let change = before.map_or("new".to_owned(), |before| format!("{:+.0} %", (now(row) / before - 1.0) * 100.0));
        format!("{change:>12}")
    });
    columns.collect()
}

#[cfg(test)]
mod tests {
    use serde_json::json;

    use super::*;

    fn row(figure: &str, canvas: f64, throttled: f64) -> Row {
        let spread = |median| Spread { median, p95: median * 2.0 };
        Row {
            figure: figure.to_owned(),
            marks: 9,
            width: 358.0,
            plan_us: 30.0,
            draw_us: 90.0,
            canvas: spread(canvas),
            throttled: spread(throttled),
            pixels: spread(1.0),
        }
    }

    #[test]
    fn what_is_beyond_the_aim_is_named() {
        let (good, slow, slower) = (row("a", 2.0, 8.0), row("b", 2.01, 8.0), row("c", 1.0, 8.1));
        assert_eq!(verdict(&[good]), "All 1 drawings are within the aim.");
        assert_eq!(verdict(&[row("a", 2.0, 8.0), slow, slower]), "2 of 3 drawings are beyond the aim: b, c.");
        assert_eq!(shown(Spread { median: 2.5, p95: 3.0 }, AIM), "! 2.50 (3.00)");
    }

    #[test]
    fn change_is_told_for_each_number() {
        let before = json!({"drawings": [
            {"figure": "a", "plan_us": 20.0, "draw_us": 100.0, "canvas_ms": {"median": 1.0}},
        ]});
        let words = |row: &Row| change(row, &before).split_whitespace().collect::<Vec<_>>().join(" ");
        assert_eq!(words(&row("a", 1.0, 8.0)), "+50 % -10 % +0 % new new");
        assert_eq!(words(&row("b", 1.0, 8.0)), "new");
    }
}
