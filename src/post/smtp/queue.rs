//! Who may talk to the server: a server or a domain that is slow must not hold up everything else.

use super::promise::Promise;
use super::rate::Rate;
use std::collections::HashMap;
use std::num::NonZeroU32;
use std::sync::atomic::{AtomicBool, AtomicU32, Ordering::Relaxed};
use std::sync::{Arc, Mutex, PoisonError};
use std::time::Duration;
use tokio::sync::{OwnedSemaphorePermit, Semaphore};
use tokio::time::{Instant, sleep_until, timeout};

/// Talks at once: fewer than there are jobs at once, so that what is no mail goes on.
const TALKS: u16 = 6;
/// Talks at once about recipients of one domain: others come in between.
const DOMAIN: u16 = 3;
/// How long one waits for a turn, where it comes soon: as long as a talk takes that is not slow.
const WAIT: Duration = Duration::from_secs(5);
/// Who takes longer than this is slow; others do not wait for the next turn there.
const SLOW: Duration = Duration::from_secs(5);
/// How many domains are remembered before those are forgotten that nobody talks about.
const REMEMBERED: usize = 1_000;

#[derive(Clone)]
pub(super) struct Queue {
    all: Arc<Line>,
    domains: Arc<Mutex<HashMap<String, Arc<Line>>>>,
    slow: Duration,
    /// None: the provider takes as many as there are.
    rate: Option<Arc<Rate>>,
}

struct Line {
    turns: Arc<Semaphore>,
    size: u32,
    slow: AtomicBool,
    /// How long the last talk took, in milliseconds.
    took: AtomicU32,
    promise: Promise,
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
            promise: Promise::default(),
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

    /// As fast as talks end.
    fn pause(&self) -> Duration {
        let took = Duration::from_millis(self.took.load(Relaxed).into());
        self.promise.pause(took / self.size)
    }
}

impl Default for Queue {
    fn default() -> Self {
        Self { all: Line::new(TALKS), domains: Arc::default(), slow: SLOW, rate: None }
    }
}

impl Queue {
    /// Takes somebody for slow earlier.
    pub fn with_slow(mut self, slow: Duration) -> Self {
        self.slow = slow;
        self
    }

    /// Lets so many go in a minute.
    pub fn with_rate(mut self, a_minute: NonZeroU32) -> Self {
        self.rate = Some(Arc::new(Rate::new(a_minute)));
        self
    }

    /// After which time to ask, where one that is slow has no turn left, or too many have gone in this minute.
    pub fn has_no_turn(&self, recipient: &str, bulk: bool) -> Option<Duration> {
        let domain = self.domain(recipient);
        [domain, self.all.clone()]
            .into_iter()
            .find(|line| line.slow.load(Relaxed) && line.turns.available_permits() == 0)
            .map(|line| line.pause())
            .or_else(|| self.rate.as_ref().and_then(|rate| rate.has_no_moment(patience(bulk))))
    }

    /// After which time one of many may go, whoever it is for, where too many have gone in this minute.
    pub fn has_no_moment(&self) -> Option<Duration> {
        self.rate.as_ref().and_then(|rate| rate.has_no_moment(patience(true)))
    }

    /// A turn, or after which time to ask again.
    pub async fn turn(&self, recipient: &str, bulk: bool) -> Result<Turn, Duration> {
        let end = Instant::now() + 2 * WAIT;
        let domain = self.domain(recipient);
        let first = domain.turn().await?;
        let second = self.all.turn().await?;
        if let Some(rate) = &self.rate {
            let left = end.saturating_duration_since(Instant::now());
            sleep_until(rate.moment(patience(bulk).min(left))?).await;
        }
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

/// How long a mail waits for its moment at most: one of many less long, so that one that somebody waits for comes first.
fn patience(bulk: bool) -> Duration {
    if bulk { WAIT / 2 } else { 2 * WAIT }
}
