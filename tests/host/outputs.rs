//! The site's output for other programs: oEmbed answers, tags for chats, JSON-LD and share
//! pictures.

use std::collections::BTreeSet;
use std::sync::LazyLock;

use crate::rendered::{Files, Page, REAL_SITE, pages, prerender_for, sites};
use crate::support::{REAL, assert_none, project, texts};
use figure::{Kind, figures};
use resvg::tiny_skia::Pixmap;
use serde_json::Value;

/// The address as given, and percent-encoded.
const ADDRESS: &str = "https://example.net/城中/sijian/";
const ENCODED: &str = "https://example.net/%E5%9F%8E%E4%B8%AD/sijian/";

/// The real site, built with its address.
static TOLD_SITE: LazyLock<Files> = LazyLock::new(|| {
    let (output, files) = prerender_for(Some(ADDRESS), &project().join("content"), "told", &["--staged"]);
    assert!(output.status.success(), "{}", String::from_utf8_lossy(&output.stderr));
    files
});

fn text<'a>(files: &'a Files, name: &str) -> &'a str {
    std::str::from_utf8(files.get(name).unwrap_or_else(|| panic!("no {name}"))).unwrap()
}

fn json(files: &Files, name: &str) -> Value {
    serde_json::from_str(text(files, name)).unwrap()
}

fn page(files: &Files, name: &str) -> Page {
    Page::new(name, text(files, name))
}

/// Every piece that can be embedded.
fn pieces() -> Vec<String> {
    let ids = figures(&REAL).into_iter().map(|kind| kind.id(&REAL).to_owned());
    ids.chain(["all".to_owned()]).collect()
}

/// Pictures whose words lack glyphs are left out; the tests of what names them would say less plainly why.
#[track_caller]
fn expect_pictures() {
    let lacking: Vec<String> =
        pieces().into_iter().filter(|id| !TOLD_SITE.contains_key(&format!("embed/{id}.png"))).collect();
    assert!(
        lacking.is_empty(),
        "the fonts lack glyphs for the pictures of content/ ({}): run `cargo xtask font`",
        lacking.join(", ")
    );
}

/// An attribute of the only element that a selector finds.
fn only(page: &Page, selector: &str, attribute: &str) -> Option<String> {
    let found = page.all(selector);
    assert!(found.len() <= 1, "{}: {} of {selector}", page.name, found.len());
    found.first().and_then(|element| element.attr(attribute)).map(str::to_owned)
}

fn property(page: &Page, name: &str) -> Option<String> {
    only(page, &format!("meta[property='{name}']"), "content")
}

/// The file of the site at an absolute address.
fn file_at(address: &str) -> &[u8] {
    let path = address.strip_prefix(ENCODED).unwrap_or_else(|| panic!("{address} is not below {ENCODED}"));
    TOLD_SITE.get(path).unwrap_or_else(|| panic!("{address} leads nowhere"))
}

#[test]
fn every_piece_answers_as_oembed_demands() {
    expect_pictures();
    for id in pieces() {
        let answer = json(&TOLD_SITE, &format!("embed/{id}.json"));
        assert_eq!((&answer["version"], &answer["type"]), (&Value::from("1.0"), &Value::from("rich")), "{id}");
        let [width, height] = ["width", "height"].map(|name| answer[name].as_u64().unwrap());
        assert!(width >= 300 && (300..5000).contains(&height), "{id}: {width} × {height}");

        let html = scraper::Html::parse_fragment(answer["html"].as_str().unwrap());
        let frame = html.select(&scraper::Selector::parse("iframe").unwrap()).next().unwrap();
        assert_eq!(frame.attr("src"), Some(format!("{ENCODED}embed/{id}.html").as_str()));
        assert_eq!(frame.attr("title"), answer["title"].as_str());
        assert_eq!(frame.attr("height"), Some(height.to_string().as_str()));

        // The specification demands all three thumbnail fields or none.
        let size = ["thumbnail_width", "thumbnail_height"].map(|name| answer[name].as_u64().unwrap());
        assert_eq!(size, [1200, 630], "{id}");
        assert_eq!(&file_at(answer["thumbnail_url"].as_str().unwrap())[1..4], b"PNG");
        assert_eq!(answer["provider_url"], ENCODED);

        let page = page(&TOLD_SITE, &format!("embed/{id}.html"));
        let title: String = page.all("title")[0].text().collect();
        assert_eq!(answer["title"], title.as_str());
        let discovery = only(&page, "link[rel=alternate][type='application/json+oembed']", "href");
        assert_eq!(discovery, Some(format!("{ENCODED}embed/{id}.json")));
    }
    let index = page(&TOLD_SITE, "index.html");
    let discovery = only(&index, "link[type='application/json+oembed']", "href");
    assert_eq!(discovery, Some(format!("{ENCODED}embed/all.json")));
}

