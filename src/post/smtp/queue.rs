//! Who may talk to the server: a server or a domain that is slow must not hold up everything else.

use std::collections::HashMap;
use std::sync::atomic::{AtomicBool, AtomicU32, Ordering::Relaxed};
use std::sync::{Arc, Mutex, PoisonError};
use std::time::Duration;
use tokio::sync::{OwnedSemaphorePermit, Semaphore};
use tokio::time::{Instant, timeout};

/// Talks at once: fewer than there are jobs at once, so that what is no mail goes on.
const TALKS: u16 = 6;
/// Talks at once about recipients of one domain: others come in between.
const DOMAIN: u16 = 3;
/// How long one waits for a turn, where it comes soon: as long as a talk takes that is not slow.
const WAIT: Duration = Duration::from_secs(5);
/// Who takes longer than this is slow; others do not wait for the next turn there.
const SLOW: Duration = Duration::from_secs(5);
/// How long one waits at least who comes in vain, …
const SHORTEST: Duration = Duration::from_secs(10);
/// … and at most.
const LONGEST: Duration = Duration::from_secs(10 * 60);
/// How many domains are remembered before those are forgotten that nobody talks about.
const REMEMBERED: usize = 1_000;

#[derive(Clone)]
pub(super) struct Queue {
    all: Arc<Line>,
    domains: Arc<Mutex<HashMap<String, Arc<Line>>>>,
    slow: Duration,
}

struct Line {
    turns: Arc<Semaphore>,
    size: u32,
    slow: AtomicBool,
    /// How long the last talk took, in milliseconds.
    took: AtomicU32,
    /// From when on turns are promised to nobody yet who came in vain.
    next: Mutex<Instant>,
}

/// The right to talk, until it is dropped.
pub(crate) struct Turn {
    lines: [Arc<Line>; 2],
    since: Instant,
    slow: Duration,
    _permits: [OwnedSemaphorePermit; 2],
}

impl Drop for Turn {
    fn drop(&mut self) {
        let took = self.since.elapsed();
        for line in &self.lines {
            line.slow.store(took > self.slow, Relaxed);
            line.took.store(u32::try_from(took.as_millis()).unwrap_or(u32::MAX), Relaxed);
        }
    }
}

impl Line {
    fn new(turns: u16) -> Arc<Self> {
        Arc::new(Self {
            turns: Arc::new(Semaphore::new(turns.into())),
            size: turns.into(),
            slow: AtomicBool::new(false),
            took: AtomicU32::new(0),
            next: Mutex::new(Instant::now()),
        })
    }

    async fn turn(&self) -> Result<OwnedSemaphorePermit, Duration> {
        let turns = self.turns.clone();
        let turn = if self.slow.load(Relaxed) {
            turns.try_acquire_owned().ok()
        } else {
            timeout(WAIT, turns.acquire_owned()).await.ok().and_then(Result::ok)
        };
        turn.ok_or_else(|| self.pause())
    }

    /// Until the moment that is promised to nobody yet: those who wait for a slow server come one after the other, as fast
    /// as talks end, and do not keep asking.
    fn pause(&self) -> Duration {
        let now = Instant::now();
        let took = Duration::from_millis(self.took.load(Relaxed).into());
        let mut next = self.next.lock().unwrap_or_else(PoisonError::into_inner);
        let mine = (*next).max(now);
        *next = (mine + took / self.size).min(now + LONGEST);
        (mine - now).clamp(SHORTEST, LONGEST)
    }
}

impl Default for Queue {
    fn default() -> Self {
        Self { all: Line::new(TALKS), domains: Arc::default(), slow: SLOW }
    }
}

impl Queue {
    /// Takes somebody for slow earlier.
    pub fn with_slow(mut self, slow: Duration) -> Self {
        self.slow = slow;
        self
    }

    /// After which time to ask, where one that is slow has no turn left.
    pub fn has_no_turn(&self, recipient: &str) -> Option<Duration> {
        let domain = self.domain(recipient);
        [domain, self.all.clone()]
            .into_iter()
            .find(|line| line.slow.load(Relaxed) && line.turns.available_permits() == 0)
            .map(|line| line.pause())
    }

    /// A turn, or after which time to ask again.
    pub async fn turn(&self, recipient: &str) -> Result<Turn, Duration> {
        let domain = self.domain(recipient);
        let first = domain.turn().await?;
        let second = self.all.turn().await?;
        let lines = [domain, self.all.clone()];
        Ok(Turn { lines, since: Instant::now(), slow: self.slow, _permits: [first, second] })
    }

    fn domain(&self, recipient: &str) -> Arc<Line> {
        let name = recipient.rsplit('@').next().unwrap_or_default().to_lowercase();
        let mut domains = self.domains.lock().unwrap_or_else(PoisonError::into_inner);
        if domains.len() >= REMEMBERED {
            domains.retain(|_, line| Arc::strong_count(line) > 1);
        }
        domains.entry(name).or_insert_with(|| Line::new(DOMAIN)).clone()
    }
}
