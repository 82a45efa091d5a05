use leptos::prelude::*;

/// Where the report is searched; the browser's `find` answers.
#[component]
pub fn FindPanel() -> impl IntoView {
    view! {
        <details class="panel find">
            <summary aria-label="在报道里找" title="在报道里找">
                <svg viewBox="0 0 24 24" width="24" height="24" aria-hidden="true">
                    <circle cx="10.5" cy="10.5" r="6"/>
                    <path d="M15 15l5.5 5.5"/>
                </svg>
            </summary>
            <div class="panel-body" role="search" aria-label="在报道里找">
                <label class="find-field">
                    <span>"在报道里找"</span>
                    <input type="search" autocomplete="off" autocapitalize="off" spellcheck="false" enterkeyhint="search"
                        placeholder="词、数或原话，如：31"/>
                </label>
                <p class="find-count" role="status"></p>
                <ol class="find-hits"></ol>
            </div>
        </details>
    }
}
