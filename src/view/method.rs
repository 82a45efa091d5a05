use leptos::prelude::*;

use super::code::Codes;
use super::section::SectionFrame;
use model::{Edition, SectionId};

/// The foot of the page: sharing, the method in a few lines, and links to the pages that say more.
#[component]
pub fn Method(
    edition: &'static Edition,
    site: Option<&'static str>,
    /// The way to the list of all editions.
    editions: Option<&'static str>,
) -> impl IntoView {
    let lines = edition.masthead.digest.iter().map(|line| view! { <li>{line.as_str()}</li> }).collect_view();
    view! {
        <SectionFrame edition id=SectionId::Method>
            <p class="to-poster"><button type="button" data-poster="page">"做成图片转发"</button><span>"带二维码，扫开就是这一页"</span></p>
            {(!edition.masthead.digest.is_empty()).then(|| view! { <ol class="digest">{lines}</ol> })}
            <ul class="ways">
                <li><a href="method.html">"方法与来源"</a></li>
                <li><a href="source.html">"原文索引"</a></li>
                <li><a href="data.html">"数据与引用"</a></li>
                <li><a href="summary.html">"一页摘要"</a></li>
                {editions.map(|way| view! { <li><a href=way>"各期"</a></li> })}
            </ul>
            <Codes edition site/>
        </SectionFrame>
    }
}
