//! The year's numbers.

use super::amount;
use super::last_year::{expect_direction, expect_last_years, expect_this_years};
use super::printed::{prints_negative, times_printed};
use super::quantity::unit;
use super::registry::Kind;
use super::row::Row;
use model::{Amount, Before, Indicator, IndicatorView, Limits};

pub fn indicator(row: &Row<'_>) -> Indicator {
    let (name, quote) = (row.text("name"), row.quotation());
    let (amount, is_sound) = row.sound(|| Amount { value: row.decimal("amount"), unit: unit(row) });
    let mut limits = Limits::default();
    if is_sound {
        amount::expect(row, "amount", &amount, &quote.text);
        limits = amount::words_around(&amount, &quote.text);
        expect_sign(row, &name, &amount, &quote.text);
        expect_this_years(row, "amount", &amount, &quote.text);
    }
    let show = row.optional_text("show");
    let shown = shown(row, &amount, show.as_deref());
    let change = row.optional_text("change");
    if let Some(change) = &change {
        row.expect_quoted("change", change, &quote.text);
        expect_whole(row, change, &quote.text);
    }
    let before = row.optional_decimal("before").map(|value| {
        let before = Amount { value, unit: amount.unit.clone() };
        amount::expect(row, "before", &before, &quote.text);
        if value == amount.value && times_printed(&before, &quote.text) == 1 {
            let cure = format!("写上年的数；引文 “{}” 里没有，就删去这一行", quote.text);
            row.complain("before", "和当年的是同一个数".into(), cure);
        }
        if is_sound {
            expect_last_years(row, &before, &quote.text);
        }
        let shown = show.as_deref().and_then(|unit| before.shown_in(unit)).unwrap_or_else(|| before.clone());
        let limits = amount::words_around(&before, &quote.text);
        Before { amount: before, shown, limits, is_predecessors: false }
    });
    if let (Some(change), Some(before)) = (change.as_deref(), before.as_ref().filter(|_| is_sound)) {
        expect_direction(row, change, (&amount, &before.amount), &quote.text);
    }
    let indicator = Indicator {
        id: row.id(Kind::Indicator),
        name,
        view: view(row, &amount),
        is_shared_out: row.flag("shared_out"),
        gloss: row.optional_text("gloss"),
        amount,
        shown,
        limits,
        change,
        before,
        quote,
    };
    if is_sound && indicator.is_shared_out && indicator.shares().is_empty() {
        let why = if indicator.amount.is_sum() {
            "太小，平均到每天说不出来"
        } else {
            "不是一年里累计的量"
        };
        row.complain("shared_out", format!("“{}” {why}", indicator.amount.words()), "删去 shared_out".into());
    }
    indicator
}

/// Reports a change that ends in the middle of what it says: 增长4.7 of 增长4.7%.
fn expect_whole(row: &Row<'_>, change: &str, quote: &str) {
    let goes_on = |rest: &str| rest.starts_with(|c: char| c.is_alphanumeric() || ['%', '％', '.', '‰'].contains(&c));
    let is_cut = |(at, _): (usize, &str)| goes_on(&quote[at + change.len()..]);
    if change.ends_with(|c: char| c.is_ascii_digit())
        && quote.match_indices(change).all(is_cut)
        && quote.contains(change)
    {
        row.complain("change", format!("“{change}” 没有写完"), "连数后面的单位一起写，例如“增长3.9%”".into());
    }
}

/// A number below zero is written without its sign; then the name must say that it fell.
fn expect_sign(row: &Row<'_>, name: &str, amount: &Amount, quote: &str) {
    if prints_negative(quote, amount) && !name.contains(['降', '减', '负', '跌', '缩', '亏']) {
        let cure = "name 里写明是降，例如“工业投资比上年下降”，数不写负号";
        row.complain("name", "引文里的数是负的，名字没有说".into(), cure.into());
    }
}

/// The amount in the unit that the edition asks for.
fn shown(row: &Row<'_>, amount: &Amount, unit: Option<&str>) -> Amount {
    let Some(unit) = unit else { return amount.clone() };
    let shown = amount.shown_in(unit);
    if shown.is_none() && !amount.unit.is_empty() {
        let what = format!("“{}” 换算不成 “{unit}”", amount.unit);
        row.complain("show", what, "写同一类的单位，例如把万元写成亿元；照原样就删去这一行".into());
    }
    let shown = shown.unwrap_or_else(|| amount.clone());
    // 7万元 would be 0.00亿元.
    if shown.value.digits() < 10 && amount.value.digits() >= 1 && shown.unit != amount.unit && shown.value.places() > 0
    {
        let what = format!("换成“{unit}”是 {}，只剩下零", shown.words());
        row.complain("show", what, "写小一些的单位，或删去这一行".into());
    }
    shown
}

fn view(row: &Row<'_>, amount: &Amount) -> IndicatorView {
    let views = [("months", IndicatorView::Months), ("share", IndicatorView::Share)];
    let view = row.optional_choice("picture", &views).unwrap_or_default();
    let is_share = amount.is_percentage() && amount.value.compare(100.into()).is_le();
    if view == IndicatorView::Share && !is_share && !amount.unit.is_empty() {
        let cure = "只有一个整体里占的百分数才画得成 share；删去这一行";
        row.complain("picture", "这个数不是一个整体的一部分".into(), cure.into());
    }
    view
}
