//! Reads numbers.

use toml::Spanned;
use toml::de::DeValue;

use super::Row;
use crate::registry::Kind;
use model::{Decimal, Id};

impl Row<'_> {
    fn as_whole(&self, key: &str, value: &Spanned<DeValue<'_>>, decimals: bool) -> Option<u64> {
        let decimal = value.get_ref().as_integer().filter(|n| n.radix() == 10);
        let number = decimal.and_then(|n| n.as_str().replace('_', "").parse().ok());
        if number.is_none() {
            let (what, cure) = self.cure(key).of_number(value.get_ref(), self.is_item(key, value), decimals);
            self.source.complain(value.span(), format!("“{key}” {what}"), cure);
        }
        number
    }

    /// A number as it is typed, with its decimals.
    pub fn decimal(&self, key: &'static str) -> Decimal {
        self.require(key).and_then(|value| self.as_decimal(key, value)).unwrap_or_default()
    }

    pub fn optional_decimal(&self, key: &'static str) -> Option<Decimal> {
        self.find(key).and_then(|value| self.as_decimal(key, value))
    }

    fn as_decimal(&self, key: &str, value: &Spanned<DeValue<'_>>) -> Option<Decimal> {
        let Some(typed) = value.get_ref().as_float() else {
            return self.as_whole(key, value, true).map(Decimal::from);
        };
        let number = decimal(&typed.as_str().replace('_', ""));
        if number.is_none() {
            let (what, cure) = if typed.as_str().starts_with('-') {
                ("是负数", "去掉负号，在名称里写明是下降、减少")
            } else {
                ("太大，或不是一个普通的数", "照印出来的数写，不写正负号、e，小数最多六位")
            };
            self.source.complain(value.span(), format!("“{key}” {what}"), cure.into());
        }
        number
    }

    pub fn small_number(&self, key: &'static str) -> u16 {
        self.require(key).and_then(|value| self.as_small(key, value, u16::MAX)).unwrap_or_default()
    }

    pub fn optional_small_number(&self, key: &'static str) -> Option<u16> {
        self.find(key).and_then(|value| self.as_small(key, value, u16::MAX))
    }

    /// A number no larger than `most`, the limit of its type.
    pub(super) fn as_small<T: TryFrom<u64> + std::fmt::Display>(
        &self,
        key: &str,
        value: &Spanned<DeValue<'_>>,
        most: T,
    ) -> Option<T> {
        let number = T::try_from(self.as_whole(key, value, false)?).ok();
        if number.is_none() {
            self.source.complain(value.span(), format!("“{key}” 太大"), format!("写不超过 {most} 的数"));
        }
        number
    }

    /// A list of numbers up to 255; empty when one of them is wrong, which is reported.
    pub fn small_numbers(&self, key: &'static str) -> Vec<u8> {
        let numbers: Option<Vec<u8>> =
            self.items(key).into_iter().map(|value| self.as_small(key, value, u8::MAX)).collect();
        numbers.unwrap_or_default()
    }

    /// A table of numbers by document, in the file's order.
    pub fn counts(&self, key: &'static str) -> Vec<(Id, u16)> {
        let Some(value) = self.require(key) else {
            return Vec::new();
        };
        let Some(table) = value.get_ref().as_table() else {
            self.mistyped(key, value, "花括号里的一组键和值");
            return Vec::new();
        };
        let counts = table.iter().filter_map(|(document, count)| {
            let id: &str = document.get_ref();
            self.source.registry.refer(id, Kind::Document, self.source.place(document.span().start));
            Some((id.into(), self.as_small(id, count, u16::MAX)?))
        });
        counts.collect()
    }
}

/// A number with at most six decimals.
fn decimal(text: &str) -> Option<Decimal> {
    let (whole, part) = text.split_once('.')?;
    let all_digits = |text: &str| !text.is_empty() && text.bytes().all(|b| b.is_ascii_digit());
    let places = u8::try_from(part.len()).ok().filter(|places| *places <= 6)?;
    let digits = (all_digits(whole) && all_digits(part)).then(|| format!("{whole}{part}"))?;
    Some(Decimal::new(digits.parse().ok()?, places))
}
