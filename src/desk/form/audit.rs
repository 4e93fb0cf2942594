//! What an audit log is asked for: all of it stands in the address.

use crate::form::list::{self, Asked};
use crate::rules::pages::Page;
use chrono::NaiveDate;
use locale::Tz;
use store::event::{Filter, Log};
use web::Fields;

/// Parts of a log: their names in the address, and what the verbs in them begin with.
pub const PARTS: [(&str, &[&str]); 7] = [
    ("orders", &["order.", "orders.", "attendee.", "waiting.", "voucher.", "vouchers.", "contingent.", "booking."]),
    ("door", &["check-in."]),
    ("mails", &["message.", "outbox.", "campaign.", "contact.", "contacts.", "segment."]),
    ("settings", &["congress.", "room.", "passage.", "partner.", "question.", "category.", "quota.", "seller."]),
    (
        "programme",
        &[
            "call.",
            "submission.",
            "review.",
            "schedule.",
            "session.",
            "sessions.",
            "session-type.",
            "slot.",
            "speaker.",
            "track.",
            "hall.",
            "stand.",
            "project.",
        ],
    ),
    ("access", &["role.", "account.", "list.", "view.", "api_token.", "login_link.", "mailbox.", "person."]),
    ("jobs", &["job."]),
];

/// The parts that a log has: one congress has no jobs of its own, the installation no orders.
pub fn parts(log: Log) -> impl Iterator<Item = &'static str> {
    let has = move |name: &&str| match log {
        Log::Congress(_) => *name != "jobs",
        Log::Installation => ["mails", "access", "jobs"].contains(name),
    };
    PARTS.into_iter().map(|(name, _)| name).filter(has)
}

/// A search.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct AuditSearch {
    /// A part's name; empty for all.
    pub part: &'static str,
    /// A part of the name of who did it.
    pub actor: String,
    pub from: Option<NaiveDate>,
    pub until: Option<NaiveDate>,
    pub page: u64,
}

impl AuditSearch {
    /// What is unknown is not asked for.
    pub fn read(fields: &Fields) -> Self {
        let part = PARTS.into_iter().find(|(name, _)| *name == fields.get("part"));
        Self {
            part: part.map_or("", |(name, _)| name),
            actor: list::query(fields),
            from: list::day(fields.get("from")),
            until: list::day(fields.get("until")),
            page: Page::asked(fields.get("page")),
        }
    }

    /// Whether it leaves anything out.
    pub fn narrows(&self) -> bool {
        *self != Self { page: self.page, ..Self::read(&Fields::new()) }
    }

    /// What the log is asked.
    pub fn filter(&self, zone: Tz) -> Filter {
        Filter {
            verbs: PARTS.into_iter().find(|(name, _)| *name == self.part).map_or(&[], |(_, verbs)| verbs),
            actor: self.actor.clone(),
            from: list::begins(self.from, zone),
            until: list::ends(self.until, zone),
        }
    }
}

impl Asked for AuditSearch {
    const LIST: &'static str = "audit";

    /// Without a congress: the installation's.
    fn place(congress: &str) -> String {
        if congress.is_empty() {
            address::desk::InstallationAudit::new().path()
        } else {
            address::desk::Audit::new(congress).path()
        }
    }

    fn pairs(&self) -> Vec<(&'static str, String)> {
        vec![
            ("q", self.actor.clone()),
            ("part", self.part.to_owned()),
            ("from", list::day_name(self.from)),
            ("until", list::day_name(self.until)),
        ]
    }

    fn page(&self) -> u64 {
        self.page
    }

    fn with_page(&self, page: u64) -> Self {
        Self { page, ..self.clone() }
    }
}
