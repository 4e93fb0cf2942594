//! The way into the directory: by a link that is sent to whoever takes part.

use crate::NetworkingError;
use crate::entity::profile;
use crate::mail::{ENTRANCE, Payload};
use base::{Language, Uuid, contact, secret};
use identity::entity::mailbox;
use post::NewMessage;
use programme::entity::speaker;
use registration::entity::attendee;
use registration::query::attendee::valid_of;
use sea_orm::{ColumnTrait, EntityTrait, QueryFilter};
use serde::{Deserialize, Serialize};
use serde_json::json;
use store::job::{self, NewJob};
use store::{Conn, DbErr, Store};

/// Minutes within which one asks for one mail, however often one presses.
const PAUSE: i64 = 5;

/// Whether somebody takes part in a congress under a mailbox, and as what.
#[derive(Clone, Debug, Default, PartialEq)]
pub struct Standing {
    pub profile: Option<profile::Model>,
    pub attendee: Option<attendee::Model>,
    pub speaker: Option<speaker::Model>,
}

impl Standing {
    /// Whether the way in is open: for who has a ticket or speaks. Who has given their ticket back is not among the
    /// participants any more, whatever they were before.
    pub fn may_join(&self) -> bool {
        self.attendee.is_some() || self.speaker.is_some()
    }
}

/// Two statements, or three.
pub async fn standing(conn: &Conn, congress: Uuid, mailbox: &mailbox::Model) -> Result<Standing, DbErr> {
    let profile = match mailbox.person_id {
        Some(person) => profile::Entity::find().filter(profile::Column::PersonId.eq(person)).one(conn).await?,
        None => None,
    };
    let attendee = valid_of(conn, congress, &[mailbox.id]).await?.into_iter().next();
    let speaker = speaker::Entity::find()
        .filter(speaker::Column::CongressId.eq(congress))
        .filter(speaker::Column::MailboxId.eq(mailbox.id))
        .one(conn)
        .await?;
    Ok(Standing { profile, attendee, speaker })
}

/// The job that sends the link.
pub const SEND: &str = "networking.entrance";

/// Who asked for the link, and where they want to go.
#[derive(Clone, Debug, Serialize, Deserialize)]
pub struct Asked {
    pub congress: Uuid,
    pub address: String,
    pub language: Language,
    /// A path of the directory; empty: their own part.
    pub next: String,
}

/// Sends the link to an address that somebody typed, if whoever reads it may come in. All that happens now is that a job is
/// written, so that nobody learns from the answer, nor from how long it takes, whether somebody takes part. At most one mail
/// within five minutes, however often it is asked for.
pub async fn request(store: &Store, asked: Asked) -> Result<(), NetworkingError> {
    let tx = store.begin().await?;
    let address = contact::normalise(&asked.address);
    let moment = tx.now().timestamp() / (PAUSE * 60);
    let key = format!("{SEND}:{}:{moment}:{}", asked.congress, secret::hash(&address));
    let asked = Asked { address, ..asked };
    job::enqueue(&tx, NewJob::new(SEND, json!(asked)).unique(key)).await?;
    Ok(tx.commit().await?)
}

/// Puts the mail with the link into the outbox, if there is somebody to let in.
pub async fn send(store: &Store, asked: &Asked) -> Result<(), NetworkingError> {
    let tx = store.begin().await?;
    let row = congress::query::by_id(&tx, asked.congress).await?.ok_or(NetworkingError::Unknown)?;
    let found = mailbox::Entity::find()
        .filter(mailbox::Column::HostId.eq(row.host_id))
        .filter(mailbox::Column::Address.eq(&asked.address))
        .one(&*tx)
        .await?;
    let Some(mailbox) = found else { return Ok(tx.rollback().await?) };
    if !standing(&tx, row.id, &mailbox).await?.may_join() {
        return Ok(tx.rollback().await?);
    }
    let moment = tx.now().timestamp() / (PAUSE * 60);
    let mail = NewMessage {
        congress_id: Some(row.id),
        kind: ENTRANCE,
        cause: format!("{ENTRANCE}:{}:{}:{moment}", row.id, mailbox.id),
        mailbox_id: Some(mailbox.id),
        about_id: None,
        to_address: mailbox.address.clone(),
        to_name: String::new(),
        language: asked.language,
        payload: json!(Payload { congress: row.id, mailbox: mailbox.id, next: asked.next.clone() }),
        bulk: false,
    };
    post::enqueue(&tx, mail).await?;
    Ok(tx.commit().await?)
}
