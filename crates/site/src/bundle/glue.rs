//! The text of wasm-bindgen's glue and of the splitter's loaders. Both are generated, so their
//! layout is fixed by the versions that `Cargo.lock` pins. If an expected text is not found, the
//! error names it: browsers would refuse a script that was changed only in part, or it would be
//! larger than necessary.

use std::collections::BTreeSet;

use crate::error::SiteError;

/// The name under which the wasm imports the loaders of its parts.
pub const LINK: &str = "./__wasm_split.js";

/// How a loader instantiates its file, and the replacement: streaming compilation gains nothing for
/// small files, and fails if the server does not know their MIME type.
const STREAMING: &str = "WebAssembly.instantiateStreaming(src, imports)";
const BUFFERED: &str =
    "src.then((file) => file.arrayBuffer()).then((bytes) => WebAssembly.instantiate(bytes, imports))";

/// How a loader begins to fetch its file.
const FETCH: &str = "fetch(new URL(\"./";
const FETCHED: &str = "\", import.meta.url)";

/// Removes the loaders of these files, whose content is in the core.
///
/// # Errors
/// If a loader is not found.
pub fn without_loaders(link: &str, files: &[String]) -> Result<String, SiteError> {
    let mut missing: BTreeSet<String> = files.iter().map(|file| format!("__{file}")).collect();
    let merged = missing.clone();
    let mut kept = String::new();
    let mut inside = false;
    for line in link.lines() {
        let declared = line.strip_prefix("const ").and_then(|line| line.split(' ').next());
        inside |= declared.is_some_and(|name| merged.contains(name) && missing.remove(name));
        if !inside {
            kept += &match line.strip_prefix(", [").and_then(|line| line.split_once(']')) {
                Some((needed, rest)) => {
                    let needed: Vec<&str> = needed.split(", ").filter(|name| !merged.contains(*name)).collect();
                    format!(", [{}]{rest}", needed.join(", "))
                }
                None => line.to_owned(),
            };
            kept.push('\n');
        }
        inside &= !line.starts_with(", [");
    }
    match missing.pop_first() {
        None => Ok(kept),
        Some(name) => Err(not_found(&format!("the loader {name}"))),
    }
}

/// Joins glue and loaders to one module.
///
/// # Errors
/// If neither contains something that the module needs.
pub fn joined(glue: &str, link: &str) -> Result<String, SiteError> {
    let link: String = link
        .lines()
        .filter(|line| !line.starts_with("import "))
        .map(|line| line.replacen("export const ", "const ", 1) + "\n")
        .collect();
    let link = with_integrity(&link)?;
    if !link.contains(STREAMING) {
        return Err(not_found(STREAMING));
    }
    let link = link.replace(STREAMING, BUFFERED);
    let loaders: Vec<&str> = link
        .lines()
        .filter_map(|line| line.strip_prefix("const __wasm_split_load_"))
        .filter_map(|rest| rest.split(' ').next())
        .collect();
    if loaders.is_empty() {
        return Err(not_found("const __wasm_split_load_…"));
    }
    let (mut imported, mut named) = (false, false);
    let mut text = String::new();
    for line in glue.lines() {
        if line.starts_with("import ") && line.contains(LINK) {
            imported = true;
            continue;
        }
        if line.trim_start().starts_with(&format!("\"{LINK}\"")) {
            if !std::mem::replace(&mut named, true) {
                let names = loaders.iter().map(|name| format!("__wasm_split_load_{name}"));
                text += &format!("        \"{LINK}\": {{ {} }},\n", names.collect::<Vec<_>>().join(", "));
            }
            continue;
        }
        text += line;
        text.push('\n');
    }
    if !(imported && named) {
        return Err(not_found(&format!("an import of {LINK}")));
    }
    Ok(text + &link + STILL)
}

/// Runs in the script's own scope. Once called, nothing that the script has left with the browser
/// (listeners, timers, observers) reaches the program any more.
const STILL: &str = "export function still(){if(wasm)wasm=Object.fromEntries(Object.entries(wasm)\
     .map(([name,part])=>[name,typeof part=='function'?()=>{}:part]))}\n";

/// Placeholder for the integrity of a part's file until it is known.
pub fn integrity_of(file: &str) -> String {
    format!("integrity of {file}")
}

/// Gives a part's file its final name and its integrity.
///
/// # Errors
/// If the script does not load the file.
pub fn set_file(script: &str, file: &str, name: &str, integrity: &str) -> Result<String, SiteError> {
    let open = integrity_of(file);
    if !script.contains(&open) {
        return Err(not_found(&format!("a loader that fetches {file}")));
    }
    Ok(script.replace(&open, integrity).replace(file, name))
}

/// Adds integrity checks, so that browsers refuse parts of another build.
fn with_integrity(link: &str) -> Result<String, SiteError> {
    let mut parts = link.split(FETCH);
    let mut text = parts.next().unwrap_or_default().to_owned();
    let mut found = false;
    for part in parts {
        let (file, rest) = part.split_once(FETCHED).ok_or_else(|| not_found(FETCHED))?;
        text += &format!("{FETCH}{file}{FETCHED}, {{ integrity: \"{}\" }}{rest}", integrity_of(file));
        found = true;
    }
    if found { Ok(text) } else { Err(not_found(FETCH)) }
}

