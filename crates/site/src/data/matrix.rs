use leptos::prelude::*;
use model::{Edition, Noun, Topic};

/// How many measures of each topic each card has; nothing without topics or cards.
#[component]
pub fn Matrix(edition: &'static Edition) -> impl IntoView {
    let heads = edition.works().map(|work| view! { <th scope="col">{work.short()}</th> });
    let rows = edition.topics.iter().map(|topic| view! { <Row edition topic/> });
    let Noun { name, counter } = &edition.masthead.words.measure;
    let explained = format!(
        "每张卡片上，各个主题的{name}有几{counter}。一{counter}{name}只归一类；{counter}数多少不表示重要程度。"
    );
    (!edition.topics.is_empty() && edition.has_plans()).then(|| view! {
        <section aria-labelledby="matrix">
            <h2 id="matrix">"主题"</h2>
            <p>{explained}</p>
            <div class="table" tabindex="0" role="region" aria-label=format!("{name}落在哪些主题上")>
                <table>
                    <thead><tr><th scope="col">"主题"</th>{heads.collect_view()}<th scope="col">"合计"</th></tr></thead>
                    <tbody>{rows.collect_view()}</tbody>
                </table>
            </div>
        </section>
    })
}

#[component]
fn Row(edition: &'static Edition, topic: &'static Topic) -> impl IntoView {
    let counts: Vec<usize> = edition
        .works()
        .map(|work| work.measures().iter().filter(|measure| measure.topics.contains(&topic.id)).count())
        .collect();
    let sum: usize = counts.iter().sum();
    let cells = counts.into_iter().map(|count| view! { <td>{(count > 0).then_some(count)}</td> });
    view! { <tr><th scope="row">{topic.label.as_str()}</th>{cells.collect_view()}<td>{sum}</td></tr> }
}
