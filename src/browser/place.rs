//! Where the reader is: the bar's links fill up as their sections are read, and the bar and the
//! browser's own frame take the colours of the paper below.

use std::cell::Cell;
use std::rc::Rc;
use std::time::Duration;

use leptos::prelude::set_timeout;
use wasm_bindgen::JsCast;
use web_sys::{Element, HtmlElement};

use super::animation_frame::NextFrame;
use super::dom;
use super::dom::listen;
use model::place::passed;

/// The line where the reader reads, as a share of the window's height below the bar.
const EYE: f64 = 0.25;
/// How often the bar is updated while the page scrolls.
const PERIOD: Duration = Duration::from_millis(250);

struct Place {
    bar: Element,
    /// The links and their sections, in reading order.
    signs: Vec<(HtmlElement, Element)>,
    current: Cell<Option<usize>>,
    paper: Cell<bool>,
}

/// Follows the reader from now on. Pages without a bar have one section.
pub fn follow() {
    let Some(bar) = dom::elements(".bar").pop() else {
        return;
    };
    let signs = dom::elements(".sections a").into_iter().filter_map(|link| {
        let link = link.dyn_into::<HtmlElement>().ok()?;
        let id = link.get_attribute("href")?;
        Some((link, dom::document().get_element_by_id(id.strip_prefix('#')?)?))
    });
    let place = Place { bar, signs: signs.collect(), current: Cell::default(), paper: Cell::default() };
    let frame = NextFrame::new(move |_| place.show());
    frame.ask();
    let asked = Rc::new(Cell::new(false));
    for event in ["scroll", "resize"] {
        let (frame, asked) = (frame.clone(), asked.clone());
        listen(&dom::window(), event, move |_| {
            // Measuring in every frame would cost a phone every other frame.
            if !asked.replace(true) {
                let (frame, asked) = (frame.clone(), asked.clone());
                set_timeout(
                    move || {
                        asked.set(false);
                        frame.ask();
                    },
                    PERIOD,
                );
            }
        });
    }
}

impl Place {
    fn show(&self) {
        let window = dom::window();
        let height = window.inner_height().ok().and_then(|h| h.as_f64()).unwrap_or_default();
        let content = f64::from(dom::root().scroll_height());
        // In a frame as high as its content the host scrolls, and nobody knows what has been read.
        let knows = content > height + 2.0;
        let end = window.scroll_y().unwrap_or_default() + height + 2.0 >= content;
        let edge = self.bar.get_bounding_client_rect().bottom();
        let (mut current, mut paper) = (None, false);
        for (index, (link, section)) in self.signs.iter().enumerate() {
            let area = section.get_bounding_client_rect();
            let share = match (knows, end) {
                (false, _) => 0,
                (true, true) => 100,
                (true, false) => passed(edge + height * EYE, area.top(), area.height()),
            };
            let _ = link.style().set_property("--read", &format!("{share}%"));
            if share > 0 {
                current = Some(index);
            }
            if area.top() < edge + 1.0 {
                paper = matches!(section.closest(".paper-blueprint"), Ok(Some(_)));
            }
        }
        if self.current.replace(current) != current {
            self.point(current);
        }
        if self.paper.replace(paper) != paper {
            self.dress(paper);
        }
    }

    /// Marks the link of the current section and scrolls it into view.
    fn point(&self, current: Option<usize>) {
        for (index, (link, _)) in self.signs.iter().enumerate() {
            if current != Some(index) {
                let _ = link.remove_attribute("aria-current");
                continue;
            }
            let _ = link.set_attribute("aria-current", "location");
            if let Ok(Some(list)) = link.closest("ul") {
                let ahead = link.get_bounding_client_rect().left() - list.get_bounding_client_rect().left();
                list.set_scroll_left(list.scroll_left() + ahead as i32);
            }
        }
    }

    fn dress(&self, blueprint: bool) {
        let paper = if blueprint { "blueprint" } else { "results" };
        let _ = self.bar.set_attribute("data-paper", paper);
        for meta in dom::elements("meta[name=theme-color]") {
            if let Some(colour) = meta.get_attribute(&format!("data-{paper}")) {
                let _ = meta.set_attribute("content", &colour);
            }
        }
    }
}
