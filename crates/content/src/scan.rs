//! Walks through a text that should be TOML, up to the first slip. It knows only as much of TOML as
//! content files use; what it does not know it lets pass, since the parser has the last word.

use super::keys;
use super::lines::Lines;
use super::slip::{Slip, wide};

type Step<T> = Result<T, Slip>;

pub struct Scanner<'a> {
    file: &'a str,
    text: &'a str,
    at: usize,
    /// The table that the keys belong to: `pillar.point`.
    table: String,
    /// The keys of this table, and where they stand.
    seen: Vec<(String, usize)>,
}

impl<'a> Scanner<'a> {
    pub fn new(file: &'a str, text: &'a str) -> Self {
        Self { file, text, at: 0, table: String::new(), seen: Vec::new() }
    }

    pub fn slip(mut self) -> Option<Slip> {
        self.whole().err()
    }

    fn whole(&mut self) -> Step<()> {
        loop {
            self.blank();
            match self.peek() {
                None => return Ok(()),
                Some('[') => self.header()?,
                Some(_) => self.pair()?,
            }
        }
    }

    fn rest(&self) -> &'a str {
        &self.text[self.at..]
    }

    fn peek(&self) -> Option<char> {
        self.rest().chars().next()
    }

    fn skip(&mut self, fits: impl Fn(char) -> bool) -> &'a str {
        let rest = self.rest();
        let length = rest.find(|c| !fits(c)).unwrap_or(rest.len());
        self.at += length;
        &rest[..length]
    }

    fn eat(&mut self, token: &str) -> bool {
        let found = self.rest().starts_with(token);
        self.at += if found { token.len() } else { 0 };
        found
    }

    fn spaces(&mut self) {
        self.skip(|c| matches!(c, ' ' | '\t' | '\r'));
    }

    /// Skips white space, line feeds and comments. Says whether a line feed was among them.
    fn blank(&mut self) -> bool {
        let from = self.at;
        loop {
            self.skip(|c| matches!(c, ' ' | '\t' | '\r' | '\n'));
            if self.peek() != Some('#') {
                return self.text[from..self.at].contains('\n');
            }
            self.skip(|c| c != '\n');
        }
    }

    fn line(&self) -> &'a str {
        self.rest().lines().next().unwrap_or_default().trim_end()
    }

    /// The slip of a character that is wide here, or another one.
    fn strange(&self, otherwise: impl FnOnce() -> (String, String)) -> Slip {
        let (what, cure) = self.peek().and_then(wide).unwrap_or_else(otherwise);
        Slip::new(self.at, what, cure)
    }

    /// `[[name]]` and the end of its line.
    fn header(&mut self) -> Step<()> {
        let start = self.at;
        let double = self.eat("[[");
        if !double {
            self.eat("[");
        }
        let name = self.skip(|c| c.is_ascii_alphanumeric() || matches!(c, '_' | '-' | '.' | ' ' | '"')).trim();
        let doubled = format!("[[{name}]]");
        let is_list = keys::is_list(self.file, name) || self.text.contains(&doubled);
        let right = if double || is_list { doubled } else { format!("[{name}]") };
        if !self.eat(if double { "]]" } else { "]" }) {
            let slip = self.strange(|| ("这一行的方括号没有合上".into(), format!("写成 {right}")));
            return Err(if name.is_empty() { slip } else { Slip { cure: format!("写成 {right}"), ..slip } });
        }
        if !double && is_list {
            let slip = Slip::new(start, format!("[{name}] 少了一层方括号"), format!("写成 {right}"));
            return Err(Slip { is_syntax: false, ..slip });
        }
        self.table = name.to_owned();
        self.seen.clear();
        self.end_of_line(&format!("写成 {right}，后面不写别的"))
    }

    fn end_of_line(&mut self, cure: &str) -> Step<()> {
        self.spaces();
        match self.peek() {
            None | Some('\n' | '#') => Ok(()),
            Some(_) => Err(Slip::new(self.at, format!("这一行后面多了 “{}”", self.line()), cure)),
        }
    }

    /// `key = value` and the end of its line.
    fn pair(&mut self) -> Step<()> {
        let (key, offset) = self.key()?;
        if let Some((_, first)) = self.seen.iter().find(|(known, _)| *known == key) {
            let here = if self.table.is_empty() {
                String::new()
            } else {
                format!("，或在第二处前面另起一段 [[{}]]", self.table)
            };
            let cure = format!("第一次写在第 {} 行；只留一处{here}", Lines::new(self.text).place(*first).0);
            return Err(Slip::new(offset, format!("“{key}” 在一段里写了两次"), cure));
        }
        self.seen.push((key.clone(), offset));
        let is_text = self.value(&key)?;
        self.spaces();
        match self.peek() {
            None | Some('\n' | '#') => Ok(()),
            // 126,000
            Some(',') if self.line()[1..].starts_with(|c: char| c.is_ascii_digit()) => {
                Err(Slip::new(self.at, "数里面有逗号", "去掉逗号，几位数字连着写"))
            }
            Some(',' | '，' | '、' | ';' | '；' | '。') => {
                Err(Slip::new(self.at, format!("这一行后面多了 “{}”", self.line()), "删去它，一行只写一个键"))
            }
            Some(_) if is_text => Err(self.quotes_within()),
            Some(']' | '}') => Err(Slip::new(self.at, "这一行多了一个括号", "删去多出来的一个")),
            Some(_) => Err(self
                .strange(|| (format!("这一行后面多了 “{}”", self.line()), "删去它；要写说明，就在前面加「#」".into()))),
        }
    }

    /// A key and the equals sign behind it.
    fn key(&mut self) -> Step<(String, usize)> {
        let offset = self.at;
        let quoted = matches!(self.peek(), Some('"' | '\''));
        let is_bare = |c: char| c.is_ascii_alphanumeric() || matches!(c, '_' | '-' | '.' | '"' | '\'');
        let key = self.skip(|c| is_bare(c) || (quoted && !matches!(c, '=' | '\n'))).trim();
        let otherwise = || {
            let cure = "一行写成：键 = 值；是接着上一行的文字，就看上一行的引号和方括号；是说明，就在前面加「#」";
            ("这一行不是“键 = 值”".into(), cure.into())
        };
        if key.is_empty() {
            return Err(self.strange(otherwise));
        }
        self.spaces();
        if self.eat("=") {
            self.spaces();
            return match self.peek() {
                None | Some('\n' | '#') => Err(self.without_value(key, offset)),
                Some(_) => Ok((key.to_owned(), offset)),
            };
        }
        Err(match self.peek() {
            None | Some('\n' | '#') => self.without_value(key, offset),
            Some(':') => Slip::new(self.at, "等号写成了冒号", "改成「=」"),
            _ => self.strange(|| (format!("“{key}” 后面应当是等号"), format!("写成 {key} = …"))),
        })
    }

    fn without_value(&self, key: &str, offset: usize) -> Slip {
        let cure = match keys::find(self.file, &self.table, key) {
            Some(known) if known.must => format!("在等号后面写上值，例如 {key} = {}", known.example),
            Some(known) => format!("在等号后面写上值，例如 {key} = {}；不要它就删去这一行", known.example),
            None => format!("在等号后面写上值，例如 {key} = \"……\"；不要它就删去这一行"),
        };
        Slip::new(offset, format!("“{key}” 没有值"), cure)
    }

    /// A value. Says whether it is a text.
    fn value(&mut self, key: &str) -> Step<bool> {
        match self.peek() {
            Some(mark @ ('"' | '\'')) => self.quoted(mark).map(|()| true),
            Some('[') => self.list(key).map(|()| false),
            Some('{') => self.table().map(|()| false),
            _ => self.bare(key).map(|()| false),
        }
    }

    fn quoted(&mut self, mark: char) -> Step<()> {
        let start = self.at;
        let long = mark.to_string().repeat(3);
        if self.eat(&long) {
            let Some(length) = self.rest().find(&long) else {
                return Err(Slip::new(start, "三个引号开头的文字没有结尾", "在文字后面也写三个引号"));
            };
            self.at += length + long.len();
            return Ok(());
        }
        self.at += 1;
        while let Some(c) = self.peek().filter(|c| *c != '\n') {
            let offset = self.at;
            self.at += c.len_utf8();
            if c == mark {
                return Ok(());
            }
            if c == '\\' && mark == '"' {
                let escaped = self.peek();
                if !escaped.is_some_and(|c| "btnfre\"\\uUx".contains(c)) {
                    return Err(Slip::new(offset, "反斜杠后面不能是这个字", "要写反斜杠本身，就写两个：「\\\\」"));
                }
                self.at += 1;
            }
        }
        let text = self.text[start + 1..self.at].trim_end();
        let is_odd = text.matches(['“', '„', '〝']).count() < text.matches(['”', '〞', '＂']).count();
        if text.ends_with('＂') || (is_odd && text.ends_with(['”', '〞'])) {
            let end = start + 1 + text.char_indices().next_back().map_or(0, |(i, _)| i);
            return Err(Slip::new(end, "开头是英文引号，结尾却是中文引号", "把结尾的一个也改成英文引号「\"」"));
        }
        Err(Slip::new(start, "这段文字后面少了一个引号", format!("在文字结束的地方加上「{mark}」")))
    }

    /// After a text comes something that cannot: either it goes on, or its end is missing.
    fn quotes_within(&self) -> Slip {
        let before = self.text[..self.at].trim_end_matches(['"', '\'', ' ', '\t', '\r']);
        if before.ends_with([',', '=', '，', '＝', '{']) {
            return Slip::new(self.at, "这一行少了一个引号", "每段文字前后各写一个引号");
        }
        self.strange_within()
    }

    fn strange_within(&self) -> Slip {
        let is_wide = self.peek().is_some_and(|c| matches!(c, '，' | '、' | '；' | '］' | '】' | '｝' | '\u{3000}'));
        if is_wide {
            return self.strange(|| (String::new(), String::new()));
        }
        Slip::new(self.at, "引号里面又有英文引号，文字在这里断开了", "里面的引号改成中文的「“」和「”」")
    }

    /// Anything without quotation marks: only numbers and `true` may be written so.
    fn bare(&mut self, key: &str) -> Step<()> {
        let offset = self.at;
        let word = self.skip(|c| c.is_ascii_alphanumeric() || matches!(c, '+' | '-' | '.' | '_' | ':'));
        let begins_as_number = word.starts_with(|c: char| c.is_ascii_digit() || matches!(c, '+' | '-'));
        let ends = |c: char| c.is_whitespace() || matches!(c, ',' | ']' | '}' | '#');
        let is_whole = self.peek().is_none_or(|c| c != '\u{3000}' && ends(c));
        if (begins_as_number || word == "true" || word == "false") && is_whole {
            return Ok(());
        }
        // A comma between two numbers, say, is left to the list.
        let separates = |c: char| "，、；］】｝\u{3000}".contains(c);
        if begins_as_number && self.peek().is_some_and(separates) {
            return Ok(());
        }
        let slip = self.strange(|| {
            let line = self.text[offset..].lines().next().unwrap_or_default().trim_end();
            if begins_as_number {
                let extra = &line[word.len()..];
                return (format!("数后面多了 “{extra}”"), format!("只写数：{key} = {word}"));
            }
            let text = line.trim_end_matches(['"', ']', '}', ',']);
            let what = if line.ends_with('"') {
                "这段文字前面少了一个引号"
            } else {
                "文字没有写在引号里"
            };
            (what.into(), format!("前后各加一个引号：\"{text}\""))
        });
        Err(slip)
    }

    fn list(&mut self, key: &str) -> Step<()> {
        let open = self.at;
        let unclosed = |open| Err(Slip::new(open, "这里的方括号没有合上", "在列表最后加上「]」"));
        self.at += 1;
        loop {
            let broken = self.blank();
            match self.peek() {
                None => return unclosed(open),
                Some(']') => break,
                Some(_) if broken && self.is_next_line() => return unclosed(open),
                Some(_) => {}
            }
            let is_text = self.value(key)?;
            let end = self.at;
            let broken = self.blank();
            match self.peek() {
                Some(',') => self.at += 1,
                Some(']') => break,
                None => return unclosed(open),
                Some(_) if broken && self.is_next_line() => return unclosed(open),
                Some('"' | '\'' | '[' | '{') if end < self.at => {
                    return Err(Slip::new(end, "两项之间少了逗号", "在前一项后面加上「,」"));
                }
                Some(_) if is_text && end == self.at => return Err(self.quotes_within()),
                Some(_) => {
                    return Err(self.strange(|| ("列表里这两项没有分开".into(), "两项之间写「,」，最后写「]」".into())));
                }
            }
        }
        self.at += 1;
        Ok(())
    }

    fn table(&mut self) -> Step<()> {
        let open = self.at;
        let unclosed = |open| Err(Slip::new(open, "这里的花括号没有合上", "在最后一个值后面加上「}」"));
        self.at += 1;
        loop {
            let broken = self.blank();
            match self.peek() {
                None => return unclosed(open),
                Some('}') => break,
                Some('[') if broken => return unclosed(open),
                Some(_) => {}
            }
            let (key, _) = self.key()?;
            let is_text = self.value(&key)?;
            let end = self.at;
            let broken = self.blank();
            match self.peek() {
                Some(',') => self.at += 1,
                Some('}') => break,
                None => return unclosed(open),
                Some(_) if broken => return unclosed(open),
                Some(_) if is_text && end == self.at => return Err(self.quotes_within()),
                Some(']') => return unclosed(open),
                Some(_) => {
                    return Err(
                        self.strange(|| ("花括号里这两项没有分开".into(), "两项之间写「,」，最后写「}」".into()))
                    );
                }
            }
        }
        self.at += 1;
        Ok(())
    }

    /// Whether what stands here begins a line of its own: `[[name]]`, or `key = `.
    fn is_next_line(&self) -> bool {
        let line = self.line();
        let name = line.trim_start_matches(['[', '［', '【']);
        let bare = |c: char| c.is_ascii_alphanumeric() || matches!(c, '_' | '-' | '.');
        let key = name.trim_start_matches(bare);
        let is_header = name.len() < line.len() && key.starts_with([']', '］', '】']);
        let is_named = name.starts_with(|c: char| c.is_ascii_alphabetic());
        is_named && (is_header || (name.len() == line.len() && key.trim_start().starts_with(['=', '＝'])))
    }
}
