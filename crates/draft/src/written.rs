//! The files that an article gives, for an editor to go on with.

use content::normalised;

use super::article::{Article, Measure, Part, Point};
use super::draft::Draft;
use super::label::{short, wide};
use super::template::{filled, listed, quoted};

/// The article's id.
pub const DOCUMENT: &str = "article";

const LONGEST_LABEL: usize = 12;
const LONGEST_TITLE: usize = 8;
const LONGEST_PLACE: usize = 4;
/// For a text that names no year.
const SOME_YEAR: u16 = 2025;

/// The files of an edition, with a remark wherever an editor must write. What the article says nothing
/// of has no file.
pub fn written(article: &Article) -> Draft {
    let mut draft = Draft::default();
    let values = values(article);
    draft.add("edition.toml", filled(include_str!("../import/edition.toml"), &values));
    draft.add("documents.toml", documents(article));
    draft.add("source.toml", source(article));
    let has = |is_priority| article.parts.iter().any(|part| part.is_priority == is_priority);
    for (name, is_there, text) in [
        ("indicators.toml", !article.indicators.is_empty(), indicators(article)),
        ("pillars.toml", has(false), pillars(article)),
        ("priorities.toml", has(true), priorities(article)),
    ] {
        if is_there {
            draft.add(name, text);
        }
    }
    draft.add(&format!("sources/{DOCUMENT}.txt"), article.blocks.join("\n\n") + "\n");
    draft
}

