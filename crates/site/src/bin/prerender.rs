//! Builds the site. As Trunk's hook it writes the site into the staging folder. `--check` only
//! reads the content, prints every problem, and says how far it agrees with the texts that it
//! quotes, with `--check coverage` sentence by sentence; `--explain` prints what a key of the
//! content means, or lists all; `--glyphs` prints what a font must contain; `--staged` uses the
//! script in the staging folder as it is; `--read` reads what would be built, and builds nothing.
//!
//! `SIJIAN_CONTENT` names the edition's folder, instead of `content`; `SIJIAN_EDITIONS` a folder whose
//! editions are built, too, each into a folder of its own.

use std::io::{Write, stderr, stdout};
use std::path::{Path, PathBuf};
use std::process::ExitCode;

use content::{FOUND, Folder, Part, Problem, SENTENCE_ENDS, SourceTexts};
use model::Edition;
use site::{Issue, Source};

/// Prints a line. Whoever reads the output, as `head` does, may stop before its end: that is no fault.
macro_rules! say {
    ($($told:tt)*) => {{
        let _ = writeln!(stdout(), $($told)*);
    }};
}

fn main() -> ExitCode {
    let project = std::env::var_os("TRUNK_SOURCE_DIR").map_or_else(|| PathBuf::from("."), PathBuf::from);
    let content = std::env::var_os("SIJIAN_CONTENT").map_or_else(|| PathBuf::from("content"), PathBuf::from);
    let folder = project.join(&content);
    let task = std::env::args().nth(1).unwrap_or_default();
    let argument = std::env::args().nth(2).unwrap_or_default();
    if task == "--check" {
        return told(check(&folder, argument == "coverage"));
    }
    if task == "--explain" {
        return told(content::explain(&argument).map(|said| say!("{said}")));
    }
    if task == "--glyphs" {
        return told(glyphs(&folder, &argument));
    }
    let issues = issues(&project, &content).map_err(|problems| content::report(&problems));
    told(issues.and_then(|issues| match task.as_str() {
        "--read" => Ok(()),
        "--staged" => write(issues, &Source::Staged, &project),
        _ => {
            let wasm = std::env::var_os("SIJIAN_WASM");
            write(issues, &wasm.map_or(Source::Trunk, |wasm| Source::Wasm(wasm.into())), &project)
        }
    }))
}

fn told(result: Result<(), String>) -> ExitCode {
    match result {
        Ok(()) => ExitCode::SUCCESS,
        Err(message) => {
            let _ = writeln!(stderr(), "{message}");
            ExitCode::FAILURE
        }
    }
}

fn read(folder: &Path) -> Result<Edition, Vec<Problem>> {
    let folder = Folder::new(folder);
    folder.texts().and_then(|texts| folder.read(texts)).map(|(edition, _)| edition)
}

fn glyphs(folder: &Path, font: &str) -> Result<(), String> {
    let edition = read(folder).map_err(|problems| content::report(&problems))?;
    let glyphs = site::glyphs_of(&edition, font).ok_or_else(|| format!("{font} is no font of the page"))?;
    say!("{}", glyphs.into_iter().collect::<String>());
    Ok(())
}

/// The editions to build, the one at the site's root first.
///
/// # Errors
/// All problems of all editions.
fn issues(project: &Path, content: &Path) -> Result<Vec<Issue>, Vec<Problem>> {
    let others =
        std::env::var_os("SIJIAN_EDITIONS").map_or_else(Vec::new, |folder| others(project, Path::new(&folder)));
    let several = !others.is_empty();
    let (mut issues, mut problems) = (Vec::new(), Vec::new());
    for (name, place) in std::iter::once((String::new(), content.to_owned())).chain(others) {
        if !name.is_empty() && !Issue::may_be_in(&name) {
            problems.push(misnamed(&name, &place));
        }
        let folder = project.join(&place);
        match read(&folder) {
            Ok(edition) => issues.push(Issue {
                folder: name,
                edition: Box::leak(Box::new(edition)),
                fonts: fonts_of(&folder).unwrap_or_else(|| project.join("assets")),
            }),
            // Of several editions, the files have the same names.
            Err(found) if several => problems.extend(found.into_iter().map(|problem| {
                let file = place.join(&problem.file).display().to_string();
                Problem { file, ..problem }
            })),
            Err(found) => problems.extend(found),
        }
    }
    if problems.is_empty() { Ok(issues) } else { Err(problems) }
}

