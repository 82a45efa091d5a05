//! Slips of the keyboard: each makes a file that is no TOML, and is reported once, by name, on its
//! line.

use crate::case::Case;
use crate::case::Edit::Replace;

pub const CASES: &[Case] = &[
    Case {
        name: "a quotation mark is missing",
        edits: &[Replace("topics.toml", "label = \"修缮\"", "label = \"修缮")],
        expected: &["topics.toml:3:9：这段文字后面少了一个引号。在文字结束的地方加上「\"」。"],
    },
    Case {
        name: "a key stands twice",
        edits: &[Replace("topics.toml", "label = \"修缮\"", "label = \"修缮\"\nlabel = \"修理\"")],
        expected: &[
            "topics.toml:4:1：“label” 在一段里写了两次。第一次写在第 3 行；只留一处，或在第二处前面另起一段 [[topic]]。",
        ],
    },
    Case {
        name: "an equals sign of a Chinese keyboard: one message, and what depends on the file is not missed",
        edits: &[Replace("topics.toml", "label = \"修缮\"", "label ＝ \"修缮\"")],
        expected: &["topics.toml:3:7：等号写成了全角的「＝」。换成英文输入法，改成「=」。"],
    },
    Case {
        name: "a slip in one file, and in another something that does not depend on it",
        edits: &[
            Replace("topics.toml", "label = \"修缮\"", "label ： \"修缮\""),
            Replace("echoes.toml", "matter = \"matter-2\"", "matter = \"matter-9\""),
        ],
        expected: &[
            "echoes.toml:17:10：“matter-9” 不是任何大事（matters.toml）的 id。是不是 “matter-1”？",
            "topics.toml:3:7：等号写成了全角的冒号「：」。换成英文输入法，改成「=」。",
        ],
    },
    Case {
        name: "Chinese quotation marks around a text, and only at its end",
        edits: &[
            Replace("topics.toml", "label = \"修缮\"", "label = “修缮”"),
            Replace("tour.toml", "mark = \"small\"", "mark = \"small”"),
        ],
        expected: &[
            "topics.toml:3:9：包住文字的引号写成了「“」。换成英文输入法，改成「\"」，文字里面的引号不用改。",
            "tour.toml:4:14：开头是英文引号，结尾却是中文引号。把结尾的一个也改成英文引号「\"」。",
        ],
    },
    Case {
        name: "commas of a Chinese keyboard in lists",
        edits: &[
            Replace("pillars.toml", "counts = [3, 2, 1]", "counts = [3，2, 1]"),
            Replace("edition.toml", "seal = [\"某区\", \"样张\"]", "seal = [\"某区\"、\"样张\"]"),
        ],
        expected: &[
            "edition.toml:10:13：两项之间写成了顿号「、」。换成英文输入法，改成「,」。",
            "pillars.toml:46:12：逗号写成了全角的「，」。换成英文输入法，改成「,」。",
        ],
    },
    Case {
        name: "brackets: none at the end, wide ones, one too few, one that should be two",
        edits: &[
            Replace("edition.toml", "seal = [\"某区\", \"样张\"]", "seal = [\"某区\", \"样张\""),
            Replace("pillars.toml", "counts = [3, 2, 1]", "counts = ［3, 2, 1］"),
            Replace("tour.toml", "\n\n[[step]]\ntarget = \"ledger\"", "\n\n[[step]\ntarget = \"ledger\""),
            Replace("matters.toml", "[[insistence]]", "[insistence]"),
            Replace("topics.toml", "[[topic]]\nid = \"planting\"", "【【topic】】\nid = \"planting\""),
        ],
        expected: &[
            "edition.toml:10:8：这里的方括号没有合上。在列表最后加上「]」。",
            "matters.toml:28:1：[insistence] 少了一层方括号。写成 [[insistence]]。",
            "pillars.toml:46:10：方括号写成了全角的「［」。换成英文输入法，改成「[」。",
            "topics.toml:6:1：方括号写成了全角的「【」。换成英文输入法，改成「[」。",
            "tour.toml:7:7：这一行的方括号没有合上。写成 [[step]]。",
        ],
    },
    Case {
        name: "texts without quotation marks, and with English ones inside",
        edits: &[
            Replace("edition.toml", "place = \"某省某市某区\"", "place = 某省某市某区"),
            Replace("topics.toml", "label = \"修缮\"", "label = 修缮\""),
            Replace("echoes.toml", "quote = \"把地扫了\"", "quote = \"把\"地\"扫了\""),
            Replace("tour.toml", "text = \"看小的那一条。\"", "text = \"看\"小的\"\""),
        ],
        expected: &[
            "echoes.toml:19:12：引号里面又有英文引号，文字在这里断开了。里面的引号改成中文的「“」和「”」。",
            "edition.toml:2:9：文字没有写在引号里。前后各加一个引号：\"某省某市某区\"。",
            "topics.toml:3:9：这段文字前面少了一个引号。前后各加一个引号：\"修缮\"。",
            "tour.toml:5:11：引号里面又有英文引号，文字在这里断开了。里面的引号改成中文的「“」和「”」。",
        ],
    },
    Case {
        name: "numbers with a unit, and in wide digits",
        edits: &[
            Replace("indicators.toml", "amount = 7\n", "amount = 7万元\n"),
            Replace("edition.toml", "plan_year = 2032", "plan_year = ２032"),
        ],
        expected: &[
            "edition.toml:5:13：数字写成了全角的「２」。换成英文输入法，改成「2」。",
            "indicators.toml:14:11：数后面多了 “万元”。只写数：amount = 7。",
        ],
    },
    Case {
        name: "a comma between thousands",
        edits: &[Replace("indicators.toml", "amount = 7\n", "amount = 7,000\n")],
        expected: &["indicators.toml:14:11：数里面有逗号。去掉逗号，几位数字连着写。"],
    },
    Case {
        name: "a key without a value: one that must be there, and one that need not",
        edits: &[
            Replace("topics.toml", "label = \"修缮\"", "label ="),
            Replace("tour.toml", "mark = \"small\"", "mark"),
        ],
        expected: &[
            "topics.toml:3:1：“label” 没有值。在等号后面写上值，例如 label = \"产业\"。",
            "tour.toml:4:1：“mark” 没有值。在等号后面写上值，例如 mark = \"target-forest\"；不要它就删去这一行。",
        ],
    },
    Case {
        name: "what no table of slips knows has the parser's words",
        edits: &[Replace("topics.toml", "label = \"修缮\"", "label = \"修\\uD800缮\"")],
        expected: &[
            "topics.toml:3:13：这里不合 TOML 的写法（invalid value, expected unicode hexadecimal value）。对照这个文件里写对了的一段，看引号、方括号、等号和逗号。",
        ],
    },
];
