//! Who is let in. One pure decision over plain values, shared by the server and by a phone without network, and held
//! by both against the same vectors (`tests/data/admission.json`).
//!
//! # The business rule
//!
//! The first sentence that applies decides; what stands higher is worse.
//!
//! 1. A code that cannot be read, is another congress's, or is not truly signed: refused, `invalid`.
//! 2. A ticket that nobody knows: refused, `invalid`, if the list is complete (the server's). If it is a phone's copy,
//!    a truly signed ticket may have been sold since: attention, somebody looks at a proof and then forces.
//! 3. A cancelled place: refused, `canceled`.
//! 4. A code that a newer one has replaced (transfer, loss): refused, `revoked`.
//! 5. A ticket that the congress office has blocked, or with which it only tries something out: refused, `blocked`.
//! 6. No place yet, because approval is outstanding or one waits for a free place: refused, `unapproved`.
//! 7. A category that this gate does not admit: refused, `product`.
//! 8. Not paid: refused, `unpaid`.
//! 9. A place that has no name yet: refused, `rules`. Nobody comes in unnamed; who has the place passed on to them says
//!    their name by its link, or to the congress office, and is then admitted.
//! 10. Before or after the time for which the ticket is valid: refused, `invalid_time`.
//! 11. Already inside: refused, `already_redeemed`.
//! 12. Admitted.
//!
//! **Force** is the upload of a scan after which somebody already walked in, or a decision of the staff at the door.
//! It lets in against 8 to 11 (against 9 the note says who it is), and after a look at a proof in case 2, always as *attention*, so that it is seen
//! and kept. It never lets in against 1 and 3 to 7, nor a ticket that a complete list does not know.

use serde::{Deserialize, Serialize};

/// Why somebody is not let in, in the vocabulary of pretix, which door programs know.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Hash, Serialize, Deserialize)]
#[serde(rename_all = "snake_case")]
pub enum Reason {
    Invalid,
    Unpaid,
    Blocked,
    Canceled,
    AlreadyRedeemed,
    InvalidTime,
    Product,
    Rules,
    Revoked,
    Unapproved,
    Ambiguous,
    Error,
}

impl Reason {
    /// All, for tables and tests.
    pub const ALL: [Self; 12] = [
        Self::Invalid,
        Self::Unpaid,
        Self::Blocked,
        Self::Canceled,
        Self::AlreadyRedeemed,
        Self::InvalidTime,
        Self::Product,
        Self::Rules,
        Self::Revoked,
        Self::Unapproved,
        Self::Ambiguous,
        Self::Error,
    ];

    /// As it stands in the API and in the database.
    pub fn as_str(self) -> &'static str {
        match self {
            Self::Invalid => "invalid",
            Self::Unpaid => "unpaid",
            Self::Blocked => "blocked",
            Self::Canceled => "canceled",
            Self::AlreadyRedeemed => "already_redeemed",
            Self::InvalidTime => "invalid_time",
            Self::Product => "product",
            Self::Rules => "rules",
            Self::Revoked => "revoked",
            Self::Unapproved => "unapproved",
            Self::Ambiguous => "ambiguous",
            Self::Error => "error",
        }
    }
}

/// What exactly, where a reason has several causes.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Hash, Serialize, Deserialize)]
#[serde(rename_all = "snake_case")]
pub enum Detail {
    /// Not a ticket, or misread.
    Malformed,
    /// A ticket of another congress.
    ForeignCongress,
    /// Signed with a key that the congress does not have.
    Key,
    /// The signature is wrong.
    Signature,
    /// No such ticket.
    Unknown,
    /// Truly signed, but not on this phone's copy of the list.
    Unlisted,
    /// Approval is outstanding.
    Approval,
    /// On the waiting list.
    Waiting,
    /// The ticket is valid later.
    NotYetValid,
    /// The ticket was valid earlier.
    Expired,
    /// The place has no name yet.
    Nameless,
    /// The ticket only tries something out.
    Test,
}

impl Detail {
    /// All, for tables and tests.
    pub const ALL: [Self; 12] = [
        Self::Malformed,
        Self::ForeignCongress,
        Self::Key,
        Self::Signature,
        Self::Unknown,
        Self::Unlisted,
        Self::Approval,
        Self::Waiting,
        Self::NotYetValid,
        Self::Expired,
        Self::Nameless,
        Self::Test,
    ];

    /// As it stands in the API and in the database.
    pub fn as_str(self) -> &'static str {
        match self {
            Self::Malformed => "malformed",
            Self::ForeignCongress => "foreign_congress",
            Self::Key => "key",
            Self::Signature => "signature",
            Self::Unknown => "unknown",
            Self::Unlisted => "unlisted",
            Self::Approval => "approval",
            Self::Waiting => "waiting",
            Self::NotYetValid => "not_yet_valid",
            Self::Expired => "expired",
            Self::Nameless => "nameless",
            Self::Test => "test",
        }
    }
}

/// Everything the decision rests on.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Serialize, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct Facts {
    /// What speaks for the ticket.
    pub proof: Proof,
    /// What the list says about its holder.
    pub holder: Holder,
    /// The code is the newest of its ticket. True where somebody typed the number, which stays.
    pub current: bool,
    /// The gate admits the ticket's category.
    pub category_admitted: bool,
    /// Valid from this moment on …
    pub valid_from: base::Time,
    /// … up to and not including this one.
    pub valid_until: base::Time,
    /// The holder has entered this area and not left it.
    pub inside: bool,
    /// Let in all the same, see the business rule.
    pub force: bool,
}

