//! How to mend a value: with what was written as far as it can be kept, otherwise with an example.

use toml::de::DeValue;

use super::key::Key;
use model::Id;

/// The cures for a key's value.
pub struct Cure<'a> {
    pub key: &'a str,
    pub known: Option<&'static Key>,
}

impl Cure<'_> {
    /// The key with a value, as it is typed.
    pub fn example(&self) -> String {
        self.known.map_or_else(|| format!("{} = …", self.key), Key::shown)
    }

    pub fn of_text(&self, found: &DeValue<'_>) -> String {
        match found.as_integer() {
            Some(number) => format!("写成 {} = \"{}\"", self.key, number.as_str()),
            None => format!("写成 {}", self.example()),
        }
    }

    pub fn of_list(&self, found: &DeValue<'_>) -> String {
        match (found.as_str().filter(|text| !text.is_empty()), found.as_integer()) {
            (Some(text), _) => format!("写成 {} = [\"{text}\"]", self.key),
            (_, Some(number)) => format!("写成 {} = [{}]", self.key, number.as_str()),
            _ => format!("写成 {}", self.example()),
        }
    }

    pub fn of_empty(&self, is_item: bool) -> String {
        match self.known {
            _ if is_item => "写上文字，或删去这一项".to_owned(),
            Some(known) if !known.must => "写上文字，或删去这一行".to_owned(),
            _ => format!("写上文字，例如 {}", self.example()),
        }
    }

    /// Also what is wrong. A number in quotation marks is the same without them.
    pub fn of_number(&self, found: &DeValue<'_>, is_item: bool) -> (String, String) {
        let key = self.key;
        let is_digits = |text: &str| !text.is_empty() && text.bytes().all(|b| b.is_ascii_digit());
        if found.as_integer().is_some_and(|n| n.radix() == 10 && is_digits(n.as_str())) {
            return ("太大".to_owned(), format!("写不超过 {} 的数，或换一个大的单位", u64::MAX));
        }
        let quoted = found.as_str().map(|text| text.replace([',', '，', ' '], ""));
        let cure = match quoted.filter(|text| is_digits(text)) {
            Some(number) if is_item => format!("写成 {number}，不写引号"),
            Some(number) => format!("写成 {key} = {number}，不写引号"),
            None => {
                let example = self.known.map(|known| known.example).filter(|example| is_digits(example));
                let like = match example {
                    Some(example) => format!("{key} = {example}"),
                    None => "31".to_owned(),
                };
                format!("写 0 或更大的整数，例如 {like}，不写引号、小数点和正负号")
            }
        };
        ("应当是整数".to_owned(), cure)
    }

    pub fn of_id(&self, found: &str) -> String {
        let lower = found.to_lowercase();
        let parts = lower.split(|c: char| !c.is_ascii_alphanumeric()).filter(|part| !part.is_empty());
        let id = parts.collect::<Vec<_>>().join("-");
        let like = if Id::is_valid(&id) { format!("id = \"{id}\"") } else { self.example() };
        format!("只用小写字母、数字和连字符，最多 64 个，例如 {like}")
    }
}
