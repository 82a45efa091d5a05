use leptos::prelude::*;

/// The dialog that shows a poster as a picture to save, with other ways to share it. Empty and
/// closed until a poster is requested.
#[component]
pub fn Poster() -> impl IntoView {
    view! {
        <dialog id="poster" class="poster" aria-labelledby="poster-title">
            <form method="dialog" class="poster-head">
                <h2 id="poster-title">"转发图"</h2>
                <button>"关闭"</button>
            </form>
            <p class="note">"长按图片可以保存或转发。扫二维码，打开的就是你现在看的这一页。"</p>
            <div id="poster-picture"></div>
            <p class="poster-link">
                <label for="poster-address">"链接"</label>
                <input id="poster-address" readonly/>
            </p>
            <p class="poster-actions">
                <a data-poster="save">"保存图片"</a>
                <button type="button" data-poster="share" hidden>"转发图片"</button>
                <button type="button" data-poster="copy">"复制链接"</button>
            </p>
            <p id="poster-said" role="status"></p>
        </dialog>
    }
    .into_any()
}
