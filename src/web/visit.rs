//! Who visits, in which congress and language: what every handler and every layout asks for.

use crate::fault::Fault;
use crate::flash::{Flash, Pending};
use axum::extract::FromRequestParts;
use base::{Actor, Language, Permission, Text, Time, Uuid};
use http::request::Parts;
use locale::{Tz, Words};
use std::net::IpAddr;
use std::sync::Arc;
use tower_sessions::Session;

/// The stages of a congress's life, as in the column `congress.phase`.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Phase {
    /// Only its staff may know of it.
    Draft,
    Open,
    Over,
}

impl Phase {
    /// As in the database.
    pub fn name(self) -> &'static str {
        match self {
            Self::Draft => "draft",
            Self::Open => "open",
            Self::Over => "over",
        }
    }

    /// From the database; an unknown word is a draft, which shows nothing to anyone.
    pub fn from_name(name: &str) -> Self {
        match name {
            "open" => Self::Open,
            "over" => Self::Over,
            _ => Self::Draft,
        }
    }
}

/// Until when those who hold a personal link may change something themselves; staff may until the congress is over.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct Deadlines {
    /// Correcting a name.
    pub names: Time,
    /// Naming somebody who comes instead.
    pub substitutes: Time,
    /// Moving to another category.
    pub category: Time,
    /// Giving a ticket back.
    pub cancel: Time,
}

/// Somebody who is in the directory of the congress, and has shown that it is them.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Member {
    pub profile: Uuid,
    pub name: String,
}

/// What the layouts and the check at the door need to know of a congress.
#[derive(Clone, Debug)]
pub struct CongressHead {
    pub id: Uuid,
    pub slug: String,
    pub name: Text,
    pub zone: Tz,
    pub state: Phase,
    pub starts_at: Time,
    pub ends_at: Time,
    pub deadlines: Deadlines,
    /// A short line: "Paderborn und online".
    pub place: Text,
    /// "DigitaleZukunft" and "@OWL": the second part stands in the accent colour.
    pub wordmark: (String, String),
    /// The name of the style sheet of its own colour; none: the look's.
    pub accent: Option<String>,
    /// There is something that one can register for.
    pub bookable: bool,
    /// There is something to read about the way there.
    pub arrival: bool,
    /// A programme was released.
    pub programme: bool,
    /// Projects are published.
    pub projects: bool,
    /// One can hand something in.
    pub calls: bool,
    /// It has a directory of who works on what.
    pub network: bool,
    /// The sentence in the footer.
    pub host: Text,
    /// Raised by every change of public data.
    pub revision: i64,
    /// Slug and title of the pages that the footer names: imprint, privacy, accessibility.
    pub pages: Vec<(String, Text)>,
}

/// A visit: filled by [`crate::arrival`] before any handler runs.
#[derive(Clone, Debug)]
pub struct Visit {
    pub actor: Actor,
    pub language: Language,
    pub words: Words,
    /// The congress in the path, if the actor may know of it.
    pub congress: Option<Arc<CongressHead>>,
    /// Who of its directory visits, if they have shown it.
    pub member: Option<Member>,
    /// Path and query, without `?language=`: where the language switch and the log-in come back to.
    pub path: String,
    pub session: Session,
    /// Shown on 500 pages, and in the log beside the cause.
    pub request_id: String,
    /// Where the request comes from; `None` inside the program (tests without a socket).
    pub client: Option<IpAddr>,
    pub now: Time,
    /// Whoever runs the installation.
    pub(crate) operator: bool,
    /// A bearer token was sent, valid or not.
    pub(crate) bearer: bool,
    /// The congress in the path, also one that the actor may not know of: for the gate alone.
    pub(crate) behind: Option<Arc<CongressHead>>,
    pub(crate) notice: Pending,
}

impl Visit {
    /// The congress of the path, or 404.
    pub fn congress(&self) -> Result<&Arc<CongressHead>, Fault> {
        self.congress.as_ref().ok_or_else(Fault::not_found)
    }

    /// Whether the actor may, in the path's congress.
    pub fn may(&self, permission: Permission) -> bool {
        self.congress.as_ref().is_some_and(|congress| self.actor.may(permission, congress.id))
    }

    /// The congress's zone; Berlin's where there is no congress.
    pub fn zone(&self) -> Tz {
        self.congress.as_ref().map_or(Tz::Europe__Berlin, |congress| congress.zone)
    }

    /// Takes the notice that the page before left, so that this page shows it.
    pub fn take_notice(&self) -> Option<Flash> {
        self.notice.take()
    }

    /// The same page in another language, for the switch.
    pub fn path_in(&self, language: Language) -> String {
        let sign = if self.path.contains('?') { '&' } else { '?' };
        format!("{}{sign}language={language}", self.path)
    }
}

impl<S: Send + Sync> FromRequestParts<S> for Visit {
    type Rejection = Fault;

    async fn from_request_parts(parts: &mut Parts, _: &S) -> Result<Self, Fault> {
        parts.extensions.get::<Self>().cloned().ok_or_else(|| Fault::internal("a route without server::layers"))
    }
}
