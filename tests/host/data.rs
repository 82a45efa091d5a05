//! The files for programs: tables match their schemas, and everything that is counted has a
//! citation.

use std::collections::{BTreeMap, BTreeSet};
use std::process::Command;

use crate::rendered::{Files, Page, sites};
use crate::support::{FIXTURE, REAL, assert_none, empty_folder, names};
use model::{Id, Topic};
use serde_json::Value;
use site::data;

fn text<'a>(files: &'a Files, name: &str) -> &'a str {
    std::str::from_utf8(files.get(name).unwrap_or_else(|| panic!("no {name}"))).unwrap()
}

fn json(files: &Files, name: &str) -> Value {
    serde_json::from_str(text(files, name)).unwrap()
}

fn list(value: &Value) -> &[Value] {
    value.as_array().map_or(&[], Vec::as_slice)
}

/// A table as a program reads it: cells by column, as text.
struct Table {
    head: Vec<String>,
    rows: Vec<BTreeMap<String, String>>,
}

/// Reads CSV according to RFC 4180.
fn read_csv(text: &str) -> Table {
    let mut records = vec![vec![String::new()]];
    assert!(!text.starts_with('\u{feff}'), "a mark that programs take for a part of the first name");
    let mut characters = text.chars().peekable();
    let mut quoted = false;
    while let Some(c) = characters.next() {
        let record = records.last_mut().unwrap();
        match c {
            '"' if quoted && characters.peek() == Some(&'"') => {
                characters.next();
                record.last_mut().unwrap().push('"');
            }
            '"' => quoted = !quoted,
            ',' if !quoted => record.push(String::new()),
            '\r' if !quoted => {}
            '\n' if !quoted => records.push(vec![String::new()]),
            c => record.last_mut().unwrap().push(c),
        }
    }
    assert_eq!(records.pop(), Some(vec![String::new()]), "the last line is ended");
    let head = records.remove(0);
    let rows = records.into_iter().map(|cells| {
        assert_eq!(cells.len(), head.len(), "{cells:?}");
        head.iter().cloned().zip(cells).collect()
    });
    Table { rows: rows.collect(), head: head.clone() }
}

fn read_json(value: &Value, head: &[String]) -> Table {
    let cell = |value: &Value| match value {
        Value::String(text) => text.clone(),
        Value::Array(items) => items.iter().filter_map(Value::as_str).collect::<Vec<_>>().join(";"),
        Value::Null => String::new(),
        other => other.to_string(),
    };
    let row = |row: &Value| head.iter().map(|name| (name.clone(), cell(&row[name]))).collect();
    Table { head: head.to_vec(), rows: list(value).iter().map(row).collect() }
}

/// Checks all that a validator of Frictionless packages does, and that CSV and JSON agree.
#[test]
fn every_table_is_as_its_schema_says() {
    for (_, files, edition) in sites() {
        let package = json(files, "data/datapackage.json");
        let resources = list(&package["resources"]);
        let tables: BTreeMap<&str, Table> =
            resources.iter().map(|r| (r["name"].as_str().unwrap(), read(files, r))).collect();
        assert_eq!(tables.len(), 2 * data::tables(edition).len(), "names are unique");
        for resource in resources {
            let (name, table) = (resource["name"].as_str().unwrap(), &tables[resource["name"].as_str().unwrap()]);
            let schema = &resource["schema"];
            let fields = list(&schema["fields"]);
            let said: Vec<&str> = fields.iter().map(|f| f["name"].as_str().unwrap()).collect();
            assert_eq!(table.head, said, "{name}");
            let mut wrong = Vec::new();
            for (field, row) in fields.iter().flat_map(|f| table.rows.iter().map(move |row| (f, row))) {
                let value = &row[field["name"].as_str().unwrap()];
                let empty = field["constraints"]["required"] == true && value.is_empty();
                let wordy = field["type"] == "integer" && value.parse::<u64>().is_err();
                wrong.extend((empty || wordy).then(|| format!("{name}.{}: {value:?}", field["name"])));
            }
            let key: Vec<&str> = list(&schema["primaryKey"]).iter().map(|k| k.as_str().unwrap()).collect();
            let keys: BTreeSet<Vec<&String>> =
                table.rows.iter().map(|row| key.iter().map(|k| &row[*k]).collect()).collect();
            wrong.extend(
                (key.is_empty() || keys.len() != table.rows.len()).then(|| format!("{name}: {key:?} is no key")),
            );
            for reference in list(&schema["foreignKeys"]) {
                let (field, to) = (reference["fields"].as_str().unwrap(), &reference["reference"]);
                let other = &tables[to["resource"].as_str().unwrap()];
                let ids: BTreeSet<&String> =
                    other.rows.iter().map(|row| &row[to["fields"].as_str().unwrap()]).collect();
                let lost = table.rows.iter().map(|row| &row[field]).filter(|id| !ids.contains(id));
                wrong.extend(lost.map(|id| format!("{name}.{field}: no {id} in {}", to["resource"])));
            }
            assert_none(&wrong);
        }
        for name in data::tables(edition).iter().map(|table| table.name) {
            let guarded = |cell: &str| cell.strip_prefix('\'').unwrap_or(cell).to_owned();
            let plain = |table: &Table| -> Vec<Vec<String>> {
                table.rows.iter().map(|row| row.values().map(|cell| guarded(cell)).collect()).collect()
            };
            assert_eq!(plain(&tables[name]), plain(&tables[format!("{name}-json").as_str()]), "{name}");
        }
    }
}

