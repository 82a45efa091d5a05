//! The name of an edition, which is also that of its folder.

use model::Id;

/// Checks a name.
///
/// # Errors
/// What is wrong with it, and the cure.
pub fn check(name: &str) -> Result<(), String> {
    if Id::is_valid(name) && !name.starts_with('-') {
        return Ok(());
    }
    Err(format!(
        "“{name}” 不能作版本的名字。只用小写字母、数字和连字符，不以连字符开头，最多 64 个，例如 wangchao-2025。"
    ))
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_name_is_one_folder_and_no_option() {
        for name in ["wangchao-2025", "2025", "a"] {
            assert_eq!(check(name), Ok(()));
        }
        for name in ["", "..", "a/b", "A", "望潮", "a b", "--host", &"a".repeat(65)] {
            assert!(check(name).is_err_and(|told| told.contains(name)), "{name}");
        }
    }
}
