//! The drawings on a phone's canvas, in Chromium, through the hook that a bench build has.

use std::path::PathBuf;
use std::thread;
use std::time::Duration;

use serde_json::{Value, json};

use super::profile::PHONE;
use super::results::Spread;
use crate::driver::Driver;
use crate::engine::Drivable;
use crate::error::Error;
use crate::project::Project;
use crate::server::Server;
use crate::site::Site;
use crate::webdriver::Session;

pub const REPAINTS: u32 = 40;

/// One drawing in the page.
pub struct Painted {
    pub figure: String,
    /// CSS pixels.
    pub width: f64,
    /// Plan and paint, in milliseconds, and the same with a slower processor.
    pub canvas: Spread,
    pub throttled: Spread,
    /// The same as `canvas`, and the pixels too, which otherwise come when the frame does.
    pub pixels: Spread,
}

pub fn measure(project: &Project, found: &Drivable, dist: PathBuf) -> Result<Vec<Painted>, Error> {
    let server = Server::start(
        Site {
            dist,
            examples: project.root().join("examples"),
            hosts: project.root().join("tests/hosts"),
            faults: false,
        },
        0,
    )?;
    let driver = Driver::start(project, found, None)?;
    let session = Session::start(driver.socket(), &PHONE.capabilities())?;
    session.go(&server.address())?;
    session.wait_until("window.sijianBench && document.documentElement.dataset.ready")?;
    let figures = session.run(OPEN, &json!([]))?;
    // The drawings that came near with it are painted first.
    thread::sleep(Duration::from_secs(1));

    let mut painted = Vec::new();
    for entry in figures.as_array().into_iter().flatten() {
        let (Some(figure), Some(width)) = (entry[0].as_str(), entry[1].as_f64()) else {
            continue;
        };
        painted.push(Painted {
            figure: figure.to_owned(),
            width,
            canvas: repaint(&session, figure, 1, false)?,
            throttled: repaint(&session, figure, PHONE.throttle, false)?,
            pixels: repaint(&session, figure, 1, true)?,
        });
    }
    Ok(painted)
}

/// Opens every card and gives each drawing's name and width.
const OPEN: &str = "document.querySelectorAll('details').forEach(card => card.open = true);
    return [...document.querySelectorAll('[data-figure]')].map(figure =>
        [figure.dataset.figure, figure.querySelector('.drawing').getBoundingClientRect().width]);";

fn repaint(session: &Session, figure: &str, throttle: u32, pixels: bool) -> Result<Spread, Error> {
    session.devtools("Emulation.setCPUThrottlingRate", &json!({"rate": throttle}))?;
    let times = session.run("return Array.from(sijianBench(...arguments))", &json!([figure, REPAINTS, pixels]))?;
    session.devtools("Emulation.setCPUThrottlingRate", &json!({"rate": 1}))?;
    let times: Vec<f64> = times.as_array().into_iter().flatten().filter_map(Value::as_f64).collect();
    Spread::of(times).ok_or_else(|| Error::Browser { reason: format!("{figure} could not be painted") })
}