fn read(files: &Files, resource: &Value) -> Table {
    let file = format!("data/{}", resource["path"].as_str().unwrap());
    let fields = list(&resource["schema"]["fields"]).iter();
    match resource["format"].as_str() {
        Some("csv") => {
            let csv = text(files, &file);
            let marked = text(files, &file.replace("data/", "data/excel/"));
            assert_eq!(marked.strip_prefix('\u{feff}'), Some(csv), "{file}");
            read_csv(csv)
        }
        _ => {
            read_json(&json(files, &file), &fields.map(|f| f["name"].as_str().unwrap().to_owned()).collect::<Vec<_>>())
        }
    }
}

#[test]
fn the_tables_hold_the_whole_edition() {
    for (_, files, edition) in sites() {
        // A table without rows is not written.
        let count = |name: &str| {
            let file = format!("data/{name}.json");
            if files.contains_key(&file) { list(&json(files, &file)).len() } else { 0 }
        };
        assert_eq!(count("indicators"), edition.indicators.len());
        assert_eq!(count("measures"), edition.measures().count());
        assert_eq!(count("targets"), edition.targets().count());
        assert_eq!(count("echoes"), edition.echoes.len());
        assert_eq!(count("subjects"), edition.subjects.len());
        assert_eq!(count("ties"), edition.subjects.iter().map(|s| s.ties.len()).sum::<usize>());
        assert_eq!(count("pairs"), edition.pairs.len());
        assert_eq!(count("terms"), edition.terms.len() * edition.documents.len());
        for ((priority, target), row) in edition.targets().zip(list(&json(files, "data/targets.json"))) {
            assert_eq!((row["id"].as_str(), row["card"].as_str()), (Some(&*target.id), Some(&*priority.id)));
            assert_eq!(row["wording"].as_str(), Some(target.wording.word.as_str()));
            assert_eq!(row["firmness"].as_u64(), Some(u64::from(target.wording.rank) + 1));
            assert_eq!(row["deadline"].as_str(), target.deadline.as_deref());
            assert_eq!(row["role"].as_str(), edition.role_of(&target.measure));
        }
        let measures = json(files, "data/measures.json");
        for ((work, measure), row) in edition.measures().zip(list(&measures)) {
            assert_eq!((row["id"].as_str(), row["card"].as_str()), (Some(measure.id.as_str()), Some(work.id())));
            assert_eq!(row["quotation"].as_str(), Some(measure.quote.text.as_str()));
            assert_eq!(row["source"].as_str(), Some(measure.quote.document.as_str()));
            let paragraph = edition.paragraph_of(&measure.quote).unwrap();
            assert_eq!(row["paragraph"].as_str(), Some(paragraph.name.as_str()));
            assert_eq!(row["place"].as_str(), Some(format!("source.html#{}", paragraph.id).as_str()));
            assert_eq!(list(&row["topics"]).len(), measure.topics.len());
        }
    }
}

