use leptos::prelude::*;

use crate::browser::exports;
use crate::state::ChartState;
use figure::{Figure, Format, Kind};
use model::Edition;

/// What `data-poster` says of a drawing's button. Not a literal: Leptos would write an element of
/// literals through `innerHTML`, which the page's policy forbids.
const POSTER: &str = "figure";

/// Downloads of a drawing, in its title block.
#[component]
pub fn Tools(edition: &'static Edition, kind: Kind, state: ChartState) -> impl IntoView {
    let said = RwSignal::new(String::new());
    let buttons = Format::ALL.map(|format| {
        let save = move |_| {
            // A page is never told whether the browser saves a file; those in chat programs do not.
            said.set("文件交给浏览器了。没有反应，就用下面的图片。".to_owned());
            exports::download(Figure::new(edition, kind), state, format);
        };
        view! { <button type="button" on:click=save>{format.label()}</button> }
    });
    view! {
        <details class="download">
            <summary aria-label=format!("下载：{}", Figure::new(edition, kind).number())>"下载"</summary>
            <div role="group" aria-label="下载格式">
                {buttons.collect_view()}
                <p role="status">{move || said.get()}</p>
                <button type="button" data-poster=POSTER>"图片（带二维码）"</button>
            </div>
        </details>
    }
}
