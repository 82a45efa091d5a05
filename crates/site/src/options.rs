//! Writes the [`OPTIONS`] of the address into the scripts of the pages.

use super::error::SiteError;
use model::{OPTIONS, Size, Theme, Values};

/// Fills in the constants that a script names: `$CHOICES`, options with their values, the default
/// first; `$EMBEDDED`, the keys that the embedding element has as attributes; `$SHARED`, those of
/// them that the whole page supports too; `$DARK`, the dark theme; `$SIZES`, the sizes of type, the usual one first; and for each option `$KEY_…` and, if its values match a
/// pattern, `$FORM_…`.
///
/// # Errors
/// If the script names an unknown constant.
pub fn fill(script: &str) -> Result<String, SiteError> {
    let json = |value: serde_json::Value| value.to_string();
    let choices = OPTIONS.iter().filter_map(|option| match option.values {
        Values::OneOf(words) => Some(serde_json::json!([option.key, words])),
        Values::Like(_) => None,
    });
    let embedded = OPTIONS.iter().filter(|option| option.embeds);
    let shared = embedded.clone().filter(|option| option.page);
    let mut constants = vec![
        ("$CHOICES".to_owned(), json(choices.collect())),
        ("$EMBEDDED".to_owned(), json(embedded.map(|option| option.key).collect())),
        ("$DARK".to_owned(), json(Theme::Dark.as_str().into())),
        ("$SIZES".to_owned(), json(Size::ALL.map(Size::as_str).to_vec().into())),
        ("$SHARED".to_owned(), json(shared.map(|option| option.key).collect())),
    ];
    for option in &OPTIONS {
        let name = option.key.to_uppercase();
        constants.push((format!("$KEY_{name}"), json(option.key.into())));
        if let Values::Like(form) = option.values {
            constants.push((format!("$FORM_{name}"), format!("/{form}/")));
        }
    }
    let filled = constants.iter().fold(script.to_owned(), |text, (name, value)| text.replace(name, value));
    match filled.split('$').skip(1).find(|rest| rest.starts_with(|c: char| c.is_ascii_uppercase())) {
        None => Ok(filled),
        Some(rest) => {
            let name: String = rest.chars().take_while(|c| c.is_ascii_uppercase() || *c == '_').collect();
            Err(SiteError::Constant { name: format!("${name}") })
        }
    }
}
