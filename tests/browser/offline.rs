//! The page works offline after a first visit, and handles a new version.

use serde_json::json;

use crate::cast::card;
use crate::engines::in_every_engine;
use crate::network::{Network, NetworkState};
use crate::page::Page;

const VERSION: &str = "return document.documentElement.dataset.version";

#[test]
fn after_one_visit_the_page_is_there_without_a_network_whole_and_of_one_version() {
    in_every_engine(|page| {
        let network = Network::open();
        visit(page, &network, "");
        let version: String = page.run(VERSION);
        let coming = format!("next-{version}");
        expect_kept(page, "the worker is at work", "at.active?.state === 'activated' && names.length === 1");

        network.turn(NetworkState::Down);
        let card = card(-2);
        visit(page, &network, &format!("?card={card}"));
        assert!(page.run::<bool>(&format!("return one('#{card}').open")), "the card of the address is open");
        assert_eq!(page.run::<String>(VERSION), version);
        page.go_to(&format!("{}summary.html", network.address()));
        assert!(page.run::<bool>("return one('h1').checkVisibility()"), "the summary is there too");

        // A new version is deployed while the page is open: the page keeps working.
        network.turn(NetworkState::Up);
        visit(page, &network, "");
        network.turn(NetworkState::HalfDeployed);
        page.click("[data-part=chips] button");
        page.until("a topic is chosen", "return all('[data-measure=lit]').length > 0");

        // The new program is still missing: nothing of it is stored, and nothing of the stored
        // version is lost.
        page.go_to(&network.address());
        assert_eq!(page.run::<String>(VERSION), coming, "what is new comes first");
        assert!(page.run::<bool>(
            "return all('main section').length > 2 && all('.drawing svg').some((twin) => twin.checkVisibility())"
        ));
        let refused: bool = page.ask_later(
            "const done = arguments[arguments.length - 1];
             navigator.serviceWorker.getRegistration().then((at) => at.update()).then((at) => {
               const worker = at.installing;
               if (!worker) return done(true);
               worker.onstatechange = () => done(worker.state === 'redundant');
             }, () => done(true))",
            json!([]),
        );
        assert!(refused, "half a version is no version");
        network.turn(NetworkState::Down);
        visit(page, &network, "");
        assert_eq!(page.run::<String>(VERSION), version);

        // The new version arrives complete, and replaces the old one as a whole.
        network.turn(NetworkState::Next);
        visit(page, &network, "");
        assert_eq!(page.run::<String>(VERSION), coming);
        expect_kept(page, "the next version waits", "at.waiting?.state === 'installed' && names.length === 2");
        // A busy browser takes a moment to notice that no page of the old version is open.
        let replaced = (0..20).any(|_| {
            page.go_to("about:blank");
            network.turn(NetworkState::Down);
            visit(page, &network, "");
            page.run::<String>(VERSION) == coming
        });
        assert!(replaced, "the old version stays");
        expect_kept(page, "the old version is gone", "names.length === 1");
    });
}

/// After one visit, an edition's page is there without a network.
pub fn expect_there_without_a_network(page: &Page, edition: &str, card: &str) {
    let network = Network::open();
    visit(page, &network, edition);
    expect_kept(page, "the worker is at work", "at.active?.state === 'activated' && names.length === 1");
    network.turn(NetworkState::Down);
    visit(page, &network, &format!("{edition}?card={card}"));
    assert!(page.run::<bool>(&format!("return one('#{card}').open")), "the card of the address is open");
    page.go_to(&format!("{}{edition}summary.html", network.address()));
    assert!(page.run::<bool>("return one('h1').checkVisibility()"), "the summary is there too");
}

/// Opens the page through the network, and waits until it is live.
fn visit(page: &Page, network: &Network, query: &str) {
    page.go_to(&format!("{}{query}", network.address()));
    page.until("the page lives", "return document.documentElement.dataset.live === ''");
}

/// Waits until a condition on the registration (`at`) and the caches' names (`names`) is true.
fn expect_kept(page: &Page, what: &str, truth: &str) {
    page.run::<()>("window.__kept = 'not asked'");
    let script = format!(
        "navigator.serviceWorker.getRegistration().then(async (at) => {{
           const names = await caches.keys();
           window.__kept = Boolean(at && {truth}) || `${{names}} ${{at?.installing?.state}} ${{at?.waiting?.state}} ${{at?.active?.state}}`;
         }});
         return window.__kept"
    );
    page.until(what, &script);
}
