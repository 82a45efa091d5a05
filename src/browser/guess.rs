//! Guesses: the reader drags the ruler or the drawing itself, and the answer is hidden meanwhile.

use leptos::prelude::{GetUntracked, Set};
use wasm_bindgen::JsCast;
use web_sys::{Element, Event, HtmlElement, HtmlInputElement, MouseEvent};

use super::cards;
use super::dom;
use super::dom::listen;
use crate::state::ChartState;
use figure::{Figure, Point};
use model::{Guess, Guessing, Truth};

/// A drawing that can be guessed at.
struct Question {
    figure: Figure<'static>,
    guess: &'static Guess,
    truth: Truth,
    state: ChartState,
    /// The question and its ruler.
    panel: HtmlElement,
}

/// Makes a drawing's question work, if it has one.
pub fn run(figure: Figure<'static>, state: ChartState, panel: HtmlElement) {
    let id = figure.kind.id(figure.edition);
    let Some((guess, truth)) = figure.edition.guess(id).and_then(|g| Some((g, figure.edition.truth_of(g)?))) else {
        return;
    };
    let mut sources = dom::elements(&format!("[data-ask={id}]"));
    sources.extend(panel.closest(".figure").ok().flatten());
    // It lives as long as the page.
    let question: &'static Question = Box::leak(Box::new(Question { figure, guess, truth, state, panel }));
    question.show(Guessing::default());
    for source in sources {
        // A touch that scrolls the page fires no `pointerup`, and a long press fires no `click`.
        for event in ["input", "click", "mousedown", "pointermove", "pointerup"] {
            listen(&source, event, move |event| question.hear(&event));
        }
    }
}

impl Question {
    fn hear(&self, event: &Event) {
        let Some(target) = event.target().and_then(|t| t.dyn_into::<Element>().ok()) else {
            return;
        };
        let is_in = |selector| matches!(target.closest(selector), Ok(Some(_)));
        let clicked = event.type_() == "click";
        let now = self.state.guessing.get_untracked();
        if let Some(range) = target.dyn_ref::<HtmlInputElement>() {
            if let Ok(hundredths) = range.value().parse() {
                self.put(Guessing::Open(hundredths));
            }
        } else if is_in(".drawing") {
            self.drag(event, now);
        } else if clicked && is_in("[data-ask]") {
            // Open the card right away: focus moves to the ruler in it.
            event.prevent_default();
            event.stop_propagation();
            cards::go_to(&self.guess.figure);
            if now == Guessing::NotYet {
                self.put(now.press());
            }
        } else if clicked && is_in(".press") {
            self.put(now.press());
        } else if clicked && is_in(".leave") {
            self.put(Guessing::NotYet);
        }
    }

    /// Dragging on the chart itself sets the guess to the pointer's position.
    fn drag(&self, event: &Event, now: Guessing) {
        let (Some(event), Guessing::Open(_)) = (event.dyn_ref::<MouseEvent>(), now) else {
            return;
        };
        let drawing = self.state.drawing.get_untracked();
        let Some(drawing) = drawing.filter(|_| event.type_() == "pointerup" || event.buttons() != 0) else {
            return;
        };
        // Keep focus on the ruler, and do not select text.
        event.prevent_default();
        let corner = drawing.get_bounding_client_rect();
        let at = |along: i32, from: f64| (f64::from(along) - from) as f32;
        let point = Point { x: at(event.client_x(), corner.left()), y: at(event.client_y(), corner.top()) };
        let scene = self.state.scene.get_untracked();
        if let Some(hundredths) = scene.and_then(|scene| self.figure.guessed_at(&scene, point)) {
            self.put(Guessing::Open(hundredths));
        }
    }

    fn put(&self, now: Guessing) {
        let before = self.state.guessing.get_untracked();
        if now == before {
            return;
        }
        self.state.guessing.set(now);
        self.show(now);
        // Focus moves to where the reader continues.
        match (before, now) {
            (Guessing::Open(_), Guessing::Open(_)) | (_, Guessing::Told(_)) => {}
            (_, Guessing::Open(_)) => {
                self.state.dismiss();
                self.focus("input");
            }
            (_, Guessing::NotYet) => self.focus(".press"),
        }
    }

    fn show(&self, now: Guessing) {
        for outer in [".figure", ".card"] {
            if let Ok(Some(element)) = self.panel.closest(outer) {
                let _ = element.set_attribute("data-guess", now.as_str());
            }
        }
        let hundredths = now.hundredths();
        let style = self.panel.style();
        let _ = style.set_property("--mine", &format!("calc({hundredths}/100)"));
        let _ = style.set_property("--truth", &format!("calc({}/1000)", self.truth.tenths));
        let verdict = match now {
            Guessing::Told(hundredths) => self.guess.verdict(&self.truth, hundredths),
            _ => String::new(),
        };
        dom::write(&self.panel, ".mine b", &hundredths.to_string());
        dom::write(&self.panel, ".verdict", &verdict);
        dom::write(&self.panel, ".press", now.invitation());
        dom::write(&self.panel, ".leave", now.farewell());
        if let Some(range) = self.part("input").and_then(|e| e.dyn_into::<HtmlInputElement>().ok()) {
            range.set_value(&hundredths.to_string());
            let _ = range.set_attribute("aria-valuetext", &self.guess.guessed(hundredths));
        }
    }

    fn part(&self, selector: &str) -> Option<HtmlElement> {
        self.panel.query_selector(selector).ok()??.dyn_into().ok()
    }

    fn focus(&self, selector: &str) {
        if let Some(part) = self.part(selector) {
            let _ = part.focus();
        }
    }
}
