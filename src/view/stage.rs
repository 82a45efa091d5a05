use std::sync::Arc;

use leptos::html;
use leptos::prelude::*;

use super::tip::Tip;
use crate::app::Board;
use crate::figure::{Basis, Figure, Kind, Plan};
use crate::model::{Edition, Guessing};

/// Where a drawing is shown: the SVG twin that the host rendered, the canvas that takes its place,
/// the marks as focusable elements laid over it, and the tip of the mark in hand.
#[component]
pub fn Stage(edition: &'static Edition, kind: Kind, board: Board, state: StageState) -> impl IntoView {
    let figure = Figure::new(edition, kind);
    #[cfg(all(feature = "hydrate", target_arch = "wasm32"))]
    crate::browser::stage::run(figure, board, state);
    #[cfg(not(all(feature = "hydrate", target_arch = "wasm32")))]
    let _ = board;
    view! {
        {switch(kind, state)}
        <div class="drawing" node_ref=state.drawing class:drawn=state.drawn on:pointerleave=move |_| state.let_go()>
            <div class="twins" inner_html=twins(figure)></div>
            <canvas node_ref=state.canvas aria-hidden="true"></canvas>
            <Marks state label=format!("{}，方向键逐个查看", figure.caption().map_or("图", |c| c.title.as_str()))/>
            <Tip edition state/>
        </div>
    }
}

/// What changes on a stage.
#[derive(Clone, Copy)]
pub struct StageState {
    /// Whether it is in the window when the page comes to life: the page is not ready before it is painted.
    pub first: bool,
    pub drawing: NodeRef<html::Div>,
    pub canvas: NodeRef<html::Canvas>,
    /// The plan that is shown; none until the stage comes near the viewport.
    pub plan: RwSignal<Option<Arc<Plan>>>,
    /// Whether the canvas stands for the SVG.
    pub drawn: RwSignal<bool>,
    pub basis: RwSignal<Basis>,
    /// How far the reader has come in guessing what the drawing tells.
    pub guessing: RwSignal<Guessing>,
    /// The mark in hand: under the pointer, touched or in focus.
    pub active: RwSignal<Option<usize>>,
    /// The mark whose tip stays when the mouse goes: it was clicked, touched or is in focus.
    pub held: RwSignal<Option<usize>>,
    /// The mark that the guided look points at.
    pub pointed: RwSignal<Option<usize>>,
    /// The mark that Tab leads to.
    pub anchor: RwSignal<usize>,
}

impl StageState {
    pub fn new(first: bool) -> Self {
        Self {
            first,
            drawing: NodeRef::new(),
            canvas: NodeRef::new(),
            plan: RwSignal::new(None),
            drawn: RwSignal::new(false),
            basis: RwSignal::default(),
            guessing: RwSignal::default(),
            active: RwSignal::new(None),
            held: RwSignal::new(None),
            pointed: RwSignal::new(None),
            anchor: RwSignal::new(0),
        }
    }

    /// The width that the drawing has on the page, or that of a phone before it has one.
    #[cfg(all(feature = "hydrate", target_arch = "wasm32"))]
    pub fn width(self) -> f32 {
        self.plan.with_untracked(|plan| plan.as_ref().map_or(crate::figure::Class::Narrow.nominal(), |p| p.width))
    }

    /// Something of the `index`th mark of the plan that is shown.
    fn of_mark<T: Default>(self, index: usize, read: impl Fn(&crate::figure::Mark) -> T) -> T {
        self.plan.with(|plan| plan.as_ref().and_then(|p| p.marks.get(index)).map(read).unwrap_or_default())
    }
}

/// The pre-rendered drawing in both layouts. In the browser it is there already, and its code is not.
fn twins(figure: Figure<'static>) -> String {
    #[cfg(feature = "ssr")]
    {
        use crate::figure::{Class, Frame, svg};
        use crate::model::Size;
        let twin = |class: Class, name| {
            svg::themed(&figure.plan(Frame::new(class.nominal(), Size::Standard), Basis::default()), name)
        };
        let narrow = twin(Class::Narrow, "twin narrow");
        // A card is never wider than the narrow layout; only overviews need both.
        if figure.kind.is_overview() { narrow + &twin(Class::Wide, "twin wide") } else { narrow }
    }
    #[cfg(not(feature = "ssr"))]
    {
        let _ = figure;
        String::new()
    }
}

