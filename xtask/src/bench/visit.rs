//! One reader's visit, in a browser that has never been there: loads the page, scrolls it, opens its cards.

use std::collections::BTreeMap;

use anyhow::Result;
use serde_json::{Value, json};
use testbed::{Driver, Session};

use super::profile::Profile;
use super::samples::Samples;

/// What was measured, by key.
pub type Measures = BTreeMap<String, f64>;

/// What a visitor does once the page is there.
#[derive(Clone, Copy, PartialEq)]
pub enum Stay {
    /// Looks at it.
    Short,
    /// Scrolls to its end and opens every card.
    Whole,
}

/// The longest scroll, in CSS pixels, and its speed, in pixels per second: a quick thumb.
const FARTHEST: f64 = 12_000.0;
const SPEED: u32 = 3_000;

pub fn make(driver: &Driver, address: &str, profile: &Profile, stay: Stay) -> Result<Measures> {
    let session = Session::start(driver, &profile.capabilities())?;
    session.devtools("Page.addScriptToEvaluateOnNewDocument", &json!({"source": WATCH}))?;
    profile.slow(&session)?;
    session.go(address)?;
    session.wait_until("performance.getEntriesByName('app-ready').length")?;
    session.wait_until(&format!("(() => {{ {QUIET} }})()"))?;
    let mut measures = Measures::new();
    note(&mut measures, &session.run(LOAD, &json!([]))?);
    if stay == Stay::Whole {
        note(&mut measures, &scroll(&session, profile)?);
        note(&mut measures, &open_cards(&session)?);
    }
    note(&mut measures, &session.run(HELD, &json!([]))?);
    session.devtools("HeapProfiler.collectGarbage", &json!({}))?;
    let heap = session.devtools("Runtime.getHeapUsage", &json!({}))?;
    note(&mut measures, &json!({"heap_mb": heap["usedSize"].as_f64().map(|bytes| bytes / f64::from(1 << 20))}));
    Ok(measures)
}

/// Must be installed before the page loads.
const WATCH: &str = include_str!("scripts/watch.js");
/// Whether the work of the start is over.
const QUIET: &str = include_str!("scripts/quiet.js");
const LOAD: &str = include_str!("scripts/load.js");
const FRAMES: &str = include_str!("scripts/frames.js");
const DROPPED: &str = include_str!("scripts/dropped.js");
const AIM: &str = include_str!("scripts/aim.js");
const TAPS: &str = include_str!("scripts/taps.js");
const HELD: &str = include_str!("scripts/held.js");

/// Adds the entries that have a number.
fn note(measures: &mut Measures, values: &Value) {
    let values = values.as_object().into_iter().flatten();
    measures.extend(values.filter_map(|(key, value)| Some((key.clone(), value.as_f64()?))));
}

/// With a wheel on every device: synthesised touches do not scroll headless pages.
fn scroll(session: &Session, profile: &Profile) -> Result<Value> {
    let far = session.run(FRAMES, &json!([]))?.as_f64().unwrap_or_default().min(FARTHEST);
    let gesture = json!({
        "x": profile.width / 2, "y": profile.height / 2, "yDistance": -far, "speed": SPEED,
        "gestureSourceType": "mouse",
    });
    session.devtools("Input.synthesizeScrollGesture", &gesture)?;
    session.run(DROPPED, &json!([]))
}

/// With a mouse on every device, for the same reason.
fn open_cards(session: &Session) -> Result<Value> {
    let cards = session.run("return document.querySelectorAll('details.card > summary').length", &json!([]))?;
    let mut taps = Samples::default();
    for card in 0..cards.as_u64().unwrap_or_default() {
        let at = session.run(&awaited(AIM), &json!([card]))?;
        let (Some(x), Some(y)) = (at[0].as_f64(), at[1].as_f64()) else {
            continue;
        };
        let tap = json!({"x": x, "y": y, "duration": 10, "gestureSourceType": "mouse"});
        session.devtools("Input.synthesizeTapGesture", &tap)?;
        taps = serde_json::from_value(session.run(&awaited(TAPS), &json!([taps.0.len() + 1]))?)?;
    }
    Ok(json!({"tap_ms": taps.greatest(), "tap_median_ms": taps.median(), "taps": taps.0.len()}))
}

/// Wraps a script that uses `await`.
fn awaited(script: &str) -> String {
    format!("return (async () => {{ {script} }})()")
}
