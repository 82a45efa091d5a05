//! Reads quotations, and the printed blocks that they stand in.

use super::Row;
use crate::quoted::Fault;
use crate::registry::Kind;
use model::Quotation;

impl Row<'_> {
    /// A quotation from the document that this row names.
    pub fn quotation(&self) -> Quotation {
        let document = self.reference("document", Kind::Document);
        self.quotation_in(&document, None)
    }

    /// The printed block that is written here, for one quotation or for all of a card. The source
    /// index must list it.
    pub fn block(&self, document: &str) -> Option<u16> {
        let value = self.find("paragraph")?;
        let block = self.as_small("paragraph", value, u16::MAX)?;
        self.source.registry.look_up(document, block, self.source.place(value.span().start));
        Some(block)
    }

    /// The printed blocks that a paragraph is made of. No other paragraph may have them.
    pub fn blocks(&self, document: &str) -> Vec<u16> {
        let items = self.items("blocks");
        let blocks = items.into_iter().filter_map(|value| {
            let block = self.as_small("blocks", value, u16::MAX)?;
            self.source.registry.list(document, block, self.source.place(value.span().start));
            Some(block)
        });
        blocks.collect()
    }

    /// A quotation from the document that an outer row names. Its block is the one written beside
    /// it, or in the outer row, or else found.
    pub fn quotation_in(&self, document: &str, outer: Option<u16>) -> Quotation {
        let block = self.block(document).or(outer);
        self.quotation_at(document, block)
    }

    /// A quotation from this block; without one, from where it is found.
    pub fn quotation_at(&self, document: &str, written: Option<u16>) -> Quotation {
        let (text, registry) = (self.text("quote"), self.source.registry);
        // What is missing has been reported.
        let is_known = !text.is_empty() && written != Some(0) && registry.declares(document, Kind::Document);
        let found = if is_known && (written.is_some() || !registry.is_incomplete()) {
            registry.quoted.block(document, written, &text, |number| registry.lists(document, number))
        } else {
            Ok(written.unwrap_or_default())
        };
        let block = found.unwrap_or_else(|fault| {
            match fault {
                Fault::Told(what, cure) => self.complain("quote", what, cure),
                Fault::Unlisted(block) => registry.stray(document, block, &text, self.place("quote")),
                Fault::Joined(problem) => registry.complain_once(problem),
            }
            written.unwrap_or_default()
        });
        if written.is_none() && block > 0 {
            registry.look_up(document, block, self.source.place(self.span.start));
        }
        Quotation { document: document.into(), block, text }
    }

    /// A word attributed to the source must occur in the quoted passage.
    pub fn expect_quoted(&self, key: &'static str, word: &str, quote: &str) {
        if !quote.contains(word) && !quote.is_empty() {
            self.complain(key, format!("“{word}” 不在引文里"), format!("从引文 “{quote}” 里选几个连着的字"));
        }
    }
}