/// Buttons for the bases that the drawing knows; nothing where there is one.
fn switch(kind: Kind, state: StageState) -> impl IntoView {
    (!kind.bases().is_empty()).then(|| {
        let buttons = kind.bases().iter().map(|&basis| {
            view! {
                <button type="button" aria-pressed=move || (state.basis.get() == basis).to_string()
                    on:click=move |_| state.basis.set(basis)>
                    {basis.label()}
                </button>
            }
        });
        view! { <div class="switch" role="group" aria-label="按什么时间算">{buttons.collect_view()}</div> }
    })
}

/// The marks in reading order: one stop for Tab, arrows between them.
#[component]
fn Marks(state: StageState, label: String) -> impl IntoView {
    let count = Memo::new(move |_| state.plan.with(|plan| plan.as_ref().map_or(0, |p| p.marks.len())));
    let list =
        move || (0..count.get()).map(move |index| view! { <MarkItem state index count=count.get()/> }).collect_view();
    view! { <ul class="marks" aria-label=label>{list}</ul> }
}

#[component]
fn MarkItem(state: StageState, index: usize, count: usize) -> impl IntoView {
    // In shares of the plan, so that a mark lies on its picture also where that is narrower than any plan.
    let share = move |read: fn(&crate::figure::Rect) -> f32, whole: fn(&Plan) -> f32| {
        move || {
            let whole = state.plan.with(|plan| plan.as_ref().map_or(1.0, |plan| whole(plan)));
            let part = state.of_mark(index, |mark| read(&mark.area));
            // Whole numbers: formatting fractions costs bytes.
            format!("calc(100% * {} / {})", part.round() as i32, whole.round() as i32)
        }
    };
    let label = move || {
        let position = format!("第{}项，共{count}项", index + 1);
        state.of_mark(index, |mark| format!("{}，{}。{position}", mark.name, mark.value))
    };
    view! {
        <li>
            <button type="button" aria-label=label tabindex=move || if state.anchor.get() == index { "0" } else { "-1" }
                style:left=share(|a| a.x, |p| p.width) style:top=share(|a| a.y, |p| p.height)
                style:width=share(|a| a.w, |p| p.width) style:height=share(|a| a.h, |p| p.height)
                on:focus=move |_| state.hold(index)
                on:click=move |_| state.hold(index)
                // A finger that rests never clicks.
                on:pointerup=move |_| state.hold(index)
                on:pointermove=move |event| if event.pointer_type() == "mouse" { state.show(index) }
                on:keydown=move |event| state.steer(index, count, &event)>
            </button>
        </li>
    }
}

impl StageState {
    /// Takes a mark in hand.
    fn show(self, index: usize) {
        self.anchor.set(index);
        if self.active.get_untracked() != Some(index) {
            self.active.set(Some(index));
        }
    }

    /// The same, so that it stays when the mouse goes.
    fn hold(self, index: usize) {
        self.held.set(Some(index));
        self.show(index);
    }

    /// The mouse goes: back to the mark that is held, if any.
    fn let_go(self) {
        let held = self.held.get_untracked();
        if self.active.get_untracked() != held {
            self.active.set(held);
        }
    }

    /// Puts the tip away.
    pub fn dismiss(self) {
        self.held.set(None);
        self.active.set(None);
    }

    /// On to the mark after the one in hand, or back to the one before.
    pub fn step(self, on: bool) {
        let last = self.plan.with_untracked(|plan| plan.as_ref().map_or(0, |p| p.marks.len().saturating_sub(1)));
        let present = self.active.get_untracked().unwrap_or_default();
        self.go(if on { (present + 1).min(last) } else { present.saturating_sub(1) });
    }

    /// Moves the keyboard, and with it the tip, to a mark.
    fn go(self, index: usize) {
        self.anchor.set(index);
        #[cfg(all(feature = "hydrate", target_arch = "wasm32"))]
        crate::browser::stage::focus_mark(self, index);
    }

    /// Arrows, Home and End move between the marks; Enter leads to the passage.
    fn steer(self, index: usize, count: usize, event: &leptos::ev::KeyboardEvent) {
        let last = count.saturating_sub(1);
        let next = match event.key().as_str() {
            "ArrowRight" | "ArrowDown" => (index + 1).min(last),
            "ArrowLeft" | "ArrowUp" => index.saturating_sub(1),
            "Home" => 0,
            "End" => last,
            "Enter" => {
                event.prevent_default();
                #[cfg(all(feature = "hydrate", target_arch = "wasm32"))]
                if let Some(target) = self.of_mark(index, |mark| mark.target.clone()) {
                    crate::browser::cards::go_to(&target);
                }
                return;
            }
            _ => return,
        };
        event.prevent_default();
        self.go(next);
    }
}
