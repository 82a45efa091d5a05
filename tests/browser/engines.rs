use std::env;
use std::fs::OpenOptions;
use std::io::Write;
use std::panic::{self, AssertUnwindSafe};
use std::sync::{Mutex, MutexGuard, PoisonError};
use std::thread;
use std::time::Instant;

use testbed::Engine;

use crate::page::Page;

/// Runs a case in every engine: `cargo xtask test` starts these tests once for each.
pub fn in_every_engine(case: impl Fn(&Page)) {
    in_engines(&Engine::ALL, 1, case);
}

/// As [`in_every_engine`], for what cannot differ between engines, or can only be tested in
/// Chromium.
pub fn in_chromium(case: impl Fn(&Page)) {
    in_engines(&[Engine::Chromium], 1, case);
}

/// As [`in_every_engine`], for these engines if they can show pages at this device pixel ratio.
pub fn in_engines(engines: &[Engine], ratio: u8, case: impl Fn(&Page)) {
    let name = env::var("SIJIAN_ENGINE").expect("the engine; run `cargo xtask test`");
    let driver = env::var("SIJIAN_DRIVER").expect("the driver's address");
    let engine = Engine::ALL.into_iter().find(|engine| engine.name() == name).expect("a known engine");
    if !engines.contains(&engine) || !engine.shows_at(ratio) {
        return;
    }
    let started = Instant::now();
    // Dropping the page closes the session, even during a panic.
    let outcome = panic::catch_unwind(AssertUnwindSafe(|| {
        let page = start(engine, &driver, ratio);
        case(&page);
        end(page, ratio);
    }));
    // The test runner names each test's thread.
    write_down(thread::current().name().unwrap_or_default(), started, outcome.is_ok());
    if let Err(panic) = outcome {
        panic::resume_unwind(panic);
    }
}

/// Writes a line for each case, for the summary of `cargo xtask test`.
fn write_down(name: &str, started: Instant, passed: bool) {
    let Some(journal) = env::var_os("SIJIAN_CASES") else { return };
    let outcome = if passed { "ok" } else { "failed" };
    let line = format!("{outcome} {:.1} {name}\n", started.elapsed().as_secs_f64());
    let file = OpenOptions::new().append(true).create(true).open(journal);
    file.and_then(|mut file| file.write_all(line.as_bytes())).expect("the journal can be written");
}

/// Browsers take a second or more to start, so their sessions are kept for the next cases; of a case that fails, no
/// session is.
static KEPT: Mutex<Vec<Page>> = Mutex::new(Vec::new());

fn is_kept(ratio: u8) -> bool {
    ratio == 1
}

fn start(engine: Engine, driver: &str, ratio: u8) -> Page {
    // But for Chromium's, drivers allow one session at a time, so one that does not fit is closed.
    let kept = (is_kept(ratio) || engine != Engine::Chromium).then(|| kept().pop()).flatten();
    if let Some(page) = kept.filter(|_| is_kept(ratio)) {
        page.begin();
        return page;
    }
    Page::start(engine, driver, ratio)
}

fn end(page: Page, ratio: u8) {
    if is_kept(ratio) && panic::catch_unwind(AssertUnwindSafe(|| page.leave())).is_ok() {
        kept().push(page);
    }
}

fn kept() -> MutexGuard<'static, Vec<Page>> {
    KEPT.lock().unwrap_or_else(PoisonError::into_inner)
}
