//! What keeps a phone's main thread busy while a page starts: the long tasks, and what each consists of.

use std::collections::BTreeMap;

use serde_json::{Value, json};

use super::page;
use super::profile::PHONE;
use super::visit;
use crate::driver::Driver;
use crate::engine::Drivable;
use crate::error::Error;
use crate::project::Project;
use crate::server::Server;
use crate::webdriver::Session;

/// A task that a reader may feel.
const LONG: f64 = 50.0;
const CATEGORIES: &str =
    "toplevel,devtools.timeline,disabled-by-default-devtools.timeline,blink.user_timing,v8,v8.wasm";

/// One long task. All times in milliseconds, from the navigation's beginning.
#[derive(Debug, PartialEq)]
pub struct Task {
    at: f64,
    takes: f64,
    /// What it does itself, by kind of work, with how often.
    work: BTreeMap<&'static str, (f64, usize)>,
}

pub struct Startup {
    page: String,
    ready: f64,
    tasks: Vec<Task>,
}

pub fn measure(project: &Project, found: &Drivable) -> Result<Vec<Startup>, Error> {
    let server = Server::start(page::site(project), 0)?;
    let driver = Driver::start(project, found, None)?;
    let trace = |page: String| {
        let address = format!("{}{page}", server.address());
        page::patiently(|| trace(&driver, &address)).map(|(ready, tasks)| Startup { page: page.clone(), ready, tasks })
    };
    ["index.html".to_owned(), page::largest_embed(project)?].into_iter().map(trace).collect()
}

fn trace(driver: &Driver, address: &str) -> Result<(f64, Vec<Task>), Error> {
    let mut capabilities = PHONE.capabilities();
    capabilities["goog:loggingPrefs"] = json!({"performance": "ALL"});
    capabilities["goog:chromeOptions"]["perfLoggingPrefs"] =
        json!({"enableNetwork": false, "enablePage": false, "traceCategories": CATEGORIES});
    let session = Session::start(driver.socket(), &capabilities)?;
    session.devtools("Page.addScriptToEvaluateOnNewDocument", &json!({"source": visit::WATCH}))?;
    PHONE.slow(&session)?;
    session.go(address)?;
    session.wait_until(&format!("(() => {{ {} }})()", visit::QUIET))?;
    let ready = session.run("return performance.getEntriesByName('app-ready')[0].startTime", &json!([]))?;
    let entries = session.log("performance")?;
    let messages = entries.as_array().into_iter().flatten().filter_map(|entry| entry["message"].as_str());
    let messages = messages.filter_map(|text| serde_json::from_str::<Value>(text).ok());
    let messages = messages.map(|mut message| message["message"].take());
    let events = messages.filter(|message| message["method"] == "Tracing.dataCollected");
    let events: Vec<Value> = events.map(|mut message| message["params"].take()).collect();
    Ok((ready.as_f64().unwrap_or_default(), tasks(&events)))
}

/// A stretch of work in a trace.
struct Work<'a> {
    name: &'a str,
    from: f64,
    to: f64,
}

/// The long tasks of the thread that the last navigation to a page of this machine ran on.
fn tasks(events: &[Value]) -> Vec<Task> {
    let ours = |event: &&Value| {
        let url = event["args"]["data"]["documentLoaderURL"].as_str();
        event["name"] == "navigationStart" && url.is_some_and(|url| url.starts_with("http://127.0.0.1"))
    };
    let Some(start) = events.iter().rfind(ours) else {
        return Vec::new();
    };
    let begun = start["ts"].as_f64().unwrap_or_default();
    let here = events.iter().filter(|event| event["pid"] == start["pid"] && event["tid"] == start["tid"]);
    let stretches = here.filter(|event| event["ph"] == "X").filter_map(|event| {
        let from = (event["ts"].as_f64()? - begun) / 1_000.0;
        Some(Work { name: event["name"].as_str()?, from, to: from + event["dur"].as_f64()? / 1_000.0 })
    });
    let mut stretches: Vec<Work<'_>> = stretches.filter(|work| work.from >= 0.0).collect();
    stretches.sort_by(|a, b| a.from.total_cmp(&b.from).then(b.to.total_cmp(&a.to)));
    let mut tasks = Vec::new();
    let mut rest = &stretches[..];
    while let Some((task, inner)) = rest.split_first() {
        let length = inner.partition_point(|work| work.from < task.to);
        if task.to - task.from >= LONG {
            tasks.push(Task { at: task.from, takes: task.to - task.from, work: shares(task, &inner[..length]) });
        }
        rest = &inner[length..];
    }
    tasks
}

