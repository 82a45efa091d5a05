use serde::Serialize;

use model::{Edition, Quotation, quoted};

/// How to cite a single indicator, measure or target: a permanent address and three ready-made
/// forms. The page has no author, date or publisher, so the forms name none; the reader fills in
/// the access date.
#[derive(Serialize)]
pub struct Citation {
    pub id: String,
    pub kind: &'static str,
    pub label: String,
    /// Relative to the site root, so that it is always known.
    pub path: String,
    /// The passage in the source index, also relative to the site root.
    pub source: String,
    /// The full address, if the site's address is configured.
    pub address: Option<String>,
    pub text: String,
    pub bibtex: String,
    pub gbt7714: String,
}

/// Placeholder for the access date, which the reader fills in.
const READ_ON: &str = "引用日期";

/// Everything that can be cited, in reading order. `page` is the page's address, if known.
pub fn citations(edition: &Edition, page: Option<&str>) -> Vec<Citation> {
    let cite = |kind, id: &str, label: String, quote: &Quotation| {
        let address = page.map(|page| format!("{page}#{id}"));
        citation(edition, address, kind, id, label, quote)
    };
    let indicators = edition.indicators.iter().map(|i| {
        let year = edition.masthead.results_year;
        let label = format!("{year}年{}：{}", i.name, i.printed());
        cite("indicator", &i.id, label, &i.quote)
    });
    let measures = edition.measures().map(|(_, m)| cite("measure", &m.id, m.label.clone(), &m.quote));
    let targets = edition.targets().map(|(_, t)| {
        let label = format!("{}：{}", t.label, t.words());
        cite("target", &t.id, label, &t.quote)
    });
    indicators.chain(measures).chain(targets).collect()
}

fn citation(
    edition: &Edition,
    address: Option<String>,
    kind: &'static str,
    id: &str,
    label: String,
    quote: &Quotation,
) -> Citation {
    let head = &edition.masthead;
    let (name, place) = (head.title(), head.place.as_str());
    let origin = edition.place_of(quote);
    let passage = format!("{}（{origin}）", quoted(&quote.text));
    let with_address = |write: &dyn Fn(&str) -> String| address.as_deref().map(write).unwrap_or_default();

    let end = with_address(&|address| format!("，{address}"));
    let text = format!("{passage}，引自《{name}：{place}》{end}。");
    // GB/T 7714, part of a larger work. Unknown fields (author, place, publisher, year) are left
    // out, and without an address there is no access date.
    let medium = with_address(&|_| "/OL".to_owned());
    let end = with_address(&|address| format!("[{READ_ON}]. {address}"));
    let gbt7714 = format!("{label}[DS{medium}]//{name}: {place}{end}.");
    let url = with_address(&|address| format!("  url = {{{address}}},\n"));
    let bibtex = format!(
        "@misc{{{id},\n  title = {{{{{}}}}},\n  howpublished = {{{}}},\n  note = {{{}}},\n{url}  language = {{chinese}}\n}}",
        tex(&label),
        tex(&format!("{name}：{place}")),
        tex(&format!("原文：{passage}")),
    );
    let path = format!("index.html#{id}");
    let source = edition.way_to(quote);
    Citation { id: id.to_owned(), kind, label, path, source, address, text, bibtex, gbt7714 }
}

/// Escapes characters that are special in TeX.
fn tex(text: &str) -> String {
    let mut escaped = String::new();
    for c in text.chars() {
        match c {
            '\\' => escaped += "\\textbackslash{}",
            '~' => escaped += "\\textasciitilde{}",
            '^' => escaped += "\\textasciicircum{}",
            '{' | '}' | '%' | '&' | '#' | '$' | '_' => {
                escaped.push('\\');
                escaped.push(c);
            }
            _ => escaped.push(c),
        }
    }
    escaped
}
