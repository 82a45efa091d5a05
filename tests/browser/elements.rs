//! The custom element that host pages embed cards with.

use serde_json::json;

use crate::cast::card;
use crate::engines::in_every_engine;
use crate::hosts::{expect_element_fits, go_to_strict_host, other_origin};

#[test]
fn the_element_embeds_twice_under_a_strict_policy_and_in_a_shadow_root() {
    in_every_engine(|page| {
        go_to_strict_host(page);
        expect_element_fits(page, "return one('sijian-card').shadowRoot.querySelector('iframe')");
        page.ask::<()>(
            "const host = document.body.appendChild(document.createElement('div'));
             const card = document.createElement('sijian-card');
             card.setAttribute('card', arguments[0]);
             card.setAttribute('label', 'a label');
             host.attachShadow({ mode: 'open' }).append(card)",
            json!([card(-1)]),
        );
        let inner = "return all('div').at(-1).shadowRoot.firstChild.shadowRoot.querySelector('iframe')";
        expect_element_fits(page, inner);
        page.until(
            "the frames are named",
            "const [first, second] = [one('sijian-card'), all('div').at(-1).shadowRoot.firstChild]
                 .map(card => card.shadowRoot.querySelector('iframe').title);
             return first === 'a link' && second === 'a label' || `${first}, ${second}`",
        );
        // Loads the script again, as a second snippet would.
        page.ask_later::<bool>(
            "const again = Object.assign(document.createElement('script'), { src: '../embed.js' });
             again.onload = () => arguments[0](true);
             document.head.append(again)",
            json!([]),
        );
        // Removed and inserted again, as an app that rerenders does.
        page.run::<()>("const card = one('sijian-card'); card.remove(); document.body.append(card)");
        expect_element_fits(page, "return one('sijian-card').shadowRoot.querySelector('iframe')");
        page.assert_quiet("a strict host");
    });
}

/// Inside a host's bundle the script does not know its own address. In a host's flex row, an
/// element sized to its content would be as narrow as a bare frame.
#[test]
fn an_element_finds_its_site_by_its_link_and_takes_the_room_that_there_is() {
    in_every_engine(|page| {
        page.go("hosts/plain.html");
        page.ask_later::<bool>(
            "const [card, done] = arguments, place = one('#place');
             place.style.display = 'flex';
             place.innerHTML = `<sijian-card card=${card}><a href=\"${new URL(`../?card=${card}`, location.href)}\">x</a></sijian-card>`;
             fetch('../embed.js').then((answer) => answer.text()).then((code) => {
                 const script = document.createElement('script');
                 script.type = 'module';
                 script.textContent = code;
                 document.head.append(script);
                 done(true);
             })",
            json!([card(-2)]),
        );
        page.until("there is a frame", "return Boolean(one('sijian-card').shadowRoot?.querySelector('iframe'))");
        expect_element_fits(page, "return one('sijian-card').shadowRoot.querySelector('iframe')");
        let widths = "return [one('sijian-card').offsetWidth, one('#place').clientWidth]";
        let [element, row]: [f64; 2] = page.run(widths);
        assert!((element - row).abs() < 2.0, "{element} of {row} px");
        // Another card loads in a new frame, so it adds no step to the host's history.
        let steps: u32 = page.run("return history.length");
        let other = card(1);
        page.ask::<()>("one('sijian-card').setAttribute('card', arguments[0])", json!([other]));
        page.until_asked(
            "the other card",
            "const { contentDocument } = one('sijian-card').shadowRoot.querySelector('iframe');
             return Boolean(contentDocument && contentDocument.getElementById(arguments[0]))",
            json!([other]),
        );
        assert_eq!(page.run::<u32>("return history.length"), steps);
    });
}

/// Which links stand in the element is up to the host's editors.
#[test]
fn an_element_takes_the_link_that_leads_to_the_site() {
    in_every_engine(|page| {
        page.go("hosts/plain.html");
        page.run::<()>("one('#place').innerHTML = '<p></p>'; const script = document.createElement('script'); script.src = '../embed.js'; document.head.append(script)");
        page.until("the element is known", "return Boolean(customElements.get('sijian-card'))");
        for links in [
            "<a href='../embed/CARD.html'>x</a>",
            "<a href='https://example.org/a/b'>x</a><a href='../?card=CARD'>x</a>",
            "<a href='https://example.org/a/b'>x</a>",
            "<a href='mailto:a@example.org'>x</a>",
            "",
        ] {
            let src: String = page.ask(
                "const [card, links] = arguments;
                 one('#place').innerHTML = `<sijian-card card=${card}>${links.replace('CARD', card)}</sijian-card>`;
                 const { src } = one('sijian-card').shadowRoot.querySelector('iframe');
                 return src === new URL(`../embed/${card}.html`, location).href ? '' : src",
                json!([card(-2), links]),
            );
            assert_eq!(src, "", "{links} leads elsewhere");
        }
    });
}

