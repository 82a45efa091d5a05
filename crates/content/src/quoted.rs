//! Where quotations stand: in the block that is written beside them, or where the texts have them,
//! or where an earlier check found them.

use std::cell::RefCell;

use super::found::Found;
use super::problem::Problem;
use super::source_text::SourceTexts;

/// Why a quotation has no block.
pub enum Fault {
    /// What is wrong, and the cure.
    Told(String, String),
    /// It stands in this block, which the source index does not list.
    Unlisted(u16),
    /// Its document is one block, because nothing separates its lines.
    Joined(Problem),
}

/// Gives every quotation its block, and keeps those that it had to look for.
#[derive(Default)]
pub struct Quoted {
    texts: SourceTexts,
    earlier: Found,
    found: RefCell<Found>,
}

impl Quoted {
    pub fn new(texts: SourceTexts, earlier: Found) -> Self {
        Self { texts, earlier, found: RefCell::default() }
    }

    /// The texts, as far as they are there.
    pub const fn texts(&self) -> &SourceTexts {
        &self.texts
    }

    /// The block of a quotation. A written number must be right; without one the texts are
    /// searched, where the index lists them, and without texts what an earlier check found.
    pub fn block(
        &self,
        document: &str,
        written: Option<u16>,
        quote: &str,
        is_listed: impl Fn(u16) -> bool,
    ) -> Result<u16, Fault> {
        if let Some(number) = written {
            let fault = self.texts.fault(document, number, quote);
            return fault.map_or(Ok(number), |(what, cure)| Err(self.because(document, Fault::Told(what, cure))));
        }
        let number = if self.texts.document(document).is_empty() {
            self.earlier.block(document, quote).ok_or_else(|| unknown(document, quote))?
        } else {
            self.search(document, quote, &is_listed)?
        };
        if !is_listed(number) {
            return Err(self.because(document, Fault::Unlisted(number)));
        }
        self.found.borrow_mut().add(document, quote, number);
        Ok(number)
    }

    /// Of a document that is one block by mistake there is nothing else to say.
    fn because(&self, document: &str, fault: Fault) -> Fault {
        self.texts.joined(document).map_or(fault, Fault::Joined)
    }

    fn search(&self, document: &str, quote: &str, is_listed: impl Fn(u16) -> bool) -> Result<u16, Fault> {
        let whole = self.texts.blocks_with(document, quote);
        let listed: Vec<u16> = whole.iter().copied().filter(|&number| is_listed(number)).collect();
        // A headline may say the same; no paragraph has it.
        match if listed.is_empty() { &whole } else { &listed }[..] {
            [only] => Ok(only),
            [] => {
                let (what, cure) = self.texts.nowhere(document, quote);
                Err(self.because(document, Fault::Told(what, cure)))
            }
            ref several => {
                let numbers = several.iter().map(u16::to_string).collect::<Vec<_>>().join("、");
                let what = format!("“{quote}” 在 “{document}” 的第 {numbers} 块里都有");
                Err(Fault::Told(what, format!("加上一行 paragraph = {}，是哪一块就写几", several[0])))
            }
        }
    }

    /// The places that were looked for.
    pub fn into_found(self) -> Found {
        self.found.into_inner()
    }
}

fn unknown(document: &str, quote: &str) -> Fault {
    let what = format!("不知道 “{quote}” 在 “{document}” 的第几块里");
    Fault::Told(
        what,
        "在有原文的地方运行 cargo xtask check，它会自己找到；或加上一行 paragraph = 3，是哪一块就写几".into(),
    )
}
