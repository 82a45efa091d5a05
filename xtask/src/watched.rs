//! Pages that keep what goes wrong in them from their first moment, for the browser tests to read.

/// Keeps errors, warnings, refused promises, broken policies and missing files in `window.__seen`.
const COLLECTOR: &str = include_str!("watched.js");

/// The page with the collector as the very first thing in its head: a policy in a `<meta>` governs only what
/// follows it, so neither the policy nor any hash in it has to change.
pub fn page(html: &str) -> String {
    with_script(html, COLLECTOR)
}

/// The page with a script in that place.
pub fn with_script(html: &str, script: &str) -> String {
    let script = format!("<script>{script}</script>");
    match html.find("<head>").map(|at| at + "<head>".len()) {
        Some(at) => [&html[..at], &script, &html[at..]].concat(),
        None => script + html,
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn the_collector_comes_before_all_else_in_the_head() {
        let html = "<!DOCTYPE html>\n<html lang=\"zh-CN\"><head><meta charset=\"utf-8\"></head><body>页</body></html>";
        let watched = page(html);
        assert!(watched.starts_with("<!DOCTYPE html>\n<html lang=\"zh-CN\"><head><script>"), "{watched}");
        assert!(watched.ends_with("</script><meta charset=\"utf-8\"></head><body>页</body></html>"), "{watched}");
        assert!(page("no head").ends_with("</script>no head"));
    }

    #[test]
    fn the_collector_does_not_end_its_element_early() {
        assert!(!COLLECTOR.contains("</"));
    }
}
