//! What waits: mails and jobs.

use super::counted;
use crate::Check;
use chrono::TimeDelta;
use post::query::Standing;
use store::{DbErr, Store};

const OUTBOX: &str = "outbox";
const JOBS: &str = "jobs";
/// Mails are retried for a while; longer than that somebody should know.
const LONG: TimeDelta = TimeDelta::hours(1);
/// How long a mail about a log-in is of any use.
const LATELY: TimeDelta = TimeDelta::days(7);
/// Jobs that are due are taken at once.
const LATE: TimeDelta = TimeDelta::minutes(5);

pub(super) async fn outbox(store: &Store) -> Result<Vec<Check>, DbErr> {
    let now = store.now();
    let mut checks = vec![];
    let standing = post::query::standing(store.read(), now - LONG).await?;
    if let Some(found) = lying(standing) {
        checks.push(Check::warn(
            OUTBOX,
            found,
            "See the outbox in the office: the server's answer stands there, and mails can be sent again or released.",
        ));
    }
    let standing = post::query::standing_of_accounts(store.read(), now - LONG, now - LATELY).await?;
    if let Some(found) = lying(standing) {
        checks.push(Check::warn(
            OUTBOX,
            format!("about log-ins and invitations: {found}"),
            "Their links end within days: see `mail server` and `sender` above, then ask for new ones at /login, or invite again.",
        ));
    }
    if checks.is_empty() {
        checks.push(Check::ok(OUTBOX, "no mail failed, none waits long"));
    }
    Ok(checks)
}

/// What lies there and should not. None: nothing.
fn lying(standing: Standing) -> Option<String> {
    let mut found = vec![];
    for (n, state) in [
        (standing.failed, "failed"),
        (standing.in_doubt, "in doubt"),
        (standing.held, "held"),
        (standing.late, "waiting for more than an hour"),
    ] {
        if n > 0 {
            found.push(format!("{} {state}", counted(n, "mail", "mails")));
        }
    }
    (!found.is_empty()).then(|| found.join(", "))
}

pub(super) async fn jobs(store: &Store) -> Result<Vec<Check>, DbErr> {
    let standing = store::job::standing(store).await?;
    let mut checks = vec![];
    if standing.failed > 0 {
        let kinds: Vec<String> = standing.failed_kinds.iter().map(|(kind, n)| format!("{n} × {kind}")).collect();
        checks.push(Check::warn(
            JOBS,
            format!("{} failed for good: {}", counted(standing.failed, "job", "jobs"), kinds.join(", ")),
            "See the jobs in the office: the reason stands there, and they can be run again.",
        ));
    }
    if standing.overdue_ms > LATE.num_milliseconds() {
        checks.push(Check::fail(
            JOBS,
            format!("a job should have run {} ago, and {}", counted(standing.overdue_ms / 60_000, "minute", "minutes"), counted(standing.ready, "waits", "wait")),
            "Nobody works on the jobs: start `kongress jobs` (`systemctl start kongress-jobs`), or `kongress serve` without --no-jobs.",
        ));
    }
    if checks.is_empty() {
        checks.push(Check::ok(JOBS, format!("{} waiting, none late", standing.ready)));
    }
    Ok(checks)
}
