//! From a marked-up article in Markdown to the first draft of an edition.

use content::{Problem, SourceTexts};

use super::article::{Article, article};
use super::draft::Draft;
use super::fault::Faults;
use super::outline::blocks;
use super::written::{DOCUMENT, written};

/// Reads an article from the bytes of its file, whose name problems tell.
///
/// # Errors
/// All problems of the article, in its order.
pub fn import(file: &str, bytes: &[u8]) -> Result<Draft, Vec<Problem>> {
    let text = match std::str::from_utf8(bytes) {
        Ok(text) => text.strip_prefix('\u{feff}').unwrap_or(text),
        Err(error) => {
            let readable = String::from_utf8_lossy(&bytes[..error.valid_up_to()]);
            let mut faults = Faults::new(file, &readable);
            faults.at(readable.len(), "从这里起不是 UTF-8 编码的文字", "用编辑器另存为 UTF-8 编码的 Markdown，再导入");
            return Err(faults.into_sorted());
        }
    };
    let mut faults = Faults::new(file, text);
    let article = article(blocks(text), &mut faults);
    expect_whole(&article, &mut faults);
    if faults.is_empty() { Ok(written(&article).placed()) } else { Err(faults.into_sorted()) }
}

/// A passage that begins or ends within a clause may say something else than its author did.
fn expect_whole(article: &Article, faults: &mut Faults<'_>) {
    let mut texts = SourceTexts::default();
    texts.add(DOCUMENT, &article.blocks.join("\n\n"));
    for measure in article.parts.iter().flat_map(|part| part.measures()) {
        let fault = u16::try_from(measure.block).ok().and_then(|block| texts.fault(DOCUMENT, block, &measure.quote));
        if let Some((what, cure)) = fault {
            faults.at(measure.offset, what, cure);
        }
    }
}

#[cfg(test)]
mod tests {
    use proptest::prelude::*;
    use proptest::test_runner::RngSeed;

    use super::*;

    /// The same cases each time, so that a commit always passes or never.
    fn repeatable() -> ProptestConfig {
        ProptestConfig { rng_seed: RngSeed::Fixed(2024), failure_persistence: None, ..ProptestConfig::default() }
    }

    const ARTICLE: &str = include_str!("../../../tests/fixtures/import/article.md");

    fn told(text: &str) -> Vec<String> {
        import("a.md", text.as_bytes()).err().unwrap_or_default().iter().map(ToString::to_string).collect()
    }

    #[test]
    fn an_article_becomes_an_edition_without_problems() {
        let draft = import("article.md", ARTICLE.as_bytes()).unwrap();
        let (edition, _) = draft.read().unwrap_or_else(|problems| panic!("{}", content::report(&problems)));
        assert_eq!((edition.masthead.place.as_str(), edition.masthead.plan_year), ("鹭洲县", 2026));
        assert_eq!(edition.documents[0].author.as_deref(), Some("白一鸥"));
        let amounts: Vec<String> = edition.indicators.iter().map(|i| i.amount.words()).collect();
        assert_eq!(amounts, ["152.3亿元", "486,200万元", "38,600元"]);
        let points: Vec<(&str, usize)> =
            edition.pillars[0].points.iter().map(|point| (point.label.as_str(), point.measures.len())).collect();
        assert_eq!(points, [("把水养清", 2), ("村里的水", 1)]);
        let measures: Vec<String> =
            edition.measures().map(|(_, m)| format!("{} {} {}", m.id, m.label, m.quote.block)).collect();
        assert_eq!(
            measures,
            [
                "pillar-1-measure-1 退出核心区里剩下的养殖塘 8",
                "pillar-1-measure-2 每季度公开一次水质 8",
                "pillar-1-measure-3 把十二个村的污水接进管网 10",
                "pillar-2-measure-1 新修两座跨河小桥 13",
                "pillar-2-measure-2 把公交开进所有的村 14",
                "priority-1-measure-1 鸟吃掉的庄稼由县里补钱 16",
            ]
        );
    }

    /// pandoc writes tables with merged cells as HTML.
    #[test]
    fn html_is_not_dropped_in_silence() {
        let text = "# 题\n\n作者：甲\n\n<!-- 可以有注释 -->\n\n## 一\n\n种树，==浇水==。\n\n<table>\n<tr><td>甲</td></tr>\n</table>\n";
        assert_eq!(
            told(text),
            ["a.md:11:1：这里是 HTML，读不出文字。把它改成文字；表格改成 | 名称 | 数 | 单位 | 这样的一行一行。"]
        );
    }

