//! What is called what is a matter of the edition: the program has no word of its own for a measure, a matter or a
//! place.

use std::collections::BTreeSet;
use std::path::{Path, PathBuf};

use crate::drawings::{LAYOUT, breaks_of, drawn_of};
use crate::rendered::{Files, copy_of, pages, prerender, unspaced};
use crate::rust::literals;
use crate::support::shipped::is_here;
use crate::support::{REAL, assert_none, editions, project, said_in};
use figure::LEAST;
use model::{Edition, Noun, Size, Words};

/// The usual words, which an edition without words of its own has.
fn usual() -> toml::Table {
    std::fs::read_to_string(project().join("crates/content/src/words.toml")).unwrap().parse().unwrap()
}

/// A word, without its counter.
fn name(value: &toml::Value) -> &str {
    value.as_str().or_else(|| value[0].as_str()).unwrap()
}

/// A word behind its counter, if it has one.
fn unit(value: &toml::Value) -> Option<String> {
    Some(value.get(1)?.as_str()?.to_owned() + name(value))
}

/// The words that belong to editions: the usual ones, and the names in the shipped one. Names in another may be
/// words that code needs for something else.
fn vocabulary() -> BTreeSet<String> {
    let own = if is_here() { names_in(&REAL) } else { BTreeSet::new() };
    let all: BTreeSet<String> = usual().values().map(name).map(str::to_owned).chain(own).collect();
    assert!(all.len() > 10 && all.iter().all(|word| word.chars().count() > 1), "{all:?}");
    all
}

fn names_in(edition: &Edition) -> BTreeSet<String> {
    let head = &edition.masthead;
    let places = head.place.split_inclusive(['省', '市', '州', '县', '区']).chain([head.short_place.as_str()]);
    let titles = [&head.report, &head.emphasis, &edition.beam];
    let people = edition.documents.iter().flat_map(|d| d.author.iter().chain(d.credits.iter().map(|c| &c.name)));
    let matters = edition.matters.iter().flat_map(|m| [&m.aim, &m.term, &m.lever]);
    let works = edition.works().flat_map(|work| [work.title(), work.heading()]);
    let own = titles.into_iter().chain(people).chain(matters).map(String::as_str).chain(places).chain(works);
    own.map(str::to_owned).collect()
}

/// The folders whose code writes what readers see, without the programs that talk to editors.
const CODE: [&str; 6] =
    ["crates/figure/src", "crates/model/src", "crates/site/src", "crates/wire/src", "crates/words/src", "src"];
const FOR_EDITORS: &str = "crates/site/src/bin/";

#[test]
fn no_code_has_a_word_of_an_edition() {
    let words = vocabulary();
    let files = CODE.into_iter().chain(["style"]).flat_map(|folder| files_below(&project().join(folder)));
    let wrong = files.flat_map(|path| {
        let file = path.strip_prefix(project()).unwrap().to_string_lossy().replace('\\', "/");
        let text = std::fs::read_to_string(&path).unwrap_or_default();
        let said = match path.extension().and_then(|extension| extension.to_str()) {
            Some("rs") if !file.starts_with(FOR_EDITORS) && !file.ends_with("/tests.rs") => literals(&text),
            Some("js") => lines(&text, |line| line.split("//").next().unwrap_or_default()),
            Some("css") => lines(&text, |line| line.split_once("content:").map_or("", |(_, value)| value)),
            _ => Vec::new(),
        };
        let found = said.iter().flat_map(|(line, said)| words.iter().map(move |word| (line, said, word)));
        let found = found.filter(|(_, said, word)| said.contains(word.as_str()));
        found.map(|(line, said, word)| format!("{file}:{line}: “{word}” in {said}")).collect::<Vec<_>>()
    });
    assert_none(&wrong.collect::<Vec<_>>());
}

/// What `part` gives of each line, with the line's number.
fn lines(text: &str, part: impl Fn(&str) -> &str) -> Vec<(usize, String)> {
    text.lines().enumerate().map(|(index, line)| (index + 1, part(line).to_owned())).collect()
}

fn files_below(folder: &Path) -> Vec<PathBuf> {
    let entries = std::fs::read_dir(folder).unwrap().map(|entry| entry.unwrap().path());
    entries.flat_map(|path| if path.is_dir() { files_below(&path) } else { vec![path] }).collect()
}

/// The words of another edition, none of which has one of the usual words within it.
const OTHER: &str = r#"
[words]
matter = ["实事", "桩"]
insistence = ["坚守", "条"]
subject = ["事务", "宗"]
pillar = "促发展"
priority = "要务"
measure = ["任务", "款"]
echo = ["回应", "回"]
target = ["量化指数", "则"]
goal = "指数"
site = ["点位", "座"]
term = ["高频词", "枚"]
results = "答卷"
plans = "路线图"
region = "全州"
"#;

