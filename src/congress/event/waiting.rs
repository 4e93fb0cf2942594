//! What happens on a waiting list.

use base::{Time, Uuid};
use serde_json::{Value, json};

/// Something that happened to who waits, or to the terms.
#[derive(Clone, Debug)]
pub struct Waiting {
    pub congress: Uuid,
    /// Who waits; of the terms, the congress.
    pub entry: Uuid,
    pub what: What,
}

#[derive(Clone, Debug)]
pub enum What {
    Joined {
        n: i32,
    },
    /// The mail with the link was asked for again. `known`: by somebody who wanted to join once more.
    MailRequested {
        request: Uuid,
        known: bool,
    },
    /// Only what differs, by field; of an address the mailboxes. `kept`: the place in the queue stays.
    Changed {
        before: Value,
        after: Value,
        kept: bool,
    },
    Prioritised {
        before: i32,
        after: i32,
        reason: String,
    },
    /// Places are held, and stay so until then.
    Offered {
        offer: Uuid,
        n: i32,
        until: Time,
        by_hand: bool,
    },
    Reminded {
        offer: Uuid,
    },
    /// `outcome`: the order that came of it.
    Accepted {
        offer: Uuid,
        n: i32,
        outcome: Uuid,
        code: String,
    },
    Declined {
        offer: Uuid,
        n: i32,
    },
    /// Nobody answered in time.
    Lapsed {
        offer: Uuid,
        n: i32,
    },
    Left,
    Removed {
        reason: String,
    },
    /// Back at the end of the queue.
    Returned,
    /// The list ended before its turn came.
    Closed,
    TermsSet {
        changed: Value,
    },
}

impl store::Event for Waiting {
    fn verb(&self) -> &'static str {
        match self.what {
            What::Joined { .. } => "waiting.joined",
            What::MailRequested { .. } => "waiting.mail-requested",
            What::Changed { .. } => "waiting.changed",
            What::Prioritised { .. } => "waiting.prioritised",
            What::Offered { .. } => "waiting.offered",
            What::Reminded { .. } => "waiting.reminded",
            What::Accepted { .. } => "waiting.accepted",
            What::Declined { .. } => "waiting.declined",
            What::Lapsed { .. } => "waiting.lapsed",
            What::Left => "waiting.left",
            What::Removed { .. } => "waiting.removed",
            What::Returned => "waiting.returned",
            What::Closed => "waiting.closed",
            What::TermsSet { .. } => "waiting.terms-set",
        }
    }

    fn object(&self) -> (&'static str, Uuid) {
        match self.what {
            What::TermsSet { .. } => ("congress", self.congress),
            _ => ("waiting", self.entry),
        }
    }

    fn congress(&self) -> Option<Uuid> {
        Some(self.congress)
    }

    fn detail(&self) -> Value {
        match &self.what {
            What::Joined { n } => json!({ "n": n }),
            What::MailRequested { request, .. } => json!({ "request": request }),
            What::Changed { before, after, kept } => json!({ "before": before, "after": after, "kept": kept }),
            What::Prioritised { before, after, reason } => json!({ "from": before, "to": after, "reason": reason }),
            What::Offered { offer, n, until, by_hand } => {
                json!({ "offer": offer, "n": n, "until": until, "by_hand": by_hand })
            }
            What::Reminded { offer } => json!({ "offer": offer }),
            What::Accepted { offer, n, outcome, code } => {
                json!({ "offer": offer, "n": n, "order": outcome, "code": code })
            }
            What::Declined { offer, n } | What::Lapsed { offer, n } => json!({ "offer": offer, "n": n }),
            What::Removed { reason } => json!({ "reason": reason }),
            What::TermsSet { changed } => json!({ "changed": changed }),
            What::Left | What::Returned | What::Closed => json!({}),
        }
    }
}