    #[test]
    fn all_slips_are_told_at_once_with_line_and_cure() {
        let text = "作者：甲\n\n==修路==。\n\n## 一\n\n种==树，==，浇水。再==扫地\n\n| 名 | 数 | 单位 |\n|-|-|-|\n| 甲 | 很多 | 元 |\n";
        assert_eq!(
            told(text),
            [
                "a.md：文章没有标题。第一行写 # 和标题，或在开头两行 --- 之间写 title: 标题。",
                "a.md:3:1：“修路” 不在任何 ## 标题下面。在它上面加一个 ## 标题，或取消这处标记。",
                "a.md:7:2：“树” 在一个分句的中间断开。从一个分句的开头引到结尾：“种树”。",
                "a.md:7:13：这处举措的标记没有结束。在同一段里补上后一半：== 或 【/举措】。",
                "a.md:11:1：“很多” 不是数。第二栏只写数，例如 3215 或 32.15，单位写在第三栏。",
            ]
        );
    }

    #[test]
    fn an_article_without_headings_or_marks_is_told_so() {
        assert_eq!(
            told("# 标题\n\n==修路=="),
            [
                "a.md：文章没有小标题。每一部分的前面写 ## 和小标题；重点的小标题里再写上【重点】。",
                "a.md:3:1：“修路” 不在任何 ## 标题下面。在它上面加一个 ## 标题，或取消这处标记。",
            ]
        );
        assert_eq!(
            told("# 标题\n\n## 一\n\n修路"),
            ["a.md：文章里没有标出举措。在每件要做的事前后写 ==，例如 ==修好乡村道路==。"]
        );
    }

    #[test]
    fn another_encoding_is_told_at_its_place() {
        let problems = import("a.md", b"# ab\n\xb0\xa1").unwrap_err();
        let expected = "a.md:2:1：从这里起不是 UTF-8 编码的文字。用编辑器另存为 UTF-8 编码的 Markdown，再导入。";
        assert_eq!(problems.iter().map(ToString::to_string).collect::<Vec<_>>(), [expected]);
    }

    /// What stands in two places needs its number.
    #[test]
    fn a_passage_that_is_said_twice_is_numbered() {
        let draft = import("a.md", "# 标题\n\n## 修路\n\n修路\n\n种树，==修路==".as_bytes()).unwrap();
        let (edition, _) = draft.read().unwrap_or_else(|problems| panic!("{}", content::report(&problems)));
        assert_eq!(edition.measures().next().unwrap().1.quote.block, 4);
    }

    /// Texts made of everything that means something here.
    fn articles() -> impl Strategy<Value = String> {
        let piece = prop::sample::select(vec![
            "#",
            "# 标题",
            "## 小标题",
            "## 【重点】重点",
            "### 层",
            "==",
            "【举措】",
            "【/举措】",
            "【重点】",
            "===",
            "\n",
            "\n\n",
            "---\n",
            "title: 甲\n",
            "作者：乙",
            "| 名 | 3.5 | 亿元 |\n",
            "|-|-|-|\n",
            "修好路",
            "种树",
            "，",
            "。",
            "“",
            "”",
            "（",
            "**",
            "- ",
            "> ",
            "`",
            "$",
            "\\",
            "\"",
            "&amp;",
            "\u{feff}",
            "\u{3000}",
            "\u{1}",
            "\0",
            "\r\n",
            "2025年",
            "ABC,",
            "![",
            "](x)",
        ]);
        prop::collection::vec(piece, 0..40).prop_map(|pieces| pieces.concat())
    }

    proptest! {
        #![proptest_config(repeatable())]

        /// Whatever is written, it is read or its problems are told; what is read says nothing that
        /// the article does not.
        #[test]
        fn any_text_is_read_or_told(text in articles(), bytes in prop::collection::vec(any::<u8>(), 0..60)) {
            let _ = import("a.md", &bytes);
            match import("a.md", text.as_bytes()) {
                Err(problems) => prop_assert!(!problems.is_empty()),
                Ok(draft) => {
                    if let Err(problems) = draft.read() {
                        // Only what an editor must put right in the words of the article.
                        let of_words = |told: &str| ["里的引号不成对", "里的引号没有合上", "控制字符", "半角", "是空的"].iter().any(|word| told.contains(word));
                        let strange: Vec<String> =
                            problems.iter().map(ToString::to_string).filter(|told| !of_words(told)).collect();
                        prop_assert!(strange.is_empty(), "{strange:?}");
                    }
                }
            }
        }

        /// A well-formed article always gives an edition that can be built at once.
        #[test]
        fn a_plain_article_has_no_problems(parts in prop::collection::vec((any::<bool>(), "[一-龥]{1,30}", "[一-龥]{1,40}"), 1..6)) {
            let parts = parts.iter().map(|(is_priority, heading, passage)| {
                let word = if *is_priority { "【重点】" } else { "" };
                format!("## {word}{heading}\n\n说明，=={passage}==。\n\n")
            });
            let text = format!("# 标题\n\n{}", parts.collect::<String>());
            let draft = import("a.md", text.as_bytes()).map_err(|p| TestCaseError::fail(format!("{p:?}")))?;
            let problems = draft.read().err().unwrap_or_default();
            prop_assert!(problems.is_empty(), "{problems:?}");
        }
    }
}
