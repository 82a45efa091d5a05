//! What holds for every page of every edition, whatever it has.

use std::collections::{BTreeMap, BTreeSet};

use figure::figures;
use model::Edition;
use model::find::Index;
use scraper::{ElementRef, Selector};

use crate::rendered::{Files, Page, pages, unspaced};
use crate::support::texts;

#[derive(Clone, Copy, Debug, PartialEq)]
pub enum Rule {
    /// Links and references lead somewhere.
    Leads,
    /// Nothing is empty.
    Full,
    /// Each drawing has shapes, a heading and a table, and there are no others.
    Drawn,
    /// No word is left of what is gone.
    Gone,
    /// No sentence says what the source lacks.
    Lacks,
    /// What is listed is there.
    Listed,
}

/// Returns a page's breaches of a rule.
type Breaches = fn(&Page, &Site<'_>) -> Vec<String>;

const RULES: [(Rule, Breaches); 6] = [
    (Rule::Leads, leads_nowhere),
    (Rule::Full, is_empty),
    (Rule::Drawn, is_not_drawn),
    (Rule::Gone, says_what_is_gone),
    (Rule::Lacks, says_what_lacks),
    (Rule::Listed, is_not_listed),
];

/// What a page is judged by.
struct Site<'a> {
    edition: &'a Edition,
    files: &'a Files,
    /// The ids in each document.
    ids: BTreeMap<&'a str, BTreeSet<&'a str>>,
    /// All that the edition says.
    said: Vec<String>,
    /// What the whole edition says, and this one does not.
    gone: Vec<String>,
}

/// Everything that is wrong with the pages of a site. Parses each page once, as that takes most of the time.
pub fn wrong(files: &Files, edition: &Edition, whole: &Edition) -> Vec<(Rule, String)> {
    // They have the same body as the index.
    let same = ["large.html", "embed/all.html"];
    let files_of_their_own = files.iter().filter(|(name, _)| !same.contains(&name.as_str()));
    let pages = pages(&files_of_their_own.map(|(name, bytes)| (name.clone(), bytes.clone())).collect());
    let ids = pages.iter().map(|page| (page.name.as_str(), page.attributes("id").into_iter().collect())).collect();
    let said = said(edition);
    let gone = gone(&said, whole);
    let site = Site { edition, files, ids, said, gone };
    let of_page = |page: &Page| {
        let found = RULES.iter().flat_map(|(rule, broken)| broken(page, &site).into_iter().map(|what| (*rule, what)));
        found.map(|(rule, what)| (rule, format!("{}: {what}", page.name))).collect::<Vec<_>>()
    };
    pages.iter().flat_map(of_page).collect()
}

/// Every text of an edition.
pub fn said(edition: &Edition) -> Vec<String> {
    let said = texts(edition).into_iter().map(|said| unspaced(&said.text));
    let mut said: Vec<String> = said.filter(|text| !text.is_empty()).collect();
    // The longest first, as they contain others.
    said.sort_by_key(|text| std::cmp::Reverse(text.len()));
    said
}

/// What every site says itself.
const OWN: &str = "方法与来源";

/// The texts of the whole edition that nothing says any more. Short ones may be anybody's.
pub fn gone(kept: &[String], whole: &Edition) -> Vec<String> {
    let is_left = |text: &String| text == OWN || kept.iter().any(|kept| kept.contains(text.as_str()));
    said(whole).into_iter().filter(|text| text.chars().count() > 3 && !is_left(text)).collect()
}

fn select<'a>(within: ElementRef<'a>, selector: &str) -> Vec<ElementRef<'a>> {
    within.select(&Selector::parse(selector).unwrap()).collect()
}

fn words(element: ElementRef<'_>) -> String {
    unspaced(&element.text().collect::<String>())
}

fn leads_nowhere(page: &Page, site: &Site<'_>) -> Vec<String> {
    let own = &site.ids[page.name.as_str()];
    let mut wrong = Vec::new();
    for name in ["aria-labelledby", "aria-describedby", "aria-controls", "for", "data-ask"] {
        let named = page.attributes(name).into_iter().flat_map(str::split_whitespace);
        wrong.extend(named.filter(|id| !own.contains(id)).map(|id| format!("{name}={id}")));
    }
    for way in page.attributes("href").into_iter().filter(|way| !way.contains(':')) {
        let file = page.file_of(way).unwrap();
        let card = way.split_once("?card=").map(|(_, card)| card);
        let fragment = way.split_once('#').map(|(_, fragment)| fragment).or(card);
        let leads = fragment.is_none_or(|id| site.ids.get(file.as_str()).is_some_and(|ids| ids.contains(id)));
        wrong.extend((!site.files.contains_key(&file) || !leads).then(|| format!("href={way}")));
    }
    let drawn: Vec<&str> = figures(site.edition).iter().map(|kind| kind.id(site.edition)).collect();
    let live = page.attributes("data-live").into_iter().chain(page.attributes("data-figure"));
    let known = |id: &&str| drawn.contains(id) || ["topics", "terms", "tour"].contains(id);
    wrong.extend(live.filter(|id| !known(id)).map(|id| format!("{id} is live and not drawn")));
    wrong
}

