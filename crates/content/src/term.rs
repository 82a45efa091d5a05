//! Key terms, and a check of the reason that each gives.

use super::registry::Kind;
use super::row::Row;
use model::{Matter, Reason, Term, bare};

/// Reads a key term and checks its stated reason.
pub fn term(row: &Row<'_>, rule: &Rule<'_>) -> Term {
    #[derive(Clone, Copy)]
    enum Why {
        Matter,
        Named,
        Frequent,
    }
    let (text, counts) = (row.text("text"), row.counts("counts"));
    let reasons = [("matter", Why::Matter), ("named", Why::Named), ("frequent", Why::Frequent)];
    let reason = match row.choice("reason", &reasons) {
        Why::Matter => {
            if !text.is_empty() && !rule.matters.iter().any(|m| m.lever.term == text) {
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
            if !bare(&quote.text).contains(&bare(&text)) {
                row.complain("quote", format!("“{text}” 不在这段引文里"), "引用点名说到它的那句话".into());
            }
            Reason::Named(quote)
        }
        Why::Frequent => {
            let said = counts.iter().filter(|(id, _)| rule.speakers.contains(&id.as_str())).map(|(_, n)| n);
            let said: u16 = said.sum();
            match rule.often {
                None => {
                    let cure = "在文件开头写 frequent_from = 7 这样的一行，或换一个理由".to_owned();
                    row.complain("reason", "没有写明说到几次才算常用".into(), cure);
                }
                Some(often) if said < often => {
                    let cure = format!("两篇合计至少要 {often} 次（frequent_from），或换一个理由");
                    row.miss("reason", format!("“{text}” 合计只有 {said} 次"), cure);
                }
                Some(_) => {}
            }
            Reason::Frequent
        }
    };
    Term { id: row.id(Kind::Other), text, reason, counts }
}

/// What the reasons of key terms are checked against.
pub struct Rule<'a> {
    pub matters: &'a [Matter],
    /// The documents with a named author.
    pub speakers: Vec<&'a str>,
    /// The minimum count for a term to be frequent.
    pub often: Option<u16>,
}