/// The values of the templates' names.
fn values(article: &Article) -> [(&'static str, String); 6] {
    let place = article.place.as_deref().unwrap_or("某地");
    let plan = article.blocks.iter().find_map(|block| year(block)).unwrap_or(SOME_YEAR);
    [
        ("PLACE", quoted(&wide(place))),
        ("SHORT", quoted(&short(&wide(place), LONGEST_PLACE))),
        ("RESULTS", (plan - 1).to_string()),
        ("PLAN", plan.to_string()),
        ("HEADLINE", quoted(&short(&wide(&article.title), LONGEST_LABEL))),
        ("SUMMARY", quoted(&wide(&article.title))),
    ]
}

/// The first year that a text names.
fn year(text: &str) -> Option<u16> {
    text.match_indices('年').find_map(|(at, _)| {
        let before = &text[..at];
        let digits = before.len() - before.trim_end_matches(|c: char| c.is_ascii_digit()).len();
        let year = before[at - digits..].parse().ok()?;
        (1900..=2999).contains(&year).then_some(year)
    })
}

fn documents(article: &Article) -> String {
    let label = article.author.as_deref().unwrap_or(&article.title);
    let mut text = format!(
        "[[document]]\nid = \"{DOCUMENT}\"\nlabel = {} # 待改：页面上怎样称呼这份材料\ntitle = {}\n",
        quoted(&short(label, LONGEST_LABEL)),
        quoted(&article.title.replace('\n', ""))
    );
    if let Some(author) = &article.author {
        text += &format!("author = {}\n", quoted(author));
    }
    text + "offices = [] # 待改：作者的职务，例如 [\"县长\"]\n"
}

fn source(article: &Article) -> String {
    let mut text = "# 原文分成哪几段。blocks＝原文文件里的第几块，从1数起，按空行分。\n".to_owned();
    let mut tables = 0;
    for paragraph in &article.paragraphs {
        let blocks = listed(paragraph.blocks.iter().map(|&block| i64::try_from(block).unwrap_or(i64::MAX)));
        text += &format!("\n[[paragraph]]\ndocument = \"{DOCUMENT}\"\nblocks = {blocks}\n");
        if paragraph.is_table {
            tables += 1;
            text += &format!("id = \"{DOCUMENT}-table-{tables}\"\nname = \"表{tables}\" # 待改\n");
        }
    }
    text
}

fn indicators(article: &Article) -> String {
    let mut text = "# 当年的数，照原文印出来的写。\n".to_owned();
    for (number, indicator) in (1..).zip(&article.indicators) {
        text += &format!(
            "\n[[indicator]]\nid = \"indicator-{number}\"\nname = {}\namount = {}\nunit = \"{}\"\n\
             document = \"{DOCUMENT}\"\nquote = {}\n",
            quoted(&wide(&indicator.name)),
            indicator.amount,
            indicator.unit,
            quoted(&indicator.quote),
        );
        let block =
            article.blocks.iter().position(|block| *block == format!("{}：{}", indicator.name, indicator.quote));
        text += &place(article, &indicator.quote, block.map_or(0, |index| index + 1));
    }
    text
}

/// The heading of a card, with its keys.
fn card(kind: &str, number: usize, part: &Part) -> String {
    let heading = wide(&part.heading);
    let gist = format!("一共写了{}项举措。", part.measures().count());
    format!(
        "\n[[{kind}]]\nid = \"{kind}-{number}\"\ntitle = {} # 待改：四五个字\nheading = {}\n\
         gist = {} # 待改：用一句话说这一部分讲什么\ndocument = \"{DOCUMENT}\"\n",
        quoted(&short(&heading, LONGEST_TITLE)),
        quoted(&heading),
        quoted(&gist),
    )
}

fn pillars(article: &Article) -> String {
    let beam = quoted(&short(&wide(&article.title), LONGEST_LABEL));
    let mut text = format!("# 来年怎么干，一个 ## 标题一段。\nbeam = {beam} # 待改：把几个方面连在一起的一句话\n");
    for (number, part) in (1..).zip(article.parts.iter().filter(|part| !part.is_priority)) {
        let id = format!("pillar-{number}");
        text += &card("pillar", number, part);
        text += "story = \"lines\" # 待改：图的样子，ladder、loop、lines、levers 或 cycle\n";
        let mut measures = 0;
        let points = part.points.iter().filter(|point| point.label.is_some() || !point.measures.is_empty());
        for (index, point) in (1..).zip(points) {
            text += &self::point(&id, index, point, part);
            for measure in &point.measures {
                measures += 1;
                text += &self::measure("pillar.point.measure", &format!("{id}-measure-{measures}"), measure, article);
            }
        }
    }
    text
}

fn point(card: &str, number: usize, point: &Point, part: &Part) -> String {
    let label = quoted(&short(&wide(point.label.as_ref().unwrap_or(&part.heading)), LONGEST_LABEL));
    format!("\n[[pillar.point]]\nid = \"{card}-point-{number}\"\nlabel = {label} # 待改：这一层讲什么\n")
}

fn priorities(article: &Article) -> String {
    let mut text =
        "# 来年干什么，一个有【重点】的 ## 标题一段。带数的目标（target）和地方（site）要自己加。\n".to_owned();
    for (number, part) in (1..).zip(article.parts.iter().filter(|part| part.is_priority)) {
        let short = short(name_in(&wide(&part.heading)), LONGEST_PLACE);
        text += &card("priority", number, part);
        text += &format!("short = {} # 待改：更短的名字，写在图上\n", quoted(&short));
        for (index, measure) in (1..).zip(part.measures()) {
            text += &self::measure("priority.measure", &format!("priority-{number}-measure-{index}"), measure, article);
        }
    }
    text
}

/// A heading without the verb that it begins with, for a name of it: 溪水再清一点 of 让溪水再清一点.
fn name_in(heading: &str) -> &str {
    let rest = ["让", "把", "使", "将", "聚力"].iter().find_map(|word| heading.strip_prefix(word));
    rest.filter(|rest| rest.chars().count() > 1).unwrap_or(heading)
}

fn measure(table: &str, id: &str, measure: &Measure, article: &Article) -> String {
    let label = quoted(&short(&wide(&measure.quote), LONGEST_LABEL));
    format!(
        "\n[[{table}]]\nid = \"{id}\"\nlabel = {label} # 待改：短标题\nquote = {}\ntopics = [] # 待改：topics.toml 里的 id\n{}",
        quoted(&measure.quote),
        place(article, &measure.quote, measure.block)
    )
}

/// The number of a quotation's block, if it stands in others too: else a check finds it.
fn place(article: &Article, quote: &str, block: usize) -> String {
    let words = normalised(quote);
    let with = article.blocks.iter().filter(|block| normalised(block).contains(&words)).count();
    if with > 1 { format!("paragraph = {block}\n") } else { String::new() }
}
