use leptos::prelude::*;

use super::icon::Icon;
use model::{Size, Theme};

/// The panel for the theme and the size of type; `browser::display` makes it work.
#[component]
pub fn DisplayPanel() -> impl IntoView {
    view! {
        <details class="panel display">
            <summary aria-label="显示" title="显示">{Icon::Display.view()}<span>"显示"</span></summary>
            <div class="panel-body">
                <fieldset>
                    <legend>"明暗"</legend>
                    <Choices name=Theme::KEY options=Theme::ALL.map(|theme| (theme.as_str(), theme.label())).to_vec()/>
                </fieldset>
                <fieldset>
                    <legend>"字号"</legend>
                    <Choices name=Size::KEY options=Size::ALL.map(|size| (size.as_str(), size.label())).to_vec()/>
                    <p class="remark">"大字、特大字是关怀模式：字大、对比强、一栏到底。"</p>
                </fieldset>
                <label class="tick">
                    <input type="checkbox" name="remember" autocomplete="off"/>
                    <span>"记住我的选择"</span>
                </label>
                <p class="remark">"只存在这个浏览器里，取消勾选就删掉。"</p>
                <label class="tick slash">
                    <input type="checkbox" name="slash" autocomplete="off" checked/>
                    <span>"按“/”键开始查找"</span>
                </label>
            </div>
        </details>
    }
}

/// Radio buttons; the first option is checked until a script checks another.
#[component]
fn Choices(name: &'static str, options: Vec<(&'static str, &'static str)>) -> impl IntoView {
    let first = options[0].0;
    let choices = options.into_iter().map(|(value, label)| {
        view! {
            <label>
                <input type="radio" name=name value=value autocomplete="off" checked=value == first/>
                <span>{label}</span>
            </label>
        }
    });
    view! { <div class="choices">{choices.collect_view()}</div> }
}
