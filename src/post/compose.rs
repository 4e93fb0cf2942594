//! Who writes which mail: each slice offers composers for its kinds, the program collects them at start.
//!
//! A composer reads the facts when the mail is due, not when it was caused: a name corrected meanwhile is right in the
//! mail, and a mail about an order that was cancelled meanwhile is not sent at all.

use crate::entity::mail_text::OwnWords;
use crate::entity::message;
use base::error::{Again, Told};
use base::{Language, Time, Uuid};
use futures_util::future::BoxFuture;
use serde_json::{Value, json};
use std::collections::{BTreeMap, BTreeSet};
use std::sync::Arc;
use store::Store;

/// Writes one kind of mail.
pub type Compose = Arc<dyn Fn(Store, Due) -> BoxFuture<'static, Result<Draft, ComposeError>> + Send + Sync>;

/// A message that is due, for its composer.
#[derive(Clone, Debug, PartialEq)]
pub struct Due {
    pub id: Uuid,
    pub congress_id: Option<Uuid>,
    pub kind: String,
    pub cause: String,
    pub mailbox_id: Option<Uuid>,
    pub to_address: String,
    pub to_name: String,
    pub language: Language,
    pub payload: Value,
    pub created_at: Time,
}

impl From<&message::Model> for Due {
    fn from(row: &message::Model) -> Self {
        Self {
            id: row.id,
            congress_id: row.congress_id,
            kind: row.kind.clone(),
            cause: row.cause.clone(),
            mailbox_id: row.mailbox_id,
            to_address: row.to_address.clone(),
            to_name: row.to_name.clone(),
            language: row.language.parse().unwrap_or_default(),
            payload: row.payload.clone(),
            created_at: row.created_at,
        }
    }
}

/// What a composer gives: which template, and what fills it.
#[derive(Clone, Debug)]
pub struct Draft {
    /// `registration/order`: `templates/mail/registration/order.{de,en}.md`.
    pub template: &'static str,
    /// An object; `templates/mail/README.md` lists what each template uses. Dates and money come formatted.
    pub values: Value,
    /// What `{{ letter }}` shows: Markdown whose writer has made harmless what others typed in it.
    pub letter: Option<String>,
    /// What `{{ ticket_blocks }}` shows, in this order. Templates also read them as `tickets`.
    pub tickets: Vec<Ticket>,
    /// Templates read `attached.pdf` and `attached.ics`.
    pub attachments: Vec<Attachment>,
    /// An appointment that the letter is about, as calendars read it (RFC 6047): beside text and HTML, where programs look
    /// for it, and once more as a file.
    pub appointment: Option<Attachment>,
    /// The congress's name, before the address that mails come from.
    pub from_name: Option<String>,
    /// Where answers go.
    pub reply_to: Option<String>,
    /// Where a POST ends such mails, without log-in (RFC 8058): of mails that nobody asked for.
    pub unsubscribe: Option<String>,
    /// Above the letter; the second part is set apart: "DigitaleZukunft", "@OWL".
    pub wordmark: (String, String),
    /// Other words than the congress has saved: of what is tried. Marks it as a trial.
    pub trial: Option<OwnWords>,
    /// Whether the text is kept for the desk to see. Not for log-in links: who reads the outbox could use them.
    pub keep: bool,
}

impl Draft {
    pub fn new(template: &'static str, values: Value) -> Self {
        Self {
            template,
            values,
            letter: None,
            tickets: vec![],
            attachments: vec![],
            appointment: None,
            from_name: None,
            reply_to: None,
            unsubscribe: None,
            wordmark: (String::new(), String::new()),
            trial: None,
            keep: true,
        }
    }
}

/// A ticket as the mail shows it.
#[derive(Clone, Debug)]
pub struct Ticket {
    pub name: String,
    pub category: String,
    /// `7H4KQ2-1K`.
    pub number: String,
    /// The QR code as PNG. None while the ticket does not admit: not paid, not approved.
    pub qr_png: Option<Vec<u8>>,
    /// "My congress" of this attendee.
    pub my_url: String,
}

