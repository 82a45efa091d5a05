//! Reads a card aloud with a Chinese voice of the reader's own device. Voices that send the text to
//! a server are not used, for privacy. Without a voice there is no button.

use std::cell::{Cell, RefCell};
use std::rc::{Rc, Weak};

use wasm_bindgen::prelude::*;
use web_sys::{
    Element, Event, HtmlDetailsElement, HtmlElement, SpeechSynthesis, SpeechSynthesisUtterance, SpeechSynthesisVoice,
};

use super::dom;
use super::dom::listen;
use model::speech::{rank, spoken};

/// Selectors for the parts of a card that are read, in document order.
const READ: [&str; 9] =
    ["summary h3", ".sentence", ".note", ".passages h4", ".why", ".quote p", ".heading", ".targets li", ".origin"];

/// Offers reading aloud on all cards, now or as soon as there is a voice.
pub fn follow() {
    let speech = dom::window().speech_synthesis().ok();
    let Some(speech) = speech.filter(|speech| !speech.is_undefined()) else {
        return;
    };
    let reader = Rc::new_cyclic(|weak: &Weak<Reader>| {
        let weak = weak.clone();
        let over = Closure::new(move |event: Event| {
            if let Some(reader) = weak.upgrade() {
                reader.go_on(&event);
            }
        });
        Reader { speech, offered: Cell::default(), turn: RefCell::default(), over }
    });
    reader.clone().offer();
    let later = reader.clone();
    let changed = Closure::<dyn FnMut()>::new(move || later.clone().offer());
    reader.speech.set_onvoiceschanged(Some(changed.into_js_value().unchecked_ref()));
    let (hiding, leaving) = (reader.clone(), reader);
    listen(&dom::document(), "visibilitychange", move |_| {
        if dom::document().hidden() {
            hiding.stop();
        }
    });
    listen(&dom::window(), "pagehide", move |_| leaving.stop());
}

struct Reader {
    speech: SpeechSynthesis,
    offered: Cell<bool>,
    turn: RefCell<Option<Turn>>,
    /// Called when an utterance is over.
    over: Closure<dyn FnMut(Event)>,
}

/// A card that is being read.
struct Turn {
    buttons: Buttons,
    sentences: Vec<Element>,
    at: usize,
    /// Kept alive here, since some browsers otherwise stop in the middle. `None` while paused.
    utterance: Option<SpeechSynthesisUtterance>,
}

#[derive(Clone, PartialEq)]
struct Buttons {
    play: HtmlElement,
    stop: HtmlElement,
}

impl Reader {
    /// The best matching voice that is the device's own.
    fn voice(&self) -> Option<SpeechSynthesisVoice> {
        let mut best = None;
        for voice in self.speech.get_voices() {
            let voice: SpeechSynthesisVoice = voice.unchecked_into();
            let rank = rank(&voice.lang()).filter(|_| voice.local_service());
            if let Some(rank) = rank.filter(|rank| best.as_ref().is_none_or(|(least, _)| rank < least)) {
                best = Some((rank, voice));
            }
        }
        best.map(|(_, voice)| voice)
    }

    /// Adds the buttons to the space that the cards' heads reserve for them.
    fn offer(self: Rc<Self>) {
        if self.offered.get() || self.voice().is_none() {
            return;
        }
        self.offered.set(true);
        for card in dom::elements("details[data-card]") {
            let Some(buttons) = Buttons::put_into(&card) else {
                continue;
            };
            let (reader, own, id) = (self.clone(), buttons.clone(), card.id());
            listen(&buttons.play, "click", move |_| reader.press(&own, &id));
            let reader = self.clone();
            listen(&buttons.stop, "click", move |_| reader.stop());
            let reader = self.clone();
            listen(&card, "toggle", move |event| {
                let card = event.target().and_then(|target| target.dyn_into::<HtmlDetailsElement>().ok());
                if card.is_some_and(|card| !card.open()) && reader.reads(&buttons) {
                    reader.stop();
                }
            });
        }
    }

    fn reads(&self, buttons: &Buttons) -> bool {
        self.turn.borrow().as_ref().is_some_and(|turn| turn.buttons == *buttons)
    }

