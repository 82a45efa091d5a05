//! Runs the guided tour: brings each stop into view, points at its mark, and pauses when the reader
//! acts.

use std::cell::Cell;

use leptos::prelude::Set;
use leptos::task::spawn_local;
use wasm_bindgen::prelude::*;
use web_sys::{Element, Event, HtmlElement, KeyboardEvent, ScrollBehavior, ScrollToOptions};

use super::cards;
use super::dom::listen;
use super::{dom, planners};
use crate::state::ChartState;
use crate::state::PageState;
use figure::{Figure, Frame, Kind};
use model::{Edition, Step, Tour};

/// Events that mean the reader has acted, on the tour or elsewhere.
const HANDS: [&str; 6] = ["click", "keydown", "pointerdown", "touchmove", "wheel", "visibilitychange"];
/// Space around what is shown, in CSS pixels.
const MARGIN: f64 = 12.0;

struct Guide {
    page_state: PageState,
    stops: Vec<Stop>,
    /// Contains the start button and the bar.
    part: HtmlElement,
    tour: Cell<Tour>,
}

struct Stop {
    step: &'static Step,
    figure: Figure<'static>,
    stage: HtmlElement,
    state: ChartState,
}

/// Makes the tour work; `stage` returns a drawing's stage and state, if the page has it.
pub fn run(
    edition: &'static Edition,
    page_state: PageState,
    part: HtmlElement,
    stage: impl Fn(Kind) -> Option<(HtmlElement, ChartState)>,
) {
    let stops = edition.tour.iter().filter_map(|step| {
        let kind = Kind::of_id(edition, &step.target)?;
        let (stage, state) = stage(kind)?;
        Some(Stop { step, figure: Figure::new(edition, kind), stage, state })
    });
    // It lives as long as the page.
    let guide: &'static Guide =
        Box::leak(Box::new(Guide { page_state, stops: stops.collect(), part, tour: Cell::default() }));
    for event in HANDS {
        listen(&dom::document(), event, move |event| guide.hear(&event));
    }
}

impl Guide {
    fn hear(&'static self, event: &Event) {
        let mut tour = self.tour.get();
        let target = event.target().and_then(|t| t.dyn_into::<Element>().ok());
        let is_in = |selector| target.as_ref().is_some_and(|t| matches!(t.closest(selector), Ok(Some(_))));
        let key = event.dyn_ref::<KeyboardEvent>().map(KeyboardEvent::key).unwrap_or_default();
        let (own, clicked) = (is_in(".guide"), event.type_() == "click");
        if clicked && is_in(".start") {
            tour.start(dom::prefers_stillness());
        } else if tour.at.is_none() {
            return;
        } else if key == "Escape" && !is_in(".drawing") || clicked && is_in(".guide > .end") {
            // In a drawing, Escape dismisses the tooltip instead.
            tour.end();
        } else if own && (key == "ArrowRight" || clicked && is_in(".next")) {
            tour.next(self.stops.len());
        } else if own && (key == "ArrowLeft" || clicked && is_in(".back")) {
            tour.back();
        } else if own && clicked && is_in(".pause") || !own && !clicked && tour.running {
            tour.toggle();
        } else {
            return;
        }
        self.put(tour);
    }

    fn put(&'static self, now: Tour) {
        let before = self.tour.replace(now);
        let (old, new) = (before.at.map(|at| &self.stops[at]), now.at.map(|at| &self.stops[at]));
        if let Some(old) = old.filter(|_| before.at != now.at) {
            old.state.pointed.set(None);
        }
        let root = dom::root();
        let Some((stop, at)) = new.zip(now.at) else {
            let _ = root.remove_attribute("data-tour");
            return self.focus(".start");
        };
        let _ = root.set_attribute("data-tour", if now.running { "runs" } else { "waits" });
        dom::write(&self.part, ".place", &format!("{}/{}", at + 1, self.stops.len()));
        dom::write(&self.part, ".said", &stop.step.text);
        dom::write(&self.part, ".pause", if now.running { "暂停" } else { "继续" });
        dom::write(&self.part, ".next", if at + 1 < self.stops.len() { "下一步" } else { "看完了" });
        if let Ok(Some(back)) = self.part.query_selector(".back") {
            let _ = back.set_attribute("aria-disabled", if at == 0 { "true" } else { "false" });
        }
        if old.is_none() {
            self.focus(if now.running { ".pause" } else { ".next" });
        }
        if before.at != now.at || now.running && !before.running {
            self.show(stop);
        }
        if now.running {
            self.wait(now.turn, stop.step.dwell());
        }
    }

