use serde_json::{Value, json};

use super::address::Site;
use crate::data;
use model::{Document, Edition, Indicator};

/// The page as schema.org data in a script element. The content names no author, date or publisher,
/// so neither does this.
pub fn script(edition: &Edition, site: Option<Site>, picture: Option<String>) -> String {
    let text = linked(edition, site, picture).to_string();
    // So that no text can close the element.
    format!("<script type=\"application/ld+json\">{}</script>", text.replace('<', "\\u003c"))
}

fn linked(edition: &Edition, site: Option<Site>, picture: Option<String>) -> Value {
    let head = &edition.masthead;
    let place = json!({"@type": "Place", "name": head.place});
    let mut article = json!({
        "@type": "NewsArticle",
        "headline": head.title(),
        "description": head.summary,
        "inLanguage": "zh-CN",
        "contentLocation": place,
        "isBasedOn": edition.documents.iter().map(source).collect::<Vec<_>>(),
    });
    let mut dataset = json!({
        "@type": "Dataset",
        "name": format!("{}：数据", head.title()),
        "description": head.summary,
        "inLanguage": "zh-CN",
        "spatialCoverage": place,
        "temporalCoverage": format!("{}/{}", head.results_year, head.plan_year),
        "variableMeasured": edition.indicators.iter().map(variable).collect::<Vec<_>>(),
        "distribution": data::tables(edition).iter().map(|table| json!({
            "@type": "DataDownload",
            "name": table.name,
            "encodingFormat": "text/csv",
            "contentUrl": address(site, &format!("data/{}.csv", table.name)),
        })).collect::<Vec<_>>(),
    });
    if edition.indicators.is_empty()
        && let Some(dataset) = dataset.as_object_mut()
    {
        dataset.remove("variableMeasured");
    }
    if let Some(site) = site {
        article["url"] = json!(site.of(""));
        dataset["url"] = json!(site.of("data.html"));
        if let Some(picture) = picture {
            article["image"] = json!(site.of(&picture));
        }
    }
    json!({"@context": "https://schema.org", "@graph": [article, dataset]})
}

fn variable(indicator: &Indicator) -> Value {
    json!({
        "@type": "PropertyValue",
        "name": indicator.name,
        "value": data::number(indicator.amount.value),
        "unitText": indicator.amount.unit,
    })
}

fn source(document: &Document) -> Value {
    let person = |name: &str| json!({"@type": "Person", "name": name});
    let roles = document
        .credits
        .iter()
        .map(|credit| json!({"@type": "Role", "roleName": credit.role, "contributor": person(&credit.name)}));
    let mut source = json!({
        "@type": "CreativeWork",
        "name": document.title.as_ref().unwrap_or(&document.label),
        "contributor": roles.collect::<Vec<_>>(),
    });
    if let Some(author) = &document.author {
        source["author"] = person(author);
    }
    if let Some(address) = &document.address {
        source["url"] = json!(address);
    }
    source
}

/// If the site's address is unknown, the path relative to the page, which is a valid URL too.
fn address(site: Option<Site>, path: &str) -> String {
    site.map_or_else(|| path.to_owned(), |site| site.of(path))
}
