//! Editions that lack something: what is not there leaves no trace, and nothing that is there is empty or leads nowhere.

mod rules;

use std::collections::BTreeSet;
use std::sync::LazyLock;
use std::sync::atomic::{AtomicUsize, Ordering};
use std::thread;

use figure::{Figure, LEAST, figures, table};
use model::{Edition, Size};
use serde_json::Value;

use self::rules::{Rule, gone, said, wrong};
use crate::drawings::{LAYOUT, breaks_of, drawn_of};
use crate::lacking::Cut::{self, ButFirst, File, Key, With};
use crate::lacking::Lacking;
use crate::rendered::{Files, prerender, unspaced};
use crate::support::shipped::is_here;
use crate::support::{assert_none, empty_folder, project};

const FIXTURE: &str = "tests/fixtures/edition";
/// The edition in `content/`, if it is the shipped one: what is taken away must be there.
const SHIPPED: &str = "content";
const COUNTY: &str = "tests/editions/county-2023";

/// What is taken away. Cuts that do not touch each other share a case: a site takes seconds to render and to parse.
const CASES: [(&str, &str, &[Cut]); 20] = [
    ("no headings, no index", FIXTURE, &[File("sections.toml"), File("source.toml")]),
    (
        "no topics, tour, ties",
        FIXTURE,
        &[File("topics.toml"), File("tour.toml"), File("guesses.toml"), Key("matters.toml", &["subject", "tie"])],
    ),
    (
        "no numbers, sites, pairs",
        FIXTURE,
        &[
            File("indicators.toml"),
            Key("priorities.toml", &["priority", "site"]),
            Key("readings.toml", &["pair"]),
            Key("matters.toml", &["insistence"]),
        ],
    ),
    ("no matters", FIXTURE, &[File("matters.toml"), Key("readings.toml", &["city_fact"])]),
    ("no pillars", FIXTURE, &[File("pillars.toml")]),
    ("no priorities", FIXTURE, &[File("priorities.toml"), Key("pillars.toml", &["pillar", "slogan"])]),
    ("no echoes, no readings", FIXTURE, &[File("echoes.toml"), File("readings.toml")]),
    (
        "no terms, no subjects",
        FIXTURE,
        &[
            File("terms.toml"),
            Key("readings.toml", &["reading", "trait"]),
            Key("matters.toml", &["subject"]),
            Key("matters.toml", &["insistence"]),
        ],
    ),
    (
        "no targets, no sites",
        FIXTURE,
        &[Key("priorities.toml", &["priority", "target"]), Key("priorities.toml", &["priority", "site"])],
    ),
    (
        "no deadlines, slogans alone",
        FIXTURE,
        &[Key("priorities.toml", &["priority", "target", "deadline"]), Key("pillars.toml", &["pillar", "point"])],
    ),
    (
        "empty pillars, nobody speaks",
        FIXTURE,
        &[
            Key("pillars.toml", &["pillar", "point"]),
            Key("pillars.toml", &["pillar", "slogan"]),
            Key("pillars.toml", &["beam"]),
            Key("documents.toml", &["document", "author"]),
            Key("documents.toml", &["document", "title"]),
        ],
    ),
    (
        "only matters",
        FIXTURE,
        &[File("pillars.toml"), File("priorities.toml"), File("readings.toml"), File("terms.toml")],
    ),
    (
        "only one pillar",
        FIXTURE,
        &[
            File("matters.toml"),
            File("priorities.toml"),
            ButFirst("pillars.toml", &["pillar"]),
            File("indicators.toml"),
            File("readings.toml"),
            File("terms.toml"),
            File("topics.toml"),
        ],
    ),
    (
        "only priorities without targets",
        FIXTURE,
        &[
            File("matters.toml"),
            File("pillars.toml"),
            Key("priorities.toml", &["priority", "target"]),
            File("indicators.toml"),
            File("readings.toml"),
        ],
    ),
    (
        "nothing but one matter",
        FIXTURE,
        &[
            ONLY[0],
            ONLY[1],
            ONLY[2],
            ONLY[3],
            ONLY[4],
            ONLY[5],
            File("pillars.toml"),
            File("priorities.toml"),
            ButFirst("matters.toml", &["matter"]),
            Key("matters.toml", &["subject"]),
            Key("matters.toml", &["insistence"]),
        ],
    ),
    (
        "nothing but one priority",
        FIXTURE,
        &[
            ONLY[0],
            ONLY[1],
            ONLY[2],
            ONLY[3],
            ONLY[4],
            ONLY[5],
            File("pillars.toml"),
            File("matters.toml"),
            ButFirst("priorities.toml", &["priority"]),
            Key("priorities.toml", &["priority", "target"]),
            Key("priorities.toml", &["priority", "site"]),
        ],
    ),
    (
        "no amounts, no targets",
        SHIPPED,
        &[
            With("indicators.toml", "unit", "万元"),
            Key("priorities.toml", &["priority", "target"]),
            Key("edition.toml", &["lacks", "targets"]),
        ],
    ),
    (
        "plain matters, no year before",
        COUNTY,
        &[
            Key("matters.toml", &["matter", "lever"]),
            Key("indicators.toml", &["indicator", "before"]),
            Key("indicators.toml", &["indicator", "change"]),
            Key("priorities.toml", &["priority", "target", "start"]),
        ],
    ),
    (
        "the plans of the county",
        COUNTY,
        &[File("matters.toml"), File("indicators.toml"), File("terms.toml"), Key("edition.toml", &["lacks"])],
    ),
    (
        "the priorities of the report",
        SHIPPED,
        &[
            ONLY[0],
            ONLY[1],
            ONLY[2],
            ONLY[3],
            ONLY[4],
            ONLY[5],
            File("pillars.toml"),
            File("matters.toml"),
            Key("edition.toml", &["lacks"]),
        ],
    ),
];