#[test]
fn chats_find_a_title_a_sentence_and_a_picture() {
    expect_pictures();
    for page in pages(&TOLD_SITE).iter().filter(|page| page.is_index() || page.is_embed()) {
        let piece = page
            .name
            .trim_start_matches("embed/")
            .trim_end_matches(".html")
            .replace("index", "all")
            .replace("large", "all");
        let picture = property(page, "og:image").unwrap();
        assert_eq!(picture, format!("{ENCODED}embed/{piece}.png"));
        assert_eq!(&file_at(&picture)[1..4], b"PNG");
        let title: String = page.all("title")[0].text().collect();
        assert_eq!(property(page, "og:title"), Some(title), "{}", page.name);
        let description = only(page, "meta[name=description]", "content").unwrap();
        assert_eq!(property(page, "og:description"), Some(description.clone()), "{}", page.name);
        assert!(property(page, "og:image:alt").unwrap().contains(&description), "{}", page.name);
        // A pasted address of a card is the card, not the whole story.
        let own = if piece == "all" { ENCODED.to_owned() } else { format!("{ENCODED}embed/{piece}.html") };
        assert!(page.name == "embed/all.html" || property(page, "og:url") == Some(own), "{}", page.name);
        assert_eq!(only(page, "meta[name='twitter:card']", "content").as_deref(), Some("summary_large_image"));
        assert_eq!(only(page, "link[rel=canonical]", "href").as_deref(), Some(ENCODED), "{}", page.name);
    }
    assert_eq!(property(&page(&TOLD_SITE, "index.html"), "og:url").as_deref(), Some(ENCODED));
    assert_eq!(only(&page(&TOLD_SITE, "summary.html"), "link[rel=canonical]", "href").as_deref(), Some(ENCODED));
}

/// A site that was built without its address names none.
#[test]
fn nobody_names_an_address_that_nobody_told() {
    for (_, files, edition) in sites() {
        let known = ["http://www.w3.org/2000/svg", "https://schema.org"].into_iter();
        let known: Vec<&str> = known.chain(edition.documents.iter().filter_map(|d| d.address.as_deref())).collect();
        let mut wrong = Vec::new();
        for (name, bytes) in files {
            let Ok(text) = std::str::from_utf8(bytes) else { continue };
            let text = known
                .iter()
                .fold(text.to_owned(), |text, known| text.replace(&known.replace('&', "&amp;"), "").replace(known, ""));
            wrong.extend(text.contains("://").then(|| format!("{name} names an address")));
            let answers = name.starts_with("embed/") && name.ends_with(".json");
            wrong.extend(
                (answers || name.ends_with(".html") && text.contains("json+oembed"))
                    .then(|| format!("{name}: oEmbed is made of addresses")),
            );
            wrong.extend(
                ["og:image", "og:url"].into_iter().filter(|tag| text.contains(tag)).map(|tag| format!("{name}: {tag}")),
            );
        }
        assert_none(&wrong);
    }
}

