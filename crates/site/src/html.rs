use leptos::prelude::*;

/// Renders a component as the browser will hydrate it. Leptos separates neighbouring texts by empty
/// comments, which only hydration needs: they are kept in live parts and removed elsewhere.
pub fn render<V: IntoView>(view: impl FnOnce() -> V) -> String {
    let owner = Owner::new();
    without_idle_comments(&owner.with(|| view().into_view().to_html()))
}

/// Leptos's placeholder. Parsers read it as an empty comment, and complain.
const COMMENT: &str = "<!>";
/// A live part is a `div` with this attribute.
const LIVE: &str = " data-live=";

fn without_idle_comments(html: &str) -> String {
    let mut text = String::with_capacity(html.len());
    let mut rest = html;
    while let Some(start) = rest.find(LIVE) {
        let end = start + length_of_div(&rest[start..]);
        text += &rest[..start].replace(COMMENT, "");
        text += &rest[start..end].replace(COMMENT, "<!---->");
        rest = &rest[end..];
    }
    text + &rest.replace(COMMENT, "")
}

/// The length up to the end of the `div` in whose opening tag the text begins.
fn length_of_div(text: &str) -> usize {
    let mut depth = 1;
    let mut at = 0;
    while depth > 0 {
        let Some(next) = text[at..].find("div") else {
            return text.len();
        };
        let before = &text[..at + next];
        depth = match () {
            () if before.ends_with("</") => depth - 1,
            () if before.ends_with('<') => depth + 1,
            () => depth,
        };
        at += next + "div".len();
    }
    at
}

#[test]
fn only_live_parts_keep_their_comments() {
    let html = "<p>a<!>b</p><div data-live=\"x\"><div>c<!>d</div>e<!>f</div><div>g<!>h</div>";
    let expected = "<p>ab</p><div data-live=\"x\"><div>c<!---->d</div>e<!---->f</div><div>gh</div>";
    assert_eq!(without_idle_comments(html), expected);
}

/// A text as HTML, in an element or in an attribute.
pub fn escape(text: &str) -> String {
    text.replace('&', "&amp;").replace('"', "&quot;").replace('<', "&lt;")
}
