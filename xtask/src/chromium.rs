//! Chromium for what only it can do: measure, emulate devices, take pictures.

use serde_json::{Value, json};

use crate::apt;
use crate::cache::Cache;
use crate::engine::{Drivable, Engine};
use crate::error::Error;

/// The driver, which must be there.
pub fn find(cache: &Cache) -> Result<Drivable, Error> {
    let driver = Engine::Chromium.driver(cache)?.map_err(|_| Error::Missing {
        program: "chromedriver".to_owned(),
        cure: "install Chromium with chromedriver",
    })?;
    Ok(Drivable { engine: Engine::Chromium, driver })
}

/// What is asked of a session: the arguments below, and these options.
pub fn capabilities(options: Value) -> Value {
    let mut chromium = options;
    chromium["args"] = json!(arguments());
    json!({"goog:chromeOptions": chromium})
}

/// Headless, quiet on the network, fit for a container.
pub fn arguments() -> Vec<&'static str> {
    let mut arguments = vec![
        "--headless",
        "--disable-gpu",
        "--hide-scrollbars",
        "--no-first-run",
        "--disable-background-networking",
        "--disable-component-update",
        "--disable-sync",
        "--disable-quic",
        "--disable-dev-shm-usage",
    ];
    if apt::is_root() {
        arguments.push("--no-sandbox");
    }
    arguments
}
