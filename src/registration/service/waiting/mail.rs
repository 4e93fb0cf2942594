//! Which mails the waiting list causes: one for each cause. They are written by [`crate::mail::waiting`] when they are due.

use crate::RegistrationError;
use crate::mail::waiting::Kind;
use base::Uuid;
use congress::entity::waiting;
use congress::event::waiting::{Waiting, What};
use identity::entity::mailbox;
use post::NewMessage;
use sea_orm::{ColumnTrait, EntityTrait, QueryFilter};
use serde::{Deserialize, Serialize};
use serde_json::json;
use store::Store;

/// The job that writes one of them.
pub const MAIL: &str = "registration.waiting_mail";

/// A mail to somebody who waits.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub struct WaitingMail {
    pub kind: Kind,
    pub entry: Uuid,
    /// What it is about besides: the offer, or the request for a mail.
    pub about: Option<Uuid>,
}

impl WaitingMail {
    /// What follows from what happened.
    pub fn of(event: &Waiting) -> Option<Self> {
        let (kind, about) = match &event.what {
            What::Joined { .. } => (Kind::Joined, None),
            What::MailRequested { request, known } => (if *known { Kind::Known } else { Kind::Again }, Some(*request)),
            What::Offered { offer, .. } => (Kind::Offer, Some(*offer)),
            What::Reminded { offer } => (Kind::Reminder, Some(*offer)),
            What::Lapsed { offer, .. } => (Kind::Lapsed, Some(*offer)),
            What::Closed => (Kind::Closed, None),
            What::Changed { .. }
            | What::Prioritised { .. }
            | What::Accepted { .. }
            | What::Declined { .. }
            | What::Left
            | What::Removed { .. }
            | What::Returned
            | What::TermsSet { .. } => return None,
        };
        Some(Self { kind, entry: event.entry, about })
    }
}

/// Puts it into the outbox.
pub async fn send(store: &Store, mail: &WaitingMail) -> Result<(), RegistrationError> {
    let tx = store.begin().await?;
    let row = waiting::Entity::find_by_id(mail.entry).one(&*tx).await?.ok_or(RegistrationError::Unknown)?;
    let to = mailbox::Entity::find().filter(mailbox::Column::Id.eq(row.mailbox_id)).one(&*tx).await?;
    let about = mail.about.map_or_else(String::new, |id| format!(":{id}"));
    let new = NewMessage {
        congress_id: Some(row.congress_id),
        kind: mail.kind.name(),
        cause: format!("{}:{}{about}", mail.kind.name(), row.id),
        mailbox_id: Some(row.mailbox_id),
        about_id: Some(row.id),
        to_address: to.ok_or(RegistrationError::Unknown)?.address,
        to_name: row.name.clone(),
        language: row.language.parse().unwrap_or_default(),
        payload: json!({ "entry": row.id, "offer": mail.about }),
        bulk: mail.kind == Kind::Closed,
    };
    post::enqueue(&tx, new).await?;
    tx.commit().await?;
    Ok(())
}
