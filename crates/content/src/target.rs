//! The targets, and the scale of words that says how firmly each is meant.

use std::cell::RefCell;

use super::beside::year_before;
use super::last_year::expect_this_years;
use super::printed::{plain, printed};
use super::quantity::quantity;
use super::registry::{Kind, nearest};
use super::row::Row;
use model::{Amount, Bound, Firmness, Quantity, Target, TargetView, Wording, Yardstick};

const FIRMNESS: [(&str, Firmness); 3] =
    [("fixed", Firmness::Fixed), ("striving", Firmness::Striving), ("progress", Firmness::Progress)];

/// The scale of an edition, the firmest word first.
pub fn wordings(row: &Row<'_>) -> Vec<Wording> {
    let scale: RefCell<Vec<Wording>> = RefCell::default();
    row.rows("wording", |row| {
        let (word, firmness) = (row.text("word"), row.choice("firmness", &FIRMNESS));
        let mut scale = scale.borrow_mut();
        if scale.iter().any(|known| known.word == word) {
            row.complain("word", format!("“{word}” 写了两次"), "一个词只留一处".into());
        } else {
            let rank = u16::try_from(scale.len()).unwrap_or(u16::MAX);
            scale.push(Wording { word, rank, firmness });
        }
    });
    scale.into_inner()
}

pub fn target(row: &Row<'_>, scale: &[Wording], (document, block): (&str, Option<u16>)) -> Target {
    let quote = row.quotation_in(document, block);
    let deadline = row.optional_text("deadline");
    if let Some(deadline) = &deadline {
        row.expect_quoted("deadline", deadline, &quote.text);
    }
    let (quantity, is_sound) = row.sound(|| quantity(row, || row.decimal("value"), &quote.text));
    if is_sound {
        expect_this_years(row, "value", &quantity.amount, &quote.text);
        expect_year(row, &quantity.amount, &quote.text);
    }
    Target {
        id: row.id(Kind::Other),
        label: row.text("label"),
        view: view(row, &quantity),
        quantity,
        wording: wording(row, scale, &quote.text),
        deadline,
        measure: row.reference("measure", Kind::Measure),
        quote,
    }
}

/// Reports a month whose year the passage names, if it is another than that of the plans: the page
/// would say that it is meant.
fn expect_year(row: &Row<'_>, amount: &Amount, quote: &str) {
    let (text, plan) = (plain(quote), row.plan_year());
    let years: Vec<Option<u128>> = printed(&text, amount).iter().map(year_before).collect();
    if let [Some(year), ..] = years[..]
        && amount.unit.starts_with('月')
        && plan > 0
        && years.iter().all(|year| year.is_some_and(|year| year != plan.into()))
    {
        let what = format!("“{}” 前面还有“{year}年”，不是安排的那一年", amount.words());
        row.complain("value", what, format!("连在一起写：value = {year}，unit = \"年{}\"", amount.words()));
    }
}

/// The picture that the edition asks for, which must be true of the number.
fn view(row: &Row<'_>, quantity: &Quantity) -> TargetView {
    match row.optional_choice("picture", &[("share", false), ("floor", true)]) {
        None => TargetView::Plain,
        Some(false) => share(row, quantity),
        Some(true) => floor(row, quantity),
    }
}

fn share(row: &Row<'_>, quantity: &Quantity) -> TargetView {
    // A unit that is missing has been reported.
    let is_known = !quantity.amount.unit.is_empty();
    if is_known && quantity.share().is_none()
        || !matches!(quantity.bound, Bound::AtLeast | Bound::MoreThan | Bound::Exactly)
    {
        let cure = "只有一个整体里占的百分数（“以上”“超过”或没有限定）才画得成 share；删去这一行，就只写数";
        row.complain("picture", "这个数不是一个整体的一部分".into(), cure.into());
    }
    TargetView::Share
}

fn floor(row: &Row<'_>, quantity: &Quantity) -> TargetView {
    let yardstick = row.row("yardstick", |row| Yardstick {
        label: row.text("label"),
        formula: row.text("formula"),
        amount: Amount { value: row.decimal("value"), unit: row.text("unit") },
    });
    let Some(yardstick) = yardstick else { return TargetView::Plain };
    if quantity.bound.is_time() || matches!(quantity.bound, Bound::UpTo(_)) || quantity.start.is_some() {
        let cure = "只有一个数的面积才铺得出来；删去 picture 和 yardstick";
        row.complain("picture", "这不是一个面积".into(), cure.into());
    }
    let [whole, part] = [&quantity.amount, &yardstick.amount];
    if whole.kind() != part.kind() && !yardstick.amount.unit.is_empty() && !whole.unit.is_empty() {
        let what = format!("“{}” 和 “{}” 不能比大小", whole.unit, part.unit);
        row.complain("yardstick", what, "两个都写面积，例如万平方米和平方米".into());
    }
    TargetView::Floor(yardstick)
}

/// Reads the target's word on the scale, which must occur in its passage.
fn wording(row: &Row<'_>, scale: &[Wording], quote: &str) -> Wording {
    let word = row.text("wording");
    let known = scale.iter().find(|wording| wording.word == word);
    let near = nearest(&word, scale.iter().map(|wording| wording.word.as_str()));
    match near.filter(|_| known.is_none() && !word.is_empty()) {
        Some(near) => row.complain("wording", format!("[[wording]] 里没有 “{word}”"), format!("是不是 “{near}”？")),
        // A word that the passage does not have is not worth a place on the scale.
        None if known.is_none() && quote.contains(&word) && !word.is_empty() => {
            let cure = "先写一段 [[wording]]，排在该排的位置上".to_owned();
            row.complain("wording", format!("[[wording]] 里没有 “{word}”"), cure);
        }
        None => row.expect_quoted("wording", &word, quote),
    }
    known.cloned().unwrap_or(Wording { word, rank: 0, firmness: Firmness::Fixed })
}

/// Reports words on the scale that no target uses.
pub fn expect_used<'a>(row: &Row<'_>, scale: &[Wording], targets: impl Iterator<Item = &'a Target> + Clone) {
    let is_known = |target: &Target| scale.iter().any(|known| known.word == target.wording.word);
    if !targets.clone().all(is_known) {
        // A word may be missed only because a target has it wrong, which has been reported.
        return;
    }
    for wording in scale {
        if !targets.clone().any(|target| target.wording.word == wording.word) {
            let what = format!("没有目标写 “{}”", wording.word);
            row.complain_item("wording", wording.rank.into(), what, "删去这一段 [[wording]]".into());
        }
    }
}