/// The fixture in these words, its own texts too.
fn other(without: &[&str]) -> (Edition, Files) {
    let folder = copy_of("tests/fixtures/edition", &format!("other-words-{}", without.len()));
    let others: toml::Table = OTHER.parse().unwrap();
    let others = others["words"].as_table().unwrap();
    let usual = usual();
    assert!(others.keys().eq(usual.keys()), "all words are replaced");
    let names = usual.iter().map(|(key, word)| (name(word).to_owned(), name(&others[key]).to_owned()));
    let units = usual.iter().filter_map(|(key, word)| Some((unit(word)?, unit(&others[key])?)));
    let mut pairs: Vec<(String, String)> = names.chain(units).collect();
    // One of them may be within another.
    pairs.sort_by_key(|(usual, _)| std::cmp::Reverse(usual.len()));
    for file in content::FILES {
        let path = folder.join(file);
        let text = std::fs::read_to_string(&path).unwrap();
        let mut text = pairs.iter().fold(text, |text, (usual, other)| text.replace(usual, other));
        if file == "edition.toml" {
            text = text.replace("sources = \"sources\"", "") + OTHER;
        }
        std::fs::write(path, text).unwrap();
    }
    without.iter().for_each(|file| std::fs::remove_file(folder.join(file)).unwrap());
    let edition = content::read(|name| std::fs::read_to_string(folder.join(name)));
    let edition = edition.unwrap_or_else(|problems| panic!("{}", content::report(&problems)));
    let (output, files) = prerender(&folder, "other-words", &["--staged"]);
    assert!(output.status.success(), "{}", String::from_utf8_lossy(&output.stderr));
    (edition, files)
}

/// Pages, embeds, tables, citations and what is sent to the page's script; with headings of its own and with the usual
/// ones.
#[test]
fn an_edition_is_told_in_its_own_words() {
    let usual = usual();
    let wrong = [&[][..], &["sections.toml"]].into_iter().flat_map(|without| {
        let (edition, files) = other(without);
        let texts: Vec<(&String, &str)> =
            files.iter().filter_map(|(name, bytes)| Some((name, std::str::from_utf8(bytes).ok()?))).collect();
        for kind in ["index.html", "embed/matter-1.html", "data.html", "data/datapackage.json", "data/measures.csv"] {
            assert!(texts.iter().any(|(name, _)| *name == kind), "{kind}");
        }
        let left = texts.iter().flat_map(|(file, text)| {
            let left = usual.values().map(name).filter(|word| text.contains(word));
            left.map(|word| format!("{file}: {word} ({without:?})")).collect::<Vec<_>>()
        });
        let left: Vec<String> = left.chain(counted(&files, &usual)).collect();
        left.into_iter().chain(unsaid(&edition.masthead.words, &files)).collect::<Vec<_>>()
    });
    assert_none(&wrong.collect::<Vec<_>>());
}

/// Numbers with the usual counters of measures and echoes, which the fixture's own texts do not have.
fn counted(files: &Files, usual: &toml::Table) -> Vec<String> {
    let counters = ["measure", "echo"].map(|key| usual[key][1].as_str().unwrap().to_owned());
    let of_page = |page: &crate::rendered::Page| {
        let words: Vec<char> = page.words().chars().collect();
        let wrong = words.windows(2).filter(|pair| pair[0].is_ascii_digit() && counters.contains(&pair[1].to_string()));
        wrong.map(|pair| format!("{}: {}{}", page.name, pair[0], pair[1])).collect::<Vec<_>>()
    };
    pages(files).iter().flat_map(of_page).collect()
}

/// Words of an edition that no page and no table says.
fn unsaid(words: &Words, files: &Files) -> Vec<String> {
    let tables = std::str::from_utf8(&files["data/datapackage.json"]).unwrap().to_owned();
    let said: String = pages(files).iter().map(|page| page.words()).chain([unspaced(&tables)]).collect();
    let all = said_in("", &serde_json::to_value(words).unwrap());
    assert!(all.len() > 20, "{}", all.len());
    all.into_iter()
        .filter(|word| !said.contains(&word.text))
        .map(|word| format!("{}: never said", word.place))
        .collect()
}

/// As long as the content reader lets them be.
#[test]
fn the_longest_words_fit_into_every_drawing() {
    let long = |noun: &mut Noun| (noun.name, noun.counter) = ("六个字的叫法".to_owned(), "项".to_owned());
    let wrong = editions().into_iter().flat_map(|(name, edition)| {
        let mut edition = edition.clone();
        let words = &mut edition.masthead.words;
        [&mut words.matter, &mut words.measure, &mut words.echo, &mut words.target].into_iter().for_each(long);
        [&mut words.site, &mut words.term].into_iter().for_each(long);
        [&mut words.results, &mut words.plans].into_iter().for_each(|word| *word = "六个字的叫法".to_owned());
        let edition: &'static Edition = Box::leak(Box::new(edition));
        let widths = (LEAST as u16..1300).step_by(30).flat_map(|width| Size::ALL.map(|size| (f32::from(width), size)));
        let drawn: Vec<_> = widths.flat_map(|(width, size)| drawn_of(name, edition, width, size)).collect();
        breaks_of(&LAYOUT, &drawn)
    });
    assert_none(&wrong.collect::<Vec<_>>());
}

/// The words of an edition that has none of its own are complete.
#[test]
fn no_usual_word_is_missing() {
    let folder = project().join("tests/fixtures/edition");
    let edition = content::read(|name| std::fs::read_to_string(folder.join(name))).unwrap();
    let words = serde_json::to_value(&edition.masthead.words).unwrap();
    let empty = said_in("", &words).into_iter().filter(|word| word.text.is_empty()).map(|word| word.place);
    assert_none(&empty.collect::<Vec<_>>());
    assert_eq!(words.as_object().unwrap().len(), usual().len());
}
