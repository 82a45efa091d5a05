use leptos::prelude::*;

use super::ChartView;
use super::counted::counted;
use super::guess::Guess;
use crate::state::ChartState;
use crate::state::PageState;
use figure::{Figure, Kind, table};
use model::Edition;

/// A drawing with everything around it: heading, sentence, stage, note and title block. Nothing if there is nothing
/// to draw.
#[component]
pub fn FigureFrame(edition: &'static Edition, kind: Kind) -> impl IntoView {
    let figure = Figure::new(edition, kind);
    let id = kind.id(edition);
    if !edition.has_drawing(id) {
        return ().into_any();
    }
    let caption = figure.caption();
    let heading = format!("fig-{id}");
    let label = heading.clone();
    view! {
        <figure class="figure" data-figure=id aria-labelledby=label>
            <figcaption>
                <h3 id=heading>{caption.map(|c| phrases(&c.title))}</h3>
                <Guess edition kind/>
                <p class="sentence" class:unseen=kind.tells_itself()>{sentence(figure)}</p>
            </figcaption>
            <div class="stage" data-part="stage" data-live=id>
                <ChartView edition kind page_state=PageState::new() state=ChartState::new(false)/>
            </div>
            {caption.filter(|c| !c.note.is_empty()).map(|c| view! { <p class="note">{c.note.as_str()}</p> })}
            <TitleBlock figure/>
        </figure>
    }
    .into_any()
}

/// The sentence. On the cover, the number of echoes links to their list.
fn sentence(figure: Figure<'static>) -> AnyView {
    let (text, count) = (figure.sentence(), figure.edition.masthead.words.echo.number(figure.edition.echoes.len()));
    if figure.kind == Kind::Cover { counted(&text, &[(count, "source.html#list-echoes")]) } else { text.into_any() }
}

/// A title's phrases, between which it may break.
pub fn phrases(title: &str) -> impl IntoView + use<> {
    const FEW: usize = 3;
    let mut phrases: Vec<String> = title.split_inclusive(['，', '：']).map(str::to_owned).collect();
    // A short end would stand alone in the last line.
    if phrases.len() > 1
        && let Some(end) = phrases.pop_if(|end| end.chars().count() <= FEW)
        && let Some(last) = phrases.last_mut()
    {
        last.push_str(&end);
    }
    phrases.into_iter().map(|phrase| view! { <span>{phrase}</span> }).collect_view()
}

/// 图签, the title block: number, scale, downloads, embedding, and the drawing as a table. A `footer`,
/// which reading views leave out.
#[component]
pub fn TitleBlock(figure: Figure<'static>) -> impl IntoView {
    let alone = format!("embed/{}.html", figure.kind.id(figure.edition));
    let parts = view! {
        <span class="number">{figure.number()}</span>
        <span class="scale"><span>{figure.caption().map(|c| sides(&c.scale))}</span></span>
        <div class="tools" data-part="tools" data-live=figure.kind.id(figure.edition)>
            // In the place of `Tools`, which the browser mounts.
            <details class="download"><summary>"下载"</summary></details>
        </div>
        <a href=alone data-builder aria-label=format!("嵌入：{}", figure.number())>"嵌入"</a>
        <details class="data">
            <summary aria-label=format!("数据：{}", figure.number())>"数据"</summary>
            // With scripts it stays text until it is asked for (`cards.js`), which saves laying
            // out thousands of cells.
            <noscript><DataTable figure/></noscript>
        </details>
    };
    // A header may not hold a footer.
    match figure.kind {
        Kind::Cover => view! { <div class="titleblock">{parts}</div> }.into_any(),
        _ => view! { <footer class="titleblock">{parts}</footer> }.into_any(),
    }
}

/// A scale breaks into lines between its parts; within one only if that is wider than a line, after `＝`.
fn sides(scale: &'static str) -> impl IntoView {
    let side = |side| view! { {side}<wbr/> };
    let part = |part: &'static str| view! { <span>{part.split_inclusive('＝').map(side).collect_view()}</span> };
    scale.split_inclusive('，').map(part).collect_view()
}

#[component]
fn DataTable(figure: Figure<'static>) -> impl IntoView {
    let table = table(figure);
    let head = table.head.into_iter().map(move |label| view! { <th scope="col">{label}</th> });
    let rows = table.rows.into_iter().map(move |row| {
        let (quote, place) = row.quote.unzip();
        let name = match row.target {
            Some(target) => view! { <a href=format!("#{target}")>{row.name}</a> }.into_any(),
            None => row.name.into_any(),
        };
        view! {
            <tr>
                <th scope="row">{name}</th>
                <td>{row.value}</td>
                <td>{row.note}</td>
                <td>{quote}</td>
                <td>{place.map(|place| view! { <a href=row.way>{place}</a> })}</td>
            </tr>
        }
    });
    let caption = figure.caption().map(|c| c.title.as_str());
    view! {
        <div class="table" tabindex="0" role="region" aria-label=format!("数据表：{}", caption.unwrap_or_default())>
            <table>
                <caption>{caption}</caption>
                <thead><tr>{head.collect_view()}</tr></thead>
                <tbody>{rows.collect_view()}</tbody>
            </table>
        </div>
    }
    .into_any()
}