/// Spreadsheets take cells that start with these characters for formulas.
#[test]
fn no_cell_is_a_formula() {
    let mut edition = FIXTURE.clone();
    let starts = ["=1+1", "+1", "-1", "@SUM(A1)", "\t=1", "\r=1"];
    let labels = starts.iter().map(|start| format!("{start}\",\n"));
    edition.topics = (1..)
        .zip(labels)
        .map(|(n, label)| Topic { id: format!("topic-{n}").into(), label, meaning: String::new() })
        .collect();
    let points = edition.pillars.iter_mut().flat_map(|pillar| &mut pillar.points);
    let measures = points.flat_map(|point| &mut point.measures);
    let mut topics = edition.topics.iter().map(|topic| topic.id.clone());
    measures.zip(&mut topics).for_each(|(measure, topic)| measure.topics = vec![topic]);
    assert_eq!(topics.next(), None, "each topic has a measure");
    for table in data::tables(&edition) {
        let read = read_csv(&table.to_csv());
        let cells = read.rows.iter().flat_map(BTreeMap::values);
        let wrong = cells.filter(|cell| cell.starts_with(['=', '+', '-', '@', '\t', '\r']));
        assert_none(&wrong.cloned().collect::<Vec<_>>());
        assert_eq!(read.rows.len(), table.rows.len(), "{}", table.name);
    }
}

/// A second opinion, if `cargo xtask test` could install the validator.
#[test]
fn frictionless_finds_nothing() {
    let Some(packages) = std::env::var_os("SIJIAN_FRICTIONLESS") else {
        println!("frictionless is not there; `cargo xtask test` installs it");
        return;
    };
    for (name, files, edition) in sites() {
        let folder = empty_folder(&format!("data-package-{name}"));
        for (name, bytes) in files.iter().filter_map(|(name, bytes)| Some((name.strip_prefix("data/")?, bytes))) {
            let file = folder.join(name);
            std::fs::create_dir_all(file.parent().unwrap()).unwrap();
            std::fs::write(file, bytes).unwrap();
        }
        let mut python = Command::new("python3");
        python.env("PYTHONPATH", &packages).args(["-m", "frictionless", "validate", "datapackage.json"]);
        let output = python.current_dir(&folder).output().unwrap();
        let said = String::from_utf8_lossy(&output.stdout);
        assert!(output.status.success() && said.contains("VALID") && !said.contains("INVALID"), "{said}");
        assert_eq!(said.matches(" VALID ").count(), 2 * data::tables(edition).len(), "{said}");
    }
}

#[test]
fn everything_that_is_counted_can_be_cited_by_an_address_that_leads_there() {
    for (_, files, edition) in sites() {
        let index = Page::new("index.html", text(files, "index.html"));
        let ids: BTreeSet<&str> = index.attributes("id").into_iter().collect();
        let listed = Page::new("data.html", text(files, "data.html"));
        let anchors: BTreeSet<&str> = listed.attributes("href").into_iter().collect();
        let words = listed.words();
        let indicators = edition.indicators.iter().map(|i| &i.id);
        let measures = edition.measures().map(|(_, m)| &m.id);
        let expected: Vec<&Id> = indicators.chain(measures).chain(edition.targets().map(|(_, t)| &t.id)).collect();
        let citations = json(files, "data/citations.json");
        let found: Vec<&str> = list(&citations).iter().map(|c| c["id"].as_str().unwrap()).collect();
        assert_eq!(found, expected);
        assert!(expected.iter().all(|id| names(edition).contains(id.as_str())));
        for citation in list(&citations) {
            let [id, path, text, bibtex, gbt] =
                ["id", "path", "text", "bibtex", "gbt7714"].map(|field| citation[field].as_str().unwrap());
            assert!(ids.contains(id) && path == format!("index.html#{id}"), "nothing in the page has the id {id}");
            assert!(anchors.contains(path), "data.html does not list {id}");
            assert!(citation["address"].is_null(), "{id}");
            for form in [text, bibtex, gbt] {
                assert!(words.contains(&crate::rendered::unspaced(form)), "data.html does not say {form}");
                assert!(form.contains(&edition.masthead.place), "{form}");
            }
            assert!(bibtex.starts_with(&format!("@misc{{{id},")) && bibtex.ends_with('}'), "{bibtex}");
            let depth = bibtex.replace("\\{", "").replace("\\}", "");
            assert_eq!(depth.matches('{').count(), depth.matches('}').count(), "{bibtex}");
        }
    }
}

#[test]
fn a_told_address_is_in_every_citation() {
    for citation in data::citations(&REAL, Some("https://example.net/sijian/")) {
        let address = format!("https://example.net/sijian/#{}", citation.id);
        assert_eq!(citation.address.as_deref(), Some(address.as_str()));
        for form in [&citation.text, &citation.bibtex, &citation.gbt7714] {
            assert!(form.contains(&address), "{form}");
        }
        assert!(citation.gbt7714.contains("[DS/OL]//") && citation.gbt7714.contains("[引用日期]. "));
    }
}
