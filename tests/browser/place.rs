//! Where the reader is: the bar's links show how far each section has been read, in the colours of
//! the paper below.

use serde_json::json;

use crate::engines::{in_chromium, in_every_engine};

#[test]
fn the_bar_marks_the_section_at_hand_and_how_far_it_has_been_read() {
    in_every_engine(|page| {
        for width in [390, 1280] {
            page.resize(width, 844);
            page.open("");
            let height: f64 = page.run("return one('.bar').getBoundingClientRect().height");
            assert!(height < 48.0, "the bar takes {height} px of the reader's window");
            let sections: Vec<String> = page.run("return all('.sections a').map((link) => link.hash.slice(1))");
            for (index, section) in sections.iter().enumerate() {
                page.ask::<()>(
                    "const { top, height } = one(`#${arguments[0]}`).getBoundingClientRect();
                     scrollTo({ top: scrollY + top - innerHeight * 0.25 + Math.min(height / 2, 300), behavior: 'instant' })",
                    json!([section]),
                );
                // From a short section near the page's end a reader sees that end.
                let end = "return scrollY + innerHeight >= document.documentElement.scrollHeight - 2";
                let last = index + 1 == sections.len();
                if !last && page.run(end) {
                    break;
                }
                page.until_asked(&format!("{section} is marked at {width}"), MARKED, json!([index, last]));
            }
            page.run::<()>("scrollTo({ top: document.body.scrollHeight, behavior: 'instant' })");
            page.until_asked("all has been read", MARKED, json!([sections.len() - 1, true]));
            page.run::<()>("scrollTo({ top: 0, behavior: 'instant' })");
            page.until("nothing of the last has been read", "return parseFloat(fill(all('.sections a').at(-1))) === 0");
            page.assert_quiet("reading");
        }
    });
}

#[test]
fn in_a_frame_as_high_as_its_content_nothing_counts_as_read() {
    in_chromium(|page| {
        page.resize(1280, 14000);
        page.open("embed/all.html");
        let script = "return all('.sections a').length > 3 && all('.sections a').every((link) =>
            !link.hasAttribute('aria-current') && ['', '0%'].includes(link.style.getPropertyValue('--read')))
            || all('.sections a').map((link) => link.style.cssText)";
        page.until("nothing is marked", script);
        page.resize(1280, 900);
        page.until("in a lower window the first section is", "return all('.sections a[aria-current]').length === 1");
    });
}

#[test]
fn the_bar_and_the_browsers_frame_wear_the_paper_below() {
    in_chromium(|page| {
        page.resize(390, 844);
        for theme in ["light", "dark"] {
            page.open(&format!("?theme={theme}"));
            for (section, paper) in [("pillars", "blueprint"), ("readings", "results"), ("priorities", "blueprint")] {
                // Editions may lack any of them.
                if !page.ask::<bool>("return all(`#${arguments[0]}`).length > 0", json!([section])) {
                    continue;
                }
                page.ask::<()>("one(`#${arguments[0]}`).scrollIntoView({ behavior: 'instant' })", json!([section]));
                let script = "const [section, paper] = arguments;
                    const colour = (element) => getComputedStyle(element).getPropertyValue('--card');
                    const metas = all('meta[name=theme-color]');
                    return (one('.bar').dataset.paper === paper && colour(one('.bar')) === colour(one(`#${section}`))
                        && metas.every((meta) => meta.content === meta.getAttribute(`data-${paper}`)))
                        || [one('.bar').dataset.paper, ...metas.map((meta) => meta.content)]";
                page.until_asked(&format!("{section} is on {paper} in {theme}"), script, json!([section, paper]));
            }
        }
    });
}

/// Exactly one link is current, in view, and partly filled; those before it are full, those after
/// it empty.
const MARKED: &str = "const [index, last] = arguments;
    const links = all('.sections a');
    const current = links.filter((link) => link.getAttribute('aria-current'));
    if (current.length !== 1 || current[0] !== links[index]) return current.map((link) => link.hash);
    const list = one('.sections ul').getBoundingClientRect();
    const { left, right } = links[index].getBoundingClientRect();
    if (left < list.left - 1 || right > list.right + 1) return ['out of view', left, right, list.left, list.right];
    const shares = links.map((link) => parseFloat(fill(link)) / link.getBoundingClientRect().width);
    const right_ = shares.every((share, at) =>
        at < index ? share > 0.98 : at > index ? share === 0 : share > 0 && (last || share < 1));
    return right_ || shares";
