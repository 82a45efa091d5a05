//! Searches the report: reads the panel's field, fills its list, and handles its keys.

use std::cell::{Cell, OnceCell, RefCell};
use std::rc::Rc;

use wasm_bindgen::JsCast;
use web_sys::{Element, Event, HtmlDetailsElement, HtmlElement, HtmlInputElement, KeyboardEvent};

use super::dom::listen;
use super::panel::key;
use super::{display, dom};
use model::Edition;
use model::find::{Hit, Index};

/// The most passages that are listed; with more, a longer query helps more.
const MOST: usize = 30;

/// Makes the panel work, if there is one.
pub fn follow(edition: &'static Edition) {
    let Some(finder) = Finder::on_page(edition).map(Rc::new) else {
        return;
    };
    let on = |target: &web_sys::EventTarget, event: &str, act: fn(&Finder, &Event)| {
        let finder = finder.clone();
        listen(target, event, move |event| act(&finder, &event));
    };
    on(&dom::document(), "keydown", Finder::start_by_key);
    on(&finder.summary, "click", Finder::open_or_close);
    on(&finder.panel, "keydown", Finder::steer);
    on(&finder.field, "input", |finder, _| finder.answer());
    // Do not search while an input method is composing.
    on(&finder.field, "compositionstart", |finder, _| finder.composing.set(true));
    on(&finder.field, "compositionend", |finder, _| {
        finder.composing.set(false);
        finder.answer();
    });
    // The reader may have opened the panel before this code was loaded.
    if finder.panel.open() {
        let _ = finder.field.focus();
        finder.answer();
    }
}

struct Finder {
    edition: &'static Edition,
    /// Built for the first search.
    index: OnceCell<Index>,
    panel: HtmlDetailsElement,
    summary: Element,
    field: HtmlInputElement,
    count: Element,
    list: Element,
    composing: Cell<bool>,
    /// Where focus was when a key opened the panel.
    back: RefCell<Option<HtmlElement>>,
}

impl Finder {
    fn on_page(edition: &'static Edition) -> Option<Self> {
        let panel: HtmlDetailsElement = dom::document().query_selector(".find").ok()??.dyn_into().ok()?;
        let part = |selector: &str| panel.query_selector(selector).ok().flatten();
        Some(Self {
            edition,
            index: OnceCell::new(),
            summary: part("summary")?,
            field: part("input")?.dyn_into().ok()?,
            count: part(".find-count")?,
            list: part(".find-hits")?,
            composing: Cell::default(),
            back: RefCell::default(),
            panel,
        })
    }

    fn open(&self, back: Option<HtmlElement>) {
        self.back.replace(back);
        self.panel.set_open(true);
        let _ = self.field.focus();
        self.field.select();
    }

    /// Focus must move within the click, or phones show no keyboard.
    fn open_or_close(&self, event: &Event) {
        if !self.panel.open() {
            event.prevent_default();
            self.open(None);
        }
    }

    /// Opens the panel on `/`, unless the reader is typing.
    fn start_by_key(&self, event: &Event) {
        let modified = event.dyn_ref::<KeyboardEvent>().is_some_and(|e| e.ctrl_key() || e.meta_key() || e.alt_key());
        let element = event.target().and_then(|target| target.dyn_into::<Element>().ok());
        let writes =
            element.is_some_and(|element| element.matches("textarea,[type=text],[type=search]").unwrap_or(false));
        if key(event).as_deref() == Some("/") && !modified && !writes && display::slash_starts_finding() {
            event.prevent_default();
            self.open(focused().and_then(|element| element.dyn_into().ok()));
        }
    }

    /// Arrows move between field and passages, Enter opens the first; Escape gives focus back.
    fn steer(&self, event: &Event) {
        let Some(key) = key(event) else {
            return;
        };
        let links = dom::elements(".find-hits a");
        let at = focused().and_then(|element| links.iter().position(|link| *link == element));
        let to = match (key.as_str(), at) {
            ("ArrowDown", at) => (at.map_or(0, |at| at + 1) + 1).min(links.len()),
            ("ArrowUp", at) => at.unwrap_or(0),
            ("Home", Some(_)) => 1,
            ("End", Some(_)) => links.len(),
            ("Enter", None) if focused().as_ref() == Some(&self.field) => {
                if let Some(link) = links.first().and_then(|link| link.dyn_ref::<HtmlElement>()) {
                    link.click();
                }
                return;
            }
            ("Escape", _) => {
                if let Some(back) = self.back.take() {
                    let _ = back.focus();
                }
                return;
            }
            _ => return,
        };
        event.prevent_default();
        match to.checked_sub(1).and_then(|index| links.get(index)).and_then(|link| link.dyn_ref::<HtmlElement>()) {
            Some(link) => link.focus(),
            None => self.field.focus(),
        }
        .unwrap_or_default();
    }

    fn answer(&self) {
        if self.composing.get() {
            return;
        }
        let query = self.field.value();
        let found = self.index.get_or_init(|| Index::of(self.edition)).search(&query, MOST);
        let words = match found.count {
            0 if query.chars().all(char::is_whitespace) => String::new(),
            0 => format!("没有找到“{query}”。换个词，或少写几个字试试。"),
            count if count > MOST => format!("找到{count}处，先列出前{MOST}处。"),
            count => format!("找到{count}处"),
        };
        self.count.set_text_content(Some(&words));
        self.list.set_text_content(None);
        for hit in &found.hits {
            if let Some(item) = item(hit) {
                let _ = self.list.append_child(&item);
            }
        }
        self.list.set_scroll_top(0);
    }
}

/// A hit as a link: where it is, and its text with the matching words marked.
fn item(hit: &Hit) -> Option<Element> {
    let element = |name: &str, text: &str| {
        let element = dom::document().create_element(name).ok()?;
        element.set_text_content(Some(text));
        Some(element)
    };
    let (item, link) = (element("li", "")?, element("a", "")?);
    link.set_attribute("href", &format!("#{}", hit.target)).ok()?;
    let parts = [
        element("b", &hit.place)?,
        element("span", &hit.before)?,
        element("mark", &hit.words)?,
        element("span", &hit.after)?,
    ];
    for part in parts {
        link.append_child(&part).ok()?;
    }
    item.append_child(&link).ok()?;
    Some(item)
}

fn focused() -> Option<Element> {
    dom::document().active_element()
}
