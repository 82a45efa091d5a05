//! A marked-up article: what an edition can be made of.

use content::normalised;

use super::fault::Faults;
use super::indicator::{Indicator, indicator};
use super::label::trimmed;
use super::marks::{Marked, Slip, unmarked};
use super::outline::Block;
use super::piece::Piece;

/// An article, read.
#[derive(Debug, Default)]
pub struct Article {
    pub title: String,
    pub author: Option<String>,
    pub place: Option<String>,
    /// The printed blocks in plain text.
    pub blocks: Vec<String>,
    /// The blocks that form a paragraph, and whether they are rows of a table.
    pub paragraphs: Vec<Paragraph>,
    pub parts: Vec<Part>,
    pub indicators: Vec<Indicator>,
}

/// Printed blocks, counted from 1, that belong together.
#[derive(Debug, Default)]
pub struct Paragraph {
    pub blocks: Vec<usize>,
    pub is_table: bool,
}

/// What stands below a heading of level 2: a pillar, or a priority.
#[derive(Debug)]
pub struct Part {
    pub is_priority: bool,
    pub heading: String,
    /// By headings of level 3; the first has no label.
    pub points: Vec<Point>,
}

impl Part {
    pub fn measures(&self) -> impl Iterator<Item = &Measure> {
        self.points.iter().flat_map(|point| &point.measures)
    }
}

#[derive(Debug, Default)]
pub struct Point {
    pub label: Option<String>,
    pub measures: Vec<Measure>,
}

/// A passage that was marked.
#[derive(Debug)]
pub struct Measure {
    pub quote: String,
    /// The printed block that it is in, from 1.
    pub block: usize,
    /// Where it is marked in the file.
    pub offset: usize,
}

/// A heading with this word is a priority.
const PRIORITY: &str = "【重点】";
const AUTHOR: [&str; 2] = ["作者：", "作者:"];

/// Reads the blocks of a Markdown file.
pub fn article(blocks: Vec<Block>, faults: &mut Faults<'_>) -> Article {
    let mut reader = Reader { article: Article::default(), faults, heads: Vec::new() };
    let named = blocks.iter().find_map(|block| match block {
        Block::FrontMatter(piece) => Some(piece),
        _ => None,
    });
    if let Some(piece) = named {
        reader.front_matter(&piece.text);
    }
    blocks.into_iter().for_each(|block| reader.block(block));
    reader.finish()
}

struct Reader<'a, 'b> {
    article: Article,
    faults: &'a mut Faults<'b>,
    /// Headings that wait for the text below them.
    heads: Vec<usize>,
}

impl Reader<'_, '_> {
    fn front_matter(&mut self, text: &str) {
        for (key, value) in text.lines().filter_map(|line| line.split_once([':', '：'])) {
            let value = value.trim().trim_matches(['"', '\'']).trim();
            match (key.trim(), value) {
                (_, "") => {}
                ("title" | "标题", value) => value.clone_into(&mut self.article.title),
                ("author" | "作者", value) => self.article.author = Some(value.to_owned()),
                ("place" | "地名", value) => self.article.place = Some(value.to_owned()),
                _ => {}
            }
        }
        if !self.article.title.is_empty() {
            let title = self.article.title.clone();
            self.print(&title);
        }
    }

    fn block(&mut self, block: Block) {
        match block {
            Block::FrontMatter(_) => {}
            Block::Heading(level, piece) => self.heading(level, &piece),
            Block::Text(piece) => self.text(&piece),
            Block::Head(cells, offset) => self.head(&cells, offset),
            Block::Row(cells, offset) => self.row(&cells, offset),
            Block::Html(offset) => {
                let cure = "把它改成文字；表格改成 | 名称 | 数 | 单位 | 这样的一行一行";
                self.faults.at(offset, "这里是 HTML，读不出文字", cure);
            }
        }
    }

    /// Adds a printed block, and gives its number; what has no visible character is none.
    fn print(&mut self, text: &str) -> Option<usize> {
        if normalised(text).is_empty() {
            return None;
        }
        // A blank line would begin another block.
        let lines: Vec<&str> = text.lines().filter(|line| !line.trim().is_empty()).collect();
        self.article.blocks.push(lines.join("\n"));
        Some(self.article.blocks.len())
    }

