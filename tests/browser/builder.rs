//! The builder: from a title block to code that works on another page.

use serde_json::json;
use thirtyfour::Key;

use crate::cast::{card, overview, topic};
use crate::engines::{in_chromium, in_every_engine};
use crate::hosts::expect_element_fits;
use crate::page::Page;

fn link() -> String {
    format!("[data-figure='{}'] [data-builder]", overview())
}

#[test]
fn an_editor_takes_a_frame_from_a_title_block_without_looking_for_it() {
    in_every_engine(|page| {
        page.open("");
        let steps: u32 = page.run("return history.length");
        page.click(&link());
        until_open(page);
        // The pressed drawing is selected, and the copy button has focus.
        let [piece, focus]: [String; 2] = page.run("return [one('#builder-piece').value, document.activeElement.id]");
        assert_eq!([piece.as_str(), &focus], [overview(), "builder-copy"]);
        until_measured(page);
        page.press(Key::Enter);
        page.until("it says so", "return one('#builder-said').textContent === '已复制。'");
        let selected: bool = page.run("const c = one('#builder-code'); return c.selectionEnd === c.value.length");
        assert!(selected, "what was copied is selected");

        choose(page, "theme", "dark");
        choose(page, "size", "large");
        choose(page, "width", "360");
        let root = "return document.documentElement.dataset.theme + document.documentElement.dataset.size + innerWidth";
        page.in_frame(0, |page| page.until("the preview follows", &format!("{root} === 'darklarge360'")));
        until_measured(page);
        let code = code(page);
        let address = format!("embed/{}.html?theme=dark&amp;size=large\"", overview());
        for part in [&address, "max-width:360px;", &format!("title=\"{}", heading(page))] {
            assert!(code.contains(part), "{part} is not in {code}");
        }
        let other = card(0);
        page.ask::<()>(
            "one('#builder-piece').value = arguments[0];
             one('#builder-piece').dispatchEvent(new Event('change', { bubbles: true }))",
            json!([other]),
        );
        until_measured(page);
        page.in_frame(0, |page| {
            page.until("another piece in the same looks", &format!("{root} === 'darklarge360' && !!one('#{other}')"));
        });

        page.click("#builder .poster-head button");
        page.until("it is closed", "return !one('#builder').open && all('iframe[src]').length === 0");
        page.until_asked(
            "the link has the focus again",
            "return one(arguments[0]) === document.activeElement",
            json!([link()]),
        );
        assert_eq!(page.run::<u32>("return history.length"), steps, "it leaves no steps behind");
        page.assert_quiet("the builder");
    });
}

/// Each kind of code works when pasted into another page.
#[test]
fn what_is_copied_works_on_another_page() {
    in_every_engine(|page| {
        let [topic, drawing] = [topic()[0], overview()];
        page.open(&format!("?topic={topic}&theme=light"));
        let heading = heading(page);
        page.click(&link());
        until_open(page);
        until_measured(page);
        let frame = code(page);
        let width: u32 = page.run("return one('#builder iframe').offsetWidth");
        let drawn: bool = page.run("return one('#builder [value=picture]').checkVisibility()");
        assert!(drawn, "there is no picture to share: run `cargo xtask font`");
        let [element, picture, markdown, link] = ["element", "picture", "markdown", "link"].map(|form| {
            choose(page, "form", form);
            code(page)
        });
        let base: String = page.run("return new URL('.', location.href).href");
        assert_eq!(link, format!("{base}?theme=light&topic={topic}#fig-{drawing}"));
        let alt: String = page.run("return one('#builder img').alt");
        let shown: bool = page.run("return one('#builder iframe').checkVisibility()");
        assert!(alt.chars().count() > 20 && shown, "{alt}");
        assert_eq!(markdown, format!("[![{alt}]({base}embed/{drawing}.png)]({base}#fig-{drawing})"));
        // The site was built without its address, so there is no oEmbed answer to point to.
        assert!(page.run::<bool>("return one('[value=oembed]').parentNode.hidden"));

        page.go("hosts/plain.html");
        page.ask::<()>("one('#place').style.width = `${arguments[0]}px`", json!([width]));
        for code in [frame, element, picture] {
            let paste = "one('#place').append(document.createRange().createContextualFragment(arguments[0]))";
            page.ask::<()>(paste, json!([code]));
        }
        page.until("the picture is there", "return one('#place img').naturalWidth === 1200");
        page.in_frame(0, |page| {
            page.until(
                "without a script, the frame is as high as its content was in the preview",
                "const end = Math.ceil(document.body.getBoundingClientRect().bottom + scrollY);
                 return all('#main').length === 1 && Math.abs(innerHeight - end) <= 1 || `${innerHeight} for ${end}`",
            );
        });
        // At the preview's width the card may happen to have the element's initial height.
        page.run::<()>("one('#place').style.width = '700px'");
        expect_element_fits(page, "return one('sijian-card').shadowRoot.querySelector('iframe')");
        let title: String = page.run("return one('sijian-card').shadowRoot.querySelector('iframe').title");
        assert!(title.contains(&heading), "{title}");
    });
}

