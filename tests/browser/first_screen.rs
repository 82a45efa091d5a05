//! The cover is what a reader sees before touching anything, and before any script.

use serde_json::json;

use crate::engines::in_every_engine;

/// The year's numbers and the names of its matters are in the first screen even on the smallest
/// phones; on larger screens the whole drawing is. The expected numbers and names are read from the
/// drawings and cards further down.
#[test]
fn numbers_and_matters_are_in_the_first_screen_without_a_script() {
    in_every_engine(|page| {
        for (width, height, whole) in [(360, 640, false), (390, 844, true), (1280, 800, true)] {
            page.resize(width, height);
            page.go("fault/no-scripting/");
            let missing: Vec<String> = page.ask(
                "const [whole] = arguments;
                 // The bar at the bottom covers what is under it.
                 const foot = one('.thumb').getBoundingClientRect().top;
                 const inside = (text) => {
                     const { left, top, right, bottom } = text.getBoundingClientRect();
                     return left >= 0 && right <= innerWidth && top >= 0 && bottom <= foot;
                 };
                 const texts = all('.cover .twin').filter((twin) => twin.checkVisibility())
                     .flatMap((twin) => [...twin.querySelectorAll('text')]);
                 const seen = texts.filter(inside).map((text) => text.textContent).join('');
                 const numbers = all('#figures svg.narrow text.serif').map((text) => text.textContent);
                 const names = all('#matters .lever b').map(wordsOf);
                 if (numbers.length + names.length === 0) return ['the edition has neither numbers nor matters'];
                 const missing = [...numbers, ...names].filter((words) => !seen.includes(words));
                 const cut = whole ? texts.filter((text) => !inside(text)).map((text) => text.textContent) : [];
                 return [...missing, ...cut]",
                json!([whole]),
            );
            assert_eq!(missing, Vec::<String>::new(), "at {width} × {height}");
        }
    });
}

#[test]
fn the_covers_entrance_does_not_play_again_when_the_window_changes() {
    in_every_engine(|page| {
        page.resize(390, 844);
        page.open("");
        page.run::<()>(
            "window.__begun = [];
             addEventListener('animationstart', ({ animationName }) => __begun.push(animationName))",
        );
        page.resize(768, 900);
        let begun: Vec<String> = page.ask_later(
            "const [done] = arguments;
             requestAnimationFrame(() => requestAnimationFrame(() => setTimeout(() => done(__begun))))",
            json!([]),
        );
        assert!(!begun.iter().any(|name| ["grow", "run-out", "run-across"].contains(&name.as_str())), "{begun:?}");
    });
}
