//! What a Rust file says: the paths that it mentions, resolved from its crate's root, and its texts.

use proc_macro2::{Delimiter, TokenStream, TokenTree};

/// A path mentioned in a file, and whether a `pub use` exports it.
#[derive(Clone, Debug, PartialEq)]
pub struct Named {
    /// Starts with `crate` if it is certainly in the file's own crate, otherwise with its first
    /// segment as written.
    pub path: Vec<String>,
    pub exported: bool,
}

/// All paths with more than one segment, in `use` trees, expressions and macros; `module` is the
/// file's own.
///
/// # Panics
/// If the text is not Rust.
pub fn paths(text: &str, module: &[String]) -> Vec<Named> {
    let stream: TokenStream = text.parse().expect("the compiler has read it");
    let mut reader = Reader { module: module.to_vec(), found: Vec::new() };
    reader.read(stream, None);
    reader.found
}

struct Reader {
    /// The module at this position of the file.
    module: Vec<String>,
    found: Vec<Named>,
}

/// The start of a `use` tree: the path before its braces, and whether it is exported.
type Prefix = (Vec<String>, bool);

impl Reader {
    fn read(&mut self, stream: TokenStream, prefix: Option<&Prefix>) {
        let tokens: Vec<TokenTree> = stream.into_iter().collect();
        let (start, always_exported) = prefix.cloned().unwrap_or_default();
        let mut exported = always_exported;
        let mut i = 0;
        while let Some(token) = tokens.get(i) {
            match token {
                TokenTree::Ident(name) if name == "pub" => exported = true,
                TokenTree::Punct(end) if end.as_char() == ';' => exported = always_exported,
                TokenTree::Ident(name) if name == "mod" => {
                    if let (Some(TokenTree::Ident(inner)), Some(TokenTree::Group(body))) =
                        (tokens.get(i + 1), tokens.get(i + 2))
                    {
                        self.module.push(inner.to_string());
                        self.read(body.stream(), None);
                        self.module.pop();
                        i += 2;
                    }
                    exported = always_exported;
                }
                TokenTree::Ident(_) => {
                    i = self.read_path(&tokens, i, &(start.clone(), exported));
                    continue;
                }
                TokenTree::Group(group) => {
                    self.read(group.stream(), None);
                    if group.delimiter() == Delimiter::Brace {
                        exported = always_exported;
                    }
                }
                _ => {}
            }
            i += 1;
        }
    }

    /// Reads one path, and the `use` tree after it. Returns the position after both.
    fn read_path(&mut self, tokens: &[TokenTree], mut i: usize, prefix: &Prefix) -> usize {
        let (mut path, exported) = prefix.clone();
        while let Some(TokenTree::Ident(name)) = tokens.get(i) {
            path.push(name.to_string());
            i += 1;
            if !is_separator(tokens, i) {
                break;
            }
            i += 2;
            if let Some(TokenTree::Group(tree)) = tokens.get(i)
                && tree.delimiter() == Delimiter::Brace
            {
                self.read(tree.stream(), Some(&(path, exported)));
                return i + 1;
            }
        }
        if path.len() > 1 {
            let path = self.written_out(path);
            self.found.push(Named { path, exported });
        }
        i
    }

    /// Replaces `self` and `super` by the modules that they stand for.
    fn written_out(&self, mut path: Vec<String>) -> Vec<String> {
        path.retain({
            let mut first = true;
            move |name| std::mem::replace(&mut first, false) || name != "self"
        });
        let mut module = self.module.clone();
        let ups = path.iter().take_while(|name| *name == "super").count();
        match path[0].as_str() {
            "self" => path.remove(0),
            "super" => {
                module.truncate(module.len().saturating_sub(ups));
                path.drain(..ups).next_back().unwrap_or_default()
            }
            _ => return path,
        };
        std::iter::once("crate".to_owned()).chain(module).chain(path).collect()
    }
}

/// The literals of a file that are text, with their lines, without those of attributes, such as comments for the
/// documentation, and of tests.
///
/// # Panics
/// If the text is not Rust.
pub fn literals(text: &str) -> Vec<(usize, String)> {
    let mut found = Vec::new();
    gather(text.parse().expect("the compiler has read it"), &mut found);
    let mut from = 0;
    let line_of = |literal: &String| {
        // They are in the order of the text.
        from += text[from..].find(literal.as_str()).unwrap_or_default();
        let line = text[..from].matches('\n').count() + 1;
        from += literal.len();
        line
    };
    let lines: Vec<usize> = found.iter().map(line_of).collect();
    lines.into_iter().zip(found).collect()
}

fn gather(stream: TokenStream, found: &mut Vec<String>) {
    let mut tokens = stream.into_iter().peekable();
    let mut of_test = false;
    while let Some(token) = tokens.next() {
        match (&token, tokens.peek()) {
            (TokenTree::Punct(sign), Some(TokenTree::Punct(inner)))
                if sign.as_char() == '#' && inner.as_char() == '!' =>
            {
                tokens.nth(1);
            }
            (TokenTree::Punct(sign), Some(TokenTree::Group(attribute))) if sign.as_char() == '#' => {
                of_test |= ["[cfg(test)]", "[test]"].contains(&attribute.to_string().replace(' ', "").as_str());
                tokens.next();
            }
            (TokenTree::Group(body), _) => {
                if !of_test {
                    gather(body.stream(), found);
                }
                of_test &= body.delimiter() != Delimiter::Brace;
            }
            (TokenTree::Punct(end), _) if end.as_char() == ';' => of_test = false,
            (TokenTree::Literal(literal), _) if literal.to_string().contains(['"', '\'']) => {
                found.push(literal.to_string())
            }
            _ => {}
        }
    }
}

#[test]
fn literals_are_found_with_their_lines() {
    let text = r#"
        //! Not "this".
        const A: &str = "a";
        /// Nor this.
        #[cfg(test)]
        mod tests { const B: &str = "b"; }
        fn f() { view! { <p title="c">{format!("d{}", 'e')}</p> } }
    "#;
    let found = literals(text);
    let found: Vec<(usize, &str)> = found.iter().map(|(line, literal)| (*line, literal.as_str())).collect();
    assert_eq!(found, [(3, "\"a\""), (7, "\"c\""), (7, "\"d{}\""), (7, "'e'")]);
}

fn is_separator(tokens: &[TokenTree], i: usize) -> bool {
    let colon = |i: usize| matches!(tokens.get(i), Some(TokenTree::Punct(p)) if p.as_char() == ':');
    colon(i) && colon(i + 1)
}

#[test]
fn paths_are_written_out() {
    let text = r#"
        //! See [`crate::other`].
        use super::{frame::Frame, scene::{self, Scene}};
        pub use crate::model::Edition;
        mod live { use super::Board; fn f() { let s = "crate::text"; let c = '{'; } }
        fn g<'a>(x: &'a str) { crate::browser::stage::run(x); view! { <p>{svg::themed(x)}</p> } }
    "#;
    let module = ["figure".to_owned(), "svg".to_owned()];
    let found = paths(text, &module);
    let joined: Vec<String> = found.iter().map(|named| named.path.join("::")).collect();
    assert_eq!(
        joined,
        [
            "crate::figure::frame::Frame",
            "crate::figure::scene",
            "crate::figure::scene::Scene",
            "crate::model::Edition",
            "crate::figure::svg::Board",
            "crate::browser::stage::run",
            "svg::themed",
        ]
    );
    let exported: Vec<bool> = found.iter().map(|named| named.exported).collect();
    assert_eq!(exported, [false, false, false, true, false, false, false]);
}
