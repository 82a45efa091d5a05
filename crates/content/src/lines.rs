//! Where in a text something stands, as editors' programs count.

/// A text by its lines.
pub struct Lines<'a> {
    text: &'a str,
    /// The offsets at which the lines begin.
    starts: Vec<usize>,
}

impl<'a> Lines<'a> {
    pub fn new(text: &'a str) -> Self {
        let starts = std::iter::once(0).chain(text.match_indices('\n').map(|(at, _)| at + 1)).collect();
        Self { text, starts }
    }

    /// Line and column, from 1, of an offset in bytes. One within a character or behind the end is where that begins.
    pub fn place(&self, offset: usize) -> (usize, usize) {
        let offset = self.text.floor_char_boundary(offset);
        let line = self.starts.partition_point(|start| *start <= offset);
        (line, self.text[self.starts[line - 1]..offset].chars().count() + 1)
    }
}

#[test]
fn lines_and_columns_count_from_one() {
    let lines = Lines::new("一二\n三\n");
    let places = [0, 3, 4, 6, 7, 10, 11, 99].map(|offset| lines.place(offset));
    assert_eq!(places, [(1, 1), (1, 2), (1, 2), (1, 3), (2, 1), (2, 2), (3, 1), (3, 1)]);
}
