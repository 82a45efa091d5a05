mod session;

use std::env;
use std::str::FromStr;
use std::sync::Mutex;
use std::thread;
use std::time::{Duration, Instant};

use base64::Engine as _;
use serde::de::DeserializeOwned;
use serde_json::{Value, json};
use thirtyfour::common::command::{Actions, Command};
use thirtyfour::error::{WebDriverErrorInner, WebDriverResult};
use thirtyfour::{By, Key, WebDriver, WindowHandle};
use tokio::runtime::Runtime;

use testbed::Engine;

/// A browser window with one of our pages in it.
pub struct Page {
    pub engine: Engine,
    driver: WebDriver,
    /// The session's own window, which stays open behind a popup.
    first: WindowHandle,
    runtime: Runtime,
}

/// Longer than anything takes on a busy machine, such as a frame whose process is first read from a
/// slow disk; waiting usually ends much earlier.
pub const LIMIT: Duration = Duration::from_secs(180);
const PAUSE: Duration = Duration::from_millis(25);

/// How much larger an engine's windows are than their viewports, for their bars and edges. What is known of the last
/// window saves the next half a second.
static FRAME: Mutex<[u32; 2]> = Mutex::new([0, 0]);

impl Page {
    // Addresses

    /// Opens a page of the site, given by path and query, and waits until it is hydrated and all
    /// parts have loaded.
    pub fn open(&self, path: &str) {
        self.go(path);
        self.until("the page is ready", READY);
    }

    /// Opens a page and waits only for its load event. The page records what goes wrong: see
    /// [`Page::seen`].
    pub fn go(&self, path: &str) {
        let base = env::var("SIJIAN_BASE_URL").expect("the server's address; run `cargo xtask test`");
        self.go_to(&format!("{base}watched/{path}"));
    }

    /// As [`Page::go`] with a whole address, but nothing is recorded.
    pub fn go_to(&self, address: &str) {
        if self.engine == Engine::Chromium {
            // Reading the log discards the entries of the page before.
            self.wait("the log", self.driver.browser_log());
        }
        self.wait(address, self.driver.goto(address));
    }

    /// Opens a file of the checkout from disk.
    pub fn go_to_file(&self, path: &str) {
        let file = format!("file://{}/{path}", concat!(env!("CARGO_MANIFEST_DIR"), "/../.."));
        self.wait(&file, self.driver.goto(&file));
    }

    pub fn back(&self) {
        self.wait("going back", self.driver.back());
    }

    pub fn reload(&self) {
        self.wait("loading again", self.driver.refresh());
    }

    pub fn forward(&self) {
        self.wait("going forward", self.driver.forward());
    }

    /// The query of the address, without its question mark.
    pub fn query(&self) -> String {
        self.run("return location.search.slice(1)")
    }

    // The window

    /// Gives the viewport this size, in CSS pixels; the width is the engine's minimum if that is
    /// larger.
    pub fn resize(&self, width: u32, height: u32) {
        let wanted = [width.max(self.engine.narrowest()), height];
        let mut inner = [0, 0];
        let mut frame = *FRAME.lock().expect("nobody panics with it");
        for _ in 0..5 {
            let [width, height] = [0, 1].map(|i| wanted[i] + frame[i]);
            self.wait("resizing", self.driver.set_window_rect(0, 0, width, height));
            let settled = self.settles(|| {
                inner = self.run("return [innerWidth, innerHeight]");
                inner == wanted
            });
            if settled {
                *FRAME.lock().expect("nobody panics with it") = frame;
                return;
            }
            frame = [0, 1].map(|i| (frame[i] + wanted[i]).saturating_sub(inner[i]));
        }
        panic!("the viewport stays at {inner:?} instead of {wanted:?}");
    }

    /// Windows change size some frames after the request.
    fn settles(&self, mut reached: impl FnMut() -> bool) -> bool {
        (0..20).any(|_| {
            let done = reached();
            if !done {
                thread::sleep(PAUSE);
            }
            done
        })
    }

