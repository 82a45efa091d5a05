//! `draft new <project> <name>` and `draft import <project> <article> [name]`: writes a new edition
//! below the project's `editions`, and the schemas of its files; `draft schema <project>`: these alone.

use std::path::Path;
use std::process::ExitCode;

use content::Problem;
use draft::Draft;

/// The folder of the editions, in the project.
const EDITIONS: &str = "editions";

fn main() -> ExitCode {
    let arguments: Vec<String> = std::env::args().skip(1).collect();
    let arguments: Vec<&str> = arguments.iter().map(String::as_str).collect();
    let result = match arguments[..] {
        ["new", project, name] => new(Path::new(project), name),
        ["import", project, article] => import(Path::new(project), Path::new(article), None),
        ["schema", project] => schemas(Path::new(project)),
        ["import", project, article, name] => import(Path::new(project), Path::new(article), Some(name)),
        _ => Err("用 cargo xtask new <名字>，或 cargo xtask import <文章.md> [名字]。".to_owned()),
    };
    match result {
        Ok(()) => ExitCode::SUCCESS,
        Err(told) => {
            eprintln!("{told}");
            ExitCode::FAILURE
        }
    }
}

fn new(project: &Path, name: &str) -> Result<(), String> {
    draft::check(name)?;
    write(project, name, &draft::skeleton())?;
    println!("editions/{name}：写好了样板，每个文件里都有说明。接着：");
    tell_next(name);
    Ok(())
}

fn import(project: &Path, article: &Path, name: Option<&str>) -> Result<(), String> {
    let stem = article.file_stem().map(|stem| stem.to_string_lossy().into_owned()).unwrap_or_default();
    let name = name.unwrap_or(&stem);
    draft::check(name).map_err(|told| format!("{told}名字写在文章后面：cargo xtask import 文章.md 名字"))?;
    let file = article.display().to_string();
    let bytes = std::fs::read(article).map_err(|error| format!("{file}：读不了（{error}）。"))?;
    let draft = draft::import(&file, &bytes)
        .map_err(|problems| format!("{}\n共 {} 处问题，什么也没有写。", listed(&problems), problems.len()))?;
    write(project, name, &draft)?;
    let left: usize = draft.files().map(|(_, text)| content::unfinished(text)).sum();
    println!("editions/{name}：从 {file} 做出了第一稿，{left} 行写着“# 待改”，由编辑来写。");
    if let Err(problems) = draft.read() {
        println!("还有 {} 处要先改好：\n{}", problems.len(), listed(&problems));
    }
    println!("接着：");
    tell_next(name);
    Ok(())
}

fn write(project: &Path, name: &str, draft: &Draft) -> Result<(), String> {
    let editions = project.join(EDITIONS);
    draft.write(&editions.join(name)).map_err(|error| format!("{EDITIONS}/{name}：{error}"))?;
    write_schemas(&editions)
}

fn schemas(project: &Path) -> Result<(), String> {
    write_schemas(&project.join(EDITIONS))?;
    println!("{EDITIONS}/.schema：写好了各个文件的 JSON schema。");
    Ok(())
}

fn write_schemas(editions: &Path) -> Result<(), String> {
    draft::write_schemas(editions).map_err(|error| format!("{EDITIONS}/.schema：写不了（{error}）。"))
}

fn listed(problems: &[Problem]) -> String {
    problems.iter().map(Problem::to_string).collect::<Vec<_>>().join("\n")
}

fn tell_next(name: &str) {
    println!("  cargo xtask check {name}                  # 看有没有问题");
    println!("  cargo xtask serve {name} --host 0.0.0.0   # 在电脑和手机上看，边改边看");
    println!("  cargo xtask font {name}                   # 把字体裁到这一版要用的字");
    println!("  cargo xtask build {name}                  # 只把这一版做成网站，写进 dist/");
}
