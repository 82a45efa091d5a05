//! Background programs that start children of their own and never outlive this program.

use std::process::{ChildStdout, Command, ExitStatus};
use std::sync::atomic::{AtomicBool, Ordering};
use std::sync::{Arc, Mutex, MutexGuard, PoisonError, Weak};
use std::thread;
use std::time::{Duration, Instant};

use anyhow::{Context, Result};
use command_group::{CommandGroup, GroupChild};

/// A program and all its children; dropping it ends them.
pub struct Group {
    child: Arc<Mutex<GroupChild>>,
}

/// How long a program may take to end after it was asked to.
const PATIENCE: Duration = Duration::from_secs(3);
const PAUSE: Duration = Duration::from_millis(50);

impl Group {
    pub fn start(command: &mut Command) -> Result<Self> {
        // Locked during the start, so that an interrupt cannot come before the program is in the
        // list.
        let mut running = lock(&RUNNING);
        let name = command.get_program().display().to_string();
        let child = command.group_spawn().with_context(|| format!("{name} could not be started"))?;
        let child = Arc::new(Mutex::new(child));
        running.retain(|other| other.strong_count() > 0);
        running.push(Arc::downgrade(&child));
        Ok(Self { child })
    }

    /// How the program ended, if it has.
    pub fn ended(&self) -> Option<ExitStatus> {
        lock(&self.child).try_wait().ok().flatten()
    }

    /// Waits until the program ends; true if it succeeded.
    pub fn succeeds(self) -> bool {
        // Polling leaves the lock free for an interrupt.
        loop {
            match self.ended() {
                Some(status) => return status.success(),
                None => thread::sleep(PAUSE),
            }
        }
    }

    pub fn stdout(&mut self) -> Option<ChildStdout> {
        lock(&self.child).inner().stdout.take()
    }
}

impl Drop for Group {
    fn drop(&mut self) {
        ask_to_end(&lock(&self.child));
        let asked = Instant::now();
        while self.ended().is_none() && asked.elapsed() < PATIENCE {
            thread::sleep(PAUSE);
        }
        let mut child = lock(&self.child);
        // A failure does not matter: either the program is gone already, or it cannot be ended at
        // all.
        let _ = child.kill();
        let _ = child.wait();
    }
}

/// Ends every group. Needed for Ctrl-C, which the terminal does not send to other process groups.
pub fn end_all() {
    INTERRUPTED.store(true, Ordering::SeqCst);
    let running: Vec<_> = lock(&RUNNING).iter().filter_map(Weak::upgrade).collect();
    running.iter().for_each(|child| ask_to_end(&lock(child)));
    // Once they have ended, this program ends by itself. If it does not, the caller ends it.
    thread::sleep(PATIENCE * 2);
    running.iter().for_each(|child| drop(lock(child).kill()));
}

/// Whether [`end_all`] was called; failures are then expected.
pub fn interrupted() -> bool {
    INTERRUPTED.load(Ordering::SeqCst)
}

static INTERRUPTED: AtomicBool = AtomicBool::new(false);
static RUNNING: Mutex<Vec<Weak<Mutex<GroupChild>>>> = Mutex::new(Vec::new());

/// A panic elsewhere cannot leave the locked data inconsistent, so poisoning is ignored.
fn lock<T>(mutex: &Mutex<T>) -> MutexGuard<'_, T> {
    mutex.lock().unwrap_or_else(PoisonError::into_inner)
}

#[cfg(unix)]
fn ask_to_end(child: &GroupChild) {
    use command_group::{Signal, UnixChildExt};
    // The only likely failure is that the group is empty.
    let _ = child.signal(Signal::SIGTERM);
}

#[cfg(not(unix))]
fn ask_to_end(_child: &GroupChild) {}

#[cfg(all(test, unix))]
mod tests {
    use std::io::{BufRead, BufReader};
    use std::process::Stdio;

    use super::*;

    #[test]
    fn the_children_end_too_even_if_they_ignore_being_asked() {
        let script = "sh -c 'trap \"\" TERM; echo ready; while :; do sleep 1; done' & wait";
        let mut group = Group::start(Command::new("sh").args(["-c", script]).stdout(Stdio::piped())).unwrap();
        let mut output = BufReader::new(group.stdout().unwrap()).lines();
        assert_eq!(output.next().unwrap().unwrap(), "ready");
        assert!(group.ended().is_none());
        drop(group);
        assert!(output.next().is_none(), "nobody holds the pipe any more");
    }
}