    // The reader's hands

    /// Clicks the middle of an element, after bringing it to the middle of the window; again if the page
    /// moved meanwhile, so that something else was there.
    pub fn click(&self, selector: &str) {
        self.until_some(&format!("a way to click {selector}"), || {
            self.center(selector);
            let element = self.wait(selector, self.driver.find(By::Css(selector)));
            match self.runtime.block_on(element.click()) {
                Ok(()) => Some(()),
                Err(error) if matches!(*error, WebDriverErrorInner::ElementClickIntercepted(_)) => None,
                Err(error) => panic!("clicking {selector}: {error}"),
            }
        });
    }

    /// Scrolls an element to the middle of the window at once.
    pub fn center(&self, selector: &str) {
        self.ask::<()>("one(arguments[0]).scrollIntoView({ block: 'center', behavior: 'instant' })", json!([selector]));
    }

    /// Presses and releases a key.
    pub fn press(&self, key: Key) {
        let key = char::from(key);
        self.act(json!({ "type": "key", "id": "keyboard", "actions": [
            { "type": "keyDown", "value": key },
            { "type": "keyUp", "value": key },
        ]}));
    }

    /// Types a text, key by key.
    pub fn write(&self, text: &str) {
        let strokes =
            text.chars().flat_map(|key| ["keyDown", "keyUp"].map(|step| json!({ "type": step, "value": key })));
        let strokes: Vec<Value> = strokes.collect();
        self.act(json!({ "type": "key", "id": "keyboard", "actions": strokes }));
    }

    /// Presses a key while another is held.
    pub fn press_with(&self, held: Key, key: impl Into<char>) {
        let [held, key] = [held.into(), key.into()];
        self.act(json!({ "type": "key", "id": "keyboard", "actions": [
            { "type": "keyDown", "value": held },
            { "type": "keyDown", "value": key },
            { "type": "keyUp", "value": key },
            { "type": "keyUp", "value": held },
        ]}));
    }

    /// Touches a point of the viewport with a finger.
    pub fn tap(&self, point: [f64; 2]) {
        self.point("touch", point, Some(0));
    }

    /// As [`Page::tap`], but longer than engines accept as a tap.
    pub fn rest(&self, point: [f64; 2]) {
        self.point("touch", point, Some(800));
    }

    /// Moves the mouse to a point of the viewport.
    pub fn hover(&self, point: [f64; 2]) {
        self.point("mouse", point, None);
    }

    /// Clicks the mouse at a point of the viewport.
    pub fn click_at(&self, point: [f64; 2]) {
        self.point("mouse", point, Some(0));
    }

    /// Swipes with a finger. WebKitGTK's driver only has a mouse, so there the page gets synthetic
    /// events.
    pub fn swipe(&self, from: [f64; 2], to: [f64; 2]) {
        if self.engine == Engine::WebKit {
            return self.ask(include_str!("scripts/finger.js"), json!([from, to]));
        }
        let [[x, y], [right, down]] = [from, to].map(|point| point.map(f64::round));
        self.act(json!({ "type": "pointer", "id": "touch", "parameters": { "pointerType": "touch" }, "actions": [
            { "type": "pointerMove", "duration": 0, "x": x, "y": y },
            { "type": "pointerDown", "button": 0 },
            { "type": "pointerMove", "duration": 60, "x": (x + right) / 2.0, "y": (y + down) / 2.0 },
            { "type": "pointerMove", "duration": 60, "x": right, "y": down },
            { "type": "pointerUp", "button": 0 },
        ]}));
    }

