//! Who may talk to the server: a server or a domain that is slow must not hold up everything else.

use std::collections::HashMap;
use std::sync::atomic::{AtomicBool, Ordering};
use std::sync::{Arc, Mutex, PoisonError};
use std::time::Duration;
use tokio::sync::{OwnedSemaphorePermit, Semaphore};
use tokio::time::{Instant, timeout};

/// Talks at once: fewer than there are jobs at once, so that what is no mail goes on.
const TALKS: usize = 6;
/// Talks at once about recipients of one domain: others come in between.
const DOMAIN: usize = 3;
/// How long one waits for a turn, where it comes soon.
const WAIT: Duration = Duration::from_secs(1);
/// Who takes longer than this is slow; others do not wait for the next turn there.
const SLOW: Duration = Duration::from_secs(5);
/// How many domains are remembered before those are forgotten that nobody talks about.
const REMEMBERED: usize = 1_000;

#[derive(Clone)]
pub(super) struct Queue {
    all: Arc<Line>,
    domains: Arc<Mutex<HashMap<String, Arc<Line>>>>,
}

struct Line {
    turns: Arc<Semaphore>,
    slow: AtomicBool,
}

/// The right to talk, until it is dropped.
pub(crate) struct Turn {
    lines: [Arc<Line>; 2],
    since: Instant,
    _permits: [OwnedSemaphorePermit; 2],
}

impl Drop for Turn {
    fn drop(&mut self) {
        let slow = self.since.elapsed() > SLOW;
        for line in &self.lines {
            line.slow.store(slow, Ordering::Relaxed);
        }
    }
}

impl Line {
    fn new(turns: usize) -> Arc<Self> {
        Arc::new(Self { turns: Arc::new(Semaphore::new(turns)), slow: AtomicBool::new(false) })
    }

    async fn turn(&self) -> Option<OwnedSemaphorePermit> {
        let turns = self.turns.clone();
        if self.slow.load(Ordering::Relaxed) {
            return turns.try_acquire_owned().ok();
        }
        timeout(WAIT, turns.acquire_owned()).await.ok()?.ok()
    }
}

impl Default for Queue {
    fn default() -> Self {
        Self { all: Line::new(TALKS), domains: Arc::default() }
    }
}

impl Queue {
    pub async fn turn(&self, recipient: &str) -> Option<Turn> {
        let domain = self.domain(recipient);
        let first = domain.turn().await?;
        let second = self.all.turn().await?;
        Some(Turn { lines: [domain, self.all.clone()], since: Instant::now(), _permits: [first, second] })
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