    /// Starts, pauses or resumes. A pause is a stop that remembers its sentence, because browsers'
    /// own pausing does not work on every device.
    fn press(&self, buttons: &Buttons, card: &str) {
        if !self.reads(buttons) {
            self.stop();
            let selector = READ.map(|part| format!("#{card} {part}")).join(",");
            let sentences = dom::elements(&selector);
            self.turn.replace(Some(Turn { buttons: buttons.clone(), sentences, at: 0, utterance: None }));
            self.speak();
            return;
        }
        let paused = self.turn.borrow_mut().as_mut().is_some_and(|turn| turn.utterance.take().is_none());
        if paused {
            self.speak();
        } else {
            self.speech.cancel();
            buttons.say("继续", false);
        }
    }

    /// Reads the current sentence and marks it.
    fn speak(&self) {
        let utterance = self.turn.borrow_mut().as_mut().and_then(|turn| self.begin(turn));
        if let Some(utterance) = utterance {
            self.speech.speak(&utterance);
        }
    }

    fn begin(&self, turn: &mut Turn) -> Option<SpeechSynthesisUtterance> {
        let (sentence, voice) = (turn.sentences.get(turn.at)?, self.voice()?);
        let utterance = SpeechSynthesisUtterance::new_with_text(&spoken(&dom::words_of(sentence))).ok()?;
        utterance.set_voice(Some(&voice));
        utterance.set_lang(&voice.lang());
        let over = self.over.as_ref().unchecked_ref();
        utterance.set_onend(Some(over));
        utterance.set_onerror(Some(over));
        let _ = sentence.class_list().add_1("spoken");
        turn.buttons.say("暂停", false);
        turn.utterance = Some(utterance.clone());
        Some(utterance)
    }

    /// Reads the next sentence once one has been read to its end.
    fn go_on(&self, event: &Event) {
        let mut goes_on = false;
        if let Some(turn) = self.turn.borrow_mut().as_mut() {
            let current = turn.utterance.as_ref().map(AsRef::<JsValue>::as_ref);
            if event.target().as_ref().map(AsRef::<JsValue>::as_ref) != current {
                // From an utterance that was paused or stopped.
                return;
            }
            goes_on = event.type_() == "end" && turn.at + 1 < turn.sentences.len();
            if goes_on {
                turn.step();
            }
        }
        if goes_on { self.speak() } else { self.stop() }
    }

    fn stop(&self) {
        if let Some(turn) = self.turn.take() {
            self.speech.cancel();
            turn.unmark();
            turn.buttons.say("朗读", true);
        }
    }
}

impl Turn {
    /// Moves to the next sentence, and scrolls to it if the last one was in view.
    fn step(&mut self) {
        self.unmark();
        let followed = self.sentences.get(self.at).is_some_and(dom::in_viewport);
        self.at += 1;
        if let Some(next) = self.sentences.get(self.at).filter(|next| followed && !dom::in_viewport(next)) {
            next.scroll_into_view();
        }
    }

    fn unmark(&self) {
        if let Some(sentence) = self.sentences.get(self.at) {
            let _ = sentence.class_list().remove_1("spoken");
        }
    }
}

impl Buttons {
    fn put_into(card: &Element) -> Option<Self> {
        let head = card.query_selector(".card-head").ok()??;
        let button = || {
            let button: HtmlElement = dom::document().create_element("button").ok()?.dyn_into().ok()?;
            button.set_attribute("type", "button").ok()?;
            head.append_child(&button).ok()?;
            Some(button)
        };
        let buttons = Self { play: button()?, stop: button()? };
        buttons.stop.set_text_content(Some("停止"));
        buttons.say("朗读", true);
        Some(buttons)
    }

    /// `idle`: there is nothing to stop. The stop button must not disappear with focus on it.
    fn say(&self, label: &str, idle: bool) {
        self.play.set_text_content(Some(label));
        if idle && dom::document().active_element().as_ref() == Some(&self.stop) {
            let _ = self.play.focus();
        }
        self.stop.set_hidden(idle);
    }
}
