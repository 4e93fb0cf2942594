//! Whatever is done in whatever order, what must always be true stays true: thousands of random steps through the use
//! cases, two of them at once at times, on both databases.

mod change;
mod rule;
mod step;

use crate::kit::{App, run};
use base::{Chance, Uuid};
use std::collections::BTreeMap;

/// Walks, each on a congress of its own.
const WALKS: u64 = 30;
/// Steps of each.
const STEPS: usize = 60;

/// A way through the use cases that is the same for the same seed, as far as nothing happens at once.
struct Walk<'a> {
    app: &'a App,
    congress: Uuid,
    chance: Chance,
    /// What was done, for whoever looks for the mistake.
    trace: Vec<String>,
    /// What went in less what went out, in cents, as it was handed to the use cases: by order.
    money: BTreeMap<Uuid, i64>,
    /// Vouchers that were made and not deleted: id and code.
    vouchers: Vec<(Uuid, String)>,
}

impl Walk<'_> {
    fn below(&self, n: usize) -> usize {
        usize::try_from(self.chance.below(n as u64)).expect("small")
    }

    fn one_of<'a, T>(&self, all: &'a [T]) -> Option<&'a T> {
        all.get(self.below(all.len()))
    }
}

async fn walk(app: &App, seed: u64) {
    let congress = step::congress(app, seed).await;
    let mut walk = Walk {
        app,
        congress,
        chance: Chance::seeded(seed),
        trace: vec![format!("seed {seed}")],
        money: BTreeMap::new(),
        vouchers: vec![],
    };
    for at in 0..STEPS {
        walk.step().await;
        walk.check(at % 6 == 5).await;
    }
    walk.end().await;
}

/// Walks of one database.
async fn walks(seeds: std::ops::Range<u64>) {
    run(async |app| {
        for seed in seeds {
            walk(app, seed).await;
        }
        app.deliver().await;
        check_done(app).await;
    })
    .await;
}

/// What came about at least once: a walk that is refused everything shows nothing.
const DONE: [&str; 22] = [
    "order.placed",
    "order.paid",
    "order.expired",
    "order.cancelled",
    "order.restored",
    "order.approved",
    "order.refused",
    "attendee.renamed",
    "attendee.rebooked",
    "attendee.substituted",
    "attendee.extra-added",
    "attendee.extra-removed",
    "voucher.added",
    "voucher.ended",
    "voucher.removed",
    "order.payment-received",
    "order.payment-withdrawn",
    "order.refunded",
    "order.invoiced",
    "waiting.joined",
    "waiting.offered",
    "waiting.accepted",
];

async fn check_done(app: &App) {
    for verb in DONE {
        let n = app.count(&format!("SELECT count(*) FROM event WHERE verb = '{verb}'")).await;
        assert!(n > 0, "{verb} came about in no walk");
    }
}

#[tokio::test(flavor = "multi_thread", worker_threads = 2)]
async fn whatever_is_done_places_money_and_numbers_agree() {
    walks(0..WALKS / 2).await;
}

#[tokio::test(flavor = "multi_thread", worker_threads = 2)]
async fn and_so_they_do_elsewhere() {
    walks(WALKS / 2..WALKS).await;
}