/// The editions in a folder of the project, by name, each with its own folder.
fn others(project: &Path, folder: &Path) -> Vec<(String, PathBuf)> {
    let entries = std::fs::read_dir(project.join(folder)).into_iter().flatten().flatten();
    let editions = entries.filter(|entry| entry.path().join("edition.toml").is_file());
    let mut names: Vec<String> = editions.map(|entry| entry.file_name().to_string_lossy().into_owned()).collect();
    names.sort();
    names.into_iter().map(|name| (name.clone(), folder.join(name))).collect()
}

fn misnamed(name: &str, place: &Path) -> Problem {
    Problem {
        file: place.display().to_string(),
        line: 0,
        column: 0,
        what: format!("“{name}” 不能作网站上的文件夹"),
        cure: "换一个名字：只用小写字母、数字和连字符，不和网站自己的页面、文件夹同名".into(),
    }
}

/// The fonts that were cut for an edition.
fn fonts_of(content: &Path) -> Option<PathBuf> {
    let own = content.join("fonts");
    // The last file that cutting writes.
    own.join("picture-sans-glyphs.txt").is_file().then_some(own)
}

/// Checks the content, and keeps the places of quotations that it found.
fn check(path: &Path, in_full: bool) -> Result<(), String> {
    let (folder, name) = (Folder::new(path), path.display());
    let texts = folder.texts().map_err(|problems| content::report(&problems))?;
    let (edition, found) = folder.read(texts.clone()).map_err(|problems| content::report(&problems))?;
    if let Some(lacking) = lacking(&folder, &edition, &texts) {
        return Err(lacking);
    }
    say!("{name}：没有问题。");
    for doubt in content::doubts(&edition, &texts) {
        say!("请看一看：{doubt}。");
    }
    let drafts = unfinished(path);
    if drafts > 0 {
        say!("还有{drafts}行写着“待改”。");
    }
    let Some(sources) = folder.sources() else {
        say!("没有和原文核对：edition.toml 没有写 sources。");
        return Ok(());
    };
    if !sources.is_dir() {
        say!("没有和原文核对：找不到原文的文件夹 {}。", sources.display());
        return Ok(());
    }
    if folder.keep(&found).map_err(|error| format!("{name}/{FOUND}：写不了（{error}）"))? {
        say!("{name}/{FOUND}：重新写出了引文在第几块，请和内容一起提交。");
    }
    if edition.documents.iter().all(|document| !texts.document(&document.id).is_empty()) {
        say!("引文、热词的次数都和原文一致（{}）。", sources.display());
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
    texts.map(|text| content::unfinished(&text)).sum()
}

/// Says what of each document the page takes up.
fn coverage(edition: &Edition, texts: &SourceTexts, in_full: bool) {
    for document in &edition.documents {
        if texts.document(&document.id).is_empty() {
            say!("{}：没有核对，缺 {}.txt", document.label, document.id);
            continue;
        }
        let sentences = content::parts(edition, texts, document, &SENTENCE_ENDS);
        let unused: Vec<&Part> = sentences.iter().filter(|sentence| sentence.taken == 0).collect();
        say!("{}：共{}句，{}句没有用到", document.label, sentences.len(), unused.len());
        for sentence in unused.iter().filter(|_| in_full) {
            say!("  第{}块：{}", sentence.block, sentence.text);
        }
    }
}

fn write(issues: Vec<Issue>, script: &Source, project: &Path) -> Result<(), String> {
    let staging = std::env::var_os("TRUNK_STAGING_DIR")
        .map(PathBuf::from)
        .ok_or("prerender is run by Trunk: use `cargo xtask build`, or give --check")?;
    site::write(issues.leak(), script, project, &staging).map_err(|error| error.to_string())?;
    #[cfg(feature = "compress")]
    // Takes seconds, too long while editing.
    if std::env::var_os("SIJIAN_COMPRESS").is_some() {
        site::compress(&staging).map_err(|error| error.to_string())?;
    }
    Ok(())
}
