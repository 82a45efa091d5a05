use serde::ser::{Serialize, SerializeMap, Serializer};
use serde_json::{Value, json};

use model::Decimal;

/// One table of the edition. Its spreadsheet, its JSON and its schema are all written from this, so
/// that they cannot disagree.
pub struct Table {
    pub name: &'static str,
    pub title: String,
    pub columns: Vec<Column>,
    /// The primary key.
    pub key: &'static [&'static str],
    /// Foreign keys: a column and the table whose key it holds.
    pub references: &'static [(&'static str, &'static str)],
    pub rows: Vec<Vec<Value>>,
}

pub struct Column {
    pub name: &'static str,
    pub title: String,
    pub holds: Holds,
}

#[derive(Clone, Copy, PartialEq, Eq)]
pub enum Holds {
    /// Text that is always there.
    Text,
    /// Text, or null where the content says nothing.
    Maybe,
    /// A number without decimals.
    Number,
    Decimal,
    /// A number, or null where the content says nothing.
    MaybeDecimal,
    /// Several texts: an array in JSON, joined by semicolons in a cell.
    List,
}

pub fn column(name: &'static str, title: impl Into<String>, holds: Holds) -> Column {
    Column { name, title: title.into(), holds }
}

const JOINT: &str = ";";

impl Table {
    /// CSV for programs: UTF-8 without a byte order mark, which most would read as part of the
    /// first column's name; CRLF line ends; cells that a spreadsheet would execute are escaped.
    pub fn to_csv(&self) -> String {
        let head = self.columns.iter().map(|column| column.name.to_owned()).collect::<Vec<_>>();
        let rows = self.rows.iter().map(|row| row.iter().map(text).collect());
        let lines = std::iter::once(head).chain(rows).map(|cells: Vec<String>| {
            let cells: Vec<String> = cells.iter().map(|text| figure::cell(text)).collect();
            cells.join(",") + "\r\n"
        });
        lines.collect()
    }

    /// CSV for Excel, which misreads UTF-8 without a byte order mark.
    pub fn to_excel_csv(&self) -> String {
        format!("\u{feff}{}", self.to_csv())
    }

    /// As an array of objects, their keys in the columns' order.
    pub fn to_json(&self) -> String {
        let objects: Vec<_> = self.rows.iter().map(|cells| Object { columns: &self.columns, cells }).collect();
        pretty(&objects)
    }

    /// Both files, as a Frictionless data package lists them.
    pub fn resources(&self) -> [Value; 2] {
        let described = |name: String, extension: &str, kind: &str, lists: &str, suffix: &str| {
            json!({
                "profile": "tabular-data-resource",
                "name": name,
                "title": self.title,
                "path": format!("{}.{extension}", self.name),
                "format": extension,
                "mediatype": kind,
                "encoding": "utf-8",
                "schema": self.schema(lists, suffix),
            })
        };
        [
            described(self.name.to_owned(), "csv", "text/csv", "string", ""),
            described(format!("{}{JSON}", self.name), "json", "application/json", "array", JSON),
        ]
    }

    fn schema(&self, lists: &str, suffix: &str) -> Value {
        let fields = self.columns.iter().map(|column| {
            let kind = match column.holds {
                Holds::Text | Holds::Maybe => "string",
                Holds::Number => "integer",
                Holds::Decimal | Holds::MaybeDecimal => "number",
                Holds::List => lists,
            };
            let mut field = json!({"name": column.name, "title": column.title, "type": kind});
            if matches!(column.holds, Holds::Text | Holds::Number | Holds::Decimal) {
                field["constraints"] = json!({"required": true});
            }
            field
        });
        let keys = self.references.iter().map(|(column, table)| {
            json!({"fields": column, "reference": {"resource": format!("{table}{suffix}"), "fields": "id"}})
        });
        json!({
            "fields": fields.collect::<Vec<_>>(),
            "primaryKey": self.key,
            "foreignKeys": keys.collect::<Vec<_>>(),
        })
    }
}

/// Suffix of a table's JSON resource, since names in a package must be unique.
const JSON: &str = "-json";

/// A value as the text of a cell.
fn text(value: &Value) -> String {
    match value {
        Value::String(text) => text.clone(),
        Value::Array(items) => items.iter().map(text).collect::<Vec<_>>().join(JOINT),
        Value::Null => String::new(),
        other => other.to_string(),
    }
}

struct Object<'a> {
    columns: &'a [Column],
    cells: &'a [Value],
}

impl Serialize for Object<'_> {
    fn serialize<S: Serializer>(&self, serializer: S) -> Result<S::Ok, S::Error> {
        let mut map = serializer.serialize_map(Some(self.columns.len()))?;
        for (column, cell) in self.columns.iter().zip(self.cells) {
            map.serialize_entry(column.name, cell)?;
        }
        map.end()
    }
}

/// A number as data.
pub fn number(number: Decimal) -> Value {
    number.whole().map_or_else(|| json!(number.to_f64()), |whole| json!(whole))
}

/// JSON that people can read and compare line by line.
///
/// # Panics
/// Never: keys are strings, and writing to memory cannot fail.
pub fn pretty(value: &impl Serialize) -> String {
    serde_json::to_string_pretty(value).expect("texts and numbers are JSON") + "\n"
}
