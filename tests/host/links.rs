//! The site as files: what is written, where its links lead, and what its documents allow.

use std::collections::{BTreeMap, BTreeSet};

use crate::rendered::{Files, Page, REAL_SITE, check, copy_of, pages, prerender, prerender_for, sites, write_site};
use crate::support::{FIXTURE, assert_none, project, without_notes};
use base64::Engine;
use figure::figures;
use model::Edition;
use sha2::{Digest, Sha256};

#[test]
fn the_site_is_the_index_its_papers_and_a_page_for_each_piece() {
    let expected = |edition: &Edition| -> BTreeSet<String> {
        let pieces = figures(edition).into_iter().map(|kind| kind.id(edition)).chain(["all"]);
        let embeds = pieces.map(|id| format!("embed/{id}.html"));
        embeds
            .chain(
                ["index.html", "large.html", "source.html", "summary.html", "data.html", "method.html", "404.html"]
                    .map(str::to_owned),
            )
            .collect()
    };
    let found = |files: &Files| -> BTreeSet<String> { pages(files).into_iter().map(|page| page.name).collect() };
    for (name, files, edition) in sites() {
        assert_eq!(found(files), expected(edition), "{name}");
    }
}

/// The site works from any folder, and offline: all links are relative and lead somewhere.
#[test]
fn every_address_leads_into_the_site() {
    check(|page, files, edition| {
        // Addresses of the source texts are named, never loaded.
        let known: Vec<&str> = edition.documents.iter().filter_map(|d| d.address.as_deref()).collect();
        let escaped = |address: &str| address.replace('&', "&amp;");
        // Names of vocabularies, which nothing loads.
        let names = ["xmlns=\"http://www.w3.org/2000/svg\"", "\"@context\":\"https://schema.org\""];
        let foreign = names.iter().fold(page.text.clone(), |text, name| text.replace(name, ""));
        let foreign =
            known.iter().fold(foreign, |text, address| text.replace(&escaped(address), "").replace(address, ""));
        let foreign = ["http:", "https:", "=\"//", "url(//"]
            .into_iter()
            .filter(|what| foreign.contains(what))
            .map(|what| format!("has {what}"));
        let attributes = ["href", "src", "srcset", "action", "poster", "data", "data-app", "data-wasm", "data-worker"]
            .into_iter()
            .flat_map(|name| page.attributes(name));
        let styles = page.all("style").into_iter().flat_map(|e| e.text()).flat_map(|css| css.split("url(").skip(1));
        let styles = styles.filter_map(|rest| rest.split(')').next()).map(|url| url.trim_matches(['"', '\'']));
        let scripts =
            page.all("script:not([id])").into_iter().flat_map(|e| e.text()).flat_map(|script| script.split('\''));
        let scripts = scripts.filter(|part| part.ends_with(".js") || part.ends_with(".wasm"));
        let addresses: BTreeSet<&str> =
            attributes.chain(styles).chain(scripts).filter(|a| !a.starts_with("data:") && !known.contains(a)).collect();
        let lost = addresses
            .into_iter()
            .filter(|a| a.starts_with('/') || page.file_of(a).is_none_or(|file| !files.contains_key(&file)));
        foreign.chain(lost.map(|address| format!("{address} leads nowhere"))).collect()
    });
}

