//! What the page offers beside the report: a guided tour, and guesses.

use super::facts::Facts;
use super::registry::{Kind, nearest};
use super::row::Row;
use model::{Guess, Id, Indicator, Priority, Step};

/// As much as one takes in at a glance.
const MOST_CHARACTERS: usize = 40;

pub fn step(row: &Row<'_>, facts: &Facts, drawings: &[Id]) -> Step {
    let (target, mark) = (row.text("target").into(), row.optional_text("mark").map(Id::from));
    let step = Step { target, mark, text: facts.text(row, "text") };
    expect_drawing(row, "target", &step.target, drawings);
    let length = step.text.chars().count();
    if length > MOST_CHARACTERS {
        // What placeholders stand for may be in a file that could not be read.
        row.miss("text", format!("这一句有 {length} 个字"), format!("缩短到 {MOST_CHARACTERS} 个字以内"));
    }
    step
}

fn expect_drawing(row: &Row<'_>, key: &'static str, name: &Id, drawings: &[Id]) {
    if name.is_empty() || drawings.contains(name) {
        return;
    }
    if row.declares(name, Kind::Card) {
        let cure = format!("换一张有图的卡片，或一幅图的名字：{}", drawings.join("、"));
        row.complain(key, format!("卡片 “{name}” 没有图"), cure);
        return;
    }
    let cure = match nearest(name, drawings.iter().map(Id::as_str)) {
        Some(near) => format!("是不是 “{near}”？"),
        None => format!("写一张卡片的 id，或一幅图的名字：{}", drawings.join("、")),
    };
    row.miss(key, format!("没有叫 “{name}” 的图"), cure);
}

/// Either two indicators are compared, or a target is a percentage already; both must lie between 0 and 100.
pub fn guess(row: &Row<'_>, drawings: &[Id], indicators: &[Indicator], priorities: &[Priority]) -> Guess {
    let figure = row.text("figure").into();
    expect_drawing(row, "figure", &figure, drawings);
    let (question, unit, note) = (row.text("question"), row.text("unit"), row.optional_text("note"));
    if let Some(answer) = row.optional_text("target").map(Id::from) {
        let target = priorities.iter().filter(|p| p.id == figure).flat_map(|p| &p.targets).find(|t| t.id == answer);
        match target.map(|t| &t.quantity) {
            None => row.miss(
                "target",
                format!("“{figure}” 里没有目标 “{answer}”"),
                "figure 写一项重点的 id，target 写这一项里的一个目标".into(),
            ),
            Some(quantity) if quantity.share().is_none() => {
                row.complain("target", format!("“{answer}” 不是百分数"), "选一个不超过 100 的百分数目标".into());
            }
            Some(_) => {}
        }
        return Guess { figure, question, unit, answer, whole: None, note };
    }
    let (whole, answer) = (row.reference("of", Kind::Indicator), row.reference("part", Kind::Indicator));
    let amount = |id: &Id| indicators.iter().find(|i| i.id == *id).map(|i| &i.amount);
    if let (Some(part), Some(of)) = (amount(&answer), amount(&whole)) {
        // Zero means that the amount could not be read, which has been reported.
        let comparable = part.unit == of.unit && part.value.compare(of.value).is_le();
        if !comparable && of.value.digits() > 0 {
            let what = format!("“{answer}” 不是 “{whole}” 的百分之 0 到 100");
            row.complain("part", what, "part 和 of 要用同一个单位，part 不大于 of".into());
        }
    }
    Guess { figure, question, unit, answer, whole: Some(whole), note }
}
