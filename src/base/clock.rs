//! Where the time comes from. Passed in, so that a test moves it and no code reads the system's clock by itself.

use crate::Time;
use chrono::{DurationRound, TimeDelta, Utc};
use std::sync::Arc;
use std::sync::atomic::{AtomicI64, Ordering};

/// The clock of this process: the system's, plus an offset that only the test kit moves, and the demo while it is filled.
#[derive(Clone, Debug)]
pub struct Clock {
    offset_ms: Arc<AtomicI64>,
}

impl Clock {
    /// The system's clock.
    pub fn system() -> Self {
        Self { offset_ms: Arc::new(AtomicI64::new(0)) }
    }

    /// Now, to the millisecond: what the database keeps, so that what was written is what is read.
    #[expect(clippy::disallowed_methods, reason = "the one place that reads the system's clock")]
    pub fn now(&self) -> Time {
        let now = Utc::now() + TimeDelta::milliseconds(self.offset_ms());
        now.duration_trunc(TimeDelta::milliseconds(1)).unwrap_or(now)
    }

    /// How far this clock is ahead of the system's, in milliseconds. Zero except in tests and while the demo is filled.
    pub fn offset_ms(&self) -> i64 {
        self.offset_ms.load(Ordering::Relaxed)
    }

    /// Moves the clock ahead (or back). For the test kit and for the demo.
    pub fn advance(&self, by: TimeDelta) {
        self.offset_ms.fetch_add(by.num_milliseconds(), Ordering::Relaxed);
    }
}
