//! Measures the drawings on a phone's canvas in Chromium, through the hook in bench builds.

use std::path::Path;
use std::thread;
use std::time::Duration;

use anyhow::{Context, Result};
use serde::Serialize;
use serde_json::{Value, json};
use testbed::{Driver, Engine, Server, Session, Site};

use super::profile::PHONE;
use crate::project::Project;

const REPAINTS: u32 = 40;

/// One drawing in the page.
#[derive(Serialize)]
pub struct Painted {
    pub figure: String,
    /// Time to plan and paint, in milliseconds.
    pub canvas: Spread,
    pub throttled: Spread,
    /// As `canvas`, plus the time to rasterise the pixels, which otherwise happens with the next
    /// frame.
    pub pixels: Spread,
}

#[derive(Serialize)]
pub struct Spread {
    pub median: f64,
    pub p95: f64,
}

pub fn measure(project: &Project, found: &Path, dist: &Path) -> Result<Vec<Painted>> {
    let server = Server::start(Site::plain(dist, project.root()))?;
    let driver = Driver::start(Engine::Chromium, found, &project.logs()?)?;
    let session = Session::start(&driver, &PHONE.capabilities())?;
    session.go(&server.address())?;
    session.wait_until("window.sijianBench && document.documentElement.dataset.ready")?;
    let figures = session.run(OPEN, &json!([]))?;
    // Opening the cards brings drawings near the window; let those be painted first.
    thread::sleep(Duration::from_secs(1));

    let mut painted = Vec::new();
    for entry in figures.as_array().into_iter().flatten() {
        let Some(figure) = entry.as_str() else { continue };
        painted.push(Painted {
            figure: figure.to_owned(),
            canvas: repaint(&session, figure, 1, false)?,
            throttled: repaint(&session, figure, PHONE.throttle, false)?,
            pixels: repaint(&session, figure, 1, true)?,
        });
    }
    Ok(painted)
}

/// Opens every card and returns the names of the drawings.
const OPEN: &str = "document.querySelectorAll('details').forEach(card => card.open = true);
    return [...document.querySelectorAll('[data-figure]')].map(figure => figure.dataset.figure);";

fn repaint(session: &Session, figure: &str, throttle: u32, pixels: bool) -> Result<Spread> {
    session.devtools("Emulation.setCPUThrottlingRate", &json!({"rate": throttle}))?;
    let times = session.run("return Array.from(sijianBench(...arguments))", &json!([figure, REPAINTS, pixels]))?;
    session.devtools("Emulation.setCPUThrottlingRate", &json!({"rate": 1}))?;
    let times: Vec<f64> = times.as_array().into_iter().flatten().filter_map(Value::as_f64).collect();
    spread(times).with_context(|| format!("{figure} could not be painted"))
}

/// `None` without any values.
fn spread(mut times: Vec<f64>) -> Option<Spread> {
    times.sort_by(f64::total_cmp);
    let rank = |share: f64| ((times.len() as f64 * share).ceil() as usize).saturating_sub(1);
    Some(Spread { median: *times.get(rank(0.5))?, p95: *times.get(rank(0.95))? })
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn the_median_and_the_95th_of_a_hundred() {
        let spread = spread((1..=100).rev().map(f64::from).collect()).unwrap();
        assert_eq!([spread.median, spread.p95], [50.0, 95.0]);
        assert!(super::spread(Vec::new()).is_none());
    }
}
