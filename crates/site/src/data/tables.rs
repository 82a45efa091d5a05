use serde_json::{Value, json};

use super::table::Holds::{Decimal, List, Maybe, MaybeDecimal, Number, Text};
use super::table::{Column, Table, column, number};
use model::{Bound, Edition, Grade, Id, Indicator, Limits, Pair, Quotation, Subject};

/// All tables of an edition that have rows.
pub fn tables(edition: &Edition) -> Vec<Table> {
    let mut tables = vec![
        indicators(edition),
        measures(edition),
        targets(edition),
        echoes(edition),
        subjects(edition),
        ties(edition),
        pairs(edition),
        terms(edition),
        topics(edition),
        cards(edition),
        sources(edition),
    ];
    tables.retain(|table| !table.rows.is_empty());
    tables
}

/// A passage and where it stands, the last columns of most tables.
fn quoted(mut columns: Vec<Column>) -> Vec<Column> {
    columns.push(column("quotation", "原文", Text));
    columns.push(column("source", "材料", Text));
    columns.push(column("paragraph", "段", Text));
    columns.push(column("place", "在原文索引里的位置", Text));
    columns
}

/// What a reader calls the paragraph of a passage: 第3段.
fn paragraph<'a>(edition: &'a Edition, quote: &Quotation) -> &'a str {
    edition.paragraph_of(quote).map_or("", |p| p.name.as_str())
}

fn with_quote(edition: &Edition, mut cells: Vec<Value>, quote: &Quotation) -> Vec<Value> {
    cells.extend([
        json!(quote.text),
        json!(quote.document),
        json!(paragraph(edition, quote)),
        json!(edition.way_to(quote)),
    ]);
    cells
}

fn indicators(edition: &Edition) -> Table {
    let year = edition.masthead.results_year;
    let row = |i: &Indicator| {
        let (value, before) = (number(i.amount.value), i.before.as_ref().map(|b| number(b.amount.value)));
        let mut cells = vec![json!(i.id), json!(i.name), value, json!(i.amount.unit), json!(year)];
        let from = i.before.as_ref().map(|b| if b.is_predecessors { "predecessor" } else { "source" });
        cells.extend([words(&i.limits), json!(before), json!(from), json!(i.change), json!(i.gloss)]);
        with_quote(edition, cells, &i.quote)
    };
    Table {
        name: "indicators",
        title: format!("{year}年的数"),
        columns: quoted(vec![
            column("id", "编号", Text),
            column("name", "指标", Text),
            column("value", "数值（照原文）", Decimal),
            column("unit", "单位（照原文）", Text),
            column("year", "年份", Number),
            column("limits", "数前后的词，照原文（空＝没有）", Maybe),
            column("before", "上年的数，单位相同", MaybeDecimal),
            column("before_from", "上年的数出自：source＝同一段原文，predecessor＝上一期", Maybe),
            column("change", "比上年怎样，原文的话", Maybe),
            column("gloss", "解释", Maybe),
        ]),
        key: &["id"],
        references: &[("source", "sources")],
        rows: edition.indicators.iter().map(row).collect(),
    }
}

fn measures(edition: &Edition) -> Table {
    let rows = edition.measures().map(|(work, m)| {
        with_quote(
            edition,
            vec![json!(m.id), json!(work.id()), json!(m.label), json!(m.topics), json!(m.role)],
            &m.quote,
        )
    });
    Table {
        name: "measures",
        title: format!("{}年的{}", edition.masthead.plan_year, edition.masthead.words.measure.name),
        columns: quoted(vec![
            column("id", "编号", Text),
            column("card", "属于", Text),
            column("label", &edition.masthead.words.measure.name, Text),
            column("topics", "主题", List),
            column("role", "只是配合的，原文的词", Maybe),
        ]),
        key: &["id"],
        references: &[("card", "cards"), ("source", "sources")],
        rows: rows.collect(),
    }
}

