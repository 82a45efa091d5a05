use leptos::prelude::*;

use model::Looks;

/// A piece that [`Builder`] offers for embedding.
pub struct Offer {
    /// As in its address, `embed/<id>.html`.
    pub id: String,
    /// Its name in the list.
    pub label: String,
    /// Its title on the other page.
    pub title: String,
    /// Alternative text for its share picture.
    pub alt: String,
    /// Whether it has a share picture.
    pub pictured: bool,
    /// What to append to the page's address to link to it.
    pub way: String,
    /// The frame's initial height in CSS pixels, until the preview reports its own.
    pub height: u32,
}

/// The forms of embedding: the name that the script uses, the label, and a remark for readers.
const FORMS: [(&str, &str, &str); 6] = [
    (
        "frame",
        "网页框",
        "一段iframe，能放iframe的页面都能用。高度照预览写定；页面装有pym.js、iframe-resizer或Datawrapper的脚本时，高度会自动调整。",
    ),
    ("element", "自适应", "一个脚本加一行标签，高度在宽窄屏幕上都合适；脚本没有载入时，显示为一条链接。"),
    ("picture", "图片", "一张固定的图，1200×630，带替代文字，点开是原页。"),
    ("markdown", "Markdown", "同一张图，写成Markdown。"),
    (
        "oembed",
        "oEmbed",
        "这一项自己的网址。贴进支持oEmbed的编辑器，由编辑器来取嵌入代码；贴进聊天，显示这一项的题和图。",
    ),
    ("link", "链接", "打开就是这里，明暗、字号和选中的主题都和你现在看的一样。"),
];

/// Maximum widths of an embedded piece, in CSS pixels.
const WIDTHS: [(&str, &str); 4] = [("", "占满"), ("640", "640"), ("480", "480"), ("360", "360")];

/// The dialog where editors get code for embedding. It is not part of any page: a script adds it on
/// request.
#[component]
pub fn Builder(
    /// In named groups.
    offers: Vec<(&'static str, Vec<Offer>)>,
) -> impl IntoView {
    let groups = offers.into_iter().map(|(name, offers)| {
        view! { <optgroup label=name>{offers.into_iter().map(option).collect_view()}</optgroup> }
    });
    let forms = FORMS.map(|(value, label, remark)| {
        view! {
            <label>
                <input type="radio" name="builder-form" value=value data-remark=remark checked=value == FORMS[0].0/>
                <span>{label}</span>
            </label>
        }
    });
    view! {
        <dialog id="builder" class="poster builder paper-results" aria-labelledby="builder-title">
            <form method="dialog" class="poster-head">
                <h2 id="builder-title">"嵌入网页"</h2>
                <button>"关闭"</button>
            </form>
            <div class="builder-desk">
                <div>
                    <p class="builder-piece">
                        <label for="builder-piece">"内容"</label>
                        <select id="builder-piece">{groups.collect_view()}</select>
                    </p>
                    <fieldset>
                        <legend>"形式"</legend>
                        <div class="choices">{forms.collect_view()}</div>
                    </fieldset>
                    <label class="builder-label" for="builder-code">"代码"</label>
                    <textarea id="builder-code" rows="5" readonly spellcheck="false"></textarea>
                    <p class="poster-actions"><button type="button" id="builder-copy">"复制"</button></p>
                    <p id="builder-said" role="status"></p>
                    <p id="builder-remark" class="note"></p>
                    {Looks::OFFERED.map(|of| view! { <Choices name=of.key label=of.name options=of.choices/> }).collect_view()}
                    <Choices name="width" label="最宽（像素）" options=&WIDTHS/>
                </div>
                <div class="builder-preview" role="region" aria-label="预览" tabindex="0">
                    <iframe></iframe>
                    <img alt="" hidden/>
                </div>
            </div>
        </dialog>
    }
    .into_any()
}

fn option(offer: Offer) -> impl IntoView {
    let Offer { id, label, title, alt, pictured, way, height } = offer;
    view! {
        <option value=id data-title=title data-alt=alt data-pictured=pictured.then_some("true") data-way=way data-height=height>
            {label}
        </option>
    }
}

/// Radio buttons; the first option is the default.
#[component]
fn Choices(name: &'static str, label: &'static str, options: &'static [(&'static str, &'static str)]) -> impl IntoView {
    let choices = options.iter().enumerate().map(|(index, (value, label))| {
        view! {
            <label>
                <input type="radio" name=format!("builder-{name}") value=*value checked=index == 0/>
                <span>{*label}</span>
            </label>
        }
    });
    view! {
        <fieldset class="builder-look">
            <legend>{label}</legend>
            <div class="choices">{choices.collect_view()}</div>
        </fieldset>
    }
}
