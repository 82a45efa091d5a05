//! The content reader compares an edition with the texts that it quotes: the fixture, with its
//! invented texts, and small changes to either.

use std::collections::BTreeMap;
use std::io::{Error, ErrorKind};
use std::path::PathBuf;

use crate::support::{FIXTURE, assert_none, empty_folder, project};
use content::{FILES, FOUND, Folder, Found, SENTENCE_ENDS, SourceTexts, parts};

/// Files by name, and texts by document.
type Texts = BTreeMap<String, String>;

fn folder() -> PathBuf {
    project().join("tests/fixtures/edition")
}

fn files() -> Texts {
    FILES.map(|name| (name.to_owned(), std::fs::read_to_string(folder().join(name)).unwrap())).into()
}

fn sources() -> Texts {
    let text = |id: &str| std::fs::read_to_string(folder().join(format!("sources/{id}.txt"))).unwrap();
    ["doc-a", "doc-b"].map(|id| (id.to_owned(), text(id))).into()
}

/// Replaces what occurs exactly once.
fn with(mut texts: Texts, name: &str, from: &str, to: &str) -> Texts {
    let text = texts.get_mut(name).unwrap();
    assert_eq!(text.matches(from).count(), 1, "{name} has {from} once");
    *text = text.replace(from, to);
    texts
}

/// What the reader finds, or its problems.
fn read(files: &Texts, sources: &Texts) -> Result<Found, Vec<String>> {
    let mut texts = SourceTexts::default();
    sources.iter().for_each(|(document, text)| texts.add(document, text));
    let load = |name: &str| files.get(name).cloned().ok_or_else(|| Error::new(ErrorKind::NotFound, "not found"));
    match content::read_against(load, texts, &content::Earlier::None) {
        Ok((_, found)) => Ok(found),
        Err(problems) => Err(problems.iter().map(ToString::to_string).collect()),
    }
}

#[track_caller]
fn expect(files: &Texts, sources: &Texts, problems: &[&str]) {
    assert_eq!(read(files, sources).err().unwrap_or_default(), problems);
}

#[test]
fn the_fixture_agrees_with_its_texts() {
    let folder = Folder::new(&folder());
    assert!(folder.sources().is_some_and(|sources| sources.ends_with("tests/fixtures/edition/sources")));
    let (_, found) = folder.read(folder.texts().unwrap()).unwrap_or_else(|p| panic!("{}", content::report(&p)));
    assert_eq!(found, Found::default(), "every number is written");
}

/// The invented county, in both years.
#[test]
fn the_county_agrees_with_its_texts() {
    for name in ["county-2023", "county-2024"] {
        let folder = Folder::new(&project().join("tests/editions").join(name));
        let texts = folder.texts().unwrap();
        assert!(!texts.document("plan").is_empty(), "{name} has its texts");
        let (_, found) = folder.read(texts).unwrap_or_else(|p| panic!("{name}: {}", content::report(&p)));
        let kept = std::fs::read_to_string(project().join("tests/editions").join(name).join(FOUND)).unwrap();
        assert_eq!(found.text().unwrap(), kept, "{name}: {FOUND} is what a check writes");
    }
}

#[test]
fn a_quotation_that_no_text_has_is_reported_with_its_place() {
    let files = with(files(), "pillars.toml", "quote = \"按时浇水\"", "quote = \"按时浇花\"");
    let expected = "pillars.toml:78:9：“按时浇花” 不在 “doc-b” 的第 4 块里。一字不差地照抄原文，最近的是“按时浇水”：「花」应为「水」。";
    expect(&files, &sources(), &[expected]);
    expect(&files, &Texts::new(), &[]);
}

/// The numbers of a whole card, and of one quotation.
#[test]
fn a_number_that_is_not_written_is_found_in_the_texts() {
    let files = with(files(), "indicators.toml", "paragraph = 4\n", "");
    let files = with(files, "pillars.toml", "paragraph = 4\n", "");
    let found = read(&files, &sources()).unwrap().text().unwrap();
    let lines: Vec<&str> = found.lines().filter(|line| !line.is_empty() && !line.starts_with('#')).collect();
    assert_eq!(
        lines,
        ["[doc-a]", "\"7万元\" = 4", "[doc-b]", "\"按时浇水\" = 4", "\"种一百棵树\" = 4"],
        "as the file says it: {found}"
    );
    assert!(found.starts_with("# 由 cargo xtask check 写出"), "{found}");
}

#[test]
fn without_texts_a_number_comes_from_the_file_that_a_check_wrote() {
    let mut files = with(files(), "indicators.toml", "paragraph = 4\n", "");
    expect(
        &files,
        &Texts::new(),
        &["indicators.toml:17:9：不知道 “7万元” 在 “doc-a” 的第几块里。在有原文的地方运行 cargo xtask check，\
           它会自己找到；或加上一行 paragraph = 3，是哪一块就写几。"],
    );
    let found = read(&files, &sources()).unwrap();
    files.insert(FOUND.to_owned(), found.text().unwrap());
    assert_eq!(read(&files, &Texts::new()), Ok(found), "it is kept");
    files.insert(FOUND.to_owned(), "[doc-a]\n\"7万元\" = four".into());
    let problems = read(&files, &Texts::new()).unwrap_err();
    assert!(problems.iter().any(|line| line.starts_with("found.toml：读不了这个文件（")), "{problems:?}");
}

