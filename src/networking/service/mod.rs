//! What people do in the directory: one public function and one transaction each.

mod body;
pub mod cooperation;
pub mod entrance;
pub mod entry;
mod index;
pub mod interest;
pub mod leave;
pub mod meeting;
pub mod place;
pub mod profile;
mod reminder;
pub mod report;
pub mod setting;
pub mod sweep;
pub mod topic;

pub use index::{INDEX, index_topic};

use crate::entity::profile::Model as Profile;
use crate::{Event, NetworkingError, event::What};
use base::{Actor, Uuid};
use identity::entity::mailbox;
use post::NewMessage;
use sea_orm::{ColumnTrait, EntityTrait, QueryFilter};
use serde::Serialize;
use serde_json::json;
use store::{Tx, record};

/// A mail to somebody of the directory.
struct Mail<P> {
    congress: Uuid,
    kind: &'static str,
    /// Why it exists, once.
    cause: String,
    payload: P,
    /// One of many: nobody waits for it.
    bulk: bool,
}

/// Puts it into the outbox, in their language. Whether it is new.
async fn tell<P: Serialize>(tx: &Tx, to: &Profile, mail: Mail<P>) -> Result<bool, NetworkingError> {
    let mailbox = mailbox::Entity::find().filter(mailbox::Column::Id.eq(to.mailbox_id)).one(&**tx).await?;
    let Some(mailbox) = mailbox else { return Ok(false) };
    let new = NewMessage {
        congress_id: Some(mail.congress),
        kind: mail.kind,
        cause: mail.cause,
        mailbox_id: Some(mailbox.id),
        about_id: None,
        to_address: mailbox.address.clone(),
        to_name: String::new(),
        language: mailbox.language(),
        payload: json!(mail.payload),
        bulk: mail.bulk,
    };
    Ok(post::enqueue(tx, new).await?.is_some())
}

/// Writes down what happened, and commits. No page of the directory is kept, so that none is to be made anew.
async fn done(
    tx: Tx,
    actor: &Actor,
    (congress, object): (Uuid, Uuid),
    name: String,
    what: What,
) -> Result<(), NetworkingError> {
    record(&tx, actor, Event { congress, object, name, what }).await?;
    Ok(tx.commit().await?)
}
