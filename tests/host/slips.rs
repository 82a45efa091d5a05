//! Slips of the keyboard: each makes a file that is no TOML, and is reported once, by name, on its
//! line, wherever it stands.

use std::sync::LazyLock;

use proptest::prelude::*;
use proptest::sample::{Index, select};

use crate::case::Case;
use crate::case::Edit::Replace;
use crate::support::{project, repeatable};

pub const CASES: &[Case] = &[
    Case {
        name: "a quotation mark is missing",
        edits: &[Replace("topics.toml", "label = \"修缮\"", "label = \"修缮")],
        expected: &["topics.toml:3:9：这段文字后面少了一个引号。在文字结束的地方加上 \"。"],
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
        expected: &["topics.toml:3:7：等号写成了全角的 ＝。换成英文输入法，改成 =。"],
    },
    Case {
        name: "a slip in one file, and in another something that does not depend on it",
        edits: &[
            Replace("topics.toml", "label = \"修缮\"", "label ： \"修缮\""),
            Replace("echoes.toml", "matter = \"matter-2\"", "matter = \"matter-9\""),
        ],
        expected: &[
            "echoes.toml:17:10：“matter-9” 不是任何大事（matters.toml）的 id。是不是 “matter-1”？",
            "topics.toml:3:7：等号写成了全角的冒号 ：。换成英文输入法，改成 =。",
        ],
    },
    Case {
        name: "Chinese quotation marks around a text, and only at its end",
        edits: &[
            Replace("topics.toml", "label = \"修缮\"", "label = “修缮”"),
            Replace("tour.toml", "mark = \"small\"", "mark = \"small”"),
        ],
        expected: &[
            "topics.toml:3:9：包住文字的引号写成了 “。换成英文输入法，改成 \"，文字里面的引号不用改。",
            "tour.toml:4:14：开头是英文引号，结尾却是中文引号。把结尾的一个也改成英文引号 \"。",
        ],
    },
    Case {
        name: "commas of a Chinese keyboard in lists",
        edits: &[
            Replace("pillars.toml", "counts = [3, 2, 1]", "counts = [3，2, 1]"),
            Replace("edition.toml", "seal = [\"某区\", \"样张\"]", "seal = [\"某区\"、\"样张\"]"),
        ],
        expected: &[
            "edition.toml:10:13：两项之间写成了顿号 、。换成英文输入法，改成 ,。",
            "pillars.toml:46:12：逗号写成了全角的 ，。换成英文输入法，改成 ,。",
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
            "edition.toml:10:8：这里的方括号没有合上。在列表最后加上 ]。",
            "matters.toml:28:1：[insistence] 少了一层方括号。写成 [[insistence]]。",
            "pillars.toml:46:10：方括号写成了全角的 ［。换成英文输入法，改成 [。",
            "topics.toml:6:1：方括号写成了全角的 【。换成英文输入法，改成 [。",
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
            "echoes.toml:19:12：引号里面又有英文引号，文字在这里断开了。里面的引号改成中文的“ ”。",
            "edition.toml:2:9：文字没有写在引号里。前后各加一个引号：\"某省某市某区\"。",
            "topics.toml:3:9：这段文字前面少了一个引号。前后各加一个引号：\"修缮\"。",
            "tour.toml:5:11：引号里面又有英文引号，文字在这里断开了。里面的引号改成中文的“ ”。",
        ],
    },
    Case {
        name: "numbers with a unit, and in wide digits",
        edits: &[
            Replace("indicators.toml", "amount = 7\n", "amount = 7万元\n"),
            Replace("edition.toml", "plan_year = 2032", "plan_year = ２032"),
        ],
        expected: &[
            "edition.toml:5:13：数字写成了全角的 ２。换成英文输入法，改成 2。",
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

/// As an editor on another system saves it: with a mark of the encoding, and other line ends.
fn foreign(text: &str) -> String {
    format!("\u{feff}{}", text.replace('\n', "\r\n"))
}

#[test]
fn an_edition_from_another_system_is_read() {
    let same = content::read(|name| Ok(foreign(&text(name)))).map_err(|problems| content::report(&problems));
    assert_eq!(same, content::read(|name| Ok(text(name))).map_err(|_| String::new()));
    let slip = |name: &str| Ok(foreign(&text(name).replace("place = \"西宁市城中区\"", "place ＝ \"西宁市城中区\"")));
    let problems = content::read(slip).map_err(|problems| content::report(&problems));
    let expected = "edition.toml:3:7：等号写成了全角的 ＝。换成英文输入法，改成 =。\n共 1 处问题，已有的页面没有改动。";
    assert_eq!(problems, Err(expected.to_owned()));
    let first = |name: &str| Ok(foreign(&text(name).replace("# “带我看一遍”", "step ＝ 1 # “带我看一遍”")));
    let problems = content::read(first).map_err(|problems| content::report(&problems));
    let expected = "tour.toml:1:6：等号写成了全角的 ＝。换成英文输入法，改成 =。\n共 1 处问题，已有的页面没有改动。";
    assert_eq!(problems, Err(expected.to_owned()));
}

#[test]
fn another_encoding_is_named() {
    // 大事 in GBK.
    let gbk = || {
        String::from_utf8(vec![0xb4, 0xf3, 0xca, 0xc2])
            .map_err(|e| std::io::Error::new(std::io::ErrorKind::InvalidData, e))
    };
    let load = |name: &str| if name == "topics.toml" { gbk() } else { Ok(text(name)) };
    let problems = content::read(load).map_err(|problems| content::report(&problems));
    let expected = "topics.toml：这个文件的编码不是 UTF-8（多半是 GBK）。\
                    用 GBK 编码打开，看到的字都对了，再“另存为”，编码选 UTF-8。\n共 1 处问题，已有的页面没有改动。";
    assert_eq!(problems, Err(expected.to_owned()));
}

static TEXTS: LazyLock<Vec<String>> = LazyLock::new(|| content::FILES.iter().map(|name| text(name)).collect());

/// A file of the shipped edition.
fn text(name: &str) -> String {
    std::fs::read_to_string(project().join("content").join(name)).unwrap()
}

/// What becomes of a line with the slip, if the slip can be made there.
type Make = fn(&str) -> Option<String>;

const SLIPS: [(&str, Make); 21] = [
    ("a wide equals sign", |line| is_pair(line).then(|| line.replacen('=', "＝", 1))),
    ("a wide colon", |line| is_pair(line).then(|| line.replacen(" =", "：", 1))),
    ("Chinese quotation marks", |line| Some(format!("{}“{}”", begin(line)?, inner(line)?))),
    ("one at the start", |line| Some(format!("{}“{}\"", begin(line)?, inner(line)?))),
    ("one at the end", |line| Some(format!("{}\"{}”", begin(line)?, inner(line)?))),
    ("no quotation mark at the start", |line| Some(format!("{}{}\"", begin(line)?, inner(line)?))),
    ("none at the end", |line| Some(format!("{}\"{}", begin(line)?, inner(line)?))),
    ("none at all", |line| Some(format!("{}{}", begin(line)?, inner(line).filter(|text| !text.is_ascii())?))),
    ("English ones inside", |line| {
        let text: Vec<char> = inner(line)?.chars().collect();
        let (one, two) = text.split_at(text.len() / 2);
        Some(format!("{}\"{}\"好\"{}\"", begin(line)?, String::from_iter(one), String::from_iter(two)))
    }),
    ("a wide comma", |line| line.contains("\", \"").then(|| line.replacen("\", \"", "\"，\"", 1))),
    ("a list comma", |line| line.contains("\", \"").then(|| line.replacen("\", \"", "\"、\"", 1))),
    ("a wide comma in a long list", |line| Some(format!("  {}\"，", line.strip_prefix("  ")?.strip_suffix("\",")?))),
    ("no comma", |line| line.contains("\", \"").then(|| line.replacen("\", \"", "\" \"", 1))),
    ("a wide bracket at the start", |line| is_list(line).then(|| line.replacen('[', "［", 1))),
    ("a wide bracket at the end", |line| is_list(line).then(|| line.replacen(']', "］", 1))),
    ("no bracket at the end", |line| is_list(line).then(|| line.trim_end_matches(']').to_owned())),
    ("a header with wide brackets", |line| is_header(line).then(|| line.replace('[', "【").replace(']', "】"))),
    ("a header with one bracket", |line| is_header(line).then(|| line[1..line.len() - 1].to_owned())),
    ("a header with one bracket too few", |line| is_header(line).then(|| line[..line.len() - 1].to_owned())),
    ("wide digits", |line| {
        let (key, number) = line.split_once(" = ").filter(|(_, n)| n.bytes().all(|b| b.is_ascii_digit()))?;
        Some(format!("{key} = {}３", &number[1..]))
    }),
    ("no value", |line| is_pair(line).then(|| line.split('=').next().unwrap_or_default().to_owned())),
];

fn is_pair(line: &str) -> bool {
    line.starts_with(|c: char| c.is_ascii_lowercase()) && line.contains(" = ")
}

fn is_header(line: &str) -> bool {
    line.starts_with("[[") && line.ends_with("]]")
}

/// A list in one line.
fn is_list(line: &str) -> bool {
    is_pair(line) && line.contains(" = [") && line.ends_with(']') && !line.contains('{')
}

/// The line up to its text.
fn begin(line: &str) -> Option<&str> {
    Some(&line[..line.find(" = \"")? + 3]).filter(|_| is_pair(line) && line.ends_with('"'))
}

/// The text of the line, without its quotation marks.
fn inner(line: &str) -> Option<&str> {
    line.strip_prefix(begin(line)?)?.strip_prefix('"')?.strip_suffix('"')
}

/// The problems of the shipped edition with another line in one file, as file, line and words.
fn problems(file: usize, at: usize, line: &str) -> Vec<(String, usize, String)> {
    let lines = TEXTS[file].lines().enumerate().map(|(i, old)| if i == at { line } else { old });
    let broken: String = lines.flat_map(|line| [line, "\n"]).collect();
    let load = |name: &str| {
        Ok(match content::FILES.iter().position(|known| *known == name) {
            Some(known) if known == file => broken.clone(),
            Some(known) => TEXTS[known].clone(),
            None => text(name),
        })
    };
    let found = content::read(load).err().unwrap_or_default();
    found.into_iter().map(|problem| (problem.file, problem.line, problem.what)).collect()
}

/// Every place at which a slip can be made: file, line, and what the line becomes.
fn places(make: Make) -> Vec<(usize, usize, String)> {
    let lines = TEXTS
        .iter()
        .enumerate()
        .flat_map(|(file, text)| text.lines().enumerate().map(move |(at, line)| (file, at, line)));
    lines.filter_map(|(file, at, line)| Some((file, at, make(line)?))).collect()
}

proptest! {
    #![proptest_config(ProptestConfig { cases: 200, ..repeatable() })]

    #[test]
    fn a_slip_anywhere_is_one_problem_on_its_line((name, make) in select(SLIPS.as_slice()), place in any::<Index>()) {
        let places = places(make);
        prop_assert!(!places.is_empty(), "{name} can be made nowhere");
        let (file, at, line) = place.get(&places);
        let found = problems(*file, *at, line);
        prop_assert_eq!(found.len(), 1, "{}: {}: {:?}", name, line, found);
        let (where_, number, what) = &found[0];
        prop_assert_eq!((where_.as_str(), *number), (content::FILES[*file], at + 1), "{}: {}: {}", name, line, what);
        prop_assert!(!what.starts_with("这里不合"), "{}: {}: {}", name, line, what);
    }
}
