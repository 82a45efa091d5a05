use leptos::prelude::*;

use super::LooksLinks;
use model::{Document, Edition};

/// How the page was made, and from what, in full. Never hydrated.
#[component]
pub fn MethodPage(edition: &'static Edition) -> impl IntoView {
    let head = &edition.masthead;
    let paragraphs = head.method.iter().map(|text| view! { <p>{text.as_str()}</p> }).collect_view();
    let topics = edition.topics.iter().map(|topic| {
        view! { <div><dt>{topic.label.as_str()}</dt><dd>{topic.meaning.as_str()}</dd></div> }
    });
    let topics = topics.collect_view();
    view! {
        <main id="main" class="paper-results data-page">
            <div class="wrap">
                <p class="kicker"><a href="index.html">{head.title()}</a><span>{head.place.as_str()}</span></p>
                <LooksLinks/>
                <h1>"方法与来源"</h1>
                {(!head.method.is_empty()).then(|| view! {
                    <section class="method" aria-labelledby="how">
                        <h2 id="how">"怎么数的"</h2>
                        {paragraphs}
                    </section>
                })}
                <section aria-labelledby="documents">
                    <h2 id="documents">"来源"</h2>
                    <ul class="documents">{edition.documents.iter().map(|d| document(d, edition)).collect_view()}</ul>
                </section>
                {(!edition.topics.is_empty()).then(|| view! {
                    <section aria-labelledby="topics">
                        <h2 id="topics">"主题"</h2>
                        <dl class="topic-list">{topics}</dl>
                    </section>
                })}
                <p class="from"><a href="index.html">"回到全文"</a></p>
            </div>
        </main>
    }
}

fn document(document: &'static Document, edition: &Edition) -> impl IntoView + use<> {
    // Only who is quoted on a report speaks of it.
    let is_on = |report: &&str| !report.is_empty() && edition.readings.iter().any(|r| r.document == document.id);
    let on = Some(edition.masthead.report.as_str()).filter(is_on).map_or_else(String::new, |r| format!("，谈{r}"));
    let credits: Vec<String> = document.credits.iter().map(|c| format!("{} {}", c.role, c.name)).collect();
    let name = document.title.as_ref().unwrap_or(&document.label).as_str();
    let name = match document.address.as_deref() {
        Some(address) => view! { <a href=address>{name}</a> }.into_any(),
        None => name.into_any(),
    };
    view! {
        <li id=format!("doc-{}", document.id)>
            <strong>{name}</strong>
            <span>{document.author.as_ref().map(|author| format!("{author}{on}"))}</span>
            <span>{document.offices.join("、")}</span>
            <span>{credits.join("，")}</span>
            {(!document.paragraphs.is_empty()).then(|| view! { <a href=format!("source.html#{}", document.id)>"原文索引"</a> })}
        </li>
    }
}
