use leptos::prelude::*;

use super::icon::Icon;

/// The search panel; `browser::find` makes it work.
#[component]
pub fn FindPanel() -> impl IntoView {
    view! {
        <details class="panel find">
            <summary aria-label="在报道里找" title="在报道里找">
                {Icon::Find.view()}
            </summary>
            <div class="panel-body" role="search" aria-label="在报道里找">
                <label class="find-field">
                    <span>"在报道里找"</span>
                    <input type="search" autocomplete="off" autocapitalize="off" spellcheck="false" enterkeyhint="search"
                        placeholder="词、数或原话"/>
                </label>
                <p class="find-count" role="status"></p>
                <ol class="find-hits"></ol>
            </div>
        </details>
    }
}
