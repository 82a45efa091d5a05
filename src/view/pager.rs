use leptos::prelude::*;

use super::icon::Icon;
use model::Edition;

/// The head of an open card: its position among the cards, unless it stands alone. Buttons for
/// reading aloud are added here in browsers that can.
#[component]
pub fn CardHead(edition: &'static Edition, id: &'static str, alone: bool) -> impl IntoView {
    let ids = edition.card_ids();
    let position = ids.iter().position(|&card| card == id).map_or(0, |index| index + 1);
    let place = (!alone && ids.len() > 1).then(|| {
        view! { <p>{format!("第{position}张")}<span>{format!("，共{}张", ids.len())}</span></p> }
    });
    view! {
        <div class="card-head">
            {place}
        </div>
    }
}

/// The foot of an open card: links to the previous and the next card, in reading order.
#[component]
pub fn Pager(edition: &'static Edition, id: &'static str) -> impl IntoView {
    let ids = edition.card_ids();
    let at = ids.iter().position(|&card| card == id).unwrap_or_default();
    let way = |card: Option<&'static str>, icon: Icon, class: &'static str, label: &'static str| {
        card.map(|card| {
            view! {
                <li class=class>
                    <a href=format!("#{card}")><span>{icon.view()}{label}</span><b>{edition.card_title(card)}</b></a>
                </li>
            }
        })
    };
    let before = at.checked_sub(1).and_then(|index| ids.get(index)).copied();
    let behind = ids.get(at + 1).copied();
    (ids.len() > 1).then(|| {
        view! {
            <ul class="pager">
                {way(before, Icon::Before, "before", "上一张")}
                {way(behind, Icon::Behind, "behind", "下一张")}
            </ul>
        }
    })
}
