use leptos::prelude::*;

use super::icon::Icon;
use model::{Looks, Offered, Size};

/// The panel for the theme and the size of type; `browser::display` makes it work.
#[component]
pub fn DisplayPanel() -> impl IntoView {
    view! {
        <details class="panel display">
            <summary aria-label="显示" title="显示">{Icon::Display.view()}<span>"显示"</span></summary>
            // Nothing is sent. Without `autocomplete` Firefox fills in the choices of the last visit.
            <form class="panel-body" method="dialog" autocomplete="off" aria-label="显示">
                {Looks::OFFERED.map(|offered| view! { <Choices offered/> }).collect_view()}
                <label class="tick">
                    <input type="checkbox" name="remember"/>
                    <span>"记住我的选择"</span>
                </label>
                <p class="remark">"只保存在这个浏览器里，取消勾选就删除。"</p>
                <label class="tick slash">
                    <input type="checkbox" name="slash" checked/>
                    <span>"按“/”键开始查找"</span>
                </label>
            </form>
        </details>
    }
}

/// Radio buttons; the first option is checked until a script checks another.
#[component]
fn Choices(offered: Offered) -> impl IntoView {
    let Offered { key, name, choices } = offered;
    let remark =
        (key == Size::KEY).then(|| view! { <p class="remark">"大字、特大字是关怀模式：字大、对比强、一栏到底。"</p> });
    let choices = choices.iter().enumerate().map(|(index, (value, label))| {
        view! {
            <label>
                <input type="radio" name=key value=*value checked=index == 0/>
                <span>{*label}</span>
            </label>
        }
    });
    view! {
        <fieldset>
            <legend>{name}</legend>
            <div class="choices">{choices.collect_view()}</div>
            {remark}
        </fieldset>
    }
}
