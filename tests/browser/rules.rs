//! axe-core's rules of accessibility. It is optional: without npm, xtask says that they are not applied.

use std::{env, fs};

use serde_json::json;

use crate::engine::Engine;
use crate::every::in_engines;
use crate::page::Page;

#[test]
fn pages_break_no_rule_of_accessibility() {
    let Some(script) = env::var_os("SIJIAN_AXE") else {
        eprintln!("axe-core is not here, so its rules are not applied");
        return;
    };
    let script = fs::read_to_string(script).expect("axe-core's script");
    in_engines(&[Engine::Chromium], 1, |page| {
        let mut broken = Vec::new();
        for theme in ["light", "dark"] {
            for (width, size) in [(1280, "standard"), (390, "large")] {
                page.resize(width, 844);
                let query = format!("?theme={theme}&size={size}");
                let mut check = |path: &str, state: &str, prepare: &dyn Fn(&Page)| {
                    page.open(&format!("{path}{query}"));
                    prepare(page);
                    page.run::<()>(&script);
                    let violations: Vec<String> = page.ask_later(include_str!("scripts/rules.js"), json!([]));
                    broken.extend(violations.into_iter().map(|v| format!("{path}{query} {state}: {v}")));
                };
                check("", "as it opens", &|_| {});
                check("", "with all open", &|page| page.run("all('details').forEach((d) => (d.open = true))"));
                check("", "with a tip", &|page| {
                    page.until_asked("painted", include_str!("scripts/drawn.js"), json!(["elevation"]));
                    page.click("[data-figure='elevation'] .marks li:nth-child(2) button");
                    page.until("there is a tip", "return all('.tip').length === 1");
                });
                check("", "with a guess open and another told", &|page| {
                    page.click("[data-figure='amounts'] .press");
                    page.click("[data-ask='priority-1']");
                    page.click("[data-figure='amounts'] .press");
                    page.until(
                        "both are there",
                        "return all('.figure:is([data-guess=open], [data-guess=told])').length === 2",
                    );
                });
                check("", "with the tour", &|page| page.click(".start"));
                for card in ["matter-1", "pillar-1", "priority-1"] {
                    check(&format!("embed/{card}.html"), "as it opens", &|_| {});
                }
            }
        }
        assert!(broken.is_empty(), "{}", broken.join("\n"));
    });
}
