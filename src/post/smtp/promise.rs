//! When who came in vain comes again.

use std::sync::{Mutex, PoisonError};
use std::time::Duration;
use tokio::time::Instant;

/// How long one waits at least who comes in vain, …
const SHORTEST: Duration = Duration::from_secs(10);
/// … and at most.
const LONGEST: Duration = Duration::from_secs(10 * 60);

/// From when on turns are promised to nobody yet who came in vain.
pub(super) struct Promise(Mutex<Instant>);

impl Default for Promise {
    fn default() -> Self {
        Self(Mutex::new(Instant::now()))
    }
}

impl Promise {
    /// Until the moment that is promised to nobody yet: those who wait come one after the other, as fast as turns come
    /// free, and do not keep asking.
    pub fn pause(&self, every: Duration) -> Duration {
        let now = Instant::now();
        let mut next = self.0.lock().unwrap_or_else(PoisonError::into_inner);
        let mine = (*next).max(now);
        *next = (mine + every).min(now + LONGEST);
        (mine - now).clamp(SHORTEST, LONGEST)
    }
}
