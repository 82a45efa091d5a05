//! From where a number is to change, in the words of its passage: 由6.1%降到.

use super::number::{Number, numbers};
use super::printed::{base, fits};
use model::Amount;

/// The most characters that may stand between the two numbers.
const MOST: usize = 8;

/// What stands before the number in its passage, from the word before the start on; 由…到 if the
/// passage says it in another way.
pub fn words(text: &str, start: &Amount, number: &Number<'_>) -> String {
    between(text, start, number).unwrap_or_else(|| format!("由{}到", start.words()))
}

fn between(text: &str, start: &Amount, number: &Number<'_>) -> Option<String> {
    let unit = base(&start.unit).1;
    numbers(text).into_iter().filter(|first| fits(first, start)).find_map(|first| {
        let said = text.get(text.len() - first.behind.len()..number.before.len())?.strip_prefix(unit)?;
        let from = first.before.chars().last().filter(|c| ['由', '从', '自'].contains(c))?;
        (1..=MOST).contains(&said.chars().count()).then(|| format!("{from}{}{said}", start.words()))
    })
}

#[cfg(test)]
mod tests {
    use super::*;
    use model::Decimal;

    #[test]
    fn the_verb_is_kept() {
        let start = Amount::new(Decimal::new(161, 1), "%");
        let said = |text: &str| {
            let all = numbers(text);
            words(text, &start, all.iter().find(|n| n.behind.starts_with("%以下")).unwrap())
        };
        assert_eq!(said("漏损率由16.1%降到9%以下"), "由16.1%降到");
        assert_eq!(said("从16.1%压减至9%以下"), "从16.1%压减至");
        assert_eq!(said("去年是16.1%，今年要9%以下"), "由16.1%到");
    }
}
