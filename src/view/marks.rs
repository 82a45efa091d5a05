use leptos::prelude::*;

use crate::browser::{cards, marks};
use crate::state::ChartState;
use figure::{Figure, Mark, Rect, Scene};

/// The marks of a drawing as elements laid over it, in reading order: one Tab stop, with arrow keys
/// to move between the marks.
#[component]
pub fn Marks(figure: Figure<'static>, state: ChartState) -> impl IntoView {
    let label = format!("{}，方向键逐个查看", figure.caption().map_or("图", |c| c.title.as_str()));
    let count = Memo::new(move |_| state.scene.with(|scene| scene.as_ref().map_or(0, |p| p.marks.len())));
    let list =
        move || (0..count.get()).map(move |index| view! { <MarkItem state index count=count.get()/> }).collect_view();
    view! { <ul class="marks" aria-label=label>{list}</ul> }
}

#[component]
fn MarkItem(state: ChartState, index: usize, count: usize) -> impl IntoView {
    // As shares of the scene, so that a mark fits its picture even if that is narrower than any
    // scene.
    let share = move |read: fn(&Rect) -> f32, whole: fn(&Scene) -> f32| {
        move || {
            let whole = state.scene.with(|scene| scene.as_ref().map_or(1.0, |scene| whole(scene)));
            let part = state.of_mark(index, |mark| read(&mark.area));
            // Whole numbers: formatting fractions costs bytes.
            format!("calc(100% * {} / {})", part.round() as i32, whole.round() as i32)
        }
    };
    let label = move || {
        let position = format!("第{}项，共{count}项", index + 1);
        let said = |mark: &Mark| {
            if mark.value.is_empty() { mark.name.clone() } else { format!("{}，{}", mark.name, mark.value) }
        };
        state.of_mark(index, |mark| format!("{}。{position}", said(mark)))
    };
    view! {
        <li>
            <button type="button" aria-label=label tabindex=move || if state.anchor.get() == index { "0" } else { "-1" }
                style:left=share(|a| a.x, |p| p.width) style:top=share(|a| a.y, |p| p.height)
                style:width=share(|a| a.w, |p| p.width) style:height=share(|a| a.h, |p| p.height)
                on:focus=move |_| state.hold(index)
                on:click=move |_| state.hold(index)
                // A long press fires no `click`.
                on:pointerup=move |_| state.hold(index)
                on:pointermove=move |event| if event.pointer_type() == "mouse" { state.show(index) }
                on:keydown=move |event| state.steer(index, count, &event)>
            </button>
        </li>
    }
}

impl ChartState {
    /// Reads from the `index`th mark of the current scene.
    fn of_mark<T: Default>(self, index: usize, read: impl Fn(&Mark) -> T) -> T {
        self.scene.with(|scene| scene.as_ref().and_then(|p| p.marks.get(index)).map(read).unwrap_or_default())
    }

    /// Makes a mark active.
    fn show(self, index: usize) {
        self.anchor.set(index);
        if self.active.get_untracked() != Some(index) {
            self.active.set(Some(index));
        }
    }

    /// Makes a mark active, and keeps it when the mouse leaves.
    fn hold(self, index: usize) {
        self.held.set(Some(index));
        self.show(index);
    }

    /// The mouse has left: returns to the held mark, if any.
    pub fn let_go(self) {
        let held = self.held.get_untracked();
        if self.active.get_untracked() != held {
            self.active.set(held);
        }
    }

    /// Dismisses the tooltip.
    pub fn dismiss(self) {
        self.held.set(None);
        self.active.set(None);
    }

    /// Moves to the next mark if `on`, else to the previous one.
    pub fn step(self, on: bool) {
        let last = self.scene.with_untracked(|scene| scene.as_ref().map_or(0, |p| p.marks.len().saturating_sub(1)));
        let present = self.active.get_untracked().unwrap_or_default();
        self.go(if on { (present + 1).min(last) } else { present.saturating_sub(1) });
    }

    /// Moves keyboard focus, and the tooltip with it, to a mark.
    fn go(self, index: usize) {
        self.anchor.set(index);
        marks::focus(self, index);
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
                if let Some(target) = self.of_mark(index, |mark| mark.target.clone()) {
                    cards::go_to(&target);
                }
                return;
            }
            _ => return,
        };
        event.prevent_default();
        self.go(next);
    }
}
