//! The links from quotations to the index of the source and back.

use serde_json::json;

use crate::engines::{in_chromium, in_every_engine};

#[test]
fn a_credit_leads_to_the_paragraph_that_has_its_words() {
    in_every_engine(|page| {
        for path in ["", "fault/no-scripting/"] {
            if path.is_empty() {
                page.open(path)
            } else {
                page.go(path)
            }
            let credits: Vec<[String; 2]> = page.run(include_str!("scripts/credits.js"));
            assert!(credits.len() > 10, "{} credits", credits.len());
            // A passage that another card quotes too.
            let [card, words]: [String; 2] = page.run(
                "const card = one('.card:has(.echoes blockquote)');
                 return [card.id, one('.echoes blockquote p', card).textContent.replaceAll('\u{200b}', '').slice(1, -1)]",
            );
            page.click(&format!("#{card} > summary"));
            page.until("the card is open", &format!("return one('#{card}').open"));
            page.click(&format!("#{card} .echoes .source"));
            let there = "const at = document.querySelector(':target');
                if (!location.pathname.endsWith('/source.html') || at === null) return location.href;
                const { top, bottom } = at.getBoundingClientRect();
                return at.textContent.replaceAll('\u{200b}', '').includes(arguments[0]) && top < innerHeight && bottom > 0 || at.textContent";
            page.until_asked("the paragraph with the words is in view", there, json!([words]));
            let lost: Vec<[String; 2]> = page.ask(include_str!("scripts/credited.js"), json!([credits]));
            assert!(lost.is_empty(), "{lost:?}");

            let target: String = page.run("return one(':target .passages a[href*=\"#\"]').hash");
            page.click(":target .passages a[href*='#']");
            let back =
                "return location.pathname.endsWith('/index.html') && location.hash === arguments[0] || location.href";
            page.until_asked("back on the page", back, json!([target]));
            if path.is_empty() {
                let open = "return one(location.hash).closest('details.card').open";
                page.until("what the passage is quoted for is open", open);
                page.assert_quiet("the ways to the source");
            }
        }
    });
}

#[test]
fn papers_follow_the_readers_settings_and_fit_the_narrowest_phone() {
    in_chromium(|page| {
        page.resize(320, 844);
        let papers = ["source.html", "data.html", "method.html", "summary.html"];
        let queries = ["", "?size=large&theme=dark", "?size=xlarge&theme=light"];
        for (paper, query) in papers.iter().flat_map(|paper| queries.map(|query| (paper, query))) {
            page.go(&format!("{paper}{query}"));
            let fits =
                "return document.documentElement.scrollWidth <= innerWidth || document.documentElement.scrollWidth";
            page.until(&format!("{paper}{query}: nothing is wider than the window"), fits);
            let [size, theme]: [Option<String>; 2] =
                page.run("const of = document.documentElement.dataset; return [of.size ?? null, of.theme ?? null]");
            let asked = |name: &str, value: Option<String>| {
                value.is_none_or(|value| query.contains(&format!("{name}={value}")))
            };
            assert!(asked("size", size.clone()) && asked("theme", theme) && size.is_some() != query.is_empty());
        }
        page.assert_quiet("the index of the source");
    });
}
