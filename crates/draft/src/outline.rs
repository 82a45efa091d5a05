//! The blocks of a Markdown file, without its signs.

use pulldown_cmark::{Event, HeadingLevel, Options, Parser, Tag, TagEnd};

use super::piece::Piece;

/// A block in the order of the file.
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum Block {
    /// What stands before the text, between lines of hyphens.
    FrontMatter(Piece),
    /// A heading, from level 1.
    Heading(u8, Piece),
    /// A paragraph, an item of a list, or any other text.
    Text(Piece),
    /// A table's first row, and where it begins.
    Head(Vec<Piece>, usize),
    /// Another row of a table, and where it begins.
    Row(Vec<Piece>, usize),
    /// HTML other than a comment, and where it begins.
    Html(usize),
}

/// Reads a Markdown file. Any text is Markdown.
pub fn blocks(text: &str) -> Vec<Block> {
    let mut options = Options::ENABLE_TABLES;
    // Elsewhere a line of hyphens is a line.
    options.set(Options::ENABLE_YAML_STYLE_METADATA_BLOCKS, text.starts_with("---"));
    let mut reader = Reader::default();
    for (event, range) in Parser::new_ext(text, options).into_offset_iter() {
        let is_comment = text[range.start..].trim_start().starts_with("<!--");
        if matches!(event, Event::Start(Tag::HtmlBlock)) && !is_comment {
            reader.text();
            reader.blocks.push(Block::Html(range.start));
            continue;
        }
        reader.take(event, range.start);
    }
    reader.finish()
}

#[derive(Default)]
struct Reader {
    blocks: Vec<Block>,
    current: Piece,
    cells: Vec<Piece>,
    /// Within a picture, whose words describe it.
    pictures: usize,
}

impl Reader {
    fn take(&mut self, event: Event<'_>, offset: usize) {
        match event {
            Event::Start(Tag::Image { .. }) => self.pictures += 1,
            Event::End(TagEnd::Image) => self.pictures = self.pictures.saturating_sub(1),
            Event::Text(_) | Event::Code(_) if self.pictures > 0 => {}
            Event::Text(text) | Event::Code(text) => self.current.push(&text, offset),
            Event::SoftBreak | Event::HardBreak => self.current.push("\n", offset),
            Event::End(TagEnd::Heading(level)) => self.heading(level),
            Event::End(TagEnd::MetadataBlock(_)) if self.blocks.is_empty() => {
                let piece = std::mem::take(&mut self.current);
                self.blocks.push(Block::FrontMatter(piece));
            }
            Event::End(TagEnd::TableCell) => self.cells.push(std::mem::take(&mut self.current)),
            Event::End(TagEnd::TableHead) => {
                let cells = std::mem::take(&mut self.cells);
                self.blocks.push(Block::Head(cells, offset));
            }
            Event::End(TagEnd::TableRow) => {
                let cells = std::mem::take(&mut self.cells);
                self.blocks.push(Block::Row(cells, offset));
            }
            Event::Start(tag) if !is_inline(&tag) => self.text(),
            Event::End(tag) if is_block_end(tag) => self.text(),
            _ => {}
        }
    }

    fn heading(&mut self, level: HeadingLevel) {
        let piece = std::mem::take(&mut self.current);
        self.blocks.push(Block::Heading(level as u8, piece));
    }

    /// Ends a block of text, if there is one.
    fn text(&mut self) {
        let piece = std::mem::take(&mut self.current);
        if !piece.is_blank() {
            self.blocks.push(Block::Text(piece));
        }
    }

    fn finish(mut self) -> Vec<Block> {
        self.text();
        self.blocks
    }
}

const fn is_inline(tag: &Tag<'_>) -> bool {
    matches!(tag, Tag::Emphasis | Tag::Strong | Tag::Strikethrough | Tag::Link { .. } | Tag::Image { .. })
}

const fn is_block_end(tag: TagEnd) -> bool {
    !matches!(tag, TagEnd::Emphasis | TagEnd::Strong | TagEnd::Strikethrough | TagEnd::Link | TagEnd::Image)
}

#[cfg(test)]
mod tests {
    use super::*;

    fn told(text: &str) -> Vec<String> {
        let tell = |block: &Block| match block {
            Block::FrontMatter(piece) => format!("front {}", piece.text),
            Block::Heading(level, piece) => format!("{level} {}", piece.text),
            Block::Text(piece) => piece.text.clone(),
            Block::Head(cells, _) => {
                format!("head {}", cells.iter().map(|c| c.text.as_str()).collect::<Vec<_>>().join("|"))
            }
            Block::Html(_) => "html".to_owned(),
            Block::Row(cells, _) => {
                format!("row {}", cells.iter().map(|c| c.text.as_str()).collect::<Vec<_>>().join("|"))
            }
        };
        blocks(text).iter().map(tell).collect()
    }

    #[test]
    fn signs_are_taken_away() {
        let text = "---\ntitle: 甲\n---\n# 乙\n\n丙**丁**[戊](x)\n己\n\n- 一\n- 二\n  - 三\n\n> 四\n\n![图](y)\n\n|a|b|\n|-|-|\n|c|d|\n";
        let expected = ["front title: 甲\n", "1 乙", "丙丁戊\n己", "一", "二", "三", "四", "head a|b", "row c|d"];
        assert_eq!(told(text), expected);
    }

    #[test]
    fn lines_of_hyphens_within_the_text_are_no_front_matter() {
        assert_eq!(told("甲\n\n---\n\n乙"), ["甲", "乙"]);
        assert_eq!(told("甲\n\n---\n乙: 丙\n---\n\n丁"), ["甲", "2 乙: 丙", "丁"]);
    }

    #[test]
    fn a_text_knows_where_it_comes_from() {
        let text = "**甲**乙==丙";
        let Some(Block::Text(piece)) = blocks(text).into_iter().next() else { panic!("a text") };
        let at = piece.text.find("==").unwrap();
        assert_eq!(piece.origin(at), text.find("==").unwrap());
    }
}
