//! Which characters of the headings an edition's font does not have yet. Cutting fonts takes too long
//! to do it on every change, so serving only says what is missing.

use std::fs;
use std::path::PathBuf;

use crate::process;
use crate::project::Project;

/// What to say of them, with the cure; `None` if the font has all, or the content cannot be read.
pub fn lacking(project: &Project) -> Option<String> {
    let needed = process::ask(project.quick_site().args(["--glyphs", "serif"]))?;
    let cut = fs::read_to_string(list(project)).unwrap_or_default();
    let name = project.edition().map(|name| format!(" {name}")).unwrap_or_default();
    told(&needed, &cut, &name)
}

/// The list of the page's font. An edition whose fonts were not all cut uses the shipped one's.
fn list(project: &Project) -> PathBuf {
    let own = project.own_fonts().filter(|fonts| fonts.join("picture-sans-glyphs.txt").is_file());
    own.unwrap_or_else(|| project.root().join("assets")).join("serif-glyphs.txt")
}

fn told(needed: &str, cut: &str, name: &str) -> Option<String> {
    /// How many are named.
    const NAMED: usize = 20;
    let lacking: Vec<char> = needed.chars().filter(|c| !c.is_whitespace() && !cut.contains(*c)).collect();
    if lacking.is_empty() {
        return None;
    }
    let more = if lacking.len() > NAMED { "……" } else { "" };
    let named: String = lacking.iter().take(NAMED).collect();
    let count = lacking.len();
    Some(format!("有{count}个字不在字体里（{named}{more}），标题会混着两种字体：cargo xtask font{name}"))
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn what_the_font_lacks_is_told_with_the_command() {
        assert_eq!(told("一二\n", "二一三", " a"), None);
        let one = told("一砚二\n", "一二\n", " wangchao-2025").unwrap();
        assert_eq!(one, "有1个字不在字体里（砚），标题会混着两种字体：cargo xtask font wangchao-2025");
        let many: String = ('一'..).take(30).collect();
        let many = told(&many, "", "").unwrap();
        assert!(
            many.starts_with("有30个字不在字体里（") && many.ends_with("……），标题会混着两种字体：cargo xtask font")
        );
    }
}
