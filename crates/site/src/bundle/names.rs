//! Shortens the import and export names that the core and its glue share. wasm-bindgen's are long
//! and hashed, so they compress badly, and they occur in both files.

use std::collections::{BTreeMap, BTreeSet};
use std::path::{Path, PathBuf};

use wasm_encoder::reencode::{Error as Reencode, Reencode as _, utils};
use wasm_encoder::{ExportSection, ImportSection, Module};
use wasmparser::{Parser, Payload};

use super::glue::LINK;
use crate::error::SiteError;

/// The names of a core and their short forms.
pub struct Names {
    path: PathBuf,
    bytes: Vec<u8>,
    short: BTreeMap<String, String>,
}

/// Linker exports that neither glue nor parts use.
const LINKERS: [&str; 4] = ["__abort_handler", "__instance_terminated", "__data_end", "__heap_base"];

/// Prefixes of wasm-bindgen's names. Other names are used elsewhere too, so they stay.
const OURS: [&str; 4] = ["__wbg_", "__wbindgen_", "wasm_bindgen_", "__wasm_split_load_"];

impl Names {
    /// Reads a core.
    pub fn of(path: &Path) -> Result<Self, SiteError> {
        let bytes = std::fs::read(path).map_err(|error| SiteError::file(path, &error))?;
        let mut names = Self { path: path.to_owned(), bytes, short: BTreeMap::new() };
        let (imports, exports) = listed(&names.bytes)?;
        let long = imports.into_iter().map(|(_, name)| name).chain(exports);
        let long: BTreeSet<String> = long.filter(|name| OURS.iter().any(|own| name.starts_with(own))).collect();
        names.short = long.into_iter().enumerate().map(|(index, name)| (name, shorthand(index))).collect();
        Ok(names)
    }

    /// Writes the short names into the glue.
    pub fn shorten(&self, script: &mut String) {
        let is_name = |c: char| c.is_ascii_alphanumeric() || c == '_' || c == '$';
        let mut text = String::with_capacity(script.len());
        let mut rest = script.as_str();
        while !rest.is_empty() {
            let length = rest.find(|c| !is_name(c)).unwrap_or(rest.len());
            let (word, after) = rest.split_at(length);
            text += self.short.get(word).map_or(word, String::as_str);
            let length = after.find(is_name).unwrap_or(after.len());
            text += &after[..length];
            rest = &after[length..];
        }
        *script = text;
    }

    /// Writes the short names into the core.
    pub fn write(&mut self) -> Result<(), SiteError> {
        let bytes = std::mem::take(&mut self.bytes);
        let mut module = Module::new();
        let parsed = Renaming(self).parse_core_module(&mut module, Parser::new(0), &bytes);
        parsed.map_err(|error| damaged(&error))?;
        std::fs::write(&self.path, module.finish()).map_err(|error| SiteError::file(&self.path, &error))
    }

    fn of_long<'a>(&'a self, name: &'a str) -> &'a str {
        self.short.get(name).map_or(name, String::as_str)
    }
}

/// The names that a wasm imports from its glue.
pub fn imported(path: &Path) -> Result<BTreeSet<String>, SiteError> {
    let bytes = std::fs::read(path).map_err(|error| SiteError::file(path, &error))?;
    Ok(listed(&bytes)?.0.into_iter().filter(|(module, _)| module != LINK).map(|(_, name)| name).collect())
}

type Listed = (Vec<(String, String)>, Vec<String>);

/// Imports with their modules, and exports.
fn listed(bytes: &[u8]) -> Result<Listed, SiteError> {
    let (mut imports, mut exports) = (Vec::new(), Vec::new());
    for payload in Parser::new(0).parse_all(bytes) {
        match payload.map_err(|error| damaged(&error))? {
            Payload::ImportSection(section) => {
                for import in section.into_imports() {
                    let import = import.map_err(|error| damaged(&error))?;
                    imports.push((import.module.to_owned(), import.name.to_owned()));
                }
            }
            Payload::ExportSection(section) => {
                for export in section {
                    exports.push(export.map_err(|error| damaged(&error))?.name.to_owned());
                }
            }
            _ => {}
        }
    }
    Ok((imports, exports))
}

fn damaged(error: &dyn std::fmt::Display) -> SiteError {
    SiteError::Script { reason: error.to_string() }
}

/// `$0`, `$1`, … `$z`, `$10`: names that the glue does not use itself.
fn shorthand(index: usize) -> String {
    let mut digits = Vec::new();
    let mut rest = index;
    loop {
        digits.push(char::from_digit((rest % 36) as u32, 36).unwrap_or('0'));
        rest /= 36;
        if rest == 0 {
            break;
        }
    }
    std::iter::once('$').chain(digits.into_iter().rev()).collect()
}

struct Renaming<'a>(&'a Names);

impl wasm_encoder::reencode::Reencode for Renaming<'_> {
    type Error = std::convert::Infallible;

    fn parse_import_section(
        &mut self,
        imports: &mut ImportSection,
        section: wasmparser::ImportSectionReader<'_>,
    ) -> Result<(), Reencode<Self::Error>> {
        for import in section.into_imports() {
            let import = import?;
            utils::parse_import(self, imports, wasmparser::Import { name: self.0.of_long(import.name), ..import })?;
        }
        Ok(())
    }

    fn parse_export(
        &mut self,
        exports: &mut ExportSection,
        export: wasmparser::Export<'_>,
    ) -> Result<(), Reencode<Self::Error>> {
        if LINKERS.contains(&export.name) {
            return Ok(());
        }
        utils::parse_export(self, exports, wasmparser::Export { name: self.0.of_long(export.name), ..export })
    }
}