/// Files without which an edition still has its cards.
const ONLY: [Cut; 6] = [
    File("source.toml"),
    File("sections.toml"),
    File("topics.toml"),
    File("indicators.toml"),
    File("readings.toml"),
    File("terms.toml"),
];

/// An edition that lacks something, its site, and what is wrong with its pages, by rule.
struct Sparse {
    name: &'static str,
    whole: Edition,
    edition: &'static Edition,
    files: Files,
    wrong: Vec<(Rule, String)>,
}

static ALL: LazyLock<Vec<Sparse>> = LazyLock::new(|| {
    let with_shipped = is_here();
    let cases: Vec<_> = CASES.iter().filter(|(_, folder, _)| with_shipped || *folder != SHIPPED).collect();
    let next = AtomicUsize::new(0);
    let work = || {
        let mut made = Vec::new();
        while let Some((name, folder, cuts)) = cases.get(next.fetch_add(1, Ordering::Relaxed)) {
            made.push(Sparse::new(name, folder, cuts));
        }
        made
    };
    thread::scope(|scope| {
        let workers: Vec<_> = (0..4).map(|_| scope.spawn(work)).collect();
        workers.into_iter().flat_map(|worker| worker.join().unwrap()).collect()
    })
});

impl Sparse {
    fn new(name: &'static str, folder: &str, cuts: &[Cut]) -> Self {
        let lacking = Lacking::of(folder, cuts);
        let content = empty_folder(&format!("sparse-{}", name.replace([' ', ','], "-")));
        lacking.write(&content);
        let (output, files) = prerender(&content, "sparse", &["--staged"]);
        assert!(output.status.success(), "{name}: {}", String::from_utf8_lossy(&output.stderr));
        let edition: &'static Edition = Box::leak(Box::new(lacking.edition()));
        let whole = Lacking::of(folder, &[]).edition();
        let wrong = wrong(&files, edition, &whole);
        Self { name, whole, edition, files, wrong }
    }
}

/// Every page of every site must keep the rule.
#[track_caller]
fn check(rule: Rule) {
    let broken = |sparse: &'static Sparse| {
        let found = sparse.wrong.iter().filter(|(of, _)| *of == rule);
        found.map(|(_, what)| format!("{}, {what}", sparse.name)).collect::<Vec<_>>()
    };
    assert_none(&ALL.iter().flat_map(broken).collect::<Vec<_>>());
}

#[test]
fn every_reference_leads_to_something() {
    check(Rule::Leads);
}

#[test]
fn nothing_is_empty() {
    check(Rule::Full);
}

#[test]
fn every_drawing_is_there_with_shapes_and_a_table() {
    check(Rule::Drawn);
}

