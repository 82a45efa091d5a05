use super::figure::Figure;
use super::frame::{Class, Frame};
use super::scene::{Mark, Scene};
use model::{Edition, Id, Size};

/// A drawing as a table: one row per mark, in the marks' order.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Table {
    pub head: Vec<String>,
    pub rows: Vec<Row>,
}

#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Row {
    pub key: Id,
    pub name: String,
    pub value: String,
    pub note: Option<String>,
    /// The passage and where it stands.
    pub quote: Option<(String, String)>,
    /// The link to that place, relative to the site root.
    pub way: Option<String>,
    pub target: Option<Id>,
}

impl Table {
    /// CSV for spreadsheets: UTF-8 with a byte order mark; CRLF line ends; cells that a program
    /// would execute are escaped.
    pub fn to_csv(&self) -> String {
        let head: Vec<&str> = self.head.iter().map(String::as_str).collect();
        let rows = self.rows.iter().map(|row| {
            let (quote, place) = row.quote.as_ref().map_or(("", ""), |(text, place)| (text, place));
            vec![row.name.as_str(), row.value.as_str(), row.note.as_deref().unwrap_or(""), quote, place]
        });
        let mut csv = String::from('\u{feff}');
        for cells in std::iter::once(head).chain(rows) {
            let cells: Vec<String> = cells.into_iter().map(cell).collect();
            csv += &cells.join(",");
            csv += "\r\n";
        }
        csv
    }
}

/// Quoted; a cell that begins like a formula is made text by an apostrophe.
pub fn cell(text: &str) -> String {
    let guard = if text.starts_with(['=', '+', '-', '@', '\t', '\r']) { "'" } else { "" };
    format!("\"{guard}{}\"", text.replace('"', "\"\""))
}

/// The table of a drawing, from the same scene that is painted.
pub fn table(figure: Figure<'_>) -> Table {
    table_of(figure, figure.plan(Frame::new(Class::Narrow.nominal(), Size::Standard)))
}

/// The same for a scene that has been planned already.
pub fn table_of(figure: Figure<'_>, scene: Scene) -> Table {
    let rest = ["说明", "原文", "出处"].map(str::to_owned);
    let head = figure.columns().into_iter().chain(rest).collect();
    let rows = scene.marks.into_iter().map(|mark| row(figure.edition, mark));
    Table { head, rows: rows.collect() }
}

fn row(edition: &Edition, mark: Mark) -> Row {
    Row {
        way: mark.quote.as_ref().map(|quote| edition.way_to(quote)),
        quote: mark.quote.map(|quote| (edition.place_of(&quote), quote.text)).map(|(place, text)| (text, place)),
        key: mark.key,
        name: mark.name,
        value: mark.value,
        note: mark.note,
        target: mark.target,
    }
}
