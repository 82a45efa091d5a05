use serde_json::{Value, json};

use super::table::Table;
use model::Edition;

/// The Frictionless data package around the tables: <https://specs.frictionlessdata.io>. It names
/// neither a licence nor authors, as the content does not. `page` is the page's address, if known.
pub fn package(edition: &Edition, tables: &[Table], page: Option<&str>) -> Value {
    let head = &edition.masthead;
    let sources = edition.documents.iter().map(|document| {
        let mut source = json!({"title": document.title.as_ref().unwrap_or(&document.label)});
        if let Some(address) = &document.address {
            source["path"] = json!(address);
        }
        source
    });
    let mut package = json!({
        "profile": "tabular-data-package",
        "name": "sijian",
        "title": format!("{}：{}", head.title(), head.place),
        "description": head.summary,
        "sources": sources.collect::<Vec<_>>(),
        "resources": tables.iter().flat_map(Table::resources).collect::<Vec<_>>(),
    });
    if let Some(page) = page {
        package["homepage"] = json!(page);
    }
    package
}