/// The file is written once, and again only when it says something else.
#[test]
fn the_file_beside_the_content_is_kept() {
    let path = empty_folder("found");
    let content = with(files(), "indicators.toml", "paragraph = 4\n", "");
    content.iter().for_each(|(name, text)| std::fs::write(path.join(name), text).unwrap());
    let folder = Folder::new(&path);
    assert!(!folder.sources().unwrap().exists(), "the texts were not copied");
    let found = read(&content, &sources()).unwrap();
    assert_eq!([folder.keep(&found).unwrap(), folder.keep(&found).unwrap()], [true, false]);
    let read = folder.read(folder.texts().unwrap());
    assert_eq!(read.unwrap_or_else(|p| panic!("{}", content::report(&p))).1, found);
    assert!(folder.keep(&Found::default()).unwrap() && !path.join(FOUND).exists(), "there is nothing to keep");
}

#[test]
fn a_quotation_in_two_blocks_needs_a_written_number() {
    let twice = with(sources(), "doc-a", "以Plan B 2.0为抓手", "7万元，以Plan B 2.0为抓手");
    let files = with(files(), "indicators.toml", "paragraph = 4\n", "");
    expect(
        &files,
        &twice,
        &["indicators.toml:17:9：“7万元” 在 “doc-a” 的第 4、6 块里都有。加上一行 paragraph = 4，是哪一块就写几。"],
    );
    expect(&with(files, "indicators.toml", "quote = \"7万元\"", "paragraph = 6\nquote = \"7万元\""), &twice, &[]);
}

/// A headline that says the same as a paragraph is no second place.
#[test]
fn a_number_is_found_where_the_index_lists_it() {
    let files = with(files(), "pillars.toml", "paragraph = 9\n", "");
    let headline = with(sources(), "doc-b", "一篇虚构的", "把地扫了，一篇虚构的");
    expect(&files, &headline, &[]);
    let alone = with(headline, "doc-b", "把地扫了,", "");
    let problems = read(&files, &alone).unwrap_err();
    let expected = "pillars.toml:255:9：“把地扫了” 在 “doc-b” 的第 1 块里，原文索引里没有这一块。\
                    在 source.toml 里把这一块归进一段。";
    assert_eq!(problems[0], expected, "{problems:?}");
}

#[test]
fn a_quotation_of_half_a_clause_is_not_found() {
    let files = with(files(), "pillars.toml", "paragraph = 4\n", "");
    for half in ["浇水", "按时"] {
        let files = with(files.clone(), "pillars.toml", "按时浇水\"", &format!("{half}\""));
        let expected =
            format!("pillars.toml:77:9：“{half}” 在一个分句的中间断开。从一个分句的开头引到结尾：“按时浇水”。");
        expect(&files, &sources(), &[&expected]);
    }
    let strange = with(files, "pillars.toml", "quote = \"按时浇水\"", "quote = \"按时浇花\"");
    expect(
        &strange,
        &sources(),
        &["pillars.toml:77:9：“按时浇花” 不在 “doc-b” 里。一字不差地照抄原文，最近的是“按时浇水”：「花」应为「水」。"],
    );
}

/// Without any texts.
#[test]
fn amounts_stand_in_their_quotations() {
    for (file, from, to, problem) in [
        (
            "indicators.toml",
            "amount = 7\n",
            "amount = 8\n",
            "indicators.toml:14:10：“8万元” 不在引文里。照引文 “7万元” 改数和单位，或引用写着这个数的那句话。",
        ),
        (
            "priorities.toml",
            "value = 12\n",
            "value = 13\n",
            "priorities.toml:62:9：“13万平方米” 不在引文里。照引文 “腾出不少于12万平方米” 改数和单位，\
             或引用写着这个数的那句话。",
        ),
        (
            "priorities.toml",
            "unit = \"亿元\"\nbound = \"more_than\"",
            "unit = \"亿元\"\nbound = \"at_most\"",
            "priorities.toml:87:9：引文写的是“超”，和 bound 不是一回事。写 bound = \"more_than\"。",
        ),
        (
            "readings.toml",
            "value = 45\n",
            "value = 54\n",
            "readings.toml:21:9：“54%” 不在引文里。照引文 “45%以上” 改数和单位，或引用写着这个数的那句话。",
        ),
        (
            "pillars.toml",
            "counts = [3, 2, 1]",
            "counts = [3, 2, 7]",
            "pillars.toml:46:10：引文里数不出 7 个 “读”。照引文 “三修两种一读” 改 counts 和 units。",
        ),
    ] {
        expect(&with(files(), file, from, to), &Texts::new(), &[problem]);
    }
}

