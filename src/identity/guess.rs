//! How often the password of one account may be guessed, whoever guesses: many computers may guess together, each
//! within the limit of its own address ([`web::Limit`]).

use base::{Time, secret};
use chrono::TimeDelta;
use std::collections::HashMap;
use std::sync::{Mutex, PoisonError};

/// So many wrong passwords for one address in an hour. A person does not come near it; a program gets 2,400 a day.
const MOST: u32 = 100;
const WINDOW: TimeDelta = TimeDelta::hours(1);
/// From so many addresses on, those whose hour is over are forgotten.
const TIDY: usize = 1024;

/// Wrong passwords by address, counted in this process. Who is locked out by someone else's guessing still gets in by a
/// link.
#[derive(Debug, Default)]
pub(crate) struct Guesses(Mutex<HashMap<String, (Time, u32)>>);

impl Guesses {
    /// For how many seconds no more is taken for this address; `None` when it may be tried.
    pub(crate) fn closed(&self, address: &str, now: Time) -> Option<u64> {
        let all = self.0.lock().unwrap_or_else(PoisonError::into_inner);
        let (since, count) = all.get(&secret::hash(address)).filter(|(since, _)| running(*since, now))?;
        (*count >= MOST).then(|| u64::try_from((*since + WINDOW - now).num_seconds() + 1).unwrap_or(1))
    }

    /// Notes a wrong password.
    pub(crate) fn wrong(&self, address: &str, now: Time) {
        let mut all = self.0.lock().unwrap_or_else(PoisonError::into_inner);
        if all.len() >= TIDY {
            all.retain(|_, (since, _)| running(*since, now));
        }
        let (since, count) = all.entry(secret::hash(address)).or_insert((now, 0));
        if !running(*since, now) {
            (*since, *count) = (now, 0);
        }
        *count += 1;
    }
}

fn running(since: Time, now: Time) -> bool {
    now >= since && now - since < WINDOW
}