/// Elements that must not be empty.
const FULL: &str = "h1, h2, h3, h4, h5, h6, p, ul, ol, li, dl, dt, dd, table, thead, tbody, tr, caption, figcaption, \
                    blockquote, section, nav, details, summary, main, article, header, footer, fieldset, .pair > div, \
                    .chips, .cards";
/// Elements that scripts fill.
const FILLED: &str = "[role=status], .find-hits, .guide > .place";

fn is_empty(page: &Page, _: &Site<'_>) -> Vec<String> {
    let filled = Selector::parse(FILLED).unwrap();
    let empty = page.all(FULL).into_iter().filter(|element| {
        let seen = "svg, canvas, img, input, textarea, select, iframe";
        !filled.matches(element) && words(*element).is_empty() && select(*element, seen).is_empty()
    });
    let mut wrong: Vec<String> = empty.map(|element| format!("empty: {}", element.html())).collect();
    // A heading is followed by something.
    for section in page.all("section, details:not(.download, .data, .panel)") {
        let heads = select(section, ":scope > :is(h1, h2, h3, h4, summary, header, .section-head)");
        let head: usize = heads.into_iter().map(|head| words(head).chars().count()).sum();
        let seen = !select(section, "canvas, input, img, table").is_empty();
        if !seen && words(section).chars().count() <= head {
            wrong.push(format!("a heading alone: {}", section.html().chars().take(200).collect::<String>()));
        }
    }
    wrong
}

fn is_not_drawn(page: &Page, site: &Site<'_>) -> Vec<String> {
    let mut wrong = Vec::new();
    for figure in page.all("figure[data-figure]") {
        let id = figure.attr("data-figure").unwrap();
        let count = |selector: &str| select(figure, selector).len();
        let (shapes, rows) = (count(".twins svg > *"), count(".data tbody tr"));
        wrong.extend((shapes == 0 || rows == 0).then(|| format!("{id}: {shapes} shapes, {rows} rows")));
        let (headings, scales) = (count("figcaption :is(h2, h3)"), count(".scale"));
        wrong.extend((headings != 1 || scales != 1).then(|| format!("{id}: {headings} headings, {scales} scales")));
    }
    if page.is_index() {
        let ids: BTreeSet<&str> = page.attributes("data-figure").into_iter().collect();
        let drawn: BTreeSet<&str> = figures(site.edition).iter().map(|kind| kind.id(site.edition)).collect();
        wrong.extend((ids != drawn).then(|| format!("{ids:?} for {drawn:?}")));
    }
    wrong
}

fn says_what_is_gone(page: &Page, site: &Site<'_>) -> Vec<String> {
    let words = page.words();
    site.gone.iter().filter(|text| words.contains(text.as_str())).cloned().collect()
}

fn says_what_lacks(page: &Page, site: &Site<'_>) -> Vec<String> {
    const LACKS: [&str; 10] =
        ["没有写", "没有列", "没有标", "没有直接", "没有一", "这一版没有", "原文没有", "零件", "零个", "零项"];
    let words = site.said.iter().fold(page.words(), |words, text| words.replace(text, "※"));
    let mut wrong: Vec<String> =
        LACKS.iter().filter(|lack| words.contains(**lack)).map(|lack| (*lack).to_owned()).collect();
    let letters: Vec<char> = words.chars().collect();
    for i in 1..letters.len().saturating_sub(2) {
        let counts = letters[i] == '0' && "项处个条行件张".contains(letters[i + 1]);
        let alone = !letters[i - 1].is_ascii_digit() && !".,".contains(letters[i - 1]);
        let about: String = letters[i.saturating_sub(8)..(i + 8).min(letters.len())].iter().collect();
        // Beside others that have some, a work without echoes says so in the cover's table.
        let beside = letters[i + 1] == '处' && !site.edition.echoes.is_empty();
        wrong.extend((counts && alone && !beside).then_some(about));
    }
    wrong
}

fn is_not_listed(page: &Page, site: &Site<'_>) -> Vec<String> {
    if !page.is_index() {
        return Vec::new();
    }
    let expected: Vec<&str> = site.edition.sections.iter().map(|section| section.id.as_str()).collect();
    let listed = |selector: &str| -> Vec<&str> {
        page.all(selector).into_iter().filter_map(|link| link.attr("href")?.strip_prefix('#')).collect()
    };
    let ids: Vec<&str> = page.all("section[id].wrap").into_iter().filter_map(|section| section.attr("id")).collect();
    let found = [listed(".sections a"), listed(".contents a"), ids].into_iter().filter(|found| *found != expected);
    let mut wrong: Vec<String> = found.map(|found| format!("{found:?} for {expected:?}")).collect();
    let index = Index::of(site.edition);
    let lost = index.targets().into_iter().filter(|target| !site.ids["index.html"].contains(target));
    wrong.extend(lost.map(|target| format!("found at {target}, which is not there")));
    wrong
}
