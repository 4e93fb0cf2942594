//! Randomness as an argument: the system's in earnest, a seed's for the demo and the tests.

use crate::Time;
use rand::rngs::{StdRng, SysRng};
use rand::{Rng, SeedableRng, TryRng};
use std::fmt;
use std::sync::{Arc, Mutex, PoisonError};
use uuid::Uuid;

/// A source of random bytes and of identifiers made from them.
#[derive(Clone)]
pub struct Chance {
    seeded: Option<Arc<Mutex<StdRng>>>,
    last: Arc<Mutex<Last>>,
}

/// The last identifier: its millisecond, and its number within it.
#[derive(Default)]
struct Last {
    ms: u64,
    count: u16,
}

/// So many identifiers have room within one millisecond: the 12 bits of `rand_a`.
const ROOM: u16 = 1 << 12;

impl fmt::Debug for Chance {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.write_str(if self.seeded.is_some() { "Chance(seeded)" } else { "Chance(system)" })
    }
}

impl Chance {
    /// The operating system's random numbers: everything secret comes from here.
    pub fn system() -> Self {
        Self { seeded: None, last: Arc::default() }
    }

    /// The same numbers at each run. Never for secrets of a real congress.
    pub fn seeded(seed: u64) -> Self {
        Self { seeded: Some(Arc::new(Mutex::new(StdRng::seed_from_u64(seed)))), last: Arc::default() }
    }

    /// `N` random bytes.
    pub fn bytes<const N: usize>(&self) -> [u8; N] {
        let mut bytes = [0; N];
        match &self.seeded {
            Some(rng) => rng.lock().unwrap_or_else(PoisonError::into_inner).fill_bytes(&mut bytes),
            None => {
                #[expect(clippy::expect_used, reason = "without the system's randomness no secret is safe: stop")]
                SysRng.try_fill_bytes(&mut bytes).expect("the operating system gives random numbers");
            }
        }
        bytes
    }

    /// A number in `0..n`, without bias that matters for choosing samples (not for secrets).
    pub fn below(&self, n: u64) -> u64 {
        u64::from_le_bytes(self.bytes::<8>()) % n.max(1)
    }

    /// A positive random number of 63 bits, for serials.
    pub fn serial(&self) -> i64 {
        i64::from_le_bytes(self.bytes::<8>()) & i64::MAX
    }

    /// A new identifier, UUIDv7 (RFC 9562 §5.7). Those of one process sort in the order of their making, also within a
    /// millisecond: `rand_a` counts, from a random start (§6.2, method 1).
    pub fn id(&self, now: Time) -> Uuid {
        let mut bytes = self.bytes::<10>();
        let start = u16::from_be_bytes([bytes[0] & 0x07, bytes[1]]);
        let mut last = self.last.lock().unwrap_or_else(PoisonError::into_inner);
        let ms = u64::try_from(now.timestamp_millis()).unwrap_or_default();
        *last = match ms {
            ms if ms > last.ms => Last { ms, count: start },
            _ if last.count + 1 < ROOM => Last { ms: last.ms, count: last.count + 1 },
            _ => Last { ms: last.ms + 1, count: start },
        };
        [bytes[0], bytes[1]] = last.count.to_be_bytes();
        uuid::Builder::from_unix_timestamp_millis(last.ms, &bytes).into_uuid()
    }

    /// A random identifier that tells nothing of its time, UUIDv4 (RFC 9562 §5.4): names that go to the outside.
    pub fn opaque_id(&self) -> Uuid {
        uuid::Builder::from_random_bytes(self.bytes::<16>()).into_uuid()
    }
}
