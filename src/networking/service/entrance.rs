//! The way into the directory: by a link that is sent to whoever takes part.

use crate::NetworkingError;
use crate::entity::profile;
use crate::mail::{ENTRANCE, Payload};
use base::{Language, Uuid, contact};
use identity::entity::mailbox;
use post::NewMessage;
use programme::entity::speaker;
use registration::entity::attendee;
use sea_orm::{ColumnTrait, EntityTrait, QueryFilter, QueryOrder};
use serde_json::json;
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
    /// Whether the way in is open: somebody of the directory comes back, or somebody may begin.
    pub fn may_enter(&self) -> bool {
        self.profile.is_some() || self.may_join()
    }

    /// Who has a ticket or speaks.
    pub fn may_join(&self) -> bool {
        self.attendee.is_some() || self.speaker.is_some()
    }
}

/// Three statements, or four.
pub async fn standing(conn: &Conn, congress: Uuid, mailbox: &mailbox::Model) -> Result<Standing, DbErr> {
    let profile = match mailbox.person_id {
        Some(person) => profile::Entity::find().filter(profile::Column::PersonId.eq(person)).one(conn).await?,
        None => None,
    };
    let attendee = attendee::Entity::find()
        .filter(attendee::Column::CongressId.eq(congress))
        .filter(attendee::Column::MailboxId.eq(mailbox.id))
        .filter(attendee::Column::State.eq(attendee::State::Valid))
        .filter(attendee::Column::Test.eq(false))
        .order_by_asc(attendee::Column::CreatedAt)
        .order_by_asc(attendee::Column::Position)
        .one(conn)
        .await?;
    let speaker = speaker::Entity::find()
        .filter(speaker::Column::CongressId.eq(congress))
        .filter(speaker::Column::MailboxId.eq(mailbox.id))
        .one(conn)
        .await?;
    Ok(Standing { profile, attendee, speaker })
}

/// Sends the link to an address that somebody typed, if whoever reads it is in the directory or may be. Otherwise nothing
/// happens, and nobody learns which it was. At most one mail within five minutes, however often it is asked for.
pub async fn request(store: &Store, congress: Uuid, typed: &str, language: Language) -> Result<(), NetworkingError> {
    let tx = store.begin().await?;
    let row = congress::query::by_id(&tx, congress).await?.ok_or(NetworkingError::Unknown)?;
    let found = mailbox::Entity::find()
        .filter(mailbox::Column::HostId.eq(row.host_id))
        .filter(mailbox::Column::Address.eq(contact::normalise(typed)))
        .one(&*tx)
        .await?;
    let Some(mailbox) = found else { return Ok(tx.rollback().await?) };
    if !standing(&tx, congress, &mailbox).await?.may_enter() {
        return Ok(tx.rollback().await?);
    }
    let moment = tx.now().timestamp() / (PAUSE * 60);
    let mail = NewMessage {
        congress_id: Some(congress),
        kind: ENTRANCE,
        cause: format!("{ENTRANCE}:{congress}:{}:{moment}", mailbox.id),
        mailbox_id: Some(mailbox.id),
        about_id: None,
        to_address: mailbox.address.clone(),
        to_name: String::new(),
        language,
        payload: json!(Payload { congress, mailbox: mailbox.id }),
        bulk: false,
    };
    post::enqueue(&tx, mail).await?;
    Ok(tx.commit().await?)
}
