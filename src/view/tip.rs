use leptos::html;
use leptos::prelude::*;

use crate::browser::{dom, marks};
use crate::state::ChartState;
use figure::Mark;
use model::{Edition, quoted};

/// The tooltip of the active mark: the same for mouse, touch and keyboard.
#[component]
pub fn Tip(edition: &'static Edition, state: ChartState) -> impl IntoView {
    let mark = Memo::new(move |_| {
        let index = state.active.get()?;
        state.scene.with(|scene| Some((scene.as_ref()?.width, scene.as_ref()?.marks.get(index)?.clone())))
    });
    // The outer element exists from the start, as a live region must.
    view! {
        <div class="tips" role="status" on:mousedown=move |event| event.prevent_default()>
            {move || mark.get().map(|(width, mark)| view! { <TipBox edition state width mark/> })}
        </div>
    }
}

/// Hangs below its mark, and extends to the side that has more room; in a card, where there is room
/// beside the drawing, it stands there.
#[component]
fn TipBox(edition: &'static Edition, state: ChartState, width: f32, mark: Mark) -> impl IntoView {
    let rightward = mark.area.center().x * 2.0 > width;
    let px = |length: f32| format!("{}px", length as i32);
    let at = px(if rightward { width - mark.area.right() } else { mark.area.x });
    let top = px(mark.area.bottom() + 6.0);
    let beside = px(mark.area.y);
    let has_passage = mark.quote.is_some();
    let place = mark.quote.as_ref().map(|quote| (edition.place_of(quote), edition.way_to(quote)));
    // In a frame, links must leave it, and the folder that its page lies in.
    let framed = dom::root().has_attribute("data-embed");
    let own = NodeRef::<html::Div>::new();
    own.on_load(move |tip| marks::raise(&tip, state));
    let copied = RwSignal::new(false);
    let copy = move |_| copied.set(own.get_untracked().and_then(|tip| marks::copy(&tip)).unwrap_or_default());
    view! {
        <div node_ref=own class="tip" class:rightward=rightward style:top=top style=("--at", at) style=("--beside", beside)>
            <p class="tip-name"><b>{mark.name}</b><span>{mark.value}</span></p>
            {mark.note.map(|note| view! { <p class="tip-note">{note}</p> })}
            {mark.quote.map(|quote| view! { <blockquote>{quoted(&quote.text)}</blockquote> })}
            <p class="tip-place">
                {place.map(|(place, way)| {
                    let (way, window) = if framed { (format!("../{way}"), Some("_blank")) } else { (way, None) };
                    view! { <a href=way target=window>{place}</a> }
                })}
                {has_passage.then(|| view! {
                    <button type="button" on:click=copy>{move || if copied.get() { "已复制" } else { "复制" }}</button>
                })}
                {mark.target.map(|id| view! { <a href=format!("#{id}")>"看这一条"</a> })}
            </p>
            // For touch, as a mark may be small. Keyboard and screen reader users have the arrow
            // keys.
            <p class="tip-steps" aria-hidden="true">
                <button type="button" tabindex="-1" on:click=move |_| state.step(false)>"‹ 上一项"</button>
                <button type="button" tabindex="-1" on:click=move |_| state.step(true)>"下一项 ›"</button>
            </p>
        </div>
    }
}
