//! How often a client may try codes of vouchers that there are not. Registering is never limited, so this is counted by
//! itself: whoever guessed too often registers without a voucher, or waits.

use base::{Time, Uuid};
use chrono::TimeDelta;
use std::collections::HashMap;
use std::net::IpAddr;
use std::sync::{Mutex, PoisonError};

/// So many wrong codes of one congress in an hour. A whole town hall that mistypes does not come near it; there are eight
/// hundred thousand million codes to draw.
const MOST: u32 = 60;
const WINDOW: TimeDelta = TimeDelta::hours(1);
/// From so many clients on, those whose hour is over are forgotten.
const TIDY: usize = 1024;

/// Wrong codes by client and congress, counted in this process.
#[derive(Debug, Default)]
pub struct Guesses(Mutex<HashMap<(IpAddr, Uuid), (Time, u32)>>);

impl Guesses {
    /// Whether no more is looked up for this client; those inside the program are not counted.
    pub fn is_closed(&self, client: Option<IpAddr>, congress: Uuid, now: Time) -> bool {
        let Some(client) = client else { return false };
        let all = self.0.lock().unwrap_or_else(PoisonError::into_inner);
        let count = all.get(&(client, congress)).filter(|(since, _)| running(*since, now)).map_or(0, |(_, n)| *n);
        count >= MOST
    }

    /// Notes a wrong code.
    pub fn wrong(&self, client: Option<IpAddr>, congress: Uuid, now: Time) {
        let Some(client) = client else { return };
        let mut all = self.0.lock().unwrap_or_else(PoisonError::into_inner);
        if all.len() >= TIDY {
            all.retain(|_, (since, _)| running(*since, now));
        }
        let (since, count) = all.entry((client, congress)).or_insert((now, 0));
        if !running(*since, now) {
            (*since, *count) = (now, 0);
        }
        *count += 1;
    }
}

fn running(since: Time, now: Time) -> bool {
    now >= since && now - since < WINDOW
}