    /// Moves to a point, and presses for this many milliseconds, if any.
    fn point(&self, kind: &str, point: [f64; 2], pressed: Option<u32>) {
        let [x, y] = point.map(f64::round);
        let mut actions = vec![json!({ "type": "pointerMove", "duration": 0, "x": x, "y": y })];
        if let Some(duration) = pressed {
            actions.extend([
                json!({ "type": "pointerDown", "button": 0 }),
                json!({ "type": "pause", "duration": duration }),
                json!({ "type": "pointerUp", "button": 0 }),
            ]);
        }
        self.act(json!({
            "type": "pointer", "id": kind, "parameters": { "pointerType": kind }, "actions": actions,
        }));
    }

    fn act(&self, device: Value) {
        let what = device.to_string();
        self.wait(&what, self.driver.cmd(Command::PerformActions(Actions::from(json!([device])))));
    }

    // Frames in the page

    /// Does something inside a frame, given by its index.
    ///
    /// A frame's first document is blank, and complete. Chromium then moves a frame of another site
    /// to another process. A driver that entered the frame just then is back in the outer page and
    /// stays there, so it enters again until it is inside.
    pub fn in_frame<T>(&self, index: u16, act: impl FnOnce(&Self) -> T) -> T {
        self.until_some("a frame with its own page", || {
            self.wait("entering a frame", self.driver.enter_frame(index));
            let inside = "return self !== top && document.readyState === 'complete' && location.href !== 'about:blank'";
            // Firefox returns nothing while the frame's document changes.
            if self.run::<Option<bool>>(inside) == Some(true) {
                return Some(());
            }
            self.wait("leaving a frame", self.driver.enter_default_frame());
            None
        });
        let done = act(self);
        self.wait("leaving a frame", self.driver.enter_default_frame());
        done
    }

    /// As [`Page::in_frame`], for the frame in a custom element's shadow root.
    pub fn in_shadow_frame<T>(&self, element: &str, act: impl FnOnce(&Self) -> T) -> T {
        let script = "return document.querySelector(arguments[0]).shadowRoot.querySelector('iframe')";
        let frame = self.wait(script, self.driver.execute(script, vec![json!(element)]));
        let frame = frame.element().expect("the element has a frame");
        self.wait("entering a frame", frame.enter_frame());
        let done = act(self);
        self.wait("leaving a frame", self.driver.enter_default_frame());
        done
    }

    // What the page says

    /// Runs the body of a function in the page. `one` and `all` find elements by selector.
    pub fn run<T: DeserializeOwned>(&self, script: &str) -> T {
        self.ask(script, json!([]))
    }

    /// As [`Page::run`], with arguments.
    pub fn ask<T: DeserializeOwned>(&self, script: &str, arguments: Value) -> T {
        let Value::Array(arguments) = arguments else {
            panic!("arguments are an array");
        };
        let answer = self.wait(script, self.driver.execute([HELPERS, script].concat(), arguments));
        self.read(script, answer.json())
    }

    /// As [`Page::ask`], for a script that calls its last argument with the answer.
    pub fn ask_later<T: DeserializeOwned>(&self, script: &str, arguments: Value) -> T {
        let Value::Array(arguments) = arguments else {
            panic!("arguments are an array");
        };
        let answer = self.wait(script, self.driver.execute_async([HELPERS, script].concat(), arguments));
        self.read(script, answer.json())
    }

    fn read<T: DeserializeOwned>(&self, script: &str, answer: &Value) -> T {
        // Zero-width spaces only say where lines may break.
        let answer = Value::from_str(&answer.to_string().replace('\u{200b}', "")).expect("JSON stays JSON");
        T::deserialize(&answer).unwrap_or_else(|e| panic!("{e}: {answer} from {script}"))
    }

    /// Waits until a script returns `true`. Any other value is shown as a hint if that never
    /// happens.
    pub fn until(&self, what: &str, script: &str) {
        self.until_asked(what, script, json!([]));
    }

