//! A browser's session: started, cleaned up for the next case, and closed.

use std::env;
use std::thread;
use std::time::Duration;

use serde_json::{Value, json};
use thirtyfour::{Capabilities, WebDriver};
use tokio::runtime::Builder;

use super::{LIMIT, Page};
use testbed::Engine;

impl Page {
    pub fn start(engine: Engine, driver: &str, ratio: u8) -> Self {
        let runtime = Builder::new_current_thread().enable_all().build().expect("a runtime");
        let Value::Object(wishes) = engine.capabilities(ratio) else {
            panic!("capabilities are an object");
        };
        let session = || runtime.block_on(WebDriver::new(driver, Capabilities::from(wishes.clone())));
        // A driver that is still closing the last session refuses the next one.
        let again = |refusal| {
            eprintln!("{engine:?} is asked again for a session after {refusal}");
            thread::sleep(Duration::from_secs(1));
            session()
        };
        let driver = session().or_else(again).or_else(again).unwrap_or_else(|e| panic!("no session: {e}"));
        let first = runtime.block_on(driver.window()).unwrap_or_else(|e| panic!("no window: {e}"));
        // Scripts may also have to wait for a page on a busy machine.
        let patient = runtime.block_on(driver.set_script_timeout(LIMIT));
        patient.unwrap_or_else(|e| panic!("no patience: {e}"));
        let page = Self { engine, driver, first, runtime };
        page.begin();
        page
    }

    /// Prepares for a case, in a new session or a reused one.
    pub fn begin(&self) {
        if self.engine.needs_popup() {
            self.move_to_popup();
        } else {
            // What a case has asked the development tools for ends with its tab.
            let tab = self.wait("a tab", self.driver.new_tab());
            self.wait("going to the tab", self.driver.switch_to_window(tab));
            self.devtools("Page.bringToFront", json!({}));
        }
        self.resize(1280, 900);
    }

    /// Removes all traces of a case: windows, with their history and mouse, and everything that the
    /// site has stored.
    pub fn leave(&self) {
        for window in self.wait("the windows' names", self.driver.windows()) {
            if window != self.first {
                self.wait("going to a window", self.driver.switch_to_window(window));
                self.wait("closing a window", self.driver.close_window());
            }
        }
        self.wait("going to the first window", self.driver.switch_to_window(self.first.clone()));
        let base = env::var("SIJIAN_BASE_URL").expect("the server's address");
        self.go_to(&format!("{base}404.html"));
        self.ask_later::<()>(include_str!("../scripts/forget.js"), json!([]));
        self.go_to("about:blank");
    }

    fn move_to_popup(&self) {
        self.run::<()>("window.open('about:blank', 'page', 'popup,width=900,height=900')");
        self.until_some("a popup", || {
            let windows = self.wait("the windows' names", self.driver.windows());
            let popup = windows.into_iter().find(|window| *window != self.first)?;
            self.wait("going to the popup", self.driver.switch_to_window(popup));
            Some(())
        });
    }
}

/// Closes the session in any case.
impl Drop for Page {
    fn drop(&mut self) {
        if let Err(problem) = self.runtime.block_on(self.driver.clone().quit()) {
            eprintln!("{:?} was not closed: {problem}", self.engine);
        }
    }
}
