use std::cell::{Cell, RefCell};
use std::collections::{BTreeMap, BTreeSet};

use super::found::Found;
use super::problem::Problem;
use super::quoted::Quoted;

/// What kind of thing an id names; a reference must name its own kind.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Kind {
    Document,
    Topic,
    Measure,
    Matter,
    Insistence,
    /// A matter or an insistence; never declared.
    Past,
    Card,
    /// A card of the plans.
    Work,
    Indicator,
    /// A section of the page. There are only those that the page has.
    Section,
    Other,
}

impl Kind {
    const fn label(self) -> &'static str {
        match self {
            Self::Document => "文件（documents.toml）",
            Self::Topic => "主题（topics.toml）",
            Self::Measure => "举措（measure）",
            Self::Matter => "大事（matters.toml）",
            Self::Insistence => "坚持（insistence）",
            Self::Past => "大事或坚持（matters.toml）",
            Self::Card => "卡片（matter、pillar 或 priority）",
            Self::Work => "安排的卡片（pillar 或 priority）",
            Self::Indicator => "指标（indicators.toml）",
            Self::Section => "版块（sections.toml）",
            Self::Other => "条目",
        }
    }

    /// The files that declare it.
    const fn files(self) -> &'static [&'static str] {
        match self {
            Self::Document => &["documents.toml"],
            Self::Topic => &["topics.toml"],
            Self::Measure => &["pillars.toml", "priorities.toml"],
            Self::Matter | Self::Insistence | Self::Past => &["matters.toml"],
            Self::Card => &["matters.toml", "pillars.toml", "priorities.toml"],
            Self::Work => &["pillars.toml", "priorities.toml"],
            Self::Indicator => &["indicators.toml"],
            Self::Section => &["sections.toml"],
            Self::Other => &[],
        }
    }

    fn accepts(self, declared: Self) -> bool {
        self == declared
            || matches!((self, declared), (Self::Card, Self::Matter) | (Self::Work, Self::Card))
            || (self == Self::Past && matches!(declared, Self::Matter | Self::Insistence))
    }
}

/// A place in a file.
#[derive(Clone, Debug)]
pub struct Place {
    pub file: String,
    pub line: usize,
    pub column: usize,
}

impl Place {
    pub fn problem(&self, what: String, cure: String) -> Problem {
        Problem { file: self.file.clone(), line: self.line, column: self.column, what, cure }
    }
}

/// Collects ids, references and problems over all files, so that one run finds everything.
#[derive(Default)]
pub struct Registry {
    declared: RefCell<BTreeMap<String, (Kind, Place)>>,
    references: RefCell<Vec<(String, Kind, Place)>>,
    /// The printed blocks that the index of the source lists, by document.
    listed: RefCell<Listed>,
    /// The quotations in blocks that it does not list.
    strays: RefCell<BTreeMap<(String, u16), Strays>>,
    /// The printed blocks that quotations name.
    looked_up: RefCell<Vec<(String, u16, Place)>>,
    problems: RefCell<Vec<Problem>>,
    /// How many more there are that have not been reported.
    held_back: Cell<usize>,
    /// Where quotations stand.
    pub quoted: Quoted,
    /// The year of the plans, known before they are read.
    pub plan_year: u16,
    /// The files that could not be read, and with them ids that others refer to.
    unread: RefCell<BTreeSet<String>>,
    /// The files that an edition does without.
    absent: RefCell<BTreeSet<String>>,
    /// What the reader asked for, so that a test can compare it with the table of keys.
    #[cfg(test)]
    asked: RefCell<Asked>,
}

