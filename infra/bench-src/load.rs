//! Doing something over and over, and how long each time took.

use crate::Outcome;
use std::sync::Arc;
use std::sync::atomic::{AtomicUsize, Ordering};
use std::time::{Duration, Instant};
use tokio::task::JoinSet;

/// How long each of many took.
#[derive(Default)]
pub struct Times {
    sorted: Vec<Duration>,
    span: Duration,
}

impl Times {
    pub fn count(&self) -> usize {
        self.sorted.len()
    }

    /// Until the last answer.
    pub fn span(&self) -> Duration {
        self.span
    }

    /// How many a second.
    pub fn rate(&self) -> f64 {
        self.sorted.len() as f64 / self.span.as_secs_f64()
    }

    /// What so many of a hundred did not exceed, in milliseconds.
    pub fn percentile(&self, percent: usize) -> f64 {
        let at = (self.sorted.len() * percent / 100).min(self.sorted.len().saturating_sub(1));
        self.sorted.get(at).map_or(f64::NAN, |t| t.as_secs_f64() * 1000.0)
    }

    /// With another round of the same.
    pub fn and(mut self, other: Self) -> Self {
        self.sorted.extend(other.sorted);
        self.sorted.sort_unstable();
        self.span += other.span;
        self
    }

    /// With what had to be waited for at the end.
    pub fn and_then(mut self, waited: Duration) -> Self {
        self.span += waited;
        self
    }
}

/// What one client does, each time with another number. `false`: there is nothing left to do.
pub trait Work: Send + 'static {
    fn once(&mut self, number: usize) -> impl Future<Output = Outcome<bool>> + Send;
}

/// Lets clients work, each again as soon as it was answered, until the time is over or nothing is left to do. `numbers`
/// go on from one call to the next.
pub async fn many<W: Work>(workers: Vec<W>, span: Duration, numbers: &Arc<AtomicUsize>) -> Outcome<Times> {
    let begun = Instant::now();
    let mut running = JoinSet::new();
    for mut worker in workers {
        let numbers = Arc::clone(numbers);
        running.spawn(async move {
            let mut times = vec![];
            while begun.elapsed() < span {
                let sent = Instant::now();
                if !worker.once(numbers.fetch_add(1, Ordering::Relaxed)).await? {
                    break;
                }
                times.push(sent.elapsed());
            }
            Ok::<_, Box<dyn std::error::Error + Send + Sync>>(times)
        });
    }
    let mut sorted = vec![];
    while let Some(times) = running.join_next().await {
        sorted.extend(times??);
    }
    let span = begun.elapsed();
    sorted.sort_unstable();
    Ok(Times { sorted, span })
}