/// Editions stand in folders of their own, each with its script: an article may take cards of two.
#[test]
fn two_elements_on_a_page_show_cards_of_two_folders() {
    in_every_engine(|page| {
        page.go("hosts/plain.html");
        let [first, second] = [card(-2), card(1)];
        page.ask::<()>(
            "const [first, second] = arguments;
             one('#place').innerHTML = `
                 <sijian-card card=${first}><a href='../?card=${first}'>x</a></sijian-card>
                 <sijian-card card=${second}><a href='../at/a/b/?card=${second}'>y</a></sijian-card>`;
             for (const folder of ['../', '../at/a/b/'])
                 document.head.append(Object.assign(document.createElement('script'), { src: `${folder}embed.js` }))",
            json!([first, second]),
        );
        page.until(
            "there are two frames",
            "return all('sijian-card').every((card) => Boolean(card.shadowRoot?.querySelector('iframe')))",
        );
        let embeds = [format!("../embed/{first}.html"), format!("../at/a/b/embed/{second}.html")];
        for (index, embed) in embeds.into_iter().enumerate() {
            let frame = format!("return all('sijian-card')[{index}].shadowRoot.querySelector('iframe')");
            let leads = format!("{frame}.src === new URL('{embed}', location).href");
            assert!(page.run::<bool>(&leads), "element {index} leads elsewhere than to {embed}");
            expect_element_fits(page, &frame);
        }
    });
}

/// A printer gets no frame that has not been scrolled to: the link inside the element stands for it.
#[test]
fn an_article_prints_the_link_of_a_card_that_was_never_seen() {
    in_every_engine(|page| {
        page.go("hosts/plain.html");
        page.run::<()>("one('#place').style.marginTop = '20000px'");
        page.ask::<()>(include_str!("scripts/host.js"), json!(["element", [card(-2)], other_origin(), "", ""]));
        page.until("there is a frame", "return Boolean(one('sijian-card').shadowRoot?.querySelector('iframe'))");
        let shown = "const shown = (element) => element.getClientRects().length > 0;
            const card = one('sijian-card');
            return [shown(card.querySelector('a')), shown(card.shadowRoot.querySelector('iframe'))]";
        assert_eq!(page.run::<[bool; 2]>(shown), [false, true], "before");
        page.run::<()>("dispatchEvent(new Event('beforeprint'))");
        assert_eq!(page.run::<[bool; 2]>(shown), [true, false], "printed");
        page.until("the frame has come", &format!("{shown}.join() === 'false,true'"));
        page.run::<()>("dispatchEvent(new Event('beforeprint'))");
        assert_eq!(page.run::<[bool; 2]>(shown), [false, true], "printed again");
    });
}

#[test]
fn an_element_in_a_box_as_wide_as_its_content_takes_the_room_that_there_is() {
    in_every_engine(|page| {
        page.go("hosts/plain.html");
        page.ask::<()>(include_str!("scripts/host.js"), json!(["element", [card(-2)], other_origin(), "", ""]));
        page.until("there is a frame", "return Boolean(one('sijian-card').shadowRoot?.querySelector('iframe'))");
        for (window, least) in [(1000, 620.0), (400, 300.0)] {
            page.resize(window, 800);
            for style in [
                "float: left",
                "display: inline-block",
                "display: table",
                "position: absolute",
                "width: fit-content",
                "width: max-content; max-width: 100%",
            ] {
                let [element, frame, page_wide, room]: [f64; 4] = page.ask(
                    "const place = one('#place'), card = one('sijian-card');
                     place.style.cssText = arguments[0];
                     return [card.offsetWidth, card.shadowRoot.querySelector('iframe').offsetWidth,
                         document.documentElement.scrollWidth, document.documentElement.clientWidth]",
                    json!([style]),
                );
                assert!(element >= least && (element - frame).abs() < 1.0, "{style}: {element}, {frame} of {room}");
                assert!(page_wide <= room, "{style} at {window}: the page scrolls sideways");
            }
        }
    });
}