    fn heading(&mut self, level: u8, piece: &Piece) {
        let marked = self.unmarked(piece);
        if let Some((_, at)) = marked.passages.first() {
            let cure = "把记号移到正文里要做的那件事上";
            self.faults.at(piece.origin(*at), "标题里标了举措", cure);
        }
        let (text, is_priority) = (marked.plain.replace(PRIORITY, ""), marked.plain.contains(PRIORITY));
        let text = text.trim().to_owned();
        if normalised(&text).is_empty() {
            return self.faults.at(piece.origin(0), "这个标题是空的", "写上标题，或删去这一行");
        }
        if is_priority && level != 2 {
            let cure = "【重点】只写在 ## 开头的标题里";
            self.faults.at(piece.origin(0), format!("“{text}” 不是 ## 标题"), cure);
        }
        if level == 1 && self.article.title.is_empty() {
            self.print(&text);
            self.article.title = text;
            return;
        }
        if level == 1 {
            if normalised(&text) == normalised(&self.article.title) {
                // Said by the front matter, too.
                return;
            }
            let cure = "只有文章的标题用 #，里面的小标题用 ##";
            self.faults.at(piece.origin(0), format!("“{text}” 是第二个 # 标题"), cure);
        }
        if let Some(block) = self.print(&text) {
            self.heads.push(block);
        }
        let label = Some(text.clone());
        match (level, self.article.parts.last_mut()) {
            (2, _) => self.article.parts.push(Part { is_priority, heading: text, points: vec![Point::default()] }),
            (3, Some(part)) => part.points.push(Point { label, measures: Vec::new() }),
            _ => {}
        }
    }

    fn text(&mut self, piece: &Piece) {
        if self.is_author(piece) {
            return;
        }
        let marked = self.unmarked(piece);
        let Some(block) = self.print(&marked.plain) else { return };
        let blocks = std::mem::take(&mut self.heads).into_iter().chain([block]).collect();
        self.article.paragraphs.push(Paragraph { blocks, is_table: false });
        for (range, at) in marked.passages {
            let (quote, offset) = (trimmed(&marked.plain[range]).replace('\n', ""), piece.origin(at));
            match self.article.parts.last_mut().and_then(|part| part.points.last_mut()) {
                Some(point) => point.measures.push(Measure { quote, block, offset }),
                None => {
                    let what = format!("“{quote}” 不在任何 ## 标题下面");
                    self.faults.at(offset, what, "在它上面加一个 ## 标题，或取消这处标记");
                }
            }
        }
    }

    /// The line below the title that names the author; it is no paragraph.
    fn is_author(&mut self, piece: &Piece) -> bool {
        let text = piece.text.trim();
        let named = AUTHOR.iter().find_map(|word| text.strip_prefix(word)).map(str::trim);
        let Some(name) = named.filter(|name| !name.is_empty() && self.article.parts.is_empty()) else { return false };
        if name.contains('\n') {
            return false;
        }
        self.print(text);
        self.article.author.get_or_insert_with(|| name.to_owned());
        true
    }

    fn head(&mut self, cells: &[Piece], offset: usize) {
        if cells.len() != 3 {
            let what = format!("这个表格有 {} 栏", cells.len());
            self.faults.at(offset, what, "指标的表格只有三栏：名称、数、单位；别的表格改成文字");
        }
        let blocks = std::mem::take(&mut self.heads);
        self.article.paragraphs.push(Paragraph { blocks, is_table: true });
    }

    fn row(&mut self, cells: &[Piece], offset: usize) {
        let cells: Vec<&str> = cells.iter().map(|cell| cell.text.trim()).collect();
        // The columns have been reported.
        if cells.len() != 3 {
            return;
        }
        match indicator(&cells) {
            Err((what, cure)) => self.faults.at(offset, what, cure),
            Ok(read) => {
                let block = self.print(&format!("{}：{}", read.name, read.quote));
                if let Some(paragraph) = self.article.paragraphs.last_mut() {
                    paragraph.blocks.extend(block);
                }
                self.article.indicators.push(read);
            }
        }
    }

    fn unmarked(&mut self, piece: &Piece) -> Marked {
        let marked = unmarked(&piece.text);
        for &(slip, at) in &marked.slips {
            let (what, cure) = match slip {
                Slip::Unclosed => ("这处举措的标记没有结束", "在同一段里补上后一半：== 或 【/举措】"),
                Slip::Unopened => ("这里结束了一处没有开始的标记", "在前面补上 【举措】，或删去这个 【/举措】"),
                Slip::Nested => {
                    ("标记里面还有标记，或前后两半不是一种", "先结束前一处；一处前后都用 ==，或用 【举措】和【/举措】")
                }
                Slip::Empty => ("标记里没有字", "把要做的那件事放进标记里，或删去标记"),
            };
            self.faults.at(piece.origin(at), what, cure);
        }
        marked
    }

    fn finish(mut self) -> Article {
        // Headings without a text below them.
        if !self.heads.is_empty() {
            let blocks = std::mem::take(&mut self.heads);
            self.article.paragraphs.push(Paragraph { blocks, is_table: false });
        }
        self.article.paragraphs.retain(|paragraph| !paragraph.blocks.is_empty());
        if self.article.title.is_empty() {
            self.faults.of_file("文章没有标题", "第一行写 # 和标题，或在开头两行 --- 之间写 title: 标题");
        }
        if self.article.parts.is_empty() {
            self.faults.of_file("文章没有小标题", "每一部分的前面写 ## 和小标题；重点的小标题里再写上【重点】");
        } else if self.faults.is_empty() && self.article.parts.iter().all(|part| part.measures().next().is_none()) {
            self.faults.of_file("文章里没有标出举措", "在每件要做的事前后写 ==，例如 ==修好乡村道路==");
        }
        self.article
    }
}
