//! Key terms, and a check of the reason that each gives.

use super::registry::Kind;
use super::row::Row;
use super::source_text::SourceTexts;
use model::{Document, Id, Matter, Reason, Term, bare};

/// Reads a key term and checks its stated reason.
pub fn term(row: &Row<'_>, rule: &Rule<'_>) -> Term {
    #[derive(Clone, Copy)]
    enum Why {
        Matter,
        Named,
        Frequent,
    }
    let ((text, counts), is_sound) = row.sound(|| (row.text("text"), row.counts("counts")));
    if is_sound {
        expect_counted(row, &text, &counts, rule);
    }
    let reasons = [("matter", Why::Matter), ("named", Why::Named), ("frequent", Why::Frequent)];
    let reason = match row.choice("reason", &reasons) {
        Why::Matter => {
            if !text.is_empty() && !rule.matters.iter().any(|m| m.term == text) {
                row.miss(
                    "reason",
                    format!("“{text}” 不是任何大事的关键词"),
                    "照 matters.toml 里的 term 写，或换一个理由".into(),
                );
            }
            Reason::Matter
        }
        Why::Named => {
            let quote = row.quotation();
            if !quote.text.is_empty() && !bare(&quote.text).contains(&bare(&text)) {
                row.complain("quote", format!("“{text}” 不在这段引文里"), "引用点名说到它的那句话".into());
            }
            Reason::Named(quote)
        }
        Why::Frequent => {
            let is_speech = |id: &Id| rule.documents.iter().any(|d| d.id == *id && d.author.is_some());
            let said = counts.iter().filter(|(id, _)| is_speech(id)).map(|(_, n)| n);
            let said: u16 = said.sum();
            match rule.often {
                None => {
                    let cure = "在文件开头写 frequent_from = 7 这样的一行，或换一个理由".to_owned();
                    row.complain("reason", "没有写明说到几次才算常用".into(), cure);
                }
                Some(often) if said < often => {
                    let cure = format!("有作者的材料合计至少要 {often} 次（frequent_from），或换一个理由");
                    row.miss("reason", format!("“{text}” 合计只有 {said} 次"), cure);
                }
                Some(_) => {}
            }
            Reason::Frequent
        }
    };
    Term { id: row.id(Kind::Other), text, reason, counts }
}

/// Reports counts that are not those of the texts. What is not listed is none.
fn expect_counted(row: &Row<'_>, text: &str, counts: &[(Id, u16)], rule: &Rule<'_>) {
    let at_hand = rule.documents.iter().map(|d| d.id.as_str()).filter(|id| !rule.texts.document(id).is_empty());
    for document in at_hand {
        let is_cut_off = |number| rule.cut_off.iter().any(|(id, block)| id == document && *block == number);
        let said = rule.texts.count(document, text, is_cut_off);
        let listed = counts.iter().find(|(id, _)| id == document).map_or(0, |(_, count)| usize::from(*count));
        if said != listed {
            let what = format!("“{text}” 在 “{document}” 里说到 {said} 次，这里写的是 {listed} 次");
            row.complain("counts", what, format!("写成 {document} = {said}"));
        }
    }
}

/// What key terms are checked against.
pub struct Rule<'a> {
    pub matters: &'a [Matter],
    /// All documents; those with a named author are speeches.
    pub documents: &'a [Document],
    /// The minimum count for a term to be frequent.
    pub often: Option<u16>,
    /// The texts in which they are counted, as far as they are there.
    pub texts: &'a SourceTexts,
    /// Printed blocks that are not there in full, and so do not count.
    pub cut_off: &'a [(Id, u16)],
}
