//! Files with names like `$TITLE` in them, in whose places values are written.

use toml::Value;

/// The text with every name replaced by its value.
pub fn filled(template: &str, values: &[(&str, String)]) -> String {
    let mut text = String::with_capacity(template.len());
    let mut rest = template;
    // In one pass, so that a value is never searched for names.
    while let Some((before, behind)) = rest.split_once('$') {
        text += before;
        let found = values.iter().filter(|(name, _)| behind.starts_with(name)).max_by_key(|(name, _)| name.len());
        match found {
            Some((name, value)) => {
                text += value;
                rest = &behind[name.len()..];
            }
            None => {
                text.push('$');
                rest = behind;
            }
        }
    }
    text + rest
}

/// A text as TOML writes it.
pub fn quoted(text: &str) -> String {
    Value::from(text).to_string()
}

/// A list of numbers or of texts as TOML writes it.
pub fn listed<T: Into<Value>>(items: impl IntoIterator<Item = T>) -> String {
    Value::Array(items.into_iter().map(Into::into).collect()).to_string()
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_value_is_not_searched_for_names() {
        let values = [("A", "$B".to_owned()), ("B", "2".to_owned()), ("AB", "3".to_owned())];
        assert_eq!(filled("$A $B $AB $C $", &values), "$B 2 3 $C $");
    }

    #[test]
    fn texts_survive_toml() {
        for text in ["a\"b", "a'b\"c", "\\", "渔港", ""] {
            let read: toml::Table = toml::from_str(&format!("key = {}", quoted(text))).unwrap();
            assert_eq!(read["key"].as_str(), Some(text));
        }
    }
}
