//! Builds the site. As Trunk's hook it writes the site into the staging folder. `--check` only
//! reads the content, prints every problem, and says how far it agrees with the texts that it
//! quotes, with `--check coverage` sentence by sentence; `--explain` prints what a key of the
//! content means, or lists all; `--glyphs` prints what a font must contain; `--staged` uses the
//! script in the staging folder as it is.

use std::path::{Path, PathBuf};
use std::process::ExitCode;

use content::{FOUND, Folder, Part, SENTENCE_ENDS, SourceTexts};
use model::Edition;
use site::Source;

fn main() -> ExitCode {
    let project = std::env::var_os("TRUNK_SOURCE_DIR").map_or_else(|| PathBuf::from("."), PathBuf::from);
    let folder = project.join(std::env::var_os("SIJIAN_CONTENT").unwrap_or_else(|| "content".into()));
    let task = std::env::args().nth(1).unwrap_or_default();
    let argument = std::env::args().nth(2).unwrap_or_default();
    if task == "--check" {
        return told(check(&folder, argument == "coverage"));
    }
    if task == "--explain" {
        return told(content::explain(&argument).map(|said| println!("{said}")));
    }
    let result = read(&folder).and_then(|edition| match task.as_str() {
        "--glyphs" => {
            let no_font = || format!("{argument} is no font of the page");
            let glyphs = site::glyphs_of(&edition, &argument).ok_or_else(no_font)?;
            println!("{}", glyphs.into_iter().collect::<String>());
            Ok(())
        }
        "--staged" => write(edition, Source::Staged, &project, &folder),
        _ => write(
            edition,
            std::env::var_os("SIJIAN_WASM").map_or(Source::Trunk, |wasm| Source::Wasm(wasm.into())),
            &project,
            &folder,
        ),
    });
    told(result)
}

fn told(result: Result<(), String>) -> ExitCode {
    match result {
        Ok(()) => ExitCode::SUCCESS,
        Err(message) => {
            eprintln!("{message}");
            ExitCode::FAILURE
        }
    }
}

fn read(folder: &Path) -> Result<Edition, String> {
    let folder = Folder::new(folder);
    let read = folder.texts().and_then(|texts| folder.read(texts));
    read.map(|(edition, _)| edition).map_err(|problems| content::report(&problems))
}

/// Checks the content, and keeps the places of quotations that it found.
fn check(path: &Path, in_full: bool) -> Result<(), String> {
    let (folder, name) = (Folder::new(path), path.display());
    let texts = folder.texts().map_err(|problems| content::report(&problems))?;
    let (edition, found) = folder.read(texts.clone()).map_err(|problems| content::report(&problems))?;
    if let Some(lacking) = lacking(&folder, &edition, &texts) {
        return Err(lacking);
    }
    println!("{name}：没有问题。");
    let drafts = unfinished(path);
    if drafts > 0 {
        println!("还有{drafts}行写着“待改”。");
    }
    let Some(sources) = folder.sources() else {
        println!("没有和原文核对：edition.toml 没有写 sources。");
        return Ok(());
    };
    if !sources.is_dir() {
        println!("没有和原文核对：找不到原文的文件夹 {}。", sources.display());
        return Ok(());
    }
    if folder.keep(&found).map_err(|error| format!("{name}/{FOUND}：写不了（{error}）"))? {
        println!("{name}/{FOUND}：重新写出了引文在第几块，请和内容一起提交。");
    }
    if edition.documents.iter().all(|document| !texts.document(&document.id).is_empty()) {
        println!("引文、热词的次数都和原文一致（{}）。", sources.display());
    }
    coverage(&edition, &texts, in_full);
    Ok(())
}

/// Which texts are missing in an edition's own folder. Elsewhere they may be the work of others, and
/// need not be there.
fn lacking(folder: &Folder, edition: &Edition, texts: &SourceTexts) -> Option<String> {
    let sources = folder.own_sources()?;
    let absent = edition.documents.iter().filter(|document| texts.document(&document.id).is_empty());
    let names: Vec<String> = absent.map(|document| format!("{}.txt", document.id)).collect();
    let cure = "补上原文，或改 edition.toml 里的 sources";
    (!names.is_empty()).then(|| format!("{}：缺 {}。{cure}。", sources.display(), names.join("、")))
}

/// The lines that an editor still has to write.
fn unfinished(content: &Path) -> usize {
    let texts = content::FILES.iter().filter_map(|name| std::fs::read_to_string(content.join(name)).ok());
    texts.map(|text| text.lines().filter(|line| line.contains("# 待改")).count()).sum()
}

/// Says what of each document the page takes up.
fn coverage(edition: &Edition, texts: &SourceTexts, in_full: bool) {
    for document in &edition.documents {
        if texts.document(&document.id).is_empty() {
            println!("{}：没有核对，缺 {}.txt", document.label, document.id);
            continue;
        }
        let sentences = content::parts(edition, texts, document, &SENTENCE_ENDS);
        let unused: Vec<&Part> = sentences.iter().filter(|sentence| sentence.taken == 0).collect();
        println!("{}：共{}句，{}句没有用到", document.label, sentences.len(), unused.len());
        for sentence in unused.iter().filter(|_| in_full) {
            println!("  第{}块：{}", sentence.block, sentence.text);
        }
    }
}

fn write(edition: Edition, script: Source, project: &Path, content: &Path) -> Result<(), String> {
    let staging = std::env::var_os("TRUNK_STAGING_DIR")
        .map(PathBuf::from)
        .ok_or("prerender is run by Trunk: use `cargo xtask build`, or give --check")?;
    // Those that were cut for this edition, or else the shipped one's.
    let own = content.join("fonts");
    // The last file that cutting writes.
    let is_cut = own.join("picture-sans-glyphs.txt").is_file();
    let fonts = if is_cut { own } else { project.join("assets") };
    site::write(Box::leak(Box::new(edition)), &script, project, &fonts, &staging).map_err(|error| error.to_string())?;
    #[cfg(feature = "compress")]
    // Takes seconds, too long while editing.
    if std::env::var_os("SIJIAN_COMPRESS").is_some() {
        site::compress(&staging).map_err(|error| error.to_string())?;
    }
    Ok(())
}