    /// As [`Page::until`], with arguments.
    pub fn until_asked(&self, what: &str, script: &str, arguments: Value) {
        let Value::Array(arguments) = arguments else {
            panic!("arguments are an array");
        };
        let mut last = Value::Null;
        let started = Instant::now();
        while started.elapsed() < LIMIT {
            // While a page is being replaced by the next, drivers find no frame, and scripts no element.
            let answer = self.driver.execute([HELPERS, script].concat(), arguments.clone());
            last = match self.runtime.block_on(answer) {
                Ok(answer) => answer.json().clone(),
                Err(error) => json!(error.to_string()),
            };
            if last == Value::Bool(true) {
                return;
            }
            thread::sleep(PAUSE);
        }
        panic!("never came true that {what}; at last it was {last}; the page saw {:?}", self.seen());
    }

    fn until_some<T>(&self, what: &str, look: impl Fn() -> Option<T>) -> T {
        let started = Instant::now();
        while started.elapsed() < LIMIT {
            if let Some(found) = look() {
                return found;
            }
            thread::sleep(PAUSE);
        }
        panic!("there was never {what}");
    }

    /// Everything that went wrong since the page was opened: errors, warnings, unhandled
    /// rejections, policy violations and missing files. Chromium's log adds what the page itself
    /// cannot see.
    pub fn seen(&self) -> Vec<String> {
        let mut seen: Vec<String> = self.run("return window.__seen || ['the page was not watched']");
        if self.engine == Engine::Chromium {
            let log = self.wait("the log", self.driver.browser_log());
            let grave = log.into_iter().filter(|entry| ["SEVERE", "WARNING"].contains(&entry.level.as_str()));
            seen.extend(grave.map(|entry| entry.message));
        }
        seen
    }

    /// Fails if anything has gone wrong in the page.
    pub fn assert_quiet(&self, where_: &str) {
        let seen = self.seen();
        assert!(seen.is_empty(), "{where_}: {seen:?}");
    }

    /// A command of the Chrome DevTools protocol; Chromium only.
    pub fn devtools(&self, command: &str, parameters: Value) -> Value {
        self.wait(command, self.driver.cdp().send_raw(command, parameters))
    }

    /// Prints the page to PDF, in the paper size of its style sheet; Chromium only.
    pub fn print(&self) -> Vec<u8> {
        let printed = self.devtools("Page.printToPDF", json!({ "preferCSSPageSize": true, "printBackground": false }));
        let data = printed["data"].as_str().expect("a PDF in base64");
        base64::engine::general_purpose::STANDARD.decode(data).expect("base64")
    }

    /// Saves the page as one file, as the browser's menu does; Chromium only.
    pub fn save(&self) -> std::path::PathBuf {
        let saved = self.devtools("Page.captureSnapshot", json!({ "format": "mhtml" }));
        let file = env::temp_dir().join(format!("sijian-{}.mhtml", std::process::id()));
        std::fs::write(&file, saved["data"].as_str().expect("a page as text")).expect("a writable folder");
        file
    }

    /// Switches the page between print and screen media; Chromium only.
    pub fn emulate_media(&self, media: &str) {
        self.devtools("Emulation.setEmulatedMedia", json!({ "media": media }));
    }

    /// Makes the window a phone's, with a touch screen and no mouse; Chromium only. Ends with the case.
    pub fn emulate_phone(&self) {
        let phone = json!({ "width": 390, "height": 844, "deviceScaleFactor": 2, "mobile": true });
        self.devtools("Emulation.setDeviceMetricsOverride", phone);
        self.devtools("Emulation.setTouchEmulationEnabled", json!({ "enabled": true, "maxTouchPoints": 1 }));
    }

    /// Waits for the driver's answer.
    fn wait<T>(&self, what: &str, answer: impl Future<Output = WebDriverResult<T>>) -> T {
        self.runtime.block_on(answer).unwrap_or_else(|e| panic!("{what}: {e}"))
    }
}

/// `ready` comes first; `live` says that all parts have loaded.
pub const READY: &str = "const { ready, live } = document.documentElement.dataset;
    return (ready === 'true' && live === '') || [ready, live]";

const HELPERS: &str = include_str!("scripts/helpers.js");
