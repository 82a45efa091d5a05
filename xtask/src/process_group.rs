//! Programs that run in the background with children of their own, and never outlive this one.

use std::process::{Child, ChildStdout, Command};
use std::sync::atomic::{AtomicBool, Ordering};
use std::sync::{Mutex, MutexGuard, PoisonError};
use std::thread;
use std::time::{Duration, Instant};

use crate::error::Error;
use crate::process;

/// A program and all that it starts; dropping it ends them.
pub struct Group {
    child: Child,
}

impl Group {
    pub fn start(command: &mut Command) -> Result<Self, Error> {
        #[cfg(unix)]
        std::os::unix::process::CommandExt::process_group(command, 0);
        // Held while starting, so that an interrupt cannot fall between the start and the entry.
        let mut running = running();
        let child = command.spawn().map_err(|source| process::start(command, source))?;
        running.push(child.id());
        Ok(Self { child })
    }

    pub fn has_ended(&mut self) -> bool {
        !matches!(self.child.try_wait(), Ok(None))
    }

    /// Waits for the end of a program that is expected to end by itself, and tells whether it was a good one.
    pub fn succeeds(mut self) -> bool {
        self.child.wait().is_ok_and(|status| status.success())
    }

    pub fn stdout(&mut self) -> Option<ChildStdout> {
        self.child.stdout.take()
    }
}

impl Drop for Group {
    fn drop(&mut self) {
        let id = self.child.id();
        signal(id, Signal::Ask);
        let asked = Instant::now();
        while !self.has_ended() && asked.elapsed() < PATIENCE {
            thread::sleep(PAUSE);
        }
        signal(id, Signal::Force);
        // Neither can fail in a way that matters: the program is gone by now, or cannot be ended at all.
        let _ = self.child.kill();
        let _ = self.child.wait();
        running().retain(|other| *other != id);
    }
}

/// Groups do not get the terminal's Ctrl-C, so it is passed on to them.
///
/// Their end brings this program to its own and to its tidying up; if it does not, it is ended here.
pub fn end_all_on_interrupt() -> Result<(), Error> {
    let handler = || {
        INTERRUPTED.store(true, Ordering::SeqCst);
        signal_all(&running(), Signal::Ask);
        thread::sleep(PATIENCE * 2);
        let running = running();
        signal_all(&running, Signal::Force);
        std::process::exit(INTERRUPTED_CODE.into());
    };
    ctrlc::set_handler(handler).map_err(Error::Interrupt)
}

/// Whether the user has asked for the end, so that a failure is no news.
pub fn interrupted() -> bool {
    INTERRUPTED.load(Ordering::SeqCst)
}

/// What shells give a program that Ctrl-C has ended.
pub const INTERRUPTED_CODE: u8 = 130;

static INTERRUPTED: AtomicBool = AtomicBool::new(false);

/// How long a program may take to end in good order.
const PATIENCE: Duration = Duration::from_secs(3);
const PAUSE: Duration = Duration::from_millis(50);

static RUNNING: Mutex<Vec<u32>> = Mutex::new(Vec::new());

/// A panic elsewhere leaves the list as good as it was.
fn running() -> MutexGuard<'static, Vec<u32>> {
    RUNNING.lock().unwrap_or_else(PoisonError::into_inner)
}

#[derive(Clone, Copy)]
enum Signal {
    Ask,
    Force,
}

fn signal_all(groups: &[u32], with: Signal) {
    for group in groups {
        signal(*group, with);
    }
}

#[cfg(unix)]
fn signal(group: u32, signal: Signal) {
    use nix::sys::signal::{Signal as Unix, killpg};
    use nix::unistd::Pid;

    let signal = match signal {
        Signal::Ask => Unix::SIGTERM,
        Signal::Force => Unix::SIGKILL,
    };
    if let Ok(id) = i32::try_from(group) {
        // The only likely failure is that nobody is left in the group.
        let _ = killpg(Pid::from_raw(id), signal);
    }
}

#[cfg(not(unix))]
fn signal(_group: u32, _signal: Signal) {}

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
        assert!(!group.has_ended());
        drop(group);
        assert!(output.next().is_none(), "nobody holds the pipe any more");
    }
}