#[test]
fn terms_are_counted_in_the_texts() {
    let marked = with(sources(), "doc-b", "的热词Long Term", "的热词“Long” Term");
    expect(&files(), &marked, &[]);
    let more = with(sources(), "doc-b", "种一百棵树，", "种一百棵“路” 树，");
    let more = with(more, "doc-b", "按时浇水", "种一百棵树，按时浇水");
    let expected = "terms.toml:7:10：“路” 在 “doc-b” 里说到 6 次，这里写的是 5 次。写成 doc-b = 6。";
    expect(&files(), &more, &[expected]);
    let whole = with(files(), "source.toml", "cut_off = true\n", "");
    let expected = "terms.toml:7:10：“路” 在 “doc-a” 里说到 1 次，这里写的是 0 次。写成 doc-a = 1。";
    expect(&whole, &sources(), &[expected]);
}

/// The sentence that a note covers is taken up; the others that nothing quotes are named.
#[test]
fn what_nothing_takes_up_is_named() {
    let mut texts = SourceTexts::default();
    sources().iter().for_each(|(document, text)| texts.add(document, text));
    let unused: Vec<Vec<String>> = FIXTURE
        .documents
        .iter()
        .map(|document| {
            let sentences = parts(&FIXTURE, &texts, document, &SENTENCE_ENDS);
            sentences
                .into_iter()
                .filter(|part| part.taken == 0)
                .map(|part| format!("{} {}", part.block, part.text))
                .collect()
        })
        .collect();
    assert_eq!(
        unused,
        [vec!["5 以“样张修订”为契机？"], vec!["2 这一句谁也不提。", "2 一个写得很长很长的热词LongTerm，也写在这里。"]]
    );
}

/// A text without blank lines is one block, whatever is quoted from it.
#[test]
fn a_text_without_blank_lines_is_told_once() {
    let mut joined = sources();
    let text = joined["doc-b"].replace("\n\n", "\n");
    joined.insert("doc-b".into(), text);
    expect(&files(), &joined, &["doc-b.txt：只有1块。段和段之间要空一行，标题后面也要。"]);
}

/// Whether their number is written or not.
#[test]
fn a_block_that_the_index_forgot_is_told_once() {
    let forgotten = with(files(), "source.toml", "blocks = [10]", "blocks = [20]");
    let found = read(&forgotten, &sources()).unwrap_err();
    let written = found.iter().filter(|problem| problem.contains("第 10 块")).count();
    assert_eq!(written, 1, "{found:?}");
    let searched = with(forgotten, "priorities.toml", "paragraph = 10\n", "");
    let found = read(&searched, &sources()).unwrap_err();
    let told: Vec<&String> = found.iter().filter(|problem| problem.contains("第 10 块")).collect();
    assert_eq!(told.len(), 1, "{found:?}");
    assert!(told[0].contains("处引文在这一块"), "{told:?}");
}

#[test]
fn a_text_in_another_encoding_is_told_in_the_words_for_all_files() {
    let path = empty_folder("encoding");
    std::fs::write(path.join("doc-a.txt"), [0xce, 0xd2, 0xc3, 0xc7]).unwrap();
    let problem = SourceTexts::read(&path).unwrap_err().to_string();
    assert!(problem.starts_with("doc-a.txt：这个文件的编码不是 UTF-8（多半是 GBK）。用 GBK 编码打开"), "{problem}");
}

/// The edition's own words are not compared as strictly as quotations: what nothing has is asked.
#[test]
fn a_number_that_nothing_has_is_asked() {
    let doubts = |files: &Texts| {
        let mut texts = SourceTexts::default();
        sources().iter().for_each(|(document, text)| texts.add(document, text));
        let load = |name: &str| files.get(name).cloned().ok_or_else(|| Error::new(ErrorKind::NotFound, "not found"));
        let (edition, _) = content::read_against(load, texts.clone(), &content::Earlier::None)
            .unwrap_or_else(|problems| panic!("{}", content::report(&problems)));
        content::doubts(&edition, &texts)
    };
    assert_none(&doubts(&files()));
    let wrong = with(files(), "priorities.toml", "label = \"办250件小事\"", "label = \"办260件小事\"");
    let wrong = with(wrong, "tour.toml", "text = \"看小的那一条。\"", "text = \"看七十条里小的那一条，只有7万元。\"");
    assert_eq!(
        doubts(&wrong),
        [
            "priorities.toml 的 priority-1-works：label 写了“260件”，引文和原文里都没有这个数",
            "tour.toml 的 第1步：text 写了“七十条”，引文和原文里都没有这个数"
        ]
    );
}

/// The other editions, with the texts that are there.
#[test]
fn the_numbers_of_the_other_editions_are_printed_somewhere() {
    for name in ["content", "tests/editions/county-2023", "tests/editions/county-2024"] {
        let folder = Folder::new(&project().join(name));
        let texts = folder.texts().unwrap();
        let (edition, _) = folder.read(texts.clone()).unwrap_or_else(|p| panic!("{name}: {}", content::report(&p)));
        assert_none(&content::doubts(&edition, &texts));
    }
}
