//! Slips of the keyboard anywhere in it, other line ends and another encoding.

use std::sync::LazyLock;

use proptest::prelude::*;
use proptest::sample::{Index, select};

use crate::support::shipped::is_here;
use crate::support::{project, repeatable};

/// As an editor on another system saves it: with a mark of the encoding, and other line ends.
fn foreign(text: &str) -> String {
    format!("\u{feff}{}", text.replace('\n', "\r\n"))
}

#[test]
fn an_edition_from_another_system_is_read() {
    if !is_here() {
        return;
    }
    let same = content::read(|name| Ok(foreign(&text(name)))).map_err(|problems| content::report(&problems));
    assert_eq!(same, content::read(|name| Ok(text(name))).map_err(|_| String::new()));
    let slip = |name: &str| Ok(foreign(&text(name).replace("place = \"西宁市城中区\"", "place ＝ \"西宁市城中区\"")));
    let problems = content::read(slip).map_err(|problems| content::report(&problems));
    let expected =
        "edition.toml:3:7：等号写成了全角的「＝」。换成英文输入法，改成「=」。\n共 1 处问题，已有的页面没有改动。";
    assert_eq!(problems, Err(expected.to_owned()));
    let first = |name: &str| Ok(foreign(&text(name).replace("# “带我看一遍”", "step ＝ 1 # “带我看一遍”")));
    let problems = content::read(first).map_err(|problems| content::report(&problems));
    let expected =
        "tour.toml:1:6：等号写成了全角的「＝」。换成英文输入法，改成「=」。\n共 1 处问题，已有的页面没有改动。";
    assert_eq!(problems, Err(expected.to_owned()));
}

#[test]
fn another_encoding_is_named() {
    if !is_here() {
        return;
    }
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

/// A file of the edition.
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

/// The problems of the edition with another line in one file, as file, line and words.
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

    fn every_slip((name, make) in select(SLIPS.as_slice()), place in any::<Index>()) {
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

#[test]
fn a_slip_anywhere_is_one_problem_on_its_line() {
    if is_here() {
        every_slip();
    }
}
