//! The drawings' numbers of one run.

use serde::Serialize;

use super::canvas::Painted;
use super::native::Native;

#[derive(Serialize)]
pub struct Results {
    pub drawings: Vec<Row>,
    pub growth: Vec<Growth>,
}

/// One drawing.
#[derive(Serialize)]
pub struct Row {
    pub figure: String,
    pub marks: u64,
    pub plan_us: f64,
    /// Plan and paint, on a surface that does nothing.
    pub draw_us: f64,
    /// Plan and paint on a canvas, in milliseconds, and the same with a slower processor.
    pub canvas_ms: Spread,
    pub throttled_ms: Spread,
    /// The same as `canvas_ms`, with the pixels.
    pub pixels_ms: Spread,
}

/// One drawing of editions that have grown.
#[derive(Serialize)]
pub struct Growth {
    pub figure: String,
    /// From the smallest edition up.
    pub steps: Vec<Step>,
}

#[derive(Clone, Copy, Serialize)]
pub struct Step {
    pub times: u64,
    pub marks: u64,
    pub draw_us: f64,
}

#[derive(Clone, Copy, Debug, PartialEq, Serialize)]
pub struct Spread {
    pub median: f64,
    pub p95: f64,
}

impl Spread {
    /// None of nothing.
    pub fn of(mut times: Vec<f64>) -> Option<Self> {
        times.sort_by(f64::total_cmp);
        let rank = |share: f64| ((times.len() as f64 * share).ceil() as usize).saturating_sub(1);
        Some(Self { median: *times.get(rank(0.5))?, p95: *times.get(rank(0.95))? })
    }
}

impl Results {
    /// In the order of the page; a drawing that either side lacks is left out.
    pub fn new(painted: &[Painted], natively: &[Native]) -> Self {
        let drawings = painted.iter().filter_map(|painted| {
            let of = |group| natively.iter().find(|bench| bench.group == group && bench.figure == painted.figure);
            let (plan, draw) = (of("plan")?, of("draw")?);
            Some(Row {
                figure: painted.figure.clone(),
                marks: draw.marks,
                plan_us: plan.median_us,
                draw_us: draw.median_us,
                canvas_ms: painted.canvas,
                throttled_ms: painted.throttled,
                pixels_ms: painted.pixels,
            })
        });
        let growth = painted.iter().map(|painted| {
            let own = natively.iter().filter(|bench| bench.group == "growth" && bench.figure == painted.figure);
            let mut steps: Vec<Step> =
                own.map(|b| Step { times: b.times, marks: b.marks, draw_us: b.median_us }).collect();
            steps.sort_by_key(|step| step.times);
            Growth { figure: painted.figure.clone(), steps }
        });
        Self { drawings: drawings.collect(), growth: growth.collect() }
    }
}

impl Growth {
    /// The power with which cost grows from the second edition, past what a drawing costs at any size, to the largest:
    /// 1 when cost is linear. Growth is that of the marks, or of the edition where the marks are no more.
    pub fn slope(&self) -> Option<f64> {
        let [_, before, .., after] = self.steps.as_slice() else { return None };
        let marks = after.marks as f64 / before.marks.max(1) as f64;
        let growth = if marks > 1.0 { marks } else { after.times as f64 / before.times as f64 };
        Some((after.draw_us / before.draw_us).ln() / growth.ln())
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn the_median_and_the_95th_of_a_hundred() {
        let times: Vec<f64> = (1..=100).rev().map(f64::from).collect();
        assert_eq!(Spread::of(times), Some(Spread { median: 50.0, p95: 95.0 }));
        assert_eq!(Spread::of(vec![3.0, 1.0]), Some(Spread { median: 1.0, p95: 3.0 }));
        assert_eq!(Spread::of(Vec::new()), None);
    }

    #[test]
    fn ten_times_the_cost_for_ten_times_the_marks_is_linear() {
        let growth = |figures: [(u64, f64); 3]| {
            let step = |(i, (marks, draw_us)): (usize, (u64, f64))| Step { times: 10u64.pow(i as u32), marks, draw_us };
            Growth { figure: String::new(), steps: figures.into_iter().enumerate().map(step).collect() }
        };
        let slope = |figures| growth(figures).slope().unwrap();
        assert!((slope([(9, 50.0), (90, 100.0), (900, 1_000.0)]) - 1.0).abs() < 1e-9);
        assert!((slope([(9, 50.0), (9, 100.0), (9, 1_000.0)]) - 1.0).abs() < 1e-9, "by the edition");
        assert!(slope([(9, 1.0), (90, 10.0), (900, 1_000.0)]) > 1.9);
        assert!(Growth { figure: String::new(), steps: Vec::new() }.slope().is_none());
    }
}
