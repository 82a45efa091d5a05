//! Passages that are set beside each other because the same word stands in both.

use super::registry::Kind;
use super::row::Row;
use model::{Id, Pair, Quotation, Subject, Tie};

pub fn subject(row: &Row<'_>) -> Subject {
    let quote = row.quotation();
    let tie = |row: &Row<'_>| {
        let tie =
            Tie { card: row.reference("card", Kind::Work), quote: row.quotation(), word: row.optional_text("word") };
        if let Some(word) = &tie.word {
            row.expect_quoted("word", word, &quote.text);
            row.expect_quoted("word", word, &tie.quote.text);
        }
        tie
    };
    Subject { id: row.id(Kind::Other), label: row.text("label"), ties: row.rows("tie", tie), quote }
}

pub fn pair(row: &Row<'_>) -> Pair {
    let word = row.text("word");
    let passage = |key| {
        let read = |row: &Row<'_>| {
            let quote = row.quotation();
            row.expect_quoted("quote", &word, &quote.text);
            quote
        };
        row.row(key, read).unwrap_or_else(|| Quotation { document: Id::default(), block: 0, text: String::new() })
    };
    let (city, district) = (passage("city"), passage("district"));
    if city.document != district.document {
        row.complain("district", "两句话不是同一个人说的".into(), "city 和 district 写同一份材料".into());
    }
    Pair { card: row.reference("card", Kind::Card), word, city, district }
}
