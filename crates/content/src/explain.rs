//! Explains keys to editors, from the table of keys.

use super::condition::{self, Condition};
use super::key::Key;
use super::keys::{self, Table};
use super::registry::nearest;

/// What a key means, where it stands, what it may hold, and an example; without a name, all keys in
/// one line each.
///
/// # Errors
/// No key has this name; the text says which come nearest.
pub fn explain(name: &str) -> Result<String, String> {
    let name = name.trim_matches(['[', ']', ' ']);
    if name.is_empty() {
        return Ok(list());
    }
    let found: Vec<(Table, &Key)> = keys::all().filter(|(_, key)| key.name == name).collect();
    if found.is_empty() {
        return Err(format!("没有叫 “{name}” 的键。{}", nearby(name)));
    }
    let mut said: Vec<(&Key, Option<Condition>, Vec<String>)> = Vec::new();
    for (table, key) in found {
        match said.iter_mut().find(|(known, ..)| std::ptr::eq(*known, key)) {
            Some((.., places)) => places.push(place(table)),
            None => said.push((key, condition::of(table, name), vec![place(table)])),
        }
    }
    let parts = said.into_iter().map(|(key, condition, places)| {
        let must = match condition {
            Some(condition) => format!("{} 就必写", condition.label()),
            None => if key.must { "必写" } else { "可以不写" }.to_owned(),
        };
        let (holds, example) = (key.holds.label(), key.shown());
        format!("{name}：{}\n  写在：{}\n  能写：{holds}（{must}）\n  例如：{example}", key.means, places.join("；"))
    });
    Ok(parts.collect::<Vec<_>>().join("\n\n"))
}

fn place((file, table): Table) -> String {
    if table.is_empty() {
        format!("{file} 的开头")
    } else if keys::is_list(file, table) {
        format!("{file} 的 [[{table}]]")
    } else {
        format!("{file} 的 {table} = {{ … }}")
    }
}

/// All keys, by their tables.
fn list() -> String {
    let mut tables: Vec<(Table, Vec<&Key>)> = Vec::new();
    for (table, key) in keys::all() {
        match tables.iter_mut().find(|(known, _)| *known == table) {
            Some((_, keys)) => keys.push(key),
            None => tables.push((table, vec![key])),
        }
    }
    let parts = tables.into_iter().map(|(table, keys)| {
        let lines = keys
            .into_iter()
            .map(|key| format!("  {}{}  {}", key.name, if key.must { "" } else { "（可以不写）" }, key.means));
        format!("{}\n{}", place(table), lines.collect::<Vec<_>>().join("\n"))
    });
    format!("{}\n\n看其中一个：cargo xtask check --explain 键名", parts.collect::<Vec<_>>().join("\n\n"))
}

/// The keys that come nearest to a name that is none.
fn nearby(name: &str) -> String {
    let mut near: Vec<&str> = Vec::new();
    while near.len() < 3 {
        let rest = keys::all().map(|(_, key)| key.name).filter(|known| !near.contains(known));
        let Some(next) = nearest(name, rest) else { break };
        near.push(next);
    }
    if near.is_empty() {
        "不写键名，就列出所有的键：cargo xtask check --explain".to_owned()
    } else {
        format!("是不是 {}？", near.join("、"))
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_key_is_explained_with_its_places() {
        let said = explain("meaning").unwrap();
        let expected = "meaning：这个主题包括什么；各主题之间不能重叠\n  写在：topics.toml 的 [[topic]]\n  \
                        能写：引号里的文字（必写）\n  例如：meaning = \"招商、商业和各类产业\"";
        assert_eq!(said, expected);
        assert!(explain("[[topic]]").unwrap().contains("例如：[[topic]]"));
        // One that means different things has several parts.
        assert_eq!(explain("unit").unwrap().matches("写在：").count(), 4);
        assert!(explain("part").unwrap().contains("（不写 target 就必写）"));
    }

    #[test]
    fn an_unknown_key_leads_to_the_nearest() {
        assert_eq!(explain("meening"), Err("没有叫 “meening” 的键。是不是 meaning、opening？".to_owned()));
        assert!(explain("qqqqqqqqqqqq").unwrap_err().ends_with("cargo xtask check --explain"));
    }

    #[test]
    fn without_a_name_all_are_listed() {
        let said = explain("").unwrap();
        let missing = keys::all().filter(|(_, key)| !said.contains(&format!("  {}", key.name)));
        assert_eq!(missing.map(|(_, key)| key.name).collect::<Vec<_>>(), [""; 0]);
    }
}
