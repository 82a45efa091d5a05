//! The drawings' numbers of one run, as rows and as JSON.

use serde_json::{Value, json};

use super::canvas::Painted;
use super::native::Native;

pub struct Results {
    pub drawings: Vec<Row>,
    pub growth: Vec<Growth>,
}

/// One drawing.
pub struct Row {
    pub figure: String,
    pub marks: u64,
    /// In the page, CSS pixels.
    pub width: f64,
    pub plan_us: f64,
    /// Plan and paint, on a surface that does nothing.
    pub draw_us: f64,
    pub canvas: Spread,
    pub throttled: Spread,
    /// With the pixels.
    pub pixels: Spread,
}

/// One drawing of editions that have grown.
pub struct Growth {
    pub figure: String,
    /// From the smallest edition up.
    pub steps: Vec<Step>,
}

#[derive(Clone, Copy)]
pub struct Step {
    pub times: u64,
    pub marks: u64,
    pub draw_us: f64,
}

/// Milliseconds.
#[derive(Clone, Copy, Debug, PartialEq)]
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
                width: painted.width,
                plan_us: plan.median_us,
                draw_us: draw.median_us,
                canvas: painted.canvas,
                throttled: painted.throttled,
                pixels: painted.pixels,
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

    pub fn drawings_to_json(&self) -> Value {
        json!(self.drawings.iter().map(Row::to_json).collect::<Vec<_>>())
    }

    pub fn growth_to_json(&self) -> Value {
        json!(self.growth.iter().map(Growth::to_json).collect::<Vec<_>>())
    }
}

impl Row {
    fn to_json(&self) -> Value {
        json!({
            "figure": self.figure,
            "marks": self.marks,
            "width": self.width,
            "plan_us": self.plan_us,
            "draw_us": self.draw_us,
            "canvas_ms": self.canvas.to_json(),
            "throttled_ms": self.throttled.to_json(),
            "pixels_ms": self.pixels.to_json(),
        })
    }
}

impl Growth {
    fn to_json(&self) -> Value {
        let steps = self.steps.iter();
        let steps = steps.map(|s| json!({"times": s.times, "marks": s.marks, "draw_us": s.draw_us}));
        json!({"figure": self.figure, "steps": steps.collect::<Vec<_>>()})
    }

    /// The power with which cost grows from the second edition, past what a drawing costs at any size,
    /// to the largest: 1 when cost is linear. Growth is that of the marks, or of the edition where the
    /// marks are no more.
    pub fn slope(&self) -> Option<f64> {
        let [_, before, .., after] = self.steps.as_slice() else {
            return None;
        };
        let marks = after.marks as f64 / before.marks.max(1) as f64;
        let growth = if marks > 1.0 { marks } else { after.times as f64 / before.times as f64 };
        Some((after.draw_us / before.draw_us).ln() / growth.ln())
    }
}

impl Spread {
    fn to_json(self) -> Value {
        json!({"median": self.median, "p95": self.p95})
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
    fn the_slope_is_one_when_cost_is_linear() {
        for (steps, slope) in [
            (vec![(1, 8, 9.0), (10, 80, 50.0), (100, 800, 500.0)], Some(1.0)),
            (vec![(1, 8, 9.0), (10, 80, 50.0), (20, 160, 70.0), (100, 800, 5_000.0)], Some(2.0)),
            (vec![(1, 8, 50.0), (10, 8, 50.0), (100, 8, 50.0)], Some(0.0)),
            (vec![(1, 8, 9.0), (10, 80, 50.0)], None),
        ] {
            let steps = steps.into_iter().map(|(times, marks, draw_us)| Step { times, marks, draw_us }).collect();
            assert_eq!(Growth { figure: String::new(), steps }.slope(), slope);
        }
    }
}
