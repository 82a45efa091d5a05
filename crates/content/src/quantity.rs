//! Numbers with their unit and bound, as content files write them.

use super::amount;
use super::row::Row;
use model::{Amount, Bound, Decimal, Limits, Quantity};

/// A number, read as `value`, with its unit, bound and start, which its passage must print.
pub fn quantity(row: &Row<'_>, value: impl FnOnce() -> Decimal, quote: &str) -> Quantity {
    let (quantity, is_sound) = row.sound(|| {
        let amount = Amount { value: value(), unit: unit(row) };
        let bound = match row.choice("bound", &amount::BOUNDS) {
            Bound::UpTo(_) => Bound::UpTo(upto(row, amount.value)),
            bound => bound,
        };
        Quantity { amount, bound, start: row.optional_decimal("start"), limits: Limits::default(), is_spoken: false }
    });
    if is_sound { amount::compared(row, quantity, quote) } else { quantity }
}

/// The second number of a range, which must be the larger one.
fn upto(row: &Row<'_>, least: Decimal) -> Decimal {
    let (most, is_sound) = row.sound(|| row.decimal("upto"));
    if is_sound && most.compare(least).is_le() {
        row.complain("upto", "后一个数不比前一个大".into(), "先写小的（value），再写大的（upto）".into());
    }
    most
}

/// In characters: a longer one leaves no room for its number.
const LONGEST_UNIT: usize = 10;

/// A unit as printed.
pub fn unit(row: &Row<'_>) -> String {
    let unit = row.text("unit");
    let length = unit.chars().count();
    if length > LONGEST_UNIT {
        let what = format!("“unit” 有 {length} 个字");
        row.complain("unit", what, format!("只写紧跟在数后面的单位，最多 {LONGEST_UNIT} 个字"));
    }
    if unit.contains('％') {
        row.complain("unit", format!("“{unit}” 里的百分号是全角的"), "写半角的 %".into());
    }
    unit.replace('％', "%")
}
