use std::cell::{Cell, RefCell};
use std::collections::{BTreeMap, BTreeSet};

use super::problem::Problem;
use super::source_text::SourceTexts;

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
            Self::Other => "条目",
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
    listed: RefCell<BTreeMap<(String, u16), Place>>,
    /// The printed blocks that quotations name.
    looked_up: RefCell<Vec<(String, u16, Place)>>,
    problems: RefCell<Vec<Problem>>,
    /// The texts that are quoted, as far as they are there.
    pub quoted: SourceTexts,
    /// Whether a file could not be read, and with it ids that others refer to.
    incomplete: Cell<bool>,
}

impl Registry {
    /// Looks up quotations in these texts.
    pub fn against(quoted: SourceTexts) -> Self {
        Self { quoted, ..Self::default() }
    }

    pub fn complain(&self, problem: Problem) {
        self.problems.borrow_mut().push(problem);
    }

    /// Reports a file that could not be read. References that it may have declared are then not reported as
    /// broken.
    pub fn miss(&self, problem: Problem) {
        self.incomplete.set(true);
        self.complain(problem);
    }

    pub fn is_incomplete(&self) -> bool {
        self.incomplete.get()
    }

    pub fn declare(&self, id: &str, kind: Kind, place: Place) {
        let mut declared = self.declared.borrow_mut();
        if let Some((_, first)) = declared.get(id) {
            let cure = format!("第一次用在 {}:{}，请给其中一处换一个名字", first.file, first.line);
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

    /// Records that a quotation refers to a printed block.
    pub fn look_up(&self, document: &str, block: u16, place: Place) {
        self.looked_up.borrow_mut().push((document.to_owned(), block, place));
    }

    /// The blocks of a document that quotations refer to, for a document that the source index does not list.
    pub fn unlisted(&self, document: &str) -> BTreeSet<u16> {
        if self.listed.borrow().keys().any(|(of, _)| of == document) {
            return BTreeSet::new();
        }
        let looked_up = self.looked_up.borrow();
        looked_up.iter().filter(|(of, ..)| of == document).map(|(_, block, _)| *block).collect()
    }

    /// All problems found, references included, in the order of files and lines.
    pub fn finish(self) -> Vec<Problem> {
        let indexed: BTreeSet<String> = self.listed.borrow().keys().map(|(document, _)| document.clone()).collect();
        let declared = self.declared.into_inner();
        let mut problems = self.problems.into_inner();
        let references = if self.incomplete.get() { Vec::new() } else { self.references.into_inner() };
        for (id, kind, place) in references {
            if declared.get(&id).is_some_and(|(found, _)| kind.accepts(*found)) {
                continue;
            }
            let known = declared.iter().filter(|(_, (found, _))| kind.accepts(*found)).map(|(id, _)| id.as_str());
            let cure = match nearest(&id, known) {
                Some(near) => format!("是不是 “{near}”？"),
                None => format!("先在内容里写下这个{}，再引用它", kind.label()),
            };
            problems.push(place.problem(format!("“{id}” 不是任何{}的 id", kind.label()), cure));
        }
        let listed = self.listed.into_inner();
        let looked_up = if self.incomplete.get() { Vec::new() } else { self.looked_up.into_inner() };
        for (document, block, place) in looked_up {
            // A document that is not there has been reported; one without an index gets one.
            let known = declared.get(&document).is_some_and(|(kind, _)| *kind == Kind::Document);
            let known = known && indexed.contains(&document);
            if known && !listed.contains_key(&(document.clone(), block)) {
                let what = format!("原文索引里没有 “{document}” 的第 {block} 块");
                problems.push(place.problem(what, "改这个数，或在 source.toml 里把这一块归进一段".into()));
            }
        }
        problems.sort();
        problems
    }
}

/// The known word closest to a mistyped one, if it is close enough to be meant.
pub fn nearest<'a>(word: &str, known: impl Iterator<Item = &'a str>) -> Option<&'a str> {
    known
        .map(|candidate| (strsim::damerau_levenshtein(word, candidate), candidate))
        .filter(|(distance, candidate)| *distance <= 1 + candidate.chars().count() / 4)
        .min()
        .map(|(_, candidate)| candidate)
}