/// Removes functions of the glue that the wasm does not import.
///
/// # Errors
/// If the glue lacks a wanted import.
pub fn without_idle_imports(script: &str, wanted: &BTreeSet<String>) -> Result<String, SiteError> {
    let mut missing = wanted.clone();
    let mut kept = String::new();
    let mut idle = false;
    for line in script.lines() {
        if let Some((name, rest)) = line.strip_prefix("        ").and_then(|line| line.split_once(':'))
            && (rest.trim_start().starts_with("function(") || rest.trim_start().starts_with("typeof "))
            && name.chars().all(|c| c.is_ascii_alphanumeric() || "_$".contains(c))
        {
            missing.remove(name);
            idle = !wanted.contains(name);
            let one_line = rest.ends_with(',') && !rest.ends_with('{');
            if idle && one_line {
                idle = false;
                continue;
            }
        }
        if !idle {
            kept += line;
            kept.push('\n');
        } else if line.starts_with("        }") {
            idle = false;
        }
    }
    match missing.pop_first() {
        None => Ok(kept),
        Some(name) => Err(not_found(&format!("the import {name}"))),
    }
}

fn not_found(what: &str) -> SiteError {
    SiteError::Script {
        reason: format!("wasm-bindgen's glue has no longer “{what}”; see crates/site/src/bundle/glue.rs"),
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    const GLUE: &str = r#"import * as import1 from "./__wasm_split.js"
import * as import2 from "./__wasm_split.js"

function __wbg_get_imports() {
    const import0 = {
        __proto__: null,
        __wbg_get_1: function(arg0) {
            return arg0;
        },
        __wbg_idle_2: function(arg0) {
            return !arg0;
        },
        __wbg_now_3: typeof Date.now == 'function' ? Date.now : notDefined('Date.now'),
    };
    return {
        "./sijian_bg.js": import0,
        "./__wasm_split.js": import1,
        "./__wasm_split.js": import2,
    };
}
"#;

    const LINK_TEXT: &str = r#"import { initSync } from "./main.js";
const __chunk_9 = makeLoad(() => {
    const src = fetch(new URL("./chunk_9.wasm", import.meta.url));
    return async (imports) => (WebAssembly.instantiateStreaming(src, imports));
}
, []);
export const __wasm_split_load_echoes = wrapAsyncCb(makeLoad(() => {
    const src = fetch(new URL("./split_echoes.wasm", import.meta.url));
    return async (imports) => (WebAssembly.instantiateStreaming(src, imports));
}
, [__chunk_9]));
"#;

    fn reason(result: Result<String, SiteError>) -> String {
        result.expect_err("something is missing").to_string()
    }

    #[test]
    fn a_script_is_made_of_glue_and_loaders() {
        let link = without_loaders(LINK_TEXT, &["chunk_9".to_owned()]).unwrap();
        let script = joined(GLUE, &link).unwrap();
        let wanted = ["__wbg_get_1", "__wbg_now_3"].map(str::to_owned).into();
        let script = without_idle_imports(&script, &wanted).unwrap();
        let script = set_file(&script, "split_echoes.wasm", "echoes-0123456789.wasm", "sha256-abc").unwrap();
        let expected = r#"
function __wbg_get_imports() {
    const import0 = {
        __proto__: null,
        __wbg_get_1: function(arg0) {
            return arg0;
        },
        __wbg_now_3: typeof Date.now == 'function' ? Date.now : notDefined('Date.now'),
    };
    return {
        "./sijian_bg.js": import0,
        "./__wasm_split.js": { __wasm_split_load_echoes },
    };
}
const __wasm_split_load_echoes = wrapAsyncCb(makeLoad(() => {
    const src = fetch(new URL("./echoes-0123456789.wasm", import.meta.url), { integrity: "sha256-abc" });
    return async (imports) => (src.then((file) => file.arrayBuffer()).then((bytes) => WebAssembly.instantiate(bytes, imports)));
}
, []));
"#;
        assert_eq!(script, format!("{expected}{STILL}"));
    }

    #[test]
    fn what_is_missing_is_named() {
        for (found, missing) in [
            (without_loaders(LINK_TEXT, &["chunk_7".to_owned()]), "__chunk_7"),
            (joined("", LINK_TEXT), LINK),
            (joined(GLUE, ""), FETCH),
            (joined(GLUE, &LINK_TEXT.replace(STREAMING, "")), STREAMING),
            (joined(GLUE, &LINK_TEXT.replace(FETCHED, "")), FETCHED),
            (joined(GLUE, &LINK_TEXT.replace("_load_", "_")), "__wasm_split_load_"),
            (without_idle_imports(GLUE, &["__wbg_gone_4".to_owned()].into()), "__wbg_gone_4"),
            (set_file(GLUE, "split_echoes.wasm", "x", "y"), "split_echoes.wasm"),
        ] {
            let reason = reason(found);
            assert!(reason.contains(missing), "{reason} does not name {missing}");
        }
    }
}
