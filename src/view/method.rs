use leptos::prelude::*;

use super::code::Codes;
use super::section::SectionFrame;
use model::{Document, Edition, SectionId};

/// How the page was made, and from what.
#[component]
pub fn Method(edition: &'static Edition, site: Option<&'static str>) -> impl IntoView {
    let paragraphs = edition.masthead.method.iter().map(move |text| view! { <p>{text.as_str()}</p> });
    let topics = edition.topics.iter().map(move |topic| {
        view! { <div><dt>{topic.label.as_str()}</dt><dd>{topic.meaning.as_str()}</dd></div> }
    });
    view! {
        <SectionFrame edition id=SectionId::Method>
            <div class="method">{paragraphs.collect_view()}</div>
            <h3>"来源"</h3>
            <ul class="documents">{edition.documents.iter().map(document).collect_view()}</ul>
            <h3>"主题"</h3>
            <dl class="topic-list">{topics.collect_view()}</dl>
            <p class="to-summary"><a href="summary.html">"一页摘要（A4）"</a>"：打印出来正好一页。"</p>
            <p class="to-poster"><button type="button" data-poster="page">"整页海报"</button>"：一张长图，带二维码。"</p>
            <p class="to-source"><a href="source.html">"原文索引"</a>"：三份材料逐段列出，每句引文用在哪里，其余的话说了什么。"</p>
            <p class="to-data"><a href="data.html">"数据与引用"</a>"：表格下载，每个指标、举措和目标怎样引用。"</p>
            <Codes edition site/>
        </SectionFrame>
    }
}

fn document(document: &'static Document) -> impl IntoView {
    let credits: Vec<String> = document.credits.iter().map(|c| format!("{} {}", c.role, c.name)).collect();
    let name = document.title.as_ref().unwrap_or(&document.label).as_str();
    let name = match document.address.as_deref() {
        Some(address) => view! { <a href=address>{name}</a> }.into_any(),
        None => name.into_any(),
    };
    view! {
        <li id=format!("doc-{}", document.id)>
            <strong>{name}</strong>
            <span>{document.author.as_deref()}</span>
            <span>{document.offices.join("、")}</span>
            <span>{credits.join("，")}</span>
            <a href=format!("source.html#{}", document.id)>"逐段索引"</a>
        </li>
    }
}