#[test]
fn embeds_are_whole_documents_that_search_engines_leave_out() {
    check(|page, files, edition| {
        let titles: Vec<String> = page.all("title").iter().map(|t| t.text().collect()).collect();
        let titled = titles.len() == 1 && titles[0].contains(edition.masthead.place.as_str());
        let robots: Vec<_> = page.all("meta[name=robots]").into_iter().filter_map(|m| m.attr("content")).collect();
        let canonical: Vec<_> = page.all("link[rel=canonical]").into_iter().filter_map(|l| l.attr("href")).collect();
        let mut wrong = vec![(!titled, "title"), (page.all("html[lang=zh-CN]").len() != 1, "language")];
        wrong.push((page.all("main").len() != 1, "main"));
        if page.is_summary() {
            wrong.push((robots != ["noindex"], "robots"));
            wrong.push((canonical != ["index.html"], "canonical"));
            wrong.push((page.all("script").len() != 2, "only the scripts of papers"));
        } else if page.is_lost() {
            wrong.push((robots != ["noindex"] || !canonical.is_empty(), "robots or canonical"));
            wrong.push((page.all("script").len() != 2, "only the scripts of papers"));
        } else if page.is_embed() {
            let id = page.name.trim_start_matches("embed/").trim_end_matches(".html");
            let cards: Vec<_> = page
                .all("details[data-card]")
                .into_iter()
                .map(|c| (c.attr("data-card").unwrap_or_default(), c.attr("open").is_some()))
                .collect();
            let figures = page.attributes("data-figure").len();
            let (is_card, is_all) = (edition.card_ids().contains(&id), id == "all");
            let whole = match id {
                _ if is_card => format!("../index.html?card={id}"),
                "all" => "../index.html".to_owned(),
                _ => format!("../index.html#fig-{id}"),
            };
            wrong.push((robots != ["noindex"], "robots"));
            wrong.push((
                canonical.len() != 1 || page.file_of(canonical[0]).as_deref() != Some("index.html"),
                "canonical",
            ));
            wrong.push((is_card && cards != [(id, true)], "card"));
            wrong.push((!is_all && figures != 1, "drawing"));
            wrong.push((!is_card && !is_all && !cards.is_empty(), "drawing without cards"));
            wrong.push((is_all && cards.len() != edition.card_ids().len(), "every card"));
            wrong.push((!page.all(".masthead, #method").is_empty(), "no masthead, no method"));
            wrong.push((page.all("table tbody").is_empty(), "table"));
            wrong.push((
                page.all(&format!(".from a[target=_blank][href='{whole}']")).len() != 1,
                "way to the whole page",
            ));
            wrong.push((
                !page.all("a[href^='../index.html']:not([target=_blank])").is_empty(),
                "every way to the whole page in a window of its own",
            ));
            let same = pages(files)
                .iter()
                .filter(|other| other.all("title")[0].inner_html() == page.all("title")[0].inner_html())
                .count();
            wrong.push((same != 1, "title of its own"));
        } else if page.is_data() || page.is_method() || page.is_source() {
            wrong.push((!robots.is_empty() || !canonical.is_empty(), "robots or canonical"));
            wrong.push((page.all("script").len() != 2, "only the scripts of papers"));
        } else {
            wrong.push((!robots.is_empty() || !canonical.is_empty(), "robots or canonical"));
            let summary: Vec<_> =
                page.all("meta[name=description]").into_iter().filter_map(|m| m.attr("content")).collect();
            wrong.push((summary != [edition.masthead.summary.as_str()], "description"));
        }
        wrong
            .into_iter()
            .filter(|(wrong, _)| *wrong)
            .map(|(_, what)| format!("{what} is not as it should be"))
            .collect()
    });
}

/// Only inline scripts and styles whose hash is in the policy are allowed; the policy has no other
/// hashes.
#[test]
fn the_policy_names_exactly_the_inline_parts() {
    check(|page, _, _| {
        // In embeds a script writes the policy, before anything else.
        const WRITES: &str = "m.content=\"";
        let tags = page.all("meta[http-equiv=Content-Security-Policy]");
        let tags = tags.iter().filter_map(|meta| meta.attr("content").map(str::to_owned));
        let first = page.all("head > :nth-child(2)").into_iter().flat_map(|e| e.text()).collect::<String>();
        let written = first.split_once(WRITES).and_then(|(_, rest)| rest.split('"').next()).map(str::to_owned);
        let policies: Vec<String> = tags.chain(written).collect();
        let [policy] = policies.as_slice() else {
            return vec![format!("{} policies", policies.len())];
        };
        let hashes = |directive: &str| -> BTreeSet<String> {
            let sources = policy
                .split(';')
                .filter_map(|part| part.trim().strip_prefix(directive))
                .flat_map(str::split_whitespace);
            sources.filter(|source| source.starts_with("'sha256-")).map(str::to_owned).collect()
        };
        let inline = |selector: &str| -> BTreeSet<String> {
            let parts = page.all(selector).into_iter().map(|e| e.text().collect::<String>());
            let parts = parts.filter(|part| !part.contains(WRITES));
            let digest = |part: String| base64::engine::general_purpose::STANDARD.encode(Sha256::digest(part));
            parts.map(|part| format!("'sha256-{}'", digest(part))).collect()
        };
        let mut wrong = Vec::new();
        // Scripts of other types are data.
        for (directive, selector) in
            [("style-src ", "style"), ("script-src ", "script:not([type]), script[type=module]")]
        {
            if hashes(directive) != inline(selector) {
                wrong.push(format!("{directive}{:?}, but inline {:?}", hashes(directive), inline(selector)));
            }
        }
        let strict = ["default-src 'none'", "base-uri 'none'", "form-action 'none'"];
        wrong.extend(strict.into_iter().filter(|part| !policy.contains(part)).map(|part| format!("no {part}")));
        wrong.extend(
            ["'unsafe-inline'", "'unsafe-eval'", "http", "*"]
                .into_iter()
                .filter(|part| policy.contains(part))
                .map(|part| format!("allows {part}")),
        );
        wrong
    });
}