/// What speaks for a ticket.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Serialize, Deserialize)]
#[serde(rename_all = "snake_case")]
pub enum Proof {
    /// A key of this congress has signed it.
    Signed,
    /// Its number was typed, or it was picked from a list: only the list speaks for it.
    Listed,
    /// Nothing: not a ticket, or a damaged one.
    Malformed,
    /// Nothing: another congress's.
    ForeignCongress,
    /// Nothing: signed with an unknown key.
    UnknownKey,
    /// Nothing: the signature is wrong.
    WrongSignature,
}

/// What the list says about a ticket's holder.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Serialize, Deserialize)]
#[serde(rename_all = "snake_case")]
pub enum Holder {
    /// Has a place.
    Valid,
    /// Has a place, payment is outstanding and the category asks for it.
    Unpaid,
    /// Has a place that has no name yet.
    Nameless,
    /// Waits for approval.
    Unapproved,
    /// Is on the waiting list.
    Waiting,
    /// The congress office has blocked the ticket.
    Blocked,
    /// Only tries something out.
    Test,
    /// Had a place.
    Cancelled,
    /// Nobody knows the ticket, and the list is complete.
    Unknown,
    /// The ticket is not on this copy of the list, which may be old.
    Unlisted,
}

/// The decision.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Verdict {
    /// Welcome.
    Admitted,
    /// Not let in.
    Refused { reason: Reason, detail: Option<Detail> },
    /// Somebody has to look: with `admits`, let in against a reason and kept as such; without, to be looked at first.
    Attention { reason: Option<Reason>, detail: Option<Detail>, admits: bool },
}

impl Verdict {
    /// Whether the holder is inside now.
    pub fn admits(&self) -> bool {
        match self {
            Self::Admitted => true,
            Self::Refused { .. } => false,
            Self::Attention { admits, .. } => *admits,
        }
    }

    /// As it stands in the API and in the database.
    pub fn status(&self) -> &'static str {
        match self {
            Self::Admitted => "admitted",
            Self::Refused { .. } => "refused",
            Self::Attention { .. } => "attention",
        }
    }

    /// Why not, or why somebody has to look.
    pub fn reason(&self) -> Option<Reason> {
        match self {
            Self::Admitted => None,
            Self::Refused { reason, .. } => Some(*reason),
            Self::Attention { reason, .. } => *reason,
        }
    }

    /// What exactly.
    pub fn detail(&self) -> Option<Detail> {
        match self {
            Self::Admitted => None,
            Self::Refused { detail, .. } | Self::Attention { detail, .. } => *detail,
        }
    }
}

/// Decides, by the business rule above.
pub fn decide(facts: &Facts, now: base::Time) -> Verdict {
    if let Some((reason, detail)) = never(facts) {
        return Verdict::Refused { reason, detail };
    }
    let objection = objection(facts, now);
    match objection {
        Some((reason, detail)) if facts.force => Verdict::Attention { reason: Some(reason), detail, admits: true },
        Some((reason, detail)) => Verdict::Refused { reason, detail },
        None if facts.holder == Holder::Unlisted => {
            Verdict::Attention { reason: None, detail: Some(Detail::Unlisted), admits: facts.force }
        }
        None => Verdict::Admitted,
    }
}

/// Sentences 1 to 7: what nobody at the door can change.
fn never(facts: &Facts) -> Option<(Reason, Option<Detail>)> {
    let forged = match facts.proof {
        Proof::Signed | Proof::Listed => None,
        Proof::Malformed => Some(Detail::Malformed),
        Proof::ForeignCongress => Some(Detail::ForeignCongress),
        Proof::UnknownKey => Some(Detail::Key),
        Proof::WrongSignature => Some(Detail::Signature),
    };
    if forged.is_some() {
        return Some((Reason::Invalid, forged));
    }
    match facts.holder {
        Holder::Unknown => return Some((Reason::Invalid, Some(Detail::Unknown))),
        // Only a signature can speak for a ticket that the list does not have.
        Holder::Unlisted if facts.proof != Proof::Signed => return Some((Reason::Invalid, Some(Detail::Unknown))),
        Holder::Cancelled => return Some((Reason::Canceled, None)),
        _ if !facts.current => return Some((Reason::Revoked, None)),
        Holder::Blocked => return Some((Reason::Blocked, None)),
        Holder::Test => return Some((Reason::Blocked, Some(Detail::Test))),
        Holder::Unapproved => return Some((Reason::Unapproved, Some(Detail::Approval))),
        Holder::Waiting => return Some((Reason::Unapproved, Some(Detail::Waiting))),
        Holder::Valid | Holder::Unpaid | Holder::Nameless | Holder::Unlisted => {}
    }
    (!facts.category_admitted).then_some((Reason::Product, None))
}

/// Sentences 8 to 11: what force overrides.
fn objection(facts: &Facts, now: base::Time) -> Option<(Reason, Option<Detail>)> {
    if facts.holder == Holder::Unpaid {
        Some((Reason::Unpaid, None))
    } else if facts.holder == Holder::Nameless {
        Some((Reason::Rules, Some(Detail::Nameless)))
    } else if now < facts.valid_from {
        Some((Reason::InvalidTime, Some(Detail::NotYetValid)))
    } else if now >= facts.valid_until {
        Some((Reason::InvalidTime, Some(Detail::Expired)))
    } else if facts.inside {
        Some((Reason::AlreadyRedeemed, None))
    } else {
        None
    }
}
