//! Hosts that are malicious, or use another protocol: of all messages only the documented options
//! are obeyed, however many messages come and whoever sends them.

use std::env;

use proptest::prelude::*;
use proptest::strategy::ValueTree;
use proptest::test_runner::{Config, RngSeed, TestRunner};
use serde_json::{Value, json};

use crate::engines::in_every_engine;
use crate::hosts::{embed, expect_fit};
use crate::page::Page;
use testbed::Engine;

#[test]
fn a_hostile_host_changes_nothing_but_the_options() {
    let seed = seed();
    println!("the messages are made from SIJIAN_SEED={seed}");
    let mut runner = runner(seed);
    let words: Vec<String> = (0..400).map(|_| words().new_tree(&mut runner).expect("a word").current()).collect();
    let said: Vec<Value> = (0..3000).map(|_| messages().new_tree(&mut runner).expect("a message").current()).collect();
    in_every_engine(|page| {
        embed(page, "open", "", "?theme=light");
        expect_fit(page, "before the flood");
        let state = "return [location.search, history.length, one('#main').textContent, all('*').length,
            ...document.documentElement.getAttributeNames().map(n => n + document.documentElement.getAttribute(n))].join()";
        let ready = "return document.documentElement.dataset.live === '' && all('canvas').every(c => c.width > 0)";
        let before: String = page.in_frame(0, |page| {
            page.until("the frame is ready", ready);
            page.run::<()>(
                "window.__wrong = [];
                 addEventListener('error', e => __wrong.push(e.message));
                 addEventListener('unhandledrejection', e => __wrong.push(String(e.reason)));
                 window.__heap = performance.memory?.usedJSHeapSize",
            );
            page.run(state)
        });
        let heard: u32 = page.run("return window.__said");
        page.ask_later::<bool>(include_str!("scripts/flood.js"), json!([words]));
        // A valid message after all the others still works.
        page.run::<()>("one('iframe').contentWindow.postMessage({ sijian: { size: 'large' } }, '*')");
        page.in_frame(0, |page| {
            page.until("the honest word is heard", "return document.documentElement.dataset.size === 'large'");
        });
        page.run::<()>("one('iframe').contentWindow.postMessage({ sijian: { size: 'standard' } }, '*')");
        page.in_frame(0, |page| {
            page.until("the honest word is heard", "return document.documentElement.dataset.size === 'standard'");
            expect_nothing_wrong(page);
            let after: String = page.run(state);
            let bare = |s: &str| s.replace("&size=standard", "").replace(",data-sizestandard", "");
            assert_eq!(bare(&after), bare(&before), "the flood changed the frame");
            if page.engine == Engine::Chromium {
                // A gigabyte of messages has passed. Chromium frees memory only when more garbage
                // is created.
                page.until(
                    "the memory is as it was",
                    "window.__dust = Array.from({ length: 200000 }, (_, i) => ({ i }));
                     const grown = (performance.memory.usedJSHeapSize - window.__heap) / 1e6;
                     return grown < 40 || `${grown} MB more`",
                );
            }
        });
        let answers = page.run::<u32>("return window.__said") - heard;
        assert!(answers < 2000, "{answers} answers to ten thousand messages");
        expect_fit(page, "after the flood");

        page.in_frame(0, |page| {
            let cases: Vec<Value> = expected(&said, ["light", "standard"]);
            let wrong: Option<String> =
                page.ask(include_str!("scripts/hear.js"), json!([Value::from(cases).to_string()]));
            assert_eq!(wrong, None, "from SIJIAN_SEED={seed}");
            expect_nothing_wrong(page);
        });
        expect_fit(page, "after all that was said");
    });
}

fn expect_nothing_wrong(page: &Page) {
    assert_eq!(page.run::<Vec<String>>("return window.__wrong"), Vec::<String>::new());
}

/// The same seed in every run, unless another is asked for.
fn seed() -> u64 {
    env::var("SIJIAN_SEED").ok().and_then(|seed| seed.parse().ok()).unwrap_or(2024)
}

fn runner(seed: u64) -> TestRunner {
    TestRunner::new(Config { rng_seed: RngSeed::Fixed(seed), failure_persistence: None, ..Config::default() })
}

/// Texts in the formats that we read, each malformed in some way.
fn words() -> impl Strategy<Value = String> {
    prop_oneof![
        "\\[iFrameSizer\\][a-z:0-9]{0,40}",
        "pymxPYMx[a-z0-9]{0,5}xPYMx(height|width)?xPYMx[0-9.eE+-]{0,9}",
        "\\PC{0,80}",
        "\\{\"(sijian|datawrapper-height|type)\":\\PC{0,40}\\}",
    ]
}

/// Anything a host may send; about one in twenty is a known option.
fn messages() -> impl Strategy<Value = Value> {
    let plain = prop_oneof![
        Just(Value::Null),
        any::<bool>().prop_map(Value::from),
        any::<f64>().prop_map(|n| json!(n)),
        words().prop_map(Value::from),
        "(light|dark|auto|standard|large|xlarge|Dark| dark|dark;|constructor|__proto__)".prop_map(Value::from),
    ];
    let key = "(theme|size|accent|card|sijian|type|height|__proto__|constructor|[a-z]{0,4})";
    let any = plain.prop_recursive(3, 24, 5, move |inner| {
        prop_oneof![
            prop::collection::vec(inner.clone(), 0..4).prop_map(Value::from),
            prop::collection::hash_map(key, inner, 0..4).prop_map(|map| Value::Object(map.into_iter().collect())),
        ]
    });
    let option = ("(theme|size)", "(light|dark|auto|standard|large|xlarge|huge|)")
        .prop_map(|(name, value)| json!({ "sijian": { name: value } }));
    prop_oneof![
        12 => any.clone(),
        6 => any.prop_map(|value| json!({ "sijian": value })),
        1 => option,
    ]
}

/// Each message with the state expected after it, according to the documentation alone.
fn expected(said: &[Value], start: [&str; 2]) -> Vec<Value> {
    let mut holds = start.map(str::to_owned);
    let options = [("theme", ["light", "dark", "auto"]), ("size", ["standard", "large", "xlarge"])];
    said.iter()
        .map(|message| {
            for (held, (name, known)) in holds.iter_mut().zip(options) {
                let value = message.get("sijian").and_then(|options| options.get(name)).and_then(Value::as_str);
                if let Some(value) = value.filter(|value| known.contains(value)) {
                    value.clone_into(held);
                }
            }
            json!([message, holds])
        })
        .collect()
}
