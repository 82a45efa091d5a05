use super::breaks::{ZERO_WIDTH_SPACE, breaks, short_phrase};

/// Elements whose text is not set in lines, or not by the browser's own rules.
const FOREIGN: [&str; 4] = ["svg", "script", "style", "textarea"];

/// Elements in which a line of text goes on.
const INLINE: [&str; 12] = ["a", "abbr", "b", "cite", "em", "i", "mark", "q", "small", "span", "strong", "time"];

/// How many characters are too few for a line.
const FEW: usize = 2;
/// How many characters a short text has at most.
const SHORT: usize = 9;

/// HTML with a zero-width space in its text wherever a line may break, for a page with `word-break: keep-all`. Words
/// may extend over several inline elements.
pub fn segmented(html: &str) -> String {
    let (mut places, mut run) = (Vec::new(), Run::default());
    let mut at = 0;
    while at < html.len() {
        let rest = &html[at..];
        if !rest.starts_with('<') {
            let length = rest.find('<').unwrap_or(rest.len());
            run.add(&rest[..length], at);
            at += length;
            continue;
        }
        let name = rest[1..].trim_start_matches('/');
        let name = &name[..name.find(|c: char| !c.is_ascii_alphanumeric()).unwrap_or(name.len())];
        let is_foreign = FOREIGN.contains(&name) && !rest.starts_with("</");
        // Neighbouring spans are parts of a layout.
        let is_apart = rest.starts_with("<span") && html[..at].ends_with("</span>");
        if is_foreign || is_apart || !INLINE.contains(&name) {
            places.append(&mut run.end());
        }
        let end = if is_foreign { format!("</{name}>") } else { ">".to_owned() };
        at += rest.find(&end).map_or(rest.len(), |found| found + end.len());
    }
    places.append(&mut run.end());

    let mut segmented = String::with_capacity(html.len() + ZERO_WIDTH_SPACE.len_utf8() * places.len());
    let mut from = 0;
    for place in places {
        segmented += &html[from..place];
        segmented.push(ZERO_WIDTH_SPACE);
        from = place;
    }
    segmented + &html[from..]
}

/// Text that is set as one paragraph, from one or more text nodes.
#[derive(Default)]
struct Run {
    text: String,
    /// The end of each node, in bytes of this text, and where the node begins in the document minus where it begins in this text.
    nodes: Vec<(usize, usize)>,
}

impl Run {
    fn add(&mut self, text: &str, at: usize) {
        let ahead = at - self.text.len();
        self.text += text;
        self.nodes.push((self.text.len(), ahead));
    }

    /// Where in the document lines of the text may end. What follows is another text.
    fn end(&mut self) -> Vec<usize> {
        let Self { text, nodes } = std::mem::take(self);
        let mut nodes = nodes.into_iter().peekable();
        let mut breaks = breaks(&text, short_phrase);
        // The last line must not be left with a word of one or two characters. Short texts are balanced by the browser.
        let letters = |text: &str| text.chars().filter(|c| c.is_alphanumeric()).count();
        if letters(&text) > SHORT {
            breaks.pop_if(|last| letters(&text[*last..]) <= FEW);
        }
        let mut places = Vec::new();
        for at in breaks {
            while nodes.next_if(|(end, _)| *end < at).is_some() {}
            places.extend(nodes.peek().map(|(_, ahead)| at + ahead));
        }
        places
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn lines_break_between_words_whatever_elements_they_are_in() {
        for (html, expected) in [
            ("<h3>提升社会治理水平</h3>", "<h3>提升|社会|治理|水平</h3>"),
            ("<p>以夯实<b>基层基础</b>为要</p>", "<p>以|夯实|<b>基层|基础|</b>为要</p>"),
            ("<td>社会</td><td>治理</td>", "<td>社会</td><td>治理</td>"),
            ("<p title=\"社会治理\">社<i>会</i>治理</p>", "<p title=\"社会治理\">社<i>会|</i>治理</p>"),
            ("<svg><text>社会治理</text></svg>", "<svg><text>社会治理</text></svg>"),
            ("<p>见“<a href=x>基层基础</a>”一节</p>", "<p>见|“<a href=x>基层基础</a>”|一节</p>"),
            ("城中区要全面提升社会治理水平", "城中区|要|全面|提升|社会|治理水平"),
            ("<b><span>社会</span><span>治理</span></b>", "<b><span>社会</span><span>治理</span></b>"),
            ("社会<br>治理", "社会<br>治理"),
        ] {
            assert_eq!(segmented(html).replace(ZERO_WIDTH_SPACE, "|"), expected);
        }
    }
}