/// The time of each stretch without that of the stretches in it, by kind.
fn shares(task: &Work<'_>, inner: &[Work<'_>]) -> BTreeMap<&'static str, (f64, usize)> {
    let mut shares: BTreeMap<&'static str, (f64, usize)> = BTreeMap::new();
    let mut around = vec![(task, kind(task.name, "other"))];
    shares.insert(around[0].1, (task.to - task.from, 0));
    for work in inner {
        while around.len() > 1 && around.last().is_some_and(|(outer, _)| outer.to <= work.from) {
            around.pop();
        }
        let outer = around.last().map_or("other", |(_, kind)| kind);
        let own = kind(work.name, outer);
        let takes = work.to - work.from;
        shares.entry(outer).or_default().0 -= takes;
        let share = shares.entry(own).or_default();
        share.0 += takes;
        share.1 += usize::from(own != outer);
        around.push((work, own));
    }
    shares
}

/// The kind of work by its name in a trace; what has none counts to what it is done for.
fn kind(name: &str, outer: &'static str) -> &'static str {
    match name {
        "Layout" => "layout",
        "UpdateLayoutTree" => "style",
        "PrePaint" | "Paint" | "Layerize" | "Commit" => "paint",
        "ParseHTML" => "parsing",
        "EvaluateScript"
        | "FunctionCall"
        | "FireAnimationFrame"
        | "v8.callFunction"
        | "v8.evaluateModule"
        | "RunMicrotasks"
        | "BlinkScheduler_PerformMicrotaskCheckpoint" => "script",
        _ if name.starts_with("wasm.") || name.starts_with("v8.wasm") => "compiling wasm",
        _ if name.contains("GC") => "garbage",
        _ => outer,
    }
}

impl Startup {
    pub fn to_json(&self) -> Value {
        let tasks = self.tasks.iter().map(|task| {
            let work: BTreeMap<&str, f64> = task.work.iter().map(|(kind, (ms, _))| (*kind, *ms)).collect();
            json!({"at_ms": task.at, "takes_ms": task.takes, "work_ms": work})
        });
        json!({"page": self.page, "ready_ms": self.ready, "long_tasks": tasks.collect::<Vec<_>>()})
    }
}

pub fn print(startups: &[Startup]) {
    for startup in startups {
        println!("\n== long tasks of {}, {} (one visit, traced: compare shares)", startup.page, PHONE.described());
        println!("{:>9}{:>9}  ms; of it by kind of work, and how often", "at", "takes");
        for task in &startup.tasks {
            let mut work: Vec<_> = task.work.iter().filter(|(_, (ms, _))| *ms >= 1.0).collect();
            work.sort_by(|a, b| b.1.0.total_cmp(&a.1.0));
            let work: Vec<String> = work
                .iter()
                .map(|(kind, (ms, times))| {
                    let times = if *times > 1 { format!(" ({times}×)") } else { String::new() };
                    format!("{kind} {ms:.0}{times}")
                })
                .collect();
            println!("{:>9.0}{:>9.0}  {}", task.at, task.takes, work.join(", "));
        }
        println!("{:>9.0}           app-ready", startup.ready);
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_long_task_is_told_by_what_it_does_itself() {
        let event = |name: &str, ts: u64, dur: u64, tid: u64| {
            let (ts, dur) = (1_000_000 + ts * 1_000, dur * 1_000);
            json!({"name": name, "ph": "X", "ts": ts, "dur": dur, "pid": 1, "tid": tid})
        };
        let start = json!({"name": "navigationStart", "ts": 1_000_000, "pid": 1, "tid": 1,
            "args": {"data": {"documentLoaderURL": "http://127.0.0.1:1/"}}});
        let events = [
            start,
            event("RunTask", 10, 100, 1),
            event("FunctionCall", 20, 80, 1),
            event("Layout", 30, 20, 1),
            event("Layout", 60, 10, 1),
            event("wasm.CompileLazy", 75, 5, 1),
            event("RunTask", 200, 49, 1),
            event("RunTask", 10, 500, 2),
        ];
        let work = [("other", (20.0, 0)), ("script", (45.0, 1)), ("layout", (30.0, 2)), ("compiling wasm", (5.0, 1))];
        assert_eq!(tasks(&events), [Task { at: 10.0, takes: 100.0, work: work.into() }]);
        assert_eq!(tasks(&events[1..]), []);
    }
}
