//! The content reader's report on broken content: every problem, ordered by file and line, with its
//! position, what is wrong and what would be right.

use std::collections::BTreeMap;
use std::io::{Error, ErrorKind};

use crate::case::Case;
use crate::case::Edit::{self, Remove, Replace};
use crate::support::project;
use crate::{captions, limits, quantities, slips, words};

#[test]
fn good_files_have_no_problems() {
    assert_eq!(problems(&[]), "");
}

#[test]
fn broken_files_have_the_expected_problems() {
    let all = [CASES, words::CASES, slips::CASES, limits::CASES, quantities::CASES, captions::CASES].concat();
    let wrong = all.into_iter().filter_map(|case| {
        let expected = match case.expected {
            [] => String::new(),
            lines => format!("{}\n共 {} 处问题，已有的页面没有改动。", lines.join("\n"), lines.len()),
        };
        let found = problems(case.edits);
        (found != expected).then(|| format!("{}\n--- expected\n{expected}\n--- found\n{found}\n", case.name))
    });
    crate::support::assert_none(&wrong.collect::<Vec<_>>());
}

/// The report on the edited files; empty if they are good.
fn problems(edits: &[Edit]) -> String {
    let folder = project().join("tests/fixtures/edition");
    let text = |name: &str| std::fs::read_to_string(folder.join(name)).unwrap();
    let mut files: BTreeMap<&str, String> = content::FILES.map(|name| (name, text(name))).into();
    for edit in edits {
        match edit {
            Replace(file, from, to) => {
                let text = files.get_mut(file).unwrap();
                assert_eq!(text.matches(from).count(), 1, "{file} has {from} once");
                *text = text.replace(from, to);
            }
            Remove(file) => assert!(files.remove(file).is_some(), "{file} is there"),
        }
    }
    let load = |name: &str| files.get(name).cloned().ok_or_else(|| Error::new(ErrorKind::NotFound, "not found"));
    content::read(load).map_or_else(|problems| content::report(&problems), |_| String::new())
}

