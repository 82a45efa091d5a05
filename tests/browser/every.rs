use std::panic::{self, AssertUnwindSafe};
use std::sync::Mutex;

use crate::engine::Engine;
use crate::page::Page;

/// Runs a case in every engine that is there, and then fails for those in which it failed.
pub fn in_every_engine(case: impl Fn(&Page)) {
    in_engines(&Engine::ALL, 1, case);
}

/// The same in these engines, as far as they are there and show pages at this device pixel ratio.
pub fn in_engines(engines: &[Engine], ratio: u8, case: impl Fn(&Page)) {
    assert!(
        Engine::ALL.iter().any(|engine| engine.driver().is_some()),
        "no browser engine is told of in the environment; run `cargo xtask test`"
    );
    let mut failures = Vec::new();
    for &engine in engines {
        let Some(driver) = engine.driver().filter(|_| engine.shows_at(ratio)) else {
            continue;
        };
        // The session is closed when its page is dropped, also on the way out of a panic.
        let outcome = panic::catch_unwind(AssertUnwindSafe(|| {
            let page = start(engine, &driver, ratio);
            case(&page);
            end(page, ratio);
        }));
        if let Err(panic) = outcome {
            failures.push(format!("{engine:?}: {}", words(panic.as_ref())));
        }
    }
    assert!(failures.is_empty(), "{}", failures.join("\n"));
}

/// Firefox takes seconds to start, so that its session goes on from case to case, unless one fails.
static KEPT: Mutex<Option<Page>> = Mutex::new(None);

fn is_kept(engine: Engine, ratio: u8) -> bool {
    engine == Engine::Firefox && ratio == 1
}

fn start(engine: Engine, driver: &str, ratio: u8) -> Page {
    // Its driver has one session at a time: one that does not serve is closed.
    let kept = if engine == Engine::Firefox { KEPT.lock().ok().and_then(|mut kept| kept.take()) } else { None };
    if let Some(page) = kept.filter(|_| is_kept(engine, ratio)) {
        page.begin();
        return page;
    }
    Page::start(engine, driver, ratio)
}

fn end(page: Page, ratio: u8) {
    if is_kept(page.engine, ratio)
        && panic::catch_unwind(AssertUnwindSafe(|| page.leave())).is_ok()
        && let Ok(mut kept) = KEPT.lock()
    {
        *kept = Some(page);
    }
}

fn words(panic: &(dyn std::any::Any + Send)) -> &str {
    let text = panic.downcast_ref::<String>().map(String::as_str);
    text.or_else(|| panic.downcast_ref::<&str>().copied()).unwrap_or("a panic without words")
}
