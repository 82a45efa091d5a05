//! The text of wasm-bindgen's glue and of the splitter's loaders. Both are written by programs, so
//! their layout is fixed by the versions that `Cargo.lock` pins; what is not found is left as it is.

use std::collections::BTreeSet;

/// The name under which the wasm imports the loaders of its parts.
pub const LINK: &str = "./__wasm_split.js";

/// Whether glue of a wasm that has not been cut names parts: by what stands for the loaders until then.
pub fn asks_for_parts(glue: &str) -> bool {
    glue.contains("from \"__wasm_split")
}

/// The loaders without those of these files, whose content the core has.
pub fn without_loads(link: &str, files: &[String]) -> String {
    let merged = |name: &str| files.iter().any(|file| name == format!("__{file}"));
    let mut kept = String::new();
    let mut inside = false;
    for line in link.lines() {
        let declared = line.strip_prefix("const ").and_then(|line| line.split(' ').next());
        inside |= declared.is_some_and(merged);
        if !inside {
            kept += &match line.strip_prefix(", [").and_then(|line| line.split_once(']')) {
                Some((needed, rest)) => {
                    let needed: Vec<&str> = needed.split(", ").filter(|name| !merged(name)).collect();
                    format!(", [{}]{rest}", needed.join(", "))
                }
                None => line.to_owned(),
            };
            kept.push('\n');
        }
        inside &= !line.starts_with(", [");
    }
    kept
}

/// Glue and loaders as one module.
pub fn joined(glue: &str, link: &str) -> String {
    let link: String = link
        .lines()
        .filter(|line| !line.starts_with("import "))
        .map(|line| line.replacen("export const ", "const ", 1) + "\n")
        .collect();
    // Small files gain nothing from compiling while they come, and servers may not know their type.
    let link = with_sums(&link).replace(
        "WebAssembly.instantiateStreaming(src, imports)",
        "src.then((file) => file.arrayBuffer()).then((bytes) => WebAssembly.instantiate(bytes, imports))",
    );
    let loaders: Vec<&str> = link
        .lines()
        .filter_map(|line| line.strip_prefix("const __wasm_split_load_"))
        .filter_map(|rest| rest.split(' ').next())
        .collect();
    let mut namespaced = false;
    let mut text = String::new();
    for line in glue.lines() {
        if line.starts_with("import ") && line.contains(LINK) {
            continue;
        }
        if line.trim_start().starts_with(&format!("\"{LINK}\"")) {
            if !std::mem::replace(&mut namespaced, true) {
                let names = loaders.iter().map(|name| format!("__wasm_split_load_{name}"));
                text += &format!("        \"{LINK}\": {{ {} }},\n", names.collect::<Vec<_>>().join(", "));
            }
            continue;
        }
        text += line;
        text.push('\n');
    }
    text + &link + STILL
}

/// In the script's own scope: from then on nothing that it has left with the browser, be it a
/// listener, a timer or an observer, reaches the program.
const STILL: &str = "export function still(){if(wasm)wasm=Object.fromEntries(Object.entries(wasm)\
     .map(([name,part])=>[name,typeof part=='function'?()=>{}:part]))}\n";

/// What stands for the sum of a part's file, until that is known.
pub fn sum_of(file: &str) -> String {
    format!("sum of {file}")
}

/// Lets browsers refuse a part that is not the one of this build.
fn with_sums(link: &str) -> String {
    let mut parts = link.split("fetch(new URL(\"./");
    let mut text = parts.next().unwrap_or_default().to_owned();
    for part in parts {
        let (file, rest) = part.split_once("\", import.meta.url)").unwrap_or((part, ""));
        text += &format!("fetch(new URL(\"./{file}\", import.meta.url), {{ integrity: \"{}\" }}{rest}", sum_of(file));
    }
    text
}

/// Takes out the functions that are given to a wasm that does not ask for them.
pub fn remove_idle_imports(script: &mut String, wanted: &BTreeSet<String>) {
    let mut kept = String::new();
    let mut idle = false;
    for line in script.lines() {
        if let Some((name, rest)) = line.strip_prefix("        ").and_then(|line| line.split_once(':'))
            && (rest.trim_start().starts_with("function(") || rest.trim_start().starts_with("typeof "))
            && name.chars().all(|c| c.is_ascii_alphanumeric() || "_$".contains(c))
        {
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
    *script = kept;
}
