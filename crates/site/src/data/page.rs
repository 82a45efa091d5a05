use leptos::prelude::*;

use super::matrix::Matrix;
use super::{Citation, citations, tables};
use model::Edition;
use sijian::view::LooksLinks;

/// The data files, and how to cite the page's contents. Nothing here is hydrated.
#[component]
pub fn DataPage(
    edition: &'static Edition,
    /// The page's address, if that is known.
    address: Option<String>,
) -> impl IntoView {
    let files = tables(edition).into_iter().map(|table| {
        let name = table.name;
        view! {
            <tr>
                <th scope="row">{table.title.clone()}</th>
                <td>{format!("{}行", table.rows.len())}</td>
                <td><a href=format!("data/excel/{name}.csv") download="">{format!("{name}.csv")}</a></td>
                <td><a href=format!("data/{name}.csv") download="">{format!("{name}.csv")}</a></td>
                <td><a href=format!("data/{name}.json") download="">{format!("{name}.json")}</a></td>
            </tr>
        }
    });
    let all = citations(edition, address.as_deref());
    let words = &edition.masthead.words;
    let groups =
        [("indicator", "指标"), ("measure", &words.measure.name), ("target", &words.goal)].map(|(kind, title)| {
            let items: Vec<_> = all.iter().filter(|citation| citation.kind == kind).map(item).collect();
            (!items.is_empty()).then(|| view! { <h3>{title}</h3><ul class="citations">{items}</ul> })
        });
    let (known, cited) = (address.is_some(), !all.is_empty());
    let how = if known {
        "每一条都有固定的网址：报道首页的网址加上“#”和编号。把方括号里的“引用日期”换成你读到它的那一天。"
    } else {
        "每一条都有固定的编号。发布的网址还没有定，引用时请补上报道首页的网址，后面加“#”和编号。"
    };
    view! {
        <main id="main" class="paper-results data-page">
            <div class="wrap">
                <p class="kicker"><a href="index.html">{edition.masthead.title()}</a><span>{edition.masthead.place.as_str()}</span></p>
                <LooksLinks/>
                <h1>"数据与引用"</h1>
                <section aria-labelledby="files">
                    <h2 id="files">"文件"</h2>
                    <p>
                        "同一张表有CSV和JSON两种文件，编码都是UTF-8。用Excel打开，取“CSV（Excel）”一列的文件：内容一样，只是开头多一个编码标记。各列是什么，写在"
                        <a href="data/datapackage.json" download="">"datapackage.json"</a>
                        "（Frictionless数据包）里"
                        {cited.then(|| view! {
                            "；全部引用格式在"
                            <a href="data/citations.json" download="">"citations.json"</a>
                            "里"
                        })}
                        "。"
                    </p>
                    <div class="table" tabindex="0" role="region" aria-label="文件一览">
                        <table>
                            <thead><tr><th scope="col">"表"</th><th scope="col">"行数"</th><th scope="col">"CSV（Excel）"</th><th scope="col">"CSV（程序）"</th><th scope="col">"JSON"</th></tr></thead>
                            <tbody>{files.collect_view()}</tbody>
                        </table>
                    </div>
                </section>
                <Matrix edition/>
                {cited.then(|| view! {
                    <section aria-labelledby="cite">
                        <h2 id="cite">"怎样引用"</h2>
                        <p>{how}</p>
                        {groups}
                    </section>
                })}
                <p class="from"><a href="index.html">"回到全文"</a></p>
            </div>
        </main>
    }
}

fn item(citation: &Citation) -> impl IntoView + use<> {
    view! {
        <li id=format!("cite-{}", citation.id)>
            <a href=citation.path.clone()>{citation.label.clone()}</a>
            <a class="source" href=format!("source.html#in-{}", citation.id)>"原文"</a>
            <details>
                <summary>"引用"</summary>
                <dl>
                    <dt>"文字"</dt><dd>{citation.text.clone()}</dd>
                    <dt>"GB/T 7714"</dt><dd>{citation.gbt7714.clone()}</dd>
                    <dt>"BibTeX"</dt><dd><pre>{citation.bibtex.clone()}</pre></dd>
                </dl>
            </details>
        </li>
    }
}
