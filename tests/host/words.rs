//! Cases of broken content: echoes, placeholders, key terms, topics.

use crate::case::Case;
use crate::case::Edit::Replace;

pub const CASES: &[Case] = &[
    Case {
        name: "an echo whose same word is not in both passages",
        edits: &[Replace("echoes.toml", "words = [\"修\"]", "words = [\"修\", \"北路\"]")],
        expected: &[
            "echoes.toml:6:9：“北路” 不在 “以一次名字写得很长很长以至于一行肯定放不下的样张修订活动为契机” 里。两段原话里都要有这个词，否则改成 grade = \"same-meaning\"。",
        ],
    },
    Case {
        name: "an echo that does not say which word, and one that says too much",
        edits: &[
            Replace("echoes.toml", "words = [\"修\"]\n", ""),
            Replace("echoes.toml", "quote = \"把地扫了\"", "quote = \"把地扫了\"\nwords = [\"扫\"]"),
        ],
        expected: &[
            "echoes.toml:1:1：缺少 “words”。grade = \"same-word\" 就必写；在这一段里加上，例如 words = [\"干事创业\"]。",
            "echoes.toml:19:1：“words” 没有用到。grade = \"same-word\" 才写它，否则删去。",
        ],
    },
    Case {
        name: "a placeholder that is mistyped; other braces are text",
        edits: &[Replace(
            "sections.toml",
            "lead = \"三张卡片，其中一张没有呼应。\"",
            "lead = \"{echos}处呼应{}，{A}{\"",
        )],
        expected: &["sections.toml:11:8：不认识的占位 “echos”。是不是 “echoes”？"],
    },
    Case {
        name: "words of ours that are not in order",
        edits: &[
            Replace("sections.toml", "lead = \"三张卡片，其中一张没有呼应。\"", "lead = \"报告里有三张“卡片“。\""),
            Replace("sections.toml", "note = \"数字照字面画。\"", "note = \"1块=1项,不计重(复)。\""),
            Replace("sections.toml", "note = \"次数是虚构的。\"", "note = \"“报告”一词见某省某某某的工作报告。\""),
        ],
        expected: &[
            "sections.toml:11:8：“报告里有三张“卡片“。” 里的引号不成对，或双引号里还有双引号。补上缺的一半；引号里面再用引号，就用‘’。",
            "sections.toml:11:8：“报告里有三张“卡片“。” 里的报告没有写是谁的。写成“某某的工作报告”，或“某省某某某的工作报告”。",
            "sections.toml:82:8：“1块=1项,不计重(复)。” 里有半角的「=」。用全角的「＝」代替。",
        ],
    },
    Case {
        name: "key terms that are not there by the rule",
        edits: &[
            Replace("terms.toml", "frequent_from = 0", "frequent_from = 1"),
            Replace(
                "terms.toml",
                "text = \"路\"\nreason = \"frequent\"",
                "text = \"路\"\nreason = \"named\"\ndocument = \"doc-b\"\nparagraph = 2\nquote = \"都说到桥\"",
            ),
            Replace("terms.toml", "Long Term\"\nreason = \"frequent\"", "Long Term\"\nreason = \"matter\""),
        ],
        expected: &[
            "terms.toml:9:9：“路” 不在这段引文里。引用点名说到它的那句话。",
            "terms.toml:15:10：“一个写得很长很长的热词Long Term” 不是任何大事的关键词。照 matters.toml 里的 term 写，或换一个理由。",
            "terms.toml:21:10：“没有” 合计只有 0 次。有作者的材料合计至少要 1 次（frequent_from），或换一个理由。",
        ],
    },
    Case {
        name: "a wording that no target has",
        edits: &[Replace(
            "priorities.toml",
            "word = \"有进展\"\nfirmness = \"progress\"",
            "word = \"有进展\"\nfirmness = \"progress\"\n\n[[wording]]\nword = \"奋力\"\nfirmness = \"striving\"",
        )],
        expected: &["priorities.toml:21:1：没有目标写 “奋力”。删去这一段 [[wording]]。"],
    },
    Case {
        name: "a wording that is mistyped",
        edits: &[Replace("priorities.toml", "wording = \"有进展\"", "wording = \"有了进展\"")],
        expected: &["priorities.toml:88:11：[[wording]] 里没有 “有了进展”。是不是 “有进展”？"],
    },
    Case {
        name: "topics that lay claim to the same things, or look the same in a drawing",
        edits: &[
            Replace("topics.toml", "meaning = \"种树种花\"", "meaning = \"种树、读书会\""),
            Replace("topics.toml", "label = \"Reading阅读\"", "label = \"修养\""),
        ],
        expected: &[
            "topics.toml:11:1：主题 “修缮” 和 “修养” 的头一个字相同。图上只写得下头一个字，换一个名字。",
            "topics.toml:11:1：主题 “种植” 和 “修养” 的 meaning 里都有 “读书会”。主题之间不能重叠，只留在一处。",
        ],
    },
];