/// Keys by file, table and name: whether each must be there, and the words that it may hold.
#[cfg(test)]
pub type Asked = BTreeMap<(String, String, &'static str), (bool, Vec<String>)>;

/// Quotations, and where each is written.
type Strays = Vec<(String, Place)>;

/// Printed blocks by document and number.
type Listed = BTreeMap<(String, u16), Place>;

/// Whether the source index lists blocks of a document.
fn has_index(listed: &Listed, document: &str) -> bool {
    let from = listed.range((document.to_owned(), 0)..).next();
    from.is_some_and(|((of, _), _)| of == document)
}

impl Registry {
    /// Places quotations by what is known of the texts.
    pub fn against(quoted: Quoted) -> Self {
        Self { quoted, ..Self::default() }
    }

    pub fn complain(&self, problem: Problem) {
        self.problems.borrow_mut().push(problem);
    }

    /// Reports what many things would be reported for only once.
    pub fn complain_once(&self, problem: Problem) {
        self.hold_back();
        if !self.problems.borrow().contains(&problem) {
            self.complain(problem);
        }
    }

    /// A quotation stands in a block that the source index does not list.
    pub fn stray(&self, document: &str, block: u16, quote: &str, place: Place) {
        self.hold_back();
        self.strays.borrow_mut().entry((document.to_owned(), block)).or_default().push((quote.to_owned(), place));
    }

    /// Reports a file that cannot be read. References to what it may declare are then not reported
    /// as broken.
    pub fn cannot_read(&self, problem: Problem) {
        self.unread.borrow_mut().insert(problem.file.clone());
        self.complain(problem);
    }

    /// A file that need not be there is not.
    pub fn do_without(&self, file: &str) {
        self.absent.borrow_mut().insert(file.to_owned());
    }

    pub fn is_incomplete(&self) -> bool {
        !self.unread.borrow().is_empty()
    }

    pub fn declare(&self, id: &str, kind: Kind, place: Place) {
        let mut declared = self.declared.borrow_mut();
        if let Some((_, first)) = declared.get(id) {
            let mend = if kind == Kind::Section {
                "删去其中一段，或改成别的版块"
            } else {
                "给其中一处换一个名字"
            };
            let cure = format!("第一次用在 {}:{}，{mend}", first.file, first.line);
            self.complain(place.problem(format!("id “{id}” 用了两次"), cure));
        } else {
            declared.insert(id.to_owned(), (kind, place));
        }
    }

    pub fn refer(&self, id: &str, kind: Kind, place: Place) {
        self.references.borrow_mut().push((id.to_owned(), kind, place));
    }

    /// Records that the source index lists a printed block.
    pub fn list(&self, document: &str, block: u16, place: Place) {
        let mut listed = self.listed.borrow_mut();
        if let Some(first) = listed.get(&(document.to_owned(), block)) {
            let cure = format!("它已经写在 {}:{}，一块只归一段", first.file, first.line);
            self.complain(place.problem(format!("“{document}” 的第 {block} 块用了两次"), cure));
        } else {
            listed.insert((document.to_owned(), block), place);
        }
    }

    /// Something is missing that will be reported as another problem.
    pub fn hold_back(&self) {
        self.held_back.set(self.held_back.get() + 1);
    }

    /// How many problems were found so far, whether or not they have been reported.
    pub fn count(&self) -> usize {
        self.problems.borrow().len() + self.held_back.get()
    }

    /// Whether something of this kind has been read under this id.
    pub fn declares(&self, id: &str, kind: Kind) -> bool {
        self.declared.borrow().get(id).is_some_and(|(declared, _)| kind.accepts(*declared))
    }

    /// Whether nothing wrong was found in a file so far.
    pub fn is_clean(&self, file: &str) -> bool {
        !self.problems.borrow().iter().any(|problem| problem.file == file)
    }

    /// File and line of what has this id.
    pub fn place_of(&self, id: &str) -> Option<String> {
        self.declared.borrow().get(id).map(|(_, place)| format!("{}:{}", place.file, place.line))
    }

    /// Whether the source index lists a printed block. Of a document that it leaves out it lists all.
    pub fn lists(&self, document: &str, block: u16) -> bool {
        let listed = self.listed.borrow();
        listed.contains_key(&(document.to_owned(), block)) || !has_index(&listed, document)
    }

    /// Records that a quotation refers to a printed block.
    pub fn look_up(&self, document: &str, block: u16, place: Place) {
        self.looked_up.borrow_mut().push((document.to_owned(), block, place));
    }

    #[cfg(test)]
    pub fn note(&self, (file, table): (&str, &str), key: &'static str, must: bool) {
        let mut asked = self.asked.borrow_mut();
        asked.entry((file.to_owned(), table.to_owned(), key)).or_default().0 |= must;
    }

    #[cfg(test)]
    pub fn offer<'a>(&self, (file, table): (&str, &str), key: &'static str, words: impl Iterator<Item = &'a str>) {
        let words: Vec<String> = words.map(str::to_owned).collect();
        let mut asked = self.asked.borrow_mut();
        asked.entry((file.to_owned(), table.to_owned(), key)).or_default().1 = words;
    }

    #[cfg(test)]
    pub fn asked(&self) -> Asked {
        self.asked.borrow().clone()
    }

    /// The blocks of a document that quotations refer to, for a document that the source index does not list.
    pub fn unlisted(&self, document: &str) -> BTreeSet<u16> {
        if has_index(&self.listed.borrow(), document) {
            return BTreeSet::new();
        }
        let looked_up = self.looked_up.borrow();
        looked_up.iter().filter(|(of, ..)| of == document).map(|(_, block, _)| *block).collect()
    }

    /// All problems found, references included, in the order of files and lines; and the places of
    /// quotations that were looked for.
    pub fn finish(self) -> (Vec<Problem>, Found) {
        let found = self.quoted.into_found();
        let declared = self.declared.into_inner();
        let mut problems = self.problems.into_inner();
        let unread = self.unread.into_inner();
        let is_read = |files: &[&str]| !files.iter().any(|file| unread.contains(*file));
        let absent = self.absent.into_inner();
        let mut missed: BTreeMap<&str, Vec<Place>> = BTreeMap::new();
        for (id, kind, place) in self.references.into_inner() {
            if !is_read(kind.files()) || declared.get(&id).is_some_and(|(found, _)| kind.accepts(*found)) {
                continue;
            }
            if let [file, ..] = kind.files()
                && kind.files().iter().all(|file| absent.contains(*file))
            {
                missed.entry(file).or_default().push(place);
                continue;
            }
            let known = declared.iter().filter(|(_, (found, _))| kind.accepts(*found)).map(|(id, _)| id.as_str());
            let cure = match nearest(&id, known.clone()) {
                Some(near) => format!("是不是 “{near}”？"),
                None if (1..=FEW).contains(&known.clone().count()) => {
                    format!("能写的有：{}", known.collect::<Vec<_>>().join("、"))
                }
                None => format!("先在内容里写出这样的{}，再引用它", kind.label()),
            };
            problems.push(place.problem(format!("“{id}” 不是任何{}的 id", kind.label()), cure));
        }
        problems.extend(missed.into_iter().map(|(file, places)| {
            let (count, Place { file: from, line, .. }) = (places.len(), &places[0]);
            let what = format!("没有这个文件，却有 {count} 处引用里面的条目，第一处在 {from} 的第 {line} 行");
            Problem {
                file: file.into(), line: 0, column: 0, what, cure: "补上这个文件，或删去这些引用".into()
            }
        }));
        let listed = self.listed.into_inner();
        let mut named: BTreeMap<(String, u16), Vec<Place>> = BTreeMap::new();
        for (document, block, place) in self.looked_up.into_inner() {
            // A document that is not there has been reported; one without an index gets one.
            let known = declared.get(&document).is_some_and(|(kind, _)| *kind == Kind::Document);
            let known = known && has_index(&listed, &document);
            if known && is_read(&["source.toml"]) && !listed.contains_key(&(document.clone(), block)) {
                named.entry((document, block)).or_default().push(place);
            }
        }
        // One message for each block, at the first place that needs it.
        problems.extend(named.into_iter().map(|((document, block), places)| {
            let often = times(places.len());
            let what = format!("原文索引里没有 “{document}” 的第 {block} 块{often}");
            places[0].problem(what, "改这个数，或在 source.toml 里把这一块归进一段".into())
        }));
        problems.extend(self.strays.into_inner().into_iter().map(|((document, block), quotes)| {
            let ((quote, place), often) = (&quotes[0], times(quotes.len()));
            let what = format!("“{quote}” 在 “{document}” 的第 {block} 块里，原文索引里没有这一块{often}");
            place.problem(what, "在 source.toml 里把这一块归进一段".into())
        }));
        problems.sort();
        (problems, found)
    }
}

/// How many places need the same, if there are several.
fn times(count: usize) -> String {
    if count > 1 { format!("（一共{count}处引文在这一块）") } else { String::new() }
}

/// So many ids can be listed in a message.
const FEW: usize = 12;

/// The known word closest to a mistyped one, if it is close enough to be meant.
pub fn nearest<'a>(word: &str, known: impl Iterator<Item = &'a str>) -> Option<&'a str> {
    known
        .map(|candidate| (strsim::damerau_levenshtein(word, candidate), candidate))
        .filter(|(distance, candidate)| *distance <= 1 + candidate.chars().count() / 4)
        .min()
        .map(|(_, candidate)| candidate)
}
