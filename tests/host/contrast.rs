//! Checks that everything is readable: the contrast of text and marks, computed from the tokens.

use site::{Rgb, Tokens};

use crate::support::project;

/// The tokens' colours on each of the two papers.
fn papers() -> [(&'static str, Tokens); 2] {
    let css = std::fs::read_to_string(project().join("style/tokens.css")).expect("style/tokens.css");
    [".paper-results", ".paper-blueprint"].map(|paper| (paper, Tokens::read(&css, paper)))
}

/// Contrast as WCAG defines it.
fn contrast(a: Rgb, b: Rgb) -> f64 {
    let luminance = |colour: Rgb| {
        let linear = colour.map(|channel| {
            let channel = f64::from(channel) / 255.0;
            if channel <= 0.04045 { channel / 12.92 } else { ((channel + 0.055) / 1.055).powf(2.4) }
        });
        0.2126 * linear[0] + 0.7152 * linear[1] + 0.0722 * linear[2]
    };
    let (a, b) = (luminance(a), luminance(b));
    (a.max(b) + 0.05) / (a.min(b) + 0.05)
}

fn pair(tokens: &Tokens, name: &str) -> [Rgb; 2] {
    tokens.find(&format!("--{name}")).unwrap_or_else(|| panic!("no colour --{name}"))
}

/// Foregrounds, their backgrounds, and the minimum contrast between them.
const RULES: &[(&[&str], &[&str], f64)] = &[
    (&["ink", "soft", "accent"], &["paper", "card"], 4.5),
    (&["fig-text"], &["fig-ground", "card", "fig-fill"], 4.5),
    (&["fig-soft", "fig-accent"], &["fig-ground", "card"], 4.5),
    (&["fig-line", "fig-rule"], &["fig-ground", "card"], 3.0),
    (&["ink", "fig-text", "soft-strong", "accent-strong"], &["paper", "card", "fig-fill"], 7.0),
    (&["edge-strong"], &["paper", "card"], 3.0),
];

#[test]
fn text_and_marks_stand_out_from_their_grounds() {
    let mut weak = Vec::new();
    for (paper, tokens) in papers() {
        for (above, below, least) in RULES {
            for (ink, ground) in above.iter().flat_map(|ink| below.iter().map(move |ground| (ink, ground))) {
                for (scheme, of) in ["light", "dark"].iter().zip([0, 1]) {
                    let [above, below] = [ink, ground].map(|name| pair(&tokens, name)[of]);
                    let found = contrast(above, below);
                    if found < *least {
                        weak.push(format!("{paper} {scheme}: {ink} on {ground} {found:.2}, not {least}"));
                    }
                }
            }
        }
    }
    assert!(weak.is_empty(), "{}", weak.join("\n"));
}

#[test]
fn contrast_is_computed_as_defined() {
    assert!((contrast([0, 0, 0], [255, 255, 255]) - 21.0).abs() < 1e-9);
    assert!((contrast([119, 119, 119], [255, 255, 255]) - 4.48).abs() < 0.01);
}