/// A hash as browsers compute it.
fn sum(bytes: &[u8]) -> String {
    format!("sha256-{}", base64::engine::general_purpose::STANDARD.encode(Sha256::digest(bytes)))
}

/// Files that were changed on the way are refused.
#[test]
fn script_and_wasm_are_named_with_their_sums() {
    check(|page, files, _| {
        let loaders = page.all("script[data-app]");
        if page.is_summary() || page.is_data() || page.is_method() || page.is_source() || page.is_lost() {
            return loaders.iter().map(|_| "a page without scripts loads one".to_owned()).collect();
        }
        let [loader] = loaders.as_slice() else { return vec![format!("{} loaders", loaders.len())] };
        let wrong =
            [("data-app", "data-app-sum"), ("data-wasm", "data-wasm-sum")].into_iter().filter(|(file, named)| {
                let file = page.file_of(loader.attr(file).unwrap()).unwrap();
                loader.attr(named) != Some(sum(&files[&file]).as_str())
            });
        let worker = loader.attr("data-worker").is_some() != page.is_index();
        let worker = worker.then(|| "the index alone, in both sizes, has a worker".to_owned());
        wrong.map(|(file, _)| format!("{file} has another sum")).chain(worker).collect()
    });
}

/// One complete version: the documents, and all hashed files that the index names.
#[test]
fn the_worker_keeps_what_the_index_needs_and_each_part_by_its_sum() {
    for (_, files, _) in sites() {
        let worker = std::str::from_utf8(&files["sw.js"]).unwrap();
        let parts = worker.lines().find(|line| line.starts_with("const PARTS")).unwrap();
        let kept = parts.split("['").skip(1).map(|entry| entry.split('\'').step_by(2).take(2).collect::<Vec<_>>());
        let kept: BTreeMap<&str, &str> = kept.map(|entry| (entry[0], entry[1])).collect();
        for (name, named) in &kept {
            assert_eq!(*named, sum(&files[*name]), "{name}");
        }
        let pages = worker.lines().find_map(|line| line.strip_prefix("const PAGES = ['")?.strip_suffix("'];")).unwrap();
        let pages: Vec<&str> = pages.split("', '").collect();
        assert!(pages.contains(&"") && pages[1..].iter().all(|page| files.contains_key(*page)), "{pages:?}");
        let index = std::str::from_utf8(&files["index.html"]).unwrap();
        let loaded =
            files.keys().filter(|name| !name.contains('/') && index.contains(name.as_str()) && *name != "embed.js");
        // The index is stored as "". Editors who use the builder are online, and readers of the large
        // type have no scripts, so these are not stored.
        let unstored =
            |name: &str| ["index.html", "sw.js", "large.html"].contains(&name) || name.starts_with("builder-");
        let wanted = loaded.filter(|name| !unstored(name));
        let missing: Vec<_> =
            wanted.filter(|name| !kept.contains_key(name.as_str()) && !pages.contains(&name.as_str())).collect();
        assert!(missing.is_empty() && kept.len() >= 4, "{missing:?} of {kept:?}");
    }
    let version = |files: &Files| String::from_utf8_lossy(&files["sw.js"]).lines().next().unwrap().to_owned();
    let [_, (_, fixture, _), (_, county, _), _] = sites();
    assert_ne!(version(fixture), version(county));
}

/// The page's script gets the whole edition. (A drawing's embed gets an excerpt, which
/// `tests/host/page.rs` checks.)
#[test]
fn the_page_carries_its_edition() {
    check(|page, _, edition| {
        if !["index.html", "embed/all.html"].contains(&page.name.as_str()) {
            return Vec::new();
        }
        let data: Vec<String> = page.all("script#edition").into_iter().map(|e| e.text().collect()).collect();
        let read = data.first().map(|text| wire::unpack::<Edition>(text));
        // Notes on the paragraphs are only in the index of the source.
        let expected = without_notes(edition);
        let tied = |mut read: Edition| {
            read.tie();
            read == expected
        };
        let same = data.len() == 1 && read.is_some_and(|read| read.is_ok_and(tied));
        if same { Vec::new() } else { vec!["the data is not the edition".to_owned()] }
    });
}