/// Nothing but the edition says what the source lacks, and nothing is counted that is not there.
#[test]
fn no_sentence_says_what_is_lacking() {
    check(Rule::Lacks);
}

#[test]
fn the_bar_the_contents_and_the_search_list_what_is_there() {
    check(Rule::Listed);
}

/// Of what is gone, no word is left but where the edition itself says so.
#[test]
fn no_word_of_what_is_gone_is_left() {
    check(Rule::Gone);
    let mut left = Vec::new();
    for Sparse { name, whole, edition, files, .. } in ALL.iter() {
        let gone = gone(&said(edition), whole);
        for (file, bytes) in files.iter().filter(|(file, _)| file.starts_with("data/")) {
            let words = unspaced(&String::from_utf8_lossy(bytes));
            let found = gone.iter().filter(|text| words.contains(text.as_str()));
            left.extend(found.map(|text| format!("{name}, {file}: {text}")));
        }
    }
    assert_none(&left);
}

#[test]
fn drawings_keep_their_rules_and_say_something() {
    let mut broken = Vec::new();
    for Sparse { name, edition, .. } in ALL.iter() {
        for (width, size) in [
            (LEAST, Size::Xlarge),
            (344.0, Size::Standard),
            (390.0, Size::Large),
            (760.0, Size::Standard),
            (1280.0, Size::Standard),
        ] {
            broken.extend(breaks_of(&LAYOUT, &drawn_of(name, edition, width, size)));
        }
        for kind in figures(edition) {
            let figure = Figure::new(edition, kind);
            let id = kind.id(edition);
            if table(figure).rows.is_empty() {
                broken.push(format!("{name}: {id} has no mark"));
            }
            let said = figure.sentence();
            if ["，。", "；。", "：。", "，，", "；；", "”。”"].iter().any(|slip| said.contains(slip))
                || said.chars().count() < 6
            {
                broken.push(format!("{name}: {id} says {said}"));
            }
        }
    }
    assert_none(&broken);
}

#[test]
fn every_data_file_has_rows_and_is_listed() {
    let mut wrong = Vec::new();
    for Sparse { name, files, edition, .. } in ALL.iter() {
        let tables = files.iter().filter(|(file, _)| file.starts_with("data/") && file.ends_with(".csv"));
        let empty = tables.filter(|(_, bytes)| String::from_utf8_lossy(bytes).lines().count() < 2);
        wrong.extend(empty.map(|(file, _)| format!("{name}: {file} has no rows")));
        let package: Value = serde_json::from_slice(&files["data/datapackage.json"]).unwrap();
        let listed: BTreeSet<String> = package["resources"]
            .as_array()
            .unwrap()
            .iter()
            .map(|r| format!("data/{}", r["path"].as_str().unwrap()))
            .collect();
        let written: BTreeSet<String> = files
            .keys()
            .filter(|file| {
                file.starts_with("data/")
                    && !file.starts_with("data/excel/")
                    && !["data/datapackage.json", "data/citations.json"].contains(&file.as_str())
            })
            .cloned()
            .collect();
        wrong.extend((listed != written).then(|| format!("{name}: {listed:?} listed, {written:?} written")));
        let embeds: BTreeSet<String> =
            files.keys().filter(|file| file.starts_with("embed/") && file.ends_with(".html")).cloned().collect();
        let pieces = figures(edition).into_iter().map(|kind| kind.id(edition)).chain(["all"]);
        let expected: BTreeSet<String> = pieces.map(|id| format!("embed/{id}.html")).collect();
        wrong.extend((embeds != expected).then(|| format!("{name}: {embeds:?} for {expected:?}")));
    }
    assert_none(&wrong);
}

/// An edition with no card at all is told so, once.
#[test]
fn an_edition_shows_at_least_one_card() {
    let text = |name: &str| std::fs::read_to_string(project().join(FIXTURE).join(name));
    let load = |name: &str| match name {
        "edition.toml" | "documents.toml" => text(name),
        _ => Err(std::io::ErrorKind::NotFound.into()),
    };
    let problems = content::read(load).unwrap_err();
    let told: Vec<String> = problems.iter().map(ToString::to_string).collect();
    let [told] = told.as_slice() else { panic!("{told:?}") };
    assert!(told.starts_with("edition.toml:1:1：这一版没有可看的"), "{told}");
}