const CASES: &[Case] = &[
    Case {
        name: "an address that leads nowhere",
        edits: &[Replace("documents.toml", "https://example.org/report?year=1&page=2", "example.org")],
        expected: &["documents.toml:14:11：“example.org” 不是网址。写全网址，以 https:// 开头；没有就删去这一行。"],
    },
    Case {
        name: "a mistyped key is unknown; that the right one is missing goes without saying",
        edits: &[Replace("topics.toml", "meaning = \"修路修桥修房子\"", "meening = \"修路修桥修房子\"")],
        expected: &["topics.toml:4:1：不认识的键 “meening”。是不是 “meaning”？"],
    },
    Case {
        name: "a key that resembles no other: all are listed",
        edits: &[Replace("topics.toml", "meaning = \"种树种花\"", "meaning = \"种树种花\"\ncolour = \"green\"")],
        expected: &["topics.toml:10:1：不认识的键 “colour”。删去它；这里可以写：id、label、meaning。"],
    },
    Case {
        name: "a missing key",
        edits: &[Replace("indicators.toml", "name = \"小数目\"\n", "")],
        expected: &["indicators.toml:11:1：缺少 “name”。在这一段里加上，例如 name = \"地区生产总值\"。"],
    },
    Case {
        name: "a number where a text is wanted, and a text where a number is",
        edits: &[
            Replace("indicators.toml", "amount = 7", "amount = \"7\""),
            Replace("topics.toml", "label = \"修缮\"", "label = 3"),
        ],
        expected: &[
            "indicators.toml:14:10：“amount” 应当是数。写成 amount = 7，不写引号。",
            "topics.toml:3:9：“label” 应当是引号里的文字。写成 label = \"3\"。",
        ],
    },
    Case {
        name: "numbers that are none: below zero, with an exponent, too large",
        edits: &[
            Replace("indicators.toml", "amount = 7", "amount = -7"),
            Replace("priorities.toml", "value = 90", "value = 9e1"),
            Replace("edition.toml", "results_year = 2031", "results_year = 203100"),
            Replace("indicators.toml", "amount = 987654321098", "amount = 98765432109876543210987"),
        ],
        expected: &[
            "edition.toml:4:16：“results_year” 太大。写不超过 65535 的数。",
            "indicators.toml:4:10：“amount” 太大。写不超过 18446744073709551615 的数，或换一个大的单位。",
            "indicators.toml:14:10：“amount” 应当是数。写 0 或更大的数，例如 amount = 3270308，不写引号和正负号。",
            "priorities.toml:51:9：“value” 太大，或不是一个普通的数。照印出来的数写，不写正负号、e，小数最多六位。",
        ],
    },
    Case {
        name: "numbers too large for a count",
        edits: &[
            Replace("pillars.toml", "counts = [24]", "counts = [2400]"),
            Replace("terms.toml", "doc-a = 120", "doc-a = 120000"),
        ],
        expected: &[
            "pillars.toml:52:11：“counts” 太大。写不超过 255 的数。",
            "terms.toml:13:20：“doc-a” 太大。写不超过 65535 的数。",
        ],
    },
    Case {
        name: "other parts than are counted, and one that the passage does not list",
        edits: &[Replace("pillars.toml", "units = [\"节\"]", "units = [\"节\"]\nparts = [\"二十四\", \"五十\"]")],
        expected: &[
            "pillars.toml:54:9：“二十四节” 数的是 24 个，却列了 2 个。每一个都列出，或删去 parts。",
            "pillars.toml:54:9：“五十” 不在引文里。从引文 “二十四节” 里选几个连着的字。",
        ],
    },
    Case {
        name: "another base than ten is not read as ten",
        edits: &[Replace("indicators.toml", "amount = 7", "amount = 0x10")],
        expected: &[
            "indicators.toml:14:10：“amount” 应当是数。写 0 或更大的数，例如 amount = 3270308，不写引号和正负号。",
        ],
    },
    Case {
        name: "a text where a list is wanted, a list where tables are, a text among tables",
        edits: &[
            Replace("edition.toml", "seal = [\"某区\", \"样张\"]", "seal = \"某区\""),
            Replace("documents.toml", "credits = [{ role = \"制图\", name = \"某甲\" }]", "credits = [\"某甲\"]"),
            Replace(
                "documents.toml",
                "credits = [{ role = \"记录\", name = \"某丙\" }, { role = \"校对\", name = \"Lee D.\" }]",
                "credits = \"某丙\"",
            ),
        ],
        expected: &[
            "documents.toml:5:12：“credits” 应当是花括号里的一组键和值。写成 credits = [{ role = \"记者\", name = \"某某某\" }]。",
            "documents.toml:13:11：“credits” 应当是一段段 [[document.credits]]。写成 credits = [{ role = \"记者\", name = \"某某某\" }]。",
            "edition.toml:10:8：“seal” 应当是方括号里的列表。写成 seal = [\"某区\"]。",
        ],
    },
    Case {
        name: "a text where a table is wanted",
        edits: &[
            Replace("terms.toml", "counts = { doc-a = 0, doc-b = 5 }", "counts = 5"),
            Replace(
                "priorities.toml",
                "picture = \"floor\"\nyardstick = { label = \"某个院子\", formula = \"100 × 50 = 5000\", value = 5000, unit = \"平方米\" }",
                "picture = \"floor\"\nyardstick = \"院子\"",
            ),
        ],
        expected: &[
            "priorities.toml:69:13：“yardstick” 应当是花括号里的一组键和值。写成 yardstick = { label = \"足球场\", formula = \"105 × 68 = 7140\", value = 7140, unit = \"平方米\" }。",
            "terms.toml:7:10：“counts” 应当是花括号里的一组键和值。写成 counts = { bulletin = 5 }。",
        ],
    },
    Case {
        name: "empty texts, in a key and in a list",
        edits: &[
            Replace("edition.toml", "place = \"某省某市某区\"", "place = \"\""),
            Replace("edition.toml", "seal = [\"某区\", \"样张\"]", "seal = [\"某区\", \"\"]"),
        ],
        expected: &[
            "edition.toml:2:9：“place” 是空的。写上文字，例如 place = \"双江县\"。",
            "edition.toml:10:15：“seal” 里有一项是空的。写上文字，或删去这一项。",
        ],
    },
    Case {
        name: "characters that nobody sees",
        edits: &[
            Replace("topics.toml", "label = \"修缮\"", "label = \"修\\u0007缮\""),
            Replace("edition.toml", "seal = [\"某区\", \"样张\"]", "seal = [\"某区\", \"样\\uFFFF张\"]"),
        ],
        expected: &[
            "edition.toml:10:15：“seal” 里有看不见的控制字符。删去重打这几个字。",
            "topics.toml:3:9：“label” 里有看不见的控制字符。删去重打这几个字。",
        ],
    },
    Case {
        name: "one id for two things, in two files",
        edits: &[Replace("terms.toml", "id = \"term-road\"", "id = \"matter-1\"")],
        expected: &["terms.toml:4:6：id “matter-1” 用了两次。第一次用在 matters.toml:2，给其中一处换一个名字。"],
    },
    Case {
        name: "an index of the source that lists a block twice and lacks others, and a stretch without an end",
        edits: &[
            Replace("source.toml", "blocks = [2, 3, 4]", "blocks = [2, 3, 3]"),
            Replace("source.toml", "blocks = [11]", "blocks = [12]"),
            Replace("source.toml", "开头写得很长……到这里才完", "开头写得很长……"),
        ],
        expected: &[
            "indicators.toml:17:13：原文索引里没有 “doc-a” 的第 4 块。改这个数，或在 source.toml 里把这一块归进一段。",
            "matters.toml:65:13：原文索引里没有 “doc-b” 的第 11 块（一共3处引文在这一块）。改这个数，或在 source.toml 里把这一块归进一段。",
            "source.toml:9:11：“开头写得很长……” 里的省略号放错了。只在开头和结尾中间用一次“……”。",
            "source.toml:16:17：“doc-a” 的第 3 块用了两次。它已经写在 source.toml:16，一块只归一段。",
        ],
    },
    Case {
        name: "references that lead nowhere: one mistyped, one strange, one to another kind",
        edits: &[
            Replace("echoes.toml", "measure = \"pillar-1-roads-north\"", "measure = \"pillar-1-roads-nort\""),
            Replace("echoes.toml", "matter = \"matter-2\"", "matter = \"something-else\""),
            Replace("matters.toml", "card = \"pillar-7\"", "card = \"priority-1-works\""),
            Replace("terms.toml", "doc-a = 120", "doc-x = 120"),
        ],
        expected: &[
            "echoes.toml:3:11：“pillar-1-roads-nort” 不是任何举措（measure）的 id。是不是 “pillar-1-roads-north”？",
            "echoes.toml:17:10：“something-else” 不是任何大事（matters.toml）的 id。能写的有：matter-1、matter-2、matter-3。",
            "matters.toml:57:8：“priority-1-works” 不是任何安排的卡片（pillar 或 priority）的 id。能写的有：pillar-1、pillar-2、pillar-3、pillar-4、pillar-5、pillar-6、pillar-7、priority-1、priority-2。",
            "terms.toml:13:12：“doc-x” 不是任何文件（documents.toml）的 id。是不是 “doc-a”？",
        ],
    },
    Case {
        name: "words that are not among the choices",
        edits: &[
            Replace("indicators.toml", "amount = 7\n", "amount = 7\npicture = \"pie\"\n"),
            Replace(
                "priorities.toml",
                "unit = \"%\"\nbound = \"at_least\"\npicture = \"share\"",
                "unit = \"%\"\nbound = \"atleast\"\npicture = \"forest\"",
            ),
            Replace("pillars.toml", "story = \"loop\"", "story = \"spiral\""),
        ],
        expected: &[
            "indicators.toml:15:11：“picture” 不能是 “pie”。只能是：months、share。",
            "pillars.toml:61:9：“story” 不能是 “spiral”。只能是：ladder、loop、lines、levers、cycle。",
            "priorities.toml:53:9：“bound” 不能是 “atleast”。只能是：at_least、more_than、at_most、less_than、exactly、within、by、between。",
            "priorities.toml:54:11：“picture” 不能是 “forest”。只能是：share、floor。",
        ],
    },
    Case {
        name: "an id that cannot stand in an address",
        edits: &[Replace("terms.toml", "id = \"term-none\"", "id = \"Term None\"")],
        expected: &[
            "terms.toml:16:6：id “Term None” 不能用在网址里。只用小写字母、数字和连字符，最多 64 个，例如 id = \"term-none\"。",
        ],
    },
    Case {
        name: "a key term that is not among the words",
        edits: &[Replace("matters.toml", "term = \"留白\"", "term = \"空白\"")],
        expected: &["matters.toml:22:8：关键词 “空白” 不在 lever 里。从 “以留白为关键” 里选几个字。"],
    },
    Case {
        name: "a matter that is told plainly, with a key term of its own",
        edits: &[Replace("matters.toml", "lever = \"以留白为关键\"\nterm = \"留白\"", "term = \"空白\"")],
        expected: &["matters.toml:21:8：“空白” 不在引文里。从引文 “以留白为关键” 里选几个连着的字。"],
    },
    Case {
        name: "a lever that the source does not name",
        edits: &[Replace("matters.toml", "lever = \"以留白为关键\"", "lever = \"以留白为契机\"")],
        expected: &["matters.toml:21:9：“以留白为契机” 不在引文里。从引文 “以留白为关键” 里选几个连着的字。"],
    },
    Case {
        name: "more numbers than units",
        edits: &[Replace("pillars.toml", "units = [\"修\", \"种\", \"读\"]", "units = [\"修\", \"种\"]")],
        expected: &["pillars.toml:47:9：“三修两种一读” 有 3 个数，却有 2 个单位。units 写 3 项，每个数一项。"],
    },
    Case {
        name: "a file is missing: it alone is the problem",
        edits: &[Remove("edition.toml")],
        expected: &["edition.toml：没有这个文件。每一版都要有这个文件，编码是 UTF-8。"],
    },
    Case {
        name: "a file that others refer to is missing",
        edits: &[Remove("documents.toml")],
        expected: &["documents.toml：没有这个文件。每一版都要有这个文件，编码是 UTF-8。"],
    },
    Case {
        name: "a section is missing, another stands twice",
        edits: &[Replace("sections.toml", "id = \"subjects\"", "id = \"readings\"")],
        expected: &[
            "sections.toml:1:1：有 [[subject]]（matters.toml:36），却缺少版块 “subjects”。加上一段 [[section]]，写 id = \"subjects\"，再写 title。",
            "sections.toml:38:6：id “readings” 用了两次。第一次用在 sections.toml:32，删去其中一段，或改成别的版块。",
        ],
    },
    Case {
        name: "a section that the page does not have",
        edits: &[Replace("sections.toml", "id = \"subjects\"", "id = \"subject\"")],
        expected: &[
            "sections.toml:1:1：有 [[subject]]（matters.toml:36），却缺少版块 “subjects”。加上一段 [[section]]，写 id = \"subjects\"，再写 title。",
            "sections.toml:38:6：“id” 不能是 “subject”。只能是：figures、matters、pillars、priorities、ledger、readings、subjects、method。",
        ],
    },
    Case {
        name: "problems in two files come in the order of files and lines",
        edits: &[
            Replace("terms.toml", "id = \"term-none\"\n", ""),
            Replace("echoes.toml", "matter = \"matter-2\"", "matter = \"matter-9\""),
            Replace("echoes.toml", "quote = \"修北路\"", "quote = \"\""),
        ],
        expected: &[
            "echoes.toml:4:9：“quote” 是空的。写上文字，例如 quote = \"开展“六抓一控”行动\"。",
            "echoes.toml:17:10：“matter-9” 不是任何大事（matters.toml）的 id。是不是 “matter-1”？",
            "terms.toml:15:1：缺少 “id”。在这一段里加上，例如 id = \"term-road\"。",
        ],
    },
    Case {
        name: "wordings that the scale or the passage does not have, and one that stands twice",
        edits: &[
            Replace("priorities.toml", "wording = \"力争\"", "wording = \"尽力\""),
            Replace("priorities.toml", "word = \"不少于\"", "word = \"完成\""),
        ],
        expected: &[
            "priorities.toml:10:8：“完成” 写了两次。一个词只留一处。",
            "priorities.toml:55:11：“尽力” 不在引文里。从引文 “力争种到90%以上” 里选几个连着的字。",
            "priorities.toml:65:11：[[wording]] 里没有 “不少于”。先写一段 [[wording]]，排在该排的位置上。",
        ],
    },
    Case {
        name: "a deadline and a role that the passages do not have, and a firmness that there is not",
        edits: &[
            Replace("priorities.toml", "deadline = \"5年内\"", "deadline = \"六年内\""),
            Replace("priorities.toml", "role = \"协助\"", "role = \"配合\""),
            Replace("priorities.toml", "firmness = \"progress\"", "firmness = \"soft\""),
        ],
        expected: &[
            "priorities.toml:19:12：“firmness” 不能是 “soft”。只能是：fixed、striving、progress。",
            "priorities.toml:99:12：“六年内” 不在引文里。从引文 “5年内完成” 里选几个连着的字。",
            "priorities.toml:178:8：“配合” 不在引文里。从引文 “协助某地照常开门” 里选几个连着的字。",
        ],
    },
    Case {
        name: "a passage that leads to a matter, and words that do not stand in both passages",
        edits: &[
            Replace("matters.toml", "card = \"pillar-1\"", "card = \"matter-1\""),
            Replace("matters.toml", "word = \"种好树\"", "word = \"多多\""),
            Replace("readings.toml", "quote = \"本区的样张\"", "quote = \"本区的样品\""),
        ],
        expected: &[
            "matters.toml:43:8：“matter-1” 不是任何安排的卡片（pillar 或 priority）的 id。能写的有：pillar-1、pillar-2、pillar-3、pillar-4、pillar-5、pillar-6、pillar-7、priority-1、priority-2。",
            "matters.toml:67:8：“多多” 不在引文里。从引文 “种好树” 里选几个连着的字。",
            "readings.toml:40:58：“样张” 不在引文里。从引文 “本区的样品” 里选几个连着的字。",
        ],
    },
    Case {
        name: "two speakers set side by side as if they were one, and a finding that names nobody",
        edits: &[
            Replace("readings.toml", "city = { document = \"doc-b\"", "city = { document = \"doc-a\""),
            Replace("sections.toml", "都在{whose}那里", "都在一个人那里"),
        ],
        expected: &[
            "readings.toml:40:12：两句话不是同一个人说的。city 和 district 写同一份材料。",
            "sections.toml:102:11：没有写 {whose}。在写人的地方写 {whose}；不成立时用 title。",
        ],
    },
    Case {
        name: "a step that leads to no drawing, and one that says too much",
        edits: &[
            Replace("tour.toml", "target = \"amounts\"", "target = \"amount\""),
            Replace(
                "tour.toml",
                "text = \"看小的那一条。\"",
                "text = \"看小的那一条，再看大的那一条，再看小的那一条，再看大的那一条，再看小的那一条，再看。\"",
            ),
            Replace("tour.toml", "target = \"ledger\"", "target = \"cove\""),
        ],
        expected: &[
            "tour.toml:3:10：没有叫 “amount” 的图。是不是 “amounts”？",
            "tour.toml:5:8：这一句有 42 个字。缩短到 40 个字以内。",
            "tour.toml:8:10：没有叫 “cove” 的图。是不是 “cover”？",
        ],
    },
    Case {
        name: "guesses whose answer is not between 0 and 100",
        edits: &[
            Replace("guesses.toml", "part = \"small\"\nof = \"very-large\"", "part = \"very-large\"\nof = \"small\""),
            Replace("guesses.toml", "target = \"target-trees\"", "target = \"target-floor\""),
        ],
        expected: &[
            "guesses.toml:6:8：“very-large” 不是 “small” 的百分之 0 到 100。part 和 of 要用同一个单位，part 不大于 of。",
            "guesses.toml:13:10：“target-floor” 不是百分数。选一个不超过 100 的百分数目标。",
        ],
    },
    Case {
        name: "guesses of what there is not",
        edits: &[
            Replace("guesses.toml", "of = \"very-large\"", "of = \"target-trees\""),
            Replace("guesses.toml", "figure = \"priority-1\"", "figure = \"priority-2\""),
        ],
        expected: &[
            "guesses.toml:7:6：“target-trees” 不是任何指标（indicators.toml）的 id。能写的有：small、very-large。",
            "guesses.toml:10:10：卡片 “priority-2” 没有图。换一张有图的卡片，或一幅图的名字：cover、amounts、ledger、terms、matter-1、matter-2、pillar-1、pillar-2、pillar-4、pillar-5、pillar-6、pillar-7、priority-1。",
            "guesses.toml:13:10：“priority-2” 里没有目标 “target-trees”。figure 写一项重点的 id，target 写这一项里的一个目标。",
        ],
    },
    Case {
        name: "a file that may be missing is told once, with how often others refer to it",
        edits: &[Remove("topics.toml")],
        expected: &[
            "topics.toml：没有这个文件，却有 30 处引用里面的条目，第一处在 pillars.toml 的第 20 行。补上这个文件，或删去这些引用。",
        ],
    },
];
