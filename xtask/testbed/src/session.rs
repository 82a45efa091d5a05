//! A Chromium session for what only Chromium can do: measure, emulate devices, take pictures. Every
//! call blocks.

use std::thread;
use std::time::{Duration, Instant};

use anyhow::{Context, Result, bail};
use serde_json::{Value, json};
use thirtyfour::error::WebDriverResult;
use thirtyfour::{Capabilities, WebDriver};
use tokio::runtime::{Builder, Runtime};

use crate::driver::Driver;

/// A browser; dropping it closes it.
pub struct Session {
    driver: WebDriver,
    runtime: Runtime,
}

/// Longer than the 30 s after which drivers give up on a script.
const LIMIT: Duration = Duration::from_secs(60);
const PAUSE: Duration = Duration::from_millis(100);

impl Session {
    pub fn start(driver: &Driver, capabilities: &Value) -> Result<Self> {
        let runtime = Builder::new_current_thread().enable_all().build()?;
        let wanted = capabilities.as_object().cloned().unwrap_or_default();
        let driver = runtime.block_on(WebDriver::new(driver.address(), Capabilities::from(wanted)));
        Ok(Self { driver: driver.context("Chromium did not start")?, runtime })
    }

    pub fn go(&self, address: &str) -> Result<()> {
        self.wait(address, self.driver.goto(address))
    }

    /// Runs the body of a function in the page and returns its value. The arguments are an array.
    pub fn run(&self, script: &str, arguments: &Value) -> Result<Value> {
        let arguments = arguments.as_array().cloned().unwrap_or_default();
        let answer = self.wait(script, self.driver.execute(script, arguments))?;
        Ok(answer.json().clone())
    }

    /// A command of the Chrome DevTools protocol.
    pub fn devtools(&self, command: &str, parameters: &Value) -> Result<Value> {
        self.wait(command, self.driver.cdp().send_raw(command, parameters.clone()))
    }

    /// Waits until an expression is true in the page.
    pub fn wait_until(&self, expression: &str) -> Result<()> {
        let started = Instant::now();
        while self.run(&format!("return !!({expression})"), &json!([]))? != true {
            if started.elapsed() > LIMIT {
                bail!("`{expression}` did not become true in {} s", LIMIT.as_secs());
            }
            thread::sleep(PAUSE);
        }
        Ok(())
    }

    fn wait<T>(&self, what: &str, answer: impl Future<Output = WebDriverResult<T>>) -> Result<T> {
        self.runtime.block_on(answer).with_context(|| format!("Chromium failed at {what:.60}"))
    }
}

impl Drop for Session {
    fn drop(&mut self) {
        // If the browser does not close, it ends with its driver.
        let _ = self.runtime.block_on(self.driver.clone().quit());
    }
}

/// Capabilities of a Chromium that is headless, quiet on the network, and able to run as root in a
/// container, with these additional arguments and options.
pub fn chromium(arguments: &[&str], mut options: Value) -> Value {
    const ARGUMENTS: [&str; 10] = [
        "--headless=new",
        "--no-sandbox",
        "--disable-gpu",
        "--disable-background-networking",
        "--disable-component-update",
        "--disable-dev-shm-usage",
        "--disable-sync",
        "--disable-quic",
        "--no-first-run",
        "--hide-scrollbars",
    ];
    options["args"] = json!([&ARGUMENTS, arguments].concat());
    json!({ "goog:chromeOptions": options })
}
