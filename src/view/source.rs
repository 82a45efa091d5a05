use leptos::prelude::*;

use super::LooksLinks;
use super::quote::Source;
use model::{Document, Echo, Edition, Note, Noun, Paragraph, Passage, Quotation, SectionId, Words, quoted};

/// The source index: every paragraph of every document, with the passages that the page quotes and
/// notes on what else it says; then the lists behind the page's counts. Never hydrated.
#[component]
pub fn SourcePage(edition: &'static Edition) -> impl IntoView {
    let head = &edition.masthead;
    let quoted = || edition.documents.iter().filter(|document| !document.paragraphs.is_empty());
    let documents = quoted().map(move |document| view! { <DocumentIndex edition document/> });
    let contents = quoted().map(|d| (String::from(d.id.clone()), d.label.clone()));
    let Words { measure, target, site, echo: of_echoes, .. } = &head.words;
    let [pillars, priorities] = [SectionId::Pillars, SectionId::Priorities].map(|id| {
        let measures = edition.measures().filter(|(work, _)| work.section() == id).map(|(_, measure)| measure);
        let items: Vec<_> = measures.map(|m| named(edition, &m.id, m.label.clone(), &m.quote).into_any()).collect();
        let title = edition.section(id).map_or("", |section| section.title.as_str());
        (format!("list-{}", id.as_str()), format!("{title}：{}", listed(measure, items.len())), items)
    });
    let echoes: Vec<_> = edition.echoes.iter().map(|e| echo(edition, e).into_any()).collect();
    let targets: Vec<_> =
        edition.targets().map(|(_, t)| named(edition, &t.id, t.words() + &t.label, &t.quote).into_any()).collect();
    let sites: Vec<_> =
        edition.sites().map(|s| named(edition, &s.measure, s.label.clone(), &s.quote).into_any()).collect();
    let mut lists = vec![
        pillars,
        priorities,
        ("list-targets".to_owned(), listed(target, targets.len()), targets),
        ("list-sites".to_owned(), format!("写到的{}", listed(site, sites.len())), sites),
        ("list-echoes".to_owned(), listed(of_echoes, echoes.len()), echoes),
    ];
    lists.retain(|(.., items)| !items.is_empty());
    let lists_named = lists.iter().map(|(id, title, _)| (id.clone(), title.clone())).collect::<Vec<_>>();
    let contents = contents.chain(lists_named);
    let contents = contents.map(|(id, label)| view! { <li><a href=format!("#{id}")>{label}</a></li> });
    let lists = lists.into_iter().map(|(id, title, items)| {
        let label = id.clone();
        view! {
            <section aria-labelledby=label>
                <h2 id=id>{title}</h2>
                <ol class="counted">{items}</ol>
            </section>
        }
    });
    view! {
        <main id="main" class="paper-results data-page source-page">
            <article class="wrap">
                <p class="kicker"><a href="index.html">{head.title()}</a><span>{head.place.as_str()}</span></p>
                <LooksLinks/>
                <h1>"原文索引"</h1>
                <p>"每份材料逐段列出。引号里是本页用到的原话，后面写着它用在哪里；其余的话由编辑转述，不全文转载。正文的段号不算标题和署名。"</p>
                <nav aria-label="目录"><ul class="contents">{contents.collect_view()}</ul></nav>
                {documents.collect_view()}
                {lists.collect_view()}
                <p class="from"><a href="index.html">"回到全文"</a></p>
            </article>
        </main>
    }
}

/// The title of a list: 呼应16处.
fn listed(noun: &Noun, count: usize) -> String {
    format!("{}{}", noun.name, noun.number(count))
}

#[component]
fn DocumentIndex(edition: &'static Edition, document: &'static Document) -> impl IntoView {
    let paragraphs = document.paragraphs.iter().map(move |paragraph| {
        view! { <ParagraphIndex edition document paragraph/> }
    });
    let credits = document.credits.iter().map(|credit| format!("{} {}", credit.role, credit.name));
    let offices = (!document.offices.is_empty()).then(|| document.offices.join("、"));
    let names: Vec<String> = offices.into_iter().chain(credits).collect();
    view! {
        <section aria-labelledby=document.id.as_str()>
            <h2 id=document.id.as_str()>{document.label.as_str()}</h2>
            {(document.title.is_some() || !names.is_empty()).then(|| view! {
                <p class="credits">
                    {document.title.as_deref().map(|title| view! { <strong>{title}</strong> })}
                    <span>{names.join("；")}</span>
                </p>
            })}
            <ol class="paragraphs">{paragraphs.collect_view()}</ol>
        </section>
    }
}

#[component]
fn ParagraphIndex(
    edition: &'static Edition,
    document: &'static Document,
    paragraph: &'static Paragraph,
) -> impl IntoView {
    let passages = edition.passages_of(document, paragraph);
    let untold =
        (passages.is_empty() && paragraph.notes.is_empty()).then(|| view! { <p class="untold">"本页没有用到。"</p> });
    let passages = (!passages.is_empty())
        .then(|| view! { <ul class="passages">{passages.into_iter().map(passage).collect_view()}</ul> });
    let notes = (!paragraph.notes.is_empty())
        .then(|| view! { <ul class="notes">{paragraph.notes.iter().map(note).collect_view()}</ul> });
    view! {
        <li id=paragraph.id.as_str()>
            <h3 class="plain"><a href=format!("#{}", paragraph.id)>{paragraph.name.as_str()}</a><span class="anchor" aria-hidden="true">{format!("#{}", paragraph.id)}</span></h3>
            {passages}
            {notes}
            {untold}
        </li>
    }
}

/// Each item links to where the passage is used, and is the target of that place's link back.
fn passage(passage: Passage<'static>) -> impl IntoView {
    let uses = passage.uses.into_iter().map(|used| {
        let anchor = used.anchor();
        view! {
            <li id=anchor>
                <span>{used.kind}</span>
                <a href=format!("index.html#{}", used.target)>{used.title}</a>
            </li>
        }
    });
    view! {
        <li>
            <blockquote class="quote"><p>{quoted(passage.text)}</p></blockquote>
            <ul class="uses" aria-label="用在">{uses.collect_view()}</ul>
        </li>
    }
}

fn note(note: &'static Note) -> impl IntoView {
    let passage = note.passage.as_deref().map(|passage| view! { <q>{quoted(passage)}</q> });
    view! { <li>{passage}<span>{note.says.as_str()}</span></li> }
}

/// An item of a list: what the page calls it, where that is on the page, and where in the source.
fn named(edition: &'static Edition, id: &str, label: String, quote: &'static Quotation) -> impl IntoView + use<> {
    view! {
        <li>
            <a href=format!("index.html#{id}")>{label}</a>
            <Source edition quote/>
        </li>
    }
}

fn echo(edition: &'static Edition, echo: &'static Echo) -> impl IntoView {
    let matter = edition.matters.iter().find(|m| m.id == echo.matter).map_or("", |m| m.term.as_str());
    let measure = edition.measures().find(|(_, m)| m.id == echo.measure).map_or("", |(_, m)| m.label.as_str());
    named(edition, &echo.id(), format!("{}和{}", quoted(matter), quoted(measure)), &echo.quote)
}