fn targets(edition: &Edition) -> Table {
    let rows = edition.targets().map(|(priority, t)| {
        let quantity = &t.quantity;
        let upto = if let Bound::UpTo(most) = quantity.bound { Some(number(most)) } else { None };
        let cells = vec![
            json!(t.id),
            json!(priority.id),
            json!(t.measure),
            json!(t.label),
            json!(t.wording.word),
            json!(t.wording.rank + 1),
            json!(t.deadline),
            json!(edition.role_of(&t.measure)),
            json!(bound(quantity.bound)),
            number(quantity.amount.value),
            json!(upto),
            json!(quantity.start.map(number)),
            json!(quantity.amount.unit),
            words(&quantity.limits),
        ];
        with_quote(edition, cells, &t.quote)
    });
    Table {
        name: "targets",
        title: format!("{}年{}", edition.masthead.plan_year, edition.masthead.words.target.name),
        columns: quoted(vec![
            column("id", "编号", Text),
            column("card", "属于", Text),
            column("measure", &edition.masthead.words.measure.name, Text),
            column("label", &edition.masthead.words.goal, Text),
            column("wording", "原文的写法", Text),
            column("firmness", "写法从硬到软的位次（1最硬，编辑所排）", Number),
            column("deadline", "期限（空＝没有写）", Maybe),
            column("role", "只是配合的，原文的词", Maybe),
            column("bound", "界限", Text),
            column("value", "数值", Decimal),
            column("upto", "到多少（界限是between的）", MaybeDecimal),
            column("start", "从多少起（空＝没有写）", MaybeDecimal),
            column("unit", "单位", Text),
            column("limits", "数前后的词，照原文（空＝没有）", Maybe),
        ]),
        key: &["id"],
        references: &[("card", "cards"), ("measure", "measures"), ("source", "sources")],
        rows: rows.collect(),
    }
}

/// The words around a number: 约…, …以上.
fn words(limits: &Limits) -> Value {
    let Limits { lead, tail } = limits;
    if *limits == Limits::default() { Value::Null } else { json!(format!("{lead}…{tail}")) }
}

const fn bound(bound: Bound) -> &'static str {
    match bound {
        Bound::AtLeast => "at_least",
        Bound::MoreThan => "more_than",
        Bound::AtMost => "at_most",
        Bound::LessThan => "less_than",
        Bound::Within => "within",
        Bound::By => "by",
        Bound::UpTo(_) => "between",
        Bound::Exactly => "exactly",
    }
}

fn echoes(edition: &Edition) -> Table {
    let rows = edition.echoes.iter().enumerate().map(|(i, e)| {
        let (grade, words) = grade(&e.grade);
        let cells = vec![json!(i + 1), json!(e.matter), json!(e.measure), grade, words, json!(e.why)];
        with_quote(edition, cells, &e.quote)
    });
    let (head, words) = (&edition.masthead, &edition.masthead.words);
    let (matter, echo) = (&words.matter.name, &words.echo.name);
    Table {
        name: "echoes",
        title: format!("{}年和{}年{matter}对得上的{echo}", head.plan_year, head.results_year),
        columns: quoted(vec![
            column("number", "序号", Number),
            column("matter", matter, Text),
            column("measure", &words.measure.name, Text),
            column("grade", "same-word：用了相同的词；same-meaning：编辑认为意思相近", Text),
            column("words", "相同的词", List),
            column("why", "编辑的理由", Text),
        ]),
        key: &["number"],
        references: &[("matter", "cards"), ("measure", "measures"), ("source", "sources")],
        rows: rows.collect(),
    }
}

/// What the year's report lists, and by how many passages the plans take each up again.
fn subjects(edition: &Edition) -> Table {
    let row = |s: &Subject| with_quote(edition, vec![json!(s.id), json!(s.label), json!(s.ties.len())], &s.quote);
    let subject = &edition.masthead.words.subject;
    Table {
        name: "subjects",
        title: format!("{}年的各{}", edition.masthead.results_year, subject.unit()),
        columns: quoted(vec![
            column("id", "编号", Text),
            column("label", &subject.name, Text),
            column("ties", "和它对得上的话有几处（0＝没有直接写到）", Number),
        ]),
        key: &["id"],
        references: &[("source", "sources")],
        rows: edition.subjects.iter().map(row).collect(),
    }
}

fn ties(edition: &Edition) -> Table {
    let all = edition.subjects.iter().flat_map(|s| s.ties.iter().map(move |tie| (s, tie)));
    let rows = all.enumerate().map(|(i, (subject, tie))| {
        with_quote(edition, vec![json!(i + 1), json!(subject.id), json!(tie.card), json!(tie.word)], &tie.quote)
    });
    let (head, subject) = (&edition.masthead, &edition.masthead.words.subject);
    Table {
        name: "ties",
        title: format!("{}年和{}年各{}对得上的话", head.plan_year, head.results_year, subject.unit()),
        columns: quoted(vec![
            column("number", "序号", Number),
            column("subject", &subject.name, Text),
            column("card", "在哪张卡上", Text),
            column("word", "两处都有的词（空＝编辑认为意思相近）", Maybe),
        ]),
        key: &["number"],
        references: &[("subject", "subjects"), ("card", "cards"), ("source", "sources")],
        rows: rows.collect(),
    }
}