/// Every value is from the content, or one of these words.
#[test]
fn linked_data_says_only_what_the_content_says() {
    const OURS: [&str; 10] = [
        "https://schema.org",
        "NewsArticle",
        "Dataset",
        "Place",
        "CreativeWork",
        "Person",
        "Role",
        "PropertyValue",
        "DataDownload",
        "zh-CN",
    ];
    for (_, files, edition) in sites().into_iter().chain([("told", &*TOLD_SITE, &*REAL)]) {
        let index = page(files, "index.html");
        let scripts = index.all("script[type='application/ld+json']");
        let [script] = scripts.as_slice() else { panic!("{} scripts", scripts.len()) };
        let text: String = script.text().collect();
        let data: Value = serde_json::from_str(&text).unwrap();
        let said: BTreeSet<String> = texts(edition).into_iter().map(|said| said.text).collect();
        let head = &edition.masthead;
        let made = [
            head.title(),
            format!("{}：数据", head.title()),
            format!("{}/{}", head.results_year, head.plan_year),
            "text/csv".to_owned(),
        ];
        let units: Vec<&str> = edition.indicators.iter().map(|i| i.amount.unit.as_str()).collect();
        let mut wrong = Vec::new();
        let mut urls = Vec::new();
        strings(&data, "", &mut |key, value| match key {
            "url" | "contentUrl" | "image" => urls.push(value.to_owned()),
            _ if OURS.contains(&value) || units.contains(&value) || said.contains(value) => {}
            _ if made.iter().any(|made| made == value) => {}
            _ if files.contains_key(&format!("data/{value}.csv")) => {}
            _ => wrong.push(format!("{key}: {value}")),
        });
        assert_none(&wrong);
        for url in urls {
            let path = url.strip_prefix(ENCODED).unwrap_or(&url);
            let source = edition.documents.iter().any(|d| d.address.as_deref() == Some(url.as_str()));
            assert!(source || path.is_empty() || files.contains_key(path), "{url} leads nowhere");
        }
        for unknown in ["datePublished", "dateModified", "publisher", "license", "creator"] {
            assert!(!text.contains(unknown), "the content has no {unknown}");
        }
        let [article, dataset] = data["@graph"].as_array().unwrap().as_slice() else { panic!("two things") };
        assert!(article.get("author").is_none() && dataset.get("author").is_none());
        assert_eq!(article["isBasedOn"].as_array().unwrap().len(), edition.documents.len());
        let authors: Vec<_> = edition.documents.iter().map(|d| d.author.as_deref()).collect();
        let found = article["isBasedOn"].as_array().unwrap().iter().map(|source| source["author"]["name"].as_str());
        assert_eq!(found.collect::<Vec<_>>(), authors);
        assert_eq!(dataset["variableMeasured"].as_array().unwrap().len(), edition.indicators.len());
    }
}

fn strings(value: &Value, key: &str, visit: &mut impl FnMut(&str, &str)) {
    match value {
        Value::String(text) => visit(key, text),
        Value::Array(items) => items.iter().for_each(|item| strings(item, key, visit)),
        Value::Object(fields) => fields.iter().for_each(|(name, field)| strings(field, name, visit)),
        _ => {}
    }
}

#[test]
fn every_piece_has_a_share_picture_that_shows_something() {
    expect_pictures();
    let mut seen = BTreeSet::new();
    for id in pieces() {
        let bytes = &REAL_SITE[&format!("embed/{id}.png")];
        let pixels = Pixmap::decode_png(bytes).unwrap();
        assert_eq!((pixels.width(), pixels.height()), (1200, 630), "{id}");
        assert!(bytes.len() < 300 * 1024, "{id} has {} bytes", bytes.len());
        // The cover also represents the page, and so the whole story.
        let is_cover = ["all", "cover"].contains(&id.as_str());
        assert!(seen.insert(bytes) || is_cover, "{id} looks like another");
        assert!(pixels.pixels().iter().all(|pixel| pixel.is_opaque()), "{id} is see-through");
        let paper = Kind::of_id(&REAL, &id).map(Kind::paper);
        // Words on the left, the drawing on the right, the title block at the bottom: each part has
        // pixels that differ clearly from its background.
        let parts = [(60, 60, 400, 120), (60, 200, 400, 160), (520, 60, 620, 460), (60, 560, 1080, 40)];
        for (x, y, w, h) in parts {
            let ground = pixels.pixel(x + w / 2, 10).unwrap();
            let far = |x, y| {
                let pixel = pixels.pixel(x, y).unwrap();
                let channels =
                    [(pixel.red(), ground.red()), (pixel.green(), ground.green()), (pixel.blue(), ground.blue())];
                channels.iter().map(|(a, b)| u32::from(a.abs_diff(*b))).sum::<u32>() > 150
            };
            let marked = (x..x + w).flat_map(|x| (y..y + h).map(move |y| (x, y))).filter(|(x, y)| far(*x, *y)).count();
            assert!(marked > (w * h / 100) as usize, "{id} {paper:?}: {marked} marked pixels at {x}, {y}");
        }
    }
}

