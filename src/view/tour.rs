use leptos::prelude::*;

use super::icon::Icon;
use model::{Edition, Step};

/// The guided tour: a start button, and a bar at the window's foot while it runs. The bar exists
/// from the start, as a live region must; `data-tour` on the root element shows it, and
/// `browser::tour` fills it in.
#[component]
pub fn Tour(edition: &'static Edition) -> impl IntoView {
    let minutes = (edition.tour.iter().map(Step::dwell).sum::<i32>() + 30_000) / 60_000;
    (!edition.tour.is_empty()).then(|| {
        view! {
            <div class="tour" data-part="tour" data-live="tour">
                <button type="button" class="start">
                    {Icon::Tour.view()}
                    "带我看一遍"
                    <span>{format!("约{}分钟", minutes.max(1))}</span>
                </button>
                <div class="guide" role="region" aria-label="带我看一遍">
                    <p class="place"></p>
                    <p class="said" id="tour-said" role="status"></p>
                    <button type="button" class="back">"上一步"</button>
                    <button type="button" class="pause" aria-describedby="tour-said">"暂停"</button>
                    <button type="button" class="next" aria-describedby="tour-said">"下一步"</button>
                    <button type="button" class="end">"结束"</button>
                </div>
            </div>
        }
    })
}
