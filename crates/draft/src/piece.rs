//! A run of text from Markdown that remembers where it comes from.

/// A text without Markdown's signs.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct Piece {
    pub text: String,
    /// Where parts of the text begin, here and in the file.
    starts: Vec<(usize, usize)>,
}

impl Piece {
    /// Appends a part that begins at this offset of the file.
    pub fn push(&mut self, text: &str, offset: usize) {
        self.starts.push((self.text.len(), offset));
        self.text += text;
    }

    /// The offset in the file of an offset in the text.
    pub fn origin(&self, at: usize) -> usize {
        let before = self.starts.iter().rev().find(|(start, _)| *start <= at);
        before.map_or(0, |(start, offset)| offset + (at - start))
    }

    pub fn is_blank(&self) -> bool {
        self.text.trim().is_empty()
    }
}