impl Ticket {
    pub(crate) fn values(&self) -> Value {
        json!({ "name": self.name, "category": self.category, "number": self.number, "my_url": self.my_url })
    }
}

/// A file that goes along.
#[derive(Clone, Debug)]
pub struct Attachment {
    pub name: String,
    /// `application/pdf`, `text/calendar; charset=utf-8; method=PUBLISH`.
    pub content_type: &'static str,
    pub bytes: Vec<u8>,
}

/// Why there is no draft.
#[derive(Clone, Debug, thiserror::Error)]
pub enum ComposeError {
    /// What the mail tells is no longer true: it is dropped.
    #[error("no longer true: {0}")]
    Gone(String),
    /// It may go better later.
    #[error("{0}")]
    Retry(String),
    /// It will not: the message fails, and the desk shows why.
    #[error("{0}")]
    GiveUp(String),
}

impl ComposeError {
    /// Of an error that says whether it may go better later. What is [`Gone`](Self::Gone), the slice knows.
    pub fn of(e: &impl Told) -> Self {
        match e.again() {
            Again::Retry => Self::Retry(e.to_string()),
            Again::GiveUp => Self::GiveUp(e.to_string()),
        }
    }
}

impl From<store::DbErr> for ComposeError {
    fn from(e: store::DbErr) -> Self {
        Self::Retry(e.to_string())
    }
}

/// What a lost worker means for a mail (README, "must never be sent twice").
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Stream {
    /// Tickets, log-in links: go again under the same Message-ID. Twice is better than never.
    Transactional,
    /// Campaigns: stop as in doubt. Never twice.
    Campaign,
}

/// The composers of the program, by kind. Clones share them, since every request carries one.
#[derive(Clone, Default)]
pub struct Composers(Arc<Kinds>);

#[derive(Clone, Default)]
struct Kinds {
    kinds: BTreeMap<&'static str, (Stream, Compose)>,
    /// Mails that nobody but their recipient may see.
    secret: BTreeSet<&'static str>,
}

impl Composers {
    pub fn new() -> Self {
        Self::default()
    }

    /// Adds who writes a kind of mail that people must get.
    pub fn with(self, kind: &'static str, compose: Compose) -> Self {
        self.with_stream(kind, Stream::Transactional, compose)
    }

    /// The same of a mail that nobody but its recipient may see: its link lets in whoever has it. Writing it may make that link,
    /// so it is written to be sent and for nothing else.
    pub fn with_secret(mut self, kind: &'static str, compose: Compose) -> Self {
        Arc::make_mut(&mut self.0).secret.insert(kind);
        self.with(kind, compose)
    }

    pub fn with_stream(mut self, kind: &'static str, stream: Stream, compose: Compose) -> Self {
        Arc::make_mut(&mut self.0).kinds.insert(kind, (stream, compose));
        self
    }

    /// Whether others than its recipient may look at such a mail.
    pub fn shows(&self, kind: &str) -> bool {
        self.0.kinds.contains_key(kind) && !self.0.secret.contains(kind)
    }

    /// What a mail says from the facts as they are now, to look at it.
    pub(crate) async fn looked_at(&self, store: &Store, due: Due) -> Result<Draft, ComposeError> {
        match self.of(&due.kind).filter(|_| self.shows(&due.kind)) {
            Some((_, compose)) => compose(store.clone(), due).await,
            None => Err(ComposeError::GiveUp(format!("nobody looks at mails of the kind {}", due.kind))),
        }
    }

    pub(crate) fn of(&self, kind: &str) -> Option<&(Stream, Compose)> {
        self.0.kinds.get(kind)
    }
}

/// Makes a composer of an async function.
pub fn compose<F, Fut>(f: F) -> Compose
where
    F: Fn(Store, Due) -> Fut + Send + Sync + 'static,
    Fut: Future<Output = Result<Draft, ComposeError>> + Send + 'static,
{
    Arc::new(move |store, due| Box::pin(f(store, due)))
}
