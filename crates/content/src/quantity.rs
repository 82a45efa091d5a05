//! Numbers with their unit and bound, as content files write them.

use super::amount;
use super::row::Row;
use model::{Quantity, Unit};

const UNITS: [(&str, Unit); 8] = [
    ("percent", Unit::Percent),
    ("wan_square_metre", Unit::WanSquareMetre),
    ("square_metre", Unit::SquareMetre),
    ("project", Unit::Project),
    ("yi_yuan", Unit::YiYuan),
    ("year", Unit::Year),
    ("city", Unit::City),
    ("task", Unit::Task),
];

pub fn unit(row: &Row<'_>) -> Unit {
    row.choice("unit", &UNITS)
}

/// A number that has been read, with its unit and bound, which its passage must print.
pub fn quantity(row: &Row<'_>, value: u64, quote: &str) -> Quantity {
    let (quantity, is_sound) =
        row.sound(|| Quantity { value, unit: unit(row), bound: row.choice("bound", &amount::BOUNDS) });
    if is_sound {
        amount::expect_quantity(row, quantity, quote);
    }
    quantity
}
