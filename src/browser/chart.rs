//! Plans and paints one chart. While the page scrolls, its SVG is shown and nothing is planned or
//! painted. Once the page is at rest, charts near the window are planned and those in it are
//! painted. Painted canvases are kept as long as memory allows.

use std::cell::{Cell, RefCell};
use std::rc::Rc;
use std::sync::Arc;

use leptos::prelude::*;
use leptos::task::spawn_local;
use web_sys::{HtmlCanvasElement, HtmlElement};

use super::animation_frame::NextFrame;
use super::{canvas_budget, dom, palette, pause, planners, rest, surface, watch};
use crate::state::ChartState;
use crate::state::PageState;
use figure::{Figure, Frame, PaintOptions, Palette, Planner, Scene, between};

/// How long the entry animation takes, in milliseconds.
const ENTRY: f64 = 600.0;

/// Starts planning and painting a stage's drawing.
pub fn run(figure: Figure<'static>, page_state: PageState, state: ChartState) {
    let width = RwSignal::new(0.0_f32);
    let near = RwSignal::new(false);
    // Whether it is in the window, as of the last time the page was at rest; unknown at first.
    let seen = RwSignal::new(None);
    // Whether to skip the entry animation, for example because the reader has seen the SVG.
    let passed = Rc::new(Cell::new(state.is_awaited || dom::prefers_stillness()));
    let entered = passed.clone();
    // Whether its code could not be loaded, so that the SVG stays.
    let given_up = RwSignal::new(false);
    Effect::new(move |_| {
        let Some(drawing) = state.drawing.get() else {
            return;
        };
        let passed = passed.clone();
        // A card that opens is painted first, and its drawing planned after that.
        watch::width(&drawing, move |w| pause::after_paint(move || width.set(w)));
        rest::near(&drawing, "1000px 0px", move |is, _| near.set(is));
        rest::near(&drawing, "0px", move |is, scrolled| {
            passed.set(passed.get() || is && scrolled);
            seen.set(Some(is));
        });
    });
    let planner = RwSignal::new(None::<Planner>);
    Effect::new(move |_| {
        if !near.get() || planner.with_untracked(Option::is_some) {
            return;
        }
        spawn_local(async move {
            match planners::planner(figure.kind).await {
                Some(part) => {
                    // One chunk serves several drawings: each is planned in a task of its own.
                    pause::wait(0).await;
                    planner.set(Some(part));
                }
                None => given_up.set(true),
            }
        });
    });
    Effect::new(move |_| {
        let (width, size) = (width.get(), page_state.size());
        let guessing = state.guessing.get();
        if let (true, Some(planner)) = (near.get() && width > 0.0, planner.get()) {
            let mut scene = planner(figure, Frame::new(width, size));
            figure.cover(&mut scene, guessing);
            state.scene.set(Some(Arc::new(scene)));
        }
    });
    Effect::new(move |_| {
        if let (Some(canvas), Some(drawing)) = (state.canvas.get(), state.drawing.get()) {
            Painter::new(figure, page_state, state, canvas, drawing, entered.clone()).run(seen, given_up);
        }
    });
}

/// Paints one canvas.
struct Painter {
    figure: Figure<'static>,
    page_state: PageState,
    state: ChartState,
    canvas: HtmlCanvasElement,
    drawing: HtmlElement,
    palette: RefCell<Option<Palette>>,
    /// When the entry animation began: NaN before its first frame, `None` when none is running.
    entry: Cell<Option<f64>>,
    /// Whether the entry animation has started or is skipped.
    entered: Rc<Cell<bool>>,
    is_counted: Cell<bool>,
    /// Whether the canvas holds the current picture, shown or not.
    is_current: Cell<bool>,
    /// Whether the last paint showed the answer to a guess.
    told: Cell<bool>,
    last: RefCell<Option<Arc<Scene>>>,
    /// The scene that the bars are moving from.
    from: RefCell<Option<Arc<Scene>>>,
}

impl Painter {
    fn new(
        figure: Figure<'static>,
        page_state: PageState,
        state: ChartState,
        canvas: HtmlCanvasElement,
        drawing: impl Into<HtmlElement>,
        entered: Rc<Cell<bool>>,
    ) -> Rc<Self> {
        Rc::new(Self {
            figure,
            page_state,
            state,
            canvas,
            drawing: drawing.into(),
            palette: RefCell::default(),
            entry: Cell::default(),
            entered,
            is_counted: Cell::default(),
            is_current: Cell::default(),
            told: Cell::default(),
            last: RefCell::default(),
            from: RefCell::default(),
        })
    }

