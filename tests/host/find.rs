//! The places that any search leads to.

use crate::support::{REAL, editions};
use model::find::Index;
use proptest::prelude::*;

#[test]
fn every_passage_leads_to_an_element_of_its_page() {
    for (name, edition) in editions() {
        let html = leptos::prelude::Owner::new().with(|| {
            use leptos::prelude::*;
            view! { <sijian::view::Report edition/> }.to_html()
        });
        let index = Index::of(edition);
        let targets = index.targets();
        assert!(targets.len() > 50 || name == "content", "{name}: {}", targets.len());
        for target in targets {
            let places = html.matches(&format!(" id=\"{target}\"")).count();
            assert_eq!(places, 1, "{name}: elements with the id {target}");
        }
    }
}

proptest! {
    #![proptest_config(ProptestConfig::with_cases(64))]
    #[test]
    fn no_question_is_too_odd(query in any::<String>()) {
        thread_local! { static INDEX: Index = Index::of(&REAL); }
        let found = INDEX.with(|index| index.search(&query, 30));
        prop_assert!(found.hits.len() <= found.count);
    }
}
