//! The paths that a Rust file names, written out from the crate's root.

/// Every path with more than one segment, in `use` trees and in expressions; `module` is the file's own.
/// A path begins with `crate` if it is ours for certain, and with its own first name otherwise.
pub fn paths(text: &str, module: &[String]) -> Vec<Vec<String>> {
    let tokens = tokens(text);
    let mut reader = Reader { tokens: &tokens, next: 0, module: module.to_vec(), open: Vec::new(), found: Vec::new() };
    reader.read();
    reader.found
}

#[derive(Clone, Debug, PartialEq)]
enum Token {
    Name(String),
    /// `::`
    Colons,
    Other(char),
}

struct Reader<'a> {
    tokens: &'a [Token],
    next: usize,
    /// The module at this place of the file.
    module: Vec<String>,
    /// For each open brace, whether it opened a module.
    open: Vec<bool>,
    found: Vec<Vec<String>>,
}

impl Reader<'_> {
    fn peek(&self, ahead: usize) -> Option<&Token> {
        self.tokens.get(self.next + ahead)
    }

    fn read(&mut self) {
        while let Some(token) = self.peek(0).cloned() {
            match token {
                Token::Name(name) if name == "mod" => self.read_module(),
                Token::Name(_) => self.read_path(&[]),
                Token::Other('{') => self.enter(false),
                Token::Other('}') => self.leave(),
                _ => self.next += 1,
            }
        }
    }

    /// `mod name {` opens a module in the file; `mod name;` names another file.
    fn read_module(&mut self) {
        if let (Some(Token::Name(name)), Some(Token::Other('{'))) = (self.peek(1), self.peek(2)) {
            self.module.push(name.clone());
            self.next += 2;
            self.enter(true);
        } else {
            self.next += 2;
        }
    }

    fn enter(&mut self, module: bool) {
        self.open.push(module);
        self.next += 1;
    }

    fn leave(&mut self) {
        if self.open.pop() == Some(true) {
            self.module.pop();
        }
        self.next += 1;
    }

    /// A path below `prefix`, up to its end or through the tree `{…}` that it ends in.
    fn read_path(&mut self, prefix: &[String]) {
        let mut path = prefix.to_vec();
        while let Some(Token::Name(name)) = self.peek(0) {
            path.push(name.clone());
            self.next += 1;
            if self.peek(0) != Some(&Token::Colons) {
                break;
            }
            self.next += 1;
        }
        if self.peek(0) == Some(&Token::Other('{')) && self.tokens.get(self.next - 1) == Some(&Token::Colons) {
            self.next += 1;
            self.read_tree(&path);
        } else if path.len() > 1 || self.tokens.get(self.next - 1) == Some(&Token::Colons) {
            self.found.push(self.resolved(path));
        }
    }

    fn read_tree(&mut self, prefix: &[String]) {
        loop {
            match self.peek(0) {
                Some(Token::Name(_)) => self.read_path(prefix),
                Some(Token::Other('}')) | None => break,
                Some(_) => self.next += 1,
            }
        }
        self.next += 1;
    }

    /// `self` and `super` replaced by the modules that they stand for.
    fn resolved(&self, path: Vec<String>) -> Vec<String> {
        let mut module = self.module.clone();
        let mut rest = path.as_slice();
        match rest.first().map(String::as_str) {
            Some("self") => rest = &rest[1..],
            Some("super") => {
                while let Some(("super", tail)) = rest.split_first().map(|(head, tail)| (head.as_str(), tail)) {
                    module.pop();
                    rest = tail;
                }
            }
            _ => return path,
        }
        std::iter::once("crate".to_owned()).chain(module).chain(rest.iter().cloned()).collect()
    }
}

/// Names, `::` and single characters; comments, strings and white space are left out.
fn tokens(text: &str) -> Vec<Token> {
    let characters: Vec<char> = text.chars().collect();
    let starts = |i: usize, what: &str| what.chars().enumerate().all(|(k, c)| characters.get(i + k) == Some(&c));
    let mut tokens = Vec::new();
    let mut i = 0;
    while let Some(&c) = characters.get(i) {
        if starts(i, "//") {
            i += characters[i..].iter().take_while(|&&c| c != '\n').count();
        } else if c == '"' {
            i = end_of_string(&characters, i + 1);
        } else if starts(i, "::") {
            tokens.push(Token::Colons);
            i += 2;
        } else if c.is_alphanumeric() || c == '_' {
            let name: String = characters[i..].iter().take_while(|c| c.is_alphanumeric() || **c == '_').collect();
            i += name.chars().count();
            tokens.push(Token::Name(name));
        } else if let Some(length) = character_literal(&characters[i..]) {
            i += length;
        } else {
            if !c.is_whitespace() {
                tokens.push(Token::Other(c));
            }
            i += 1;
        }
    }
    tokens
}

fn end_of_string(characters: &[char], mut i: usize) -> usize {
    while let Some(&c) = characters.get(i) {
        match c {
            '"' => return i + 1,
            '\\' => i += 2,
            _ => i += 1,
        }
    }
    i
}

/// `'{'`, `'\n'` and `'\u{1}'`, unlike the lifetime `'a`.
fn character_literal(characters: &[char]) -> Option<usize> {
    let literal = match characters {
        ['\'', '\\', ..] => 3 + characters.get(3..)?.iter().position(|&c| c == '\'')?,
        ['\'', _, '\'', ..] => 2,
        _ => return None,
    };
    Some(literal + 1)
}

#[test]
fn paths_are_written_out() {
    let text = r#"
        //! See [`crate::other`].
        use super::{frame::Frame, plan::{self, Plan}};
        use crate::model::Edition;
        use std::fmt;
        mod live { use super::Board; fn f() { let s = "crate::text"; let c = '{'; } }
        fn g<'a>(x: &'a str) { crate::browser::stage::run(x); Some(1) }
    "#;
    let found: Vec<String> = paths(text, &["figure".into(), "svg".into()]).iter().map(|p| p.join("::")).collect();
    let expected = [
        "crate::figure::frame::Frame",
        "crate::figure::plan::self",
        "crate::figure::plan::Plan",
        "crate::model::Edition",
        "std::fmt",
        "crate::figure::svg::Board",
        "crate::browser::stage::run",
    ];
    assert_eq!(found, expected);
}
