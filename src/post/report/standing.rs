//! Whether mails to an address come back: counted from what became of them.

use base::{Time, Uuid};
use chrono::TimeDelta;

/// How many mails in a row that come back for now are taken for an address that is dead.
const SOFT: i32 = 3;
/// So long a mail must have been gone without a report before it is taken for one that arrived; and so long after the last
/// report it must have been sent.
const QUIET: TimeDelta = TimeDelta::hours(24);

/// What became of a mail to the address.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Became {
    /// There is no such recipient.
    Hard,
    /// It came back for another reason: full, too large, not liked.
    Soft,
    /// Who got it calls it unwanted.
    Complaint,
    /// Its server says that it is there.
    Delivered,
    /// The next server took it. That is no proof: it may come back.
    Accepted,
}

/// When it did.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct Step {
    pub at: Time,
    pub message: Uuid,
    pub became: Became,
}

/// How an address stands.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
pub struct Standing {
    /// Mails that came back since the last one that arrived.
    pub bounces: i32,
    /// Since when nothing is sent there that nobody asked for. Tickets are.
    pub blocked_at: Option<Time>,
}

/// How it stands after all this. One hard bounce blocks, three mails in a row that bounced softly do, and one complaint
/// does, for good. A mail that arrived resets the count: one whose server said so, or one that was sent a day after the
/// last report, and a day has passed without another.
pub fn standing(steps: &[Step], now: Time) -> Standing {
    let mut steps: Vec<Step> = steps.iter().filter_map(|step| ripe(*step, now)).collect();
    steps.sort_by_key(|step| step.at);
    let (mut standing, mut complained) = (Standing::default(), None);
    let mut last: Option<Time> = None;
    let mut counted: Vec<Uuid> = vec![];
    for step in steps {
        match step.became {
            Became::Hard | Became::Soft => {
                last = Some(step.at);
                if !counted.contains(&step.message) {
                    counted.push(step.message);
                    standing.bounces = standing.bounces.saturating_add(1);
                }
                if step.became == Became::Hard || standing.bounces >= SOFT {
                    standing.blocked_at.get_or_insert(step.at);
                }
            }
            Became::Complaint => {
                complained.get_or_insert(step.at);
            }
            Became::Accepted if last.is_some_and(|last| step.at - QUIET - last < QUIET) => {}
            Became::Delivered | Became::Accepted => {
                standing = Standing::default();
                counted.clear();
            }
        }
    }
    standing.blocked_at = [standing.blocked_at, complained].into_iter().flatten().min();
    standing
}

/// A mail that was accepted counts a day later, if that has passed.
fn ripe(step: Step, now: Time) -> Option<Step> {
    if step.became != Became::Accepted {
        return Some(step);
    }
    let at = step.at + QUIET;
    (at <= now).then_some(Step { at, ..step })
}