/// Two passages per row, so its columns differ from those of other tables.
fn pairs(edition: &Edition) -> Table {
    let row = |pair: &Pair| {
        vec![
            json!(pair.word),
            json!(pair.city.document),
            json!(pair.city.text),
            json!(paragraph(edition, &pair.city)),
            json!(pair.district.text),
            json!(paragraph(edition, &pair.district)),
            json!(pair.card),
        ]
    };
    let (region, place) = (&edition.masthead.words.region, &edition.masthead.short_place);
    Table {
        name: "pairs",
        title: format!("同一个词，说{region}和说{place}的话"),
        columns: vec![
            column("word", "词", Text),
            column("source", "材料", Text),
            column("city", format!("说{region}的原文"), Text),
            column("city_paragraph", format!("说{region}的段"), Text),
            column("district", format!("说{place}的原文"), Text),
            column("district_paragraph", format!("说{place}的段"), Text),
            column("card", "在哪张卡上", Text),
        ],
        key: &["word"],
        references: &[("source", "sources"), ("card", "cards")],
        rows: edition.pairs.iter().map(row).collect(),
    }
}

fn grade(grade: &Grade) -> (Value, Value) {
    match grade {
        Grade::SameWord(words) => (json!("same-word"), json!(words)),
        Grade::SameMeaning => (json!("same-meaning"), json!(Vec::<String>::new())),
    }
}

/// One row per term and document: the long format that data tools expect.
fn terms(edition: &Edition) -> Table {
    let rows = edition.terms.iter().flat_map(|term| {
        let count = |id: &Id| vec![json!(term.id), json!(term.text), json!(id), json!(term.count_in(id))];
        edition.documents.iter().map(|d| &d.id).map(count).collect::<Vec<_>>()
    });
    let term = &edition.masthead.words.term.name;
    Table {
        name: "terms",
        title: format!("{term}在各份材料里的次数"),
        columns: vec![
            column("term", "编号", Text),
            column("text", term, Text),
            column("source", "材料", Text),
            column("count", "次数", Number),
        ],
        key: &["term", "source"],
        references: &[("source", "sources")],
        rows: rows.collect(),
    }
}

fn topics(edition: &Edition) -> Table {
    let rows = edition.topics.iter().map(|t| vec![json!(t.id), json!(t.label), json!(t.meaning)]);
    Table {
        name: "topics",
        title: format!("{}的主题", edition.masthead.words.measure.name),
        columns: vec![column("id", "编号", Text), column("label", "主题", Text), column("meaning", "含义", Text)],
        key: &["id"],
        references: &[],
        rows: rows.collect(),
    }
}

/// The cards that measures and echoes belong to.
fn cards(edition: &Edition) -> Table {
    let matters = edition.matters.iter().map(|m| vec![json!(m.id), json!("matter"), json!(m.aim)]);
    let pillars = edition.pillars.iter().map(|p| vec![json!(p.id), json!("pillar"), json!(p.heading)]);
    let priorities = edition.priorities.iter().map(|p| vec![json!(p.id), json!("priority"), json!(p.title)]);
    let words = &edition.masthead.words;
    Table {
        name: "cards",
        title: format!("{}、{}和{}", words.matter.name, words.pillar, words.priority),
        columns: vec![column("id", "编号", Text), column("kind", "种类", Text), column("title", "题目", Text)],
        key: &["id"],
        references: &[],
        rows: matters.chain(pillars).chain(priorities).collect(),
    }
}

fn sources(edition: &Edition) -> Table {
    let rows = edition.documents.iter().map(|d| {
        let credits: Vec<String> = d.credits.iter().map(|c| format!("{} {}", c.role, c.name)).collect();
        vec![
            json!(d.id),
            json!(d.label),
            json!(d.title),
            json!(d.author),
            json!(d.offices),
            json!(credits),
            json!(d.address),
        ]
    });
    Table {
        name: "sources",
        title: "引文出自的材料".to_owned(),
        columns: vec![
            column("id", "编号", Text),
            column("label", "称呼", Text),
            column("title", "标题", Maybe),
            column("author", "作者", Maybe),
            column("offices", "职务", List),
            column("credits", "其他署名", List),
            column("address", "网址", Maybe),
        ],
        key: &["id"],
        references: &[],
        rows: rows.collect(),
    }
}
