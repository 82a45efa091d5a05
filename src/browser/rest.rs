//! Whether the page is at rest. While it scrolls, the main thread must be free for that: other work
//! is postponed until the page is at rest.

use std::cell::{Cell, RefCell};
use std::rc::Rc;
use std::time::Duration;

use leptos::prelude::set_timeout;
use web_sys::Element;

use super::{dom, watch};

/// The page is at rest when it has not scrolled for this long: longer than the time between two
/// events of a slow flick.
const QUIET: Duration = Duration::from_millis(150);

type Follower = Box<dyn Fn(bool)>;

thread_local! {
    static WATCHED: Cell<bool> = const { Cell::new(false) };
    /// When the page last scrolled, if it is scrolling: the event's timestamp in milliseconds.
    static MOVED: Cell<Option<f64>> = const { Cell::new(None) };
    static WAITING: RefCell<Vec<Box<dyn FnOnce()>>> = const { RefCell::new(Vec::new()) };
    static FOLLOWERS: RefCell<Vec<Follower>> = const { RefCell::new(Vec::new()) };
}

/// Calls back with true when the page begins to scroll, and with false when it comes to rest.
pub fn follow(moves: impl Fn(bool) + 'static) {
    heed();
    FOLLOWERS.with_borrow_mut(|followers| followers.push(Box::new(moves)));
}

/// Whether the page has come to rest.
fn is_at_rest() -> bool {
    heed();
    MOVED.get().is_none()
}

/// Runs the work now if the page is at rest, else when it comes to rest.
fn when_at_rest(work: impl FnOnce() + 'static) {
    if is_at_rest() {
        work();
    } else {
        WAITING.with_borrow_mut(|waiting| waiting.push(Box::new(work)));
    }
}

/// Reports whether an element is within a margin of the window, but only when the page is at rest;
/// the second argument is whether it had to wait for that.
pub fn near(element: &Element, margin: &str, changed: impl Fn(bool, bool) + 'static) {
    let (latest, changed) = (Rc::new(Cell::new(None)), Rc::new(changed));
    watch::nearness(element, margin, move |is| {
        // Only the last change during a scroll counts.
        if latest.replace(Some(is)).is_none() {
            let (latest, changed, scrolled) = (latest.clone(), changed.clone(), !is_at_rest());
            when_at_rest(move || latest.take().into_iter().for_each(|is| changed(is, scrolled)));
        }
    });
}

/// Adds the scroll listener, once for the whole page.
fn heed() {
    if WATCHED.replace(true) {
        return;
    }
    dom::listen(&dom::window(), "scroll", move |event| {
        if MOVED.replace(Some(event.time_stamp())).is_none() {
            tell(true);
            wait_for_rest();
        }
    });
}

/// One timer at a time: setting one on each event would cost more than the scrolling itself.
fn wait_for_rest() {
    set_timeout(
        || {
            let now = dom::window().performance().map_or(f64::MAX, |performance| performance.now());
            if MOVED.get().is_some_and(|moved| now - moved < QUIET.as_millis() as f64) {
                wait_for_rest();
                return;
            }
            MOVED.set(None);
            for work in WAITING.take() {
                work();
            }
            tell(false);
        },
        QUIET,
    );
}

fn tell(moving: bool) {
    FOLLOWERS.with_borrow(|followers| followers.iter().for_each(|follower| follower(moving)));
}