/// Readers can also take the card from a page that embeds it, whatever that page forbids.
#[test]
fn it_opens_in_a_frame_of_another_origin() {
    in_every_engine(|page| {
        let card = card(0);
        for sandbox in ["allow-scripts", "allow-scripts allow-same-origin"] {
            page.go("hosts/plain.html");
            let base =
                std::env::var("SIJIAN_BASE_URL").expect("the server's address").replace("127.0.0.1", "localhost");
            page.ask::<()>(
                "const frame = document.createElement('iframe');
                 frame.setAttribute('sandbox', arguments[1]);
                 frame.style.cssText = 'position:fixed;inset:0;width:100%;height:100%;border:0';
                 frame.src = arguments[0];
                 one('#place').append(frame)",
                json!([format!("{base}watched/embed/{card}.html"), sandbox]),
            );
            page.in_frame(0, |page| {
                page.until(
                    "the card is there",
                    "return document.readyState === 'complete' && all('[data-builder]').length === 1",
                );
                page.click("[data-builder]");
                until_open(page);
                until_measured(page);
                page.click("#builder-copy");
                page.until(
                    "it says what became of it",
                    "return /^已(复制|选中)/.test(one('#builder-said').textContent)",
                );
                let [selected, whole]: [usize; 2] = page
                    .run("const c = one('#builder-code'); return [c.selectionEnd - c.selectionStart, c.value.length]");
                assert!(whole > 100 && selected == whole, "{selected} of {whole} are selected");
                assert!(code(page).contains(&format!("\"{base}watched/embed/{card}.html\"")), "{}", code(page));
            });
        }
    });
}

#[test]
fn where_the_script_does_not_come_the_link_leads_to_the_bare_drawing() {
    in_chromium(|page| {
        page.go("");
        page.run::<()>("one('meta[name=builder]').content = 'nowhere.js'");
        page.click(&link());
        let alone = format!("return location.pathname.endsWith('/embed/{}.html')", overview());
        page.until("the drawing stands alone", &alone);
    });
}

/// The heading of the drawing whose link is used.
fn heading(page: &Page) -> String {
    page.ask("return one(arguments[0]).textContent", json!([format!("#fig-{} span", overview())]))
}

fn choose(page: &Page, name: &str, value: &str) {
    page.click(&format!("#builder [name=builder-{name}][value='{value}']"));
}

fn code(page: &Page) -> String {
    page.run("return one('#builder-code').value")
}

fn until_open(page: &Page) {
    page.until("the dialog is open", "return all('#builder').length === 1 && one('#builder').open");
}

/// Waits until the code has the preview's measured height, not its initial one.
fn until_measured(page: &Page) {
    page.until(
        "the preview is as high as its content",
        "const frame = one('#builder iframe');
         const told = /height:(\\d+)px/.exec(one('#builder-code').value)?.[1];
         const main = frame.contentDocument?.getElementById('main');
         const inner = main ? Math.ceil(main.getBoundingClientRect().bottom) : frame.offsetHeight;
         const begun = one('#builder-piece').selectedOptions[0].dataset.height;
         return told !== begun && +told === frame.offsetHeight && Math.abs(inner - frame.offsetHeight) <= 1
             || `${told} in the code, ${frame.offsetHeight} high, ${inner} inside, ${begun} at first`",
    );
}
