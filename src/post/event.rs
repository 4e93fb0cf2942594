//! What happens to mails, for the audit log and the timelines. No addresses: rows outlive the people in them. A server's
//! answer holds the address, so it stands on the message alone.

use crate::entity::message;
use crate::text::kind_of;
use base::{Language, Uuid};
use serde_json::{Value, json};

/// Which mail.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct About {
    pub message: Uuid,
    pub congress: Option<Uuid>,
    /// `registration.order`.
    pub kind: String,
}

impl From<&message::Model> for About {
    fn from(row: &message::Model) -> Self {
        Self { message: row.id, congress: row.congress_id, kind: row.kind.clone() }
    }
}

/// What happened.
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum Event {
    Sent(About),
    /// Refused for good. `code`: of the server's reply (RFC 5321 §4.2), if it was the server.
    Failed {
        about: About,
        code: Option<u16>,
    },
    InDoubt(About),
    /// It came back. `hard`: since there is no such recipient.
    Bounced {
        about: About,
        hard: bool,
    },
    /// Whoever got it calls it unwanted.
    Complained(About),
    /// No longer true when it was due.
    Dropped(About),
    /// Somebody held it back. (Without a mail server all are held; that makes no event.)
    Held(About),
    Released(About),
    /// "Send again". `of`: the message that was sent before, when this is a new one.
    RequestedAgain {
        about: About,
        of: Option<Uuid>,
    },
    /// Goes to another address. `of`: the message that was sent before, when this is a new one. `request`: what asked for
    /// it.
    Readdressed {
        about: About,
        of: Option<Uuid>,
        request: Uuid,
    },
    /// A congress words a mail its own way. `text`: the version's row.
    TextSaved {
        congress: Uuid,
        text: Uuid,
        template: String,
        language: Language,
        version: i32,
    },
    /// A kind of mail is kept back from now on, or no longer.
    KindHeld {
        congress: Uuid,
        template: String,
        held: bool,
    },
    /// All that were held in a congress.
    AllReleased {
        congress: Uuid,
        messages: usize,
    },
}

impl Event {
    fn about(&self) -> Option<&About> {
        match self {
            Self::Sent(about)
            | Self::Failed { about, .. }
            | Self::Bounced { about, .. }
            | Self::Complained(about)
            | Self::InDoubt(about)
            | Self::Dropped(about)
            | Self::Held(about)
            | Self::Released(about)
            | Self::Readdressed { about, .. }
            | Self::RequestedAgain { about, .. } => Some(about),
            Self::TextSaved { .. } | Self::KindHeld { .. } | Self::AllReleased { .. } => None,
        }
    }
}

impl store::Event for Event {
    fn verb(&self) -> &'static str {
        match self {
            Self::Sent(_) => "message.sent",
            Self::Failed { .. } => "message.failed",
            Self::InDoubt(_) => "message.in_doubt",
            Self::Bounced { .. } => "message.bounced",
            Self::Complained(_) => "message.complained",
            Self::Dropped(_) => "message.dropped",
            Self::Held(_) => "message.held",
            Self::Released(_) => "message.released",
            Self::RequestedAgain { .. } => "message.requested_again",
            Self::Readdressed { .. } => "message.readdressed",
            Self::TextSaved { .. } => "mail_text.saved",
            Self::KindHeld { held: true, .. } => "mail_kind.held",
            Self::KindHeld { held: false, .. } => "mail_kind.resumed",
            Self::AllReleased { .. } => "outbox.released",
        }
    }

    fn object(&self) -> (&'static str, Uuid) {
        match self {
            Self::TextSaved { text, .. } => ("mail_text", *text),
            Self::KindHeld { congress, .. } | Self::AllReleased { congress, .. } => ("congress", *congress),
            _ => ("message", self.about().map(|a| a.message).unwrap_or_default()),
        }
    }

    fn congress(&self) -> Option<Uuid> {
        match self {
            Self::TextSaved { congress, .. } | Self::KindHeld { congress, .. } | Self::AllReleased { congress, .. } => {
                Some(*congress)
            }
            _ => self.about().and_then(|a| a.congress),
        }
    }

    fn detail(&self) -> Value {
        match self {
            Self::Failed { about, code: Some(code) } => json!({ "kind": about.kind, "code": code }),
            Self::Bounced { about, hard } => json!({ "kind": about.kind, "hard": hard }),
            Self::RequestedAgain { about, of: Some(of) } => json!({ "kind": about.kind, "of": of }),
            Self::Readdressed { about, of: Some(of), request } => {
                json!({ "kind": about.kind, "of": of, "request": request })
            }
            Self::Readdressed { about, of: None, request } => json!({ "kind": about.kind, "request": request }),
            Self::TextSaved { template, language, version, .. } => {
                json!({ "kind": kind_of(template), "language": language.tag(), "version": version })
            }
            Self::KindHeld { template, .. } => json!({ "kind": kind_of(template) }),
            Self::AllReleased { messages, .. } => json!({ "messages": messages }),
            _ => self.about().map_or_else(|| json!({}), |about| json!({ "kind": about.kind })),
        }
    }
}
