//! How many mails a minute the provider takes. Who sends faster is answered with 4xx, or locked out.

use super::promise::Promise;
use std::num::NonZeroU32;
use std::sync::{Mutex, PoisonError};
use std::time::Duration;
use tokio::time::Instant;

/// The moments at which mails may go, one after the other: a bucket that holds one token.
pub(super) struct Rate {
    every: Duration,
    next: Mutex<Instant>,
    promise: Promise,
}

impl Rate {
    pub fn new(a_minute: NonZeroU32) -> Self {
        Self {
            every: Duration::from_secs(60) / a_minute.get(),
            next: Mutex::new(Instant::now()),
            promise: Promise::default(),
        }
    }

    /// The next free moment, which is then taken, if it comes so soon; or after which time to ask again.
    pub fn moment(&self, patience: Duration) -> Result<Instant, Duration> {
        let now = Instant::now();
        {
            let mut next = self.next.lock().unwrap_or_else(PoisonError::into_inner);
            let mine = (*next).max(now);
            if mine - now <= patience {
                *next = mine + self.every;
                return Ok(mine);
            }
        }
        Err(self.pause())
    }

    /// After which time to ask, where no moment comes so soon.
    pub fn has_no_moment(&self, patience: Duration) -> Option<Duration> {
        let next = *self.next.lock().unwrap_or_else(PoisonError::into_inner);
        (next > Instant::now() + patience).then(|| self.pause())
    }

    /// Two come where one can go: they come a little late or early, and no moment should pass unused.
    fn pause(&self) -> Duration {
        self.promise.pause(self.every / 2)
    }
}