#[test]
fn two_renderings_are_identical() {
    let again = write_site("content", "site-again");
    assert_eq!(again.keys().collect::<Vec<_>>(), REAL_SITE.keys().collect::<Vec<_>>());
    let differing: Vec<String> =
        again.iter().filter(|(name, bytes)| REAL_SITE[*name] != **bytes).map(|(name, _)| name.clone()).collect();
    assert_none(&differing);
}

/// A phone reads from the printed page what the build was given: the page's own address, and the
/// sources'.
#[test]
fn codes_lead_where_they_say() {
    let address = "https://example.org/年/sijian/";
    let (output, files) =
        prerender_for(Some(address), &project().join("tests/fixtures/edition"), "site-coded", &["--staged"]);
    assert!(output.status.success(), "{}", String::from_utf8_lossy(&output.stderr));
    let codes = |name: &str| -> Vec<String> {
        let page = Page::new(name, std::str::from_utf8(&files[name]).unwrap());
        page.all(".code path").into_iter().map(|path| read_code(path.attr("d").unwrap())).collect()
    };
    let sources = FIXTURE.documents.iter().filter_map(|d| d.address.clone());
    assert_eq!(codes("index.html"), [address.to_owned()].into_iter().chain(sources).collect::<Vec<_>>());
    assert_eq!(codes("summary.html"), [address]);
    let [_, _, (_, county, _), _] = sites();
    assert!(pages(county).iter().all(|page| page.all(".code").is_empty()), "no address, no code");
}

#[test]
fn an_address_that_is_none_is_refused() {
    for wrong in ["example.org", "https://", "ftp://example.org", "https://example.org/a b", "https://example.org/?a"] {
        let content = project().join("tests/fixtures/edition");
        let (output, files) = prerender_for(Some(wrong), &content, "site-addressed", &["--staged"]);
        assert!(!output.status.success() && !files.contains_key("index.html"), "{wrong}");
        assert!(String::from_utf8_lossy(&output.stderr).contains("SIJIAN_SITE"), "{wrong}");
    }
}

/// Decodes a QR code from its pixels, as a phone does.
fn read_code(path: &str) -> String {
    const FINE: usize = 4;
    let runs: Vec<Vec<usize>> = path
        .split('M')
        .skip(1)
        .map(|run| run.split(['h', 'v', ' ']).take(3).map(|n| n.parse().unwrap()).collect())
        .collect();
    let side = runs.iter().map(|run| run[0] + run[2]).max().unwrap() + 4;
    let dark = |x: usize, y: usize| runs.iter().any(|run| run[1] == y && (run[0]..run[0] + run[2]).contains(&x));
    let grey = |x: usize, y: usize| if dark(x / FINE, y / FINE) { 0 } else { 255 };
    let mut picture = rqrr::PreparedImage::prepare_from_greyscale(side * FINE, side * FINE, grey);
    let grids = picture.detect_grids();
    let [grid] = grids.as_slice() else { panic!("{} codes in one", grids.len()) };
    grid.decode().unwrap().1
}

/// A typing error must not destroy the existing pages.
#[test]
fn nothing_is_written_from_broken_content() {
    let broken = copy_of("tests/fixtures/edition", "site-broken-content");
    std::fs::write(broken.join("topics.toml"), "[[topic]]\nid = \"repair\"\n").unwrap();
    let (output, files) = prerender(&broken, "site-broken", &["--staged"]);
    assert!(!output.status.success());
    let report = String::from_utf8(output.stderr).unwrap();
    assert!(report.contains("topics.toml:1:1：缺少 “label”") && report.contains("处问题"), "{report}");
    assert_eq!(files.keys().collect::<Vec<_>>(), ["sijian.js", "sijian_bg.wasm"]);
}

#[test]
fn checking_alone_writes_nothing() {
    let (output, files) = prerender(&project().join("content"), "site-checked", &["--check"]);
    assert!(output.status.success() && String::from_utf8_lossy(&output.stdout).contains("没有问题"));
    assert_eq!(files.keys().collect::<Vec<_>>(), ["sijian.js", "sijian_bg.wasm"]);
}