    fn wait(&'static self, turn: u32, milliseconds: i32) {
        let over = Closure::once_into_js(move || {
            let mut tour = self.tour.get();
            if tour.elapse(turn, self.stops.len()) {
                self.put(tour);
            }
        });
        let over = over.unchecked_ref();
        // If there is no timer, the reader goes on by hand.
        let _ = dom::window().set_timeout_with_callback_and_timeout_and_arguments_0(over, milliseconds);
    }

    /// Brings a stop into view, opening its card, and points at its mark.
    fn show(&'static self, stop: &'static Stop) {
        if !stop.figure.kind.is_overview() {
            cards::reveal(self.page_state, &stop.step.target);
        }
        // The drawing in a card that has just been opened is not hydrated yet.
        let Some(drawing) = stop.stage.query_selector(".drawing").ok().flatten() else {
            return;
        };
        // A distant drawing has not been planned yet.
        let size = self.page_state.size();
        let frame = Frame::new(drawing.client_width() as f32, size);
        spawn_local(async move {
            let planner = planners::planner(stop.figure.kind).await;
            // The reader may have gone on meanwhile.
            if self.tour.get().at.is_none_or(|at| !std::ptr::eq(&self.stops[at], stop)) {
                return;
            }
            let scene = planner.map(|plan| plan(stop.figure, frame));
            let marks = scene.unwrap_or_default().marks;
            let mark = marks.iter().position(|mark| Some(&mark.key) == stop.step.mark.as_ref());
            stop.state.pointed.set(mark);
            self.scroll(&drawing, mark.map(|mark| marks[mark].area.bottom()));
        });
    }

    /// Puts the top of the card, or of the figure, under the section bar, if the drawing fits down
    /// to `bottom` above the tour's bar. Otherwise at least the mark is shown.
    fn scroll(&self, drawing: &Element, bottom: Option<f32>) {
        let area = drawing.get_bounding_client_rect();
        let top = |outer| Some(drawing.closest(outer).ok()??.get_bounding_client_rect().top());
        let height = |of: Option<Element>| of.map_or(0.0, |e| e.get_bounding_client_rect().height());
        let window = dom::window();
        let inner = window.inner_height().ok().and_then(|h| h.as_f64()).unwrap_or_default();
        let ceiling = height(dom::elements(".sections").pop()) + MARGIN;
        let floor = inner - height(self.part.query_selector(".guide").ok().flatten()) - MARGIN;
        let end = bottom.map_or(area.bottom(), |bottom| area.top() + f64::from(bottom));
        let head = [".card", ".figure"].into_iter().filter_map(top).find(|top| end - top <= floor - ceiling);
        let delta = match (head, bottom) {
            (Some(head), _) => head - ceiling,
            (None, Some(_)) => end - floor,
            (None, None) => top(".figure").unwrap_or(area.top()) - ceiling,
        };
        let options = ScrollToOptions::new();
        options.set_top(delta);
        if !dom::prefers_stillness() {
            options.set_behavior(ScrollBehavior::Smooth);
        }
        window.scroll_by_with_scroll_to_options(&options);
    }

    fn focus(&self, selector: &str) {
        if let Ok(Some(part)) = self.part.query_selector(selector) {
            dom::focus(&part);
        }
    }
}