/// The fonts lack glyphs for the fixture's words: so there is no picture, and no page names one.
#[test]
fn a_picture_that_lacks_glyphs_is_left_out_and_said() {
    let content = project().join("tests/fixtures/edition");
    let (output, files) = prerender_for(Some(ADDRESS), &content, "lacking", &["--staged"]);
    let said = String::from_utf8_lossy(&output.stderr);
    assert!(output.status.success() && said.contains("cargo xtask font") && said.contains('虚'), "{said}");
    assert!(!files.contains_key("embed/all.png") && files.contains_key("embed/all.json"));
    assert!(json(&files, "embed/all.json").get("thumbnail_url").is_none());
    let page = page(&files, "embed/all.html");
    assert_eq!(property(&page, "og:image"), None);
    assert_eq!(only(&page, "meta[name='twitter:card']", "content").as_deref(), Some("summary"));
}

/// Pages name the builder's script but load it only on request; without it, or without any script,
/// the link in a title block leads to the bare drawing.
#[test]
fn every_title_block_leads_to_the_builder_which_offers_every_piece() {
    expect_pictures();
    for page in pages(&TOLD_SITE).iter().filter(|page| page.is_index() || page.is_embed()) {
        let figures = page.attributes("data-figure");
        let links: Vec<_> = page.all("[data-figure] .titleblock > a[data-builder]");
        let ways: Vec<_> = links.iter().filter_map(|link| page.file_of(link.attr("href")?)).collect();
        assert_eq!(ways, figures.iter().map(|id| format!("embed/{id}.html")).collect::<Vec<_>>(), "{}", page.name);
        let windows = links.iter().filter(|link| link.attr("target") == Some("_blank")).count();
        assert_eq!(windows, if page.is_embed() { links.len() } else { 0 }, "{}: windows of their own", page.name);
        let script = only(page, "meta[name=builder]", "content").and_then(|script| page.file_of(&script)).unwrap();
        assert!(TOLD_SITE.contains_key(&script) && page.all("dialog#builder").is_empty(), "{}: {script}", page.name);
    }

    let (_, script) = TOLD_SITE.iter().find(|(name, _)| name.starts_with("builder-") && name.ends_with(".js")).unwrap();
    assert!(script.len() < 24 * 1024, "{} bytes", script.len());
    let script = std::str::from_utf8(script).unwrap();
    let arguments = script.rsplit_once("})(").and_then(|(_, rest)| rest.strip_suffix(");")).unwrap();
    let [dialog, style]: [String; 2] = serde_json::from_str(&format!("[{arguments}]")).unwrap();
    assert!(TOLD_SITE.contains_key(&style), "{style}");

    let page = Page::new("builder", &format!("<!DOCTYPE html><title>.</title>{dialog}"));
    let known = page.attributes("id");
    let named = page.attributes("for").into_iter().chain(page.attributes("aria-labelledby"));
    assert_none(&named.filter(|id| !known.contains(id)).map(str::to_owned).collect::<Vec<String>>());
    let offered = page.all("option");
    let ids: BTreeSet<String> = offered.iter().filter_map(|o| o.attr("value")).map(str::to_owned).collect();
    assert_eq!(ids, BTreeSet::from_iter(pieces()));
    for option in offered {
        let told = |name: &str| option.attr(&format!("data-{name}")).unwrap_or_default().to_owned();
        let id = option.attr("value").unwrap();
        let answer = json(&TOLD_SITE, &format!("embed/{id}.json"));
        assert_eq!((answer["title"].as_str(), answer["height"].to_string()), (Some(&*told("title")), told("height")));
        let alone = self::page(&TOLD_SITE, &format!("embed/{id}.html"));
        assert_eq!(property(&alone, "og:image:alt"), Some(told("alt")), "{id}");
        assert_eq!(told("pictured"), "true", "{id}");
        let whole = only(&alone, ".from a", "href").unwrap();
        assert_eq!(whole, format!("../index.html{}", told("way")), "{id}");
    }
}