    /// Paints now and whenever scene, colours or choice change.
    fn run(self: Rc<Self>, seen: RwSignal<Option<bool>>, given_up: RwSignal<bool>) {
        let frame = Rc::new(RefCell::new(None::<NextFrame>));
        let (painter, again) = (self.clone(), frame.clone());
        *frame.borrow_mut() = Some(NextFrame::new(move |time| {
            // The chart may have left the window since this frame was requested.
            let goes_on = seen.get_untracked() == Some(true) && (painter.waits_its_turn(time) || painter.step(time));
            if let Some(frame) = again.borrow().as_ref().filter(|_| goes_on) {
                frame.ask();
            }
        }));
        let ask = move || {
            if let Some(frame) = frame.borrow().as_ref() {
                frame.ask();
            }
        };
        let painter = self.clone();
        rest::follow(move |moving| {
            // On a phone an SVG scrolls more cheaply than a canvas with three pixels per point. In
            // larger type the SVG does not match the canvas, so it stays hidden.
            let moving = moving && painter.page_state.size() == Default::default();
            let show = painter.is_current.get() && seen.get_untracked() == Some(true) && !moving;
            if painter.state.on_canvas.get_untracked() != show && painter.entry.get().is_none() {
                painter.state.on_canvas.set(show);
            }
        });
        let (painter, again) = (self.clone(), ask.clone());
        Effect::new(move |_| {
            painter.page_state.repaint.track();
            painter.palette.borrow_mut().take();
            painter.state.active.track();
            painter.state.pointed.track();
            painter.state.scene.track();
            painter.page_state.topic.track();
            if seen.get_untracked() == Some(true) {
                again();
            } else {
                painter.release();
            }
        });
        Effect::new(move |_| {
            // The page does not wait for a chart that is not in the window or cannot be painted.
            if seen.get() == Some(false) || given_up.get() {
                self.settle();
            }
            if seen.get() == Some(true) && !self.is_current.get() {
                // No animation if the reader has seen the SVG while the code was being loaded.
                let planned = self.state.scene.with_untracked(Option::is_some);
                if !self.entered.replace(true) && planned {
                    self.entry.set(Some(f64::NAN));
                }
                ask();
            }
        });
    }

    /// Frees the canvas, whose picture is outdated or takes too much memory, and shows the SVG.
    fn release(&self) {
        if self.is_current.replace(false) {
            self.state.on_canvas.set(false);
            surface::release(&self.canvas);
            canvas_budget::forget(&self.canvas);
        }
    }

    /// Whether to wait a frame: at most one canvas gets its first paint in each.
    fn waits_its_turn(&self, time: f64) -> bool {
        thread_local! {
            static LAST: Cell<f64> = const { Cell::new(0.0) };
        }
        self.last.borrow().is_none() && LAST.replace(time) == time
    }

    /// Does one frame's work. Returns true while an animation is running.
    fn step(self: &Rc<Self>, time: f64) -> bool {
        let Some(scene) = self.state.scene.get_untracked() else {
            return false;
        };
        let last = self.last.replace(Some(scene.clone()));
        let told = self.state.guessing.get_untracked().is_told();
        let before = self.told.replace(told);
        // The answer is a different drawing: bars move to their new places, or it enters again.
        if told && !before && !dom::prefers_stillness() {
            self.entry.set(Some(f64::NAN));
            self.from.replace(last);
        }
        let progress = self.progress(time);
        if self.entry.get().is_none() {
            self.from.take();
        }
        let way = self.from.borrow().as_ref().and_then(|from| between(from, &scene, progress));
        let painted = match way {
            Some(on_its_way) => self.paint(&on_its_way, 1.0),
            None => self.paint(&scene, progress),
        };
        self.is_current.set(painted);
        self.state.on_canvas.set(painted);
        if painted {
            let painter = self.clone();
            canvas_budget::note(&self.canvas, move || {
                painter.is_current.set(false);
                painter.state.on_canvas.set(false);
            });
        }
        self.settle();
        painted && self.entry.get().is_some()
    }

    fn progress(&self, time: f64) -> f32 {
        match self.entry.get() {
            None => f32::from(u8::from(self.entered.get())),
            Some(from) if from.is_nan() => {
                self.entry.set(Some(time));
                0.0
            }
            Some(from) if time - from >= ENTRY => {
                self.entry.set(None);
                1.0
            }
            Some(from) => ((time - from) / ENTRY) as f32,
        }
    }

    fn paint(&self, scene: &Scene, progress: f32) -> bool {
        let mut palette = self.palette.borrow_mut();
        if palette.is_none() {
            *palette = palette::of(&self.drawing);
        }
        let Some(palette) = palette.as_ref() else {
            return false;
        };
        // In standard type the SVG gives the drawing its height; in larger type the scene does.
        let height =
            if self.page_state.size() == Default::default() { String::new() } else { format!("{}px", scene.height) };
        let _ = self.drawing.style().set_property("height", &height);
        let scale = surface::scale_for(scene);
        let focus = self.state.active.get_untracked().or(self.state.pointed.get_untracked());
        let chosen = self.page_state.topic.get_untracked();
        let choice = chosen.as_deref().and_then(|id| self.figure.edition.choice(id));
        let lights = |mark: usize| choice.is_none_or(|choice| scene.lights(mark, choice));
        let answers = choice.is_some_and(|choice| self.figure.kind.answers(choice));
        let lit: Option<&dyn Fn(usize) -> bool> = if answers { Some(&lights) } else { None };
        let options = PaintOptions { progress, focus, lit, ..PaintOptions::plain(palette, scale) };
        surface::paint_on(&self.canvas, scene, &options)
    }

    /// Tells the page, once, that a drawing it waits for is painted or will stay an SVG.
    fn settle(&self) {
        if self.state.is_awaited && !self.is_counted.replace(true) {
            self.page_state.charts_settled.update(|n| *n += 1);
        }
    }
}
