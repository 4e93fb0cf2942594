//! A no, by whoever was asked or by staff; and forgetting who does not answer.

use super::ask::hold;
use super::{ANSWERED_WITHIN, write};
use crate::entity::contact::{Column, Entity, Model};
use crate::entity::opt_out::{Kind, Source};
use crate::load::Request;
use crate::mail::confirm::cause;
use crate::query::segment::NEWSLETTER;
use crate::service::opt_out::put;
use crate::{CampaignError, Event};
use base::{Actor, Uuid};
use identity::entity::mailbox;
use identity::service::consent::withdraw_consent;
use identity::service::mailbox::prove_mailbox;
use post::entity::{delivery_event, message};
use sea_orm::sea_query::LockType;
use sea_orm::{ColumnTrait, EntityTrait, QueryFilter, QueryOrder, QuerySelect, SqlErr};
use store::{Store, Tx, record};

/// They want no news, by the page behind the link: what they agreed to ends, no list brings them back, and who was only asked
/// is no contact any more.
pub async fn refuse(store: &Store, asked: &Request) -> Result<(), CampaignError> {
    let tx = store.begin().await?;
    let row = hold(&tx, asked.row()).await?;
    let (actor, congress, mailbox) = (asked.actor(), row.congress_id, row.mailbox_id);
    put(&tx, actor, (congress, mailbox), None, (Kind::News, Source::Page)).await?;
    prove_mailbox(&tx, actor, mailbox).await?;
    if row.consent_id.is_none() {
        take_away(&tx, &row).await?;
    } else if row.asked_at.is_some() {
        write(&tx, &Model { asked_at: None, ..row.clone() }).await?;
    }
    record(&tx, actor, Event::ContactRefused { congress, contact: row.id }).await?;
    Ok(tx.commit().await?)
}

/// Takes a contact off the list: what they agreed to in this congress ends, and its proof stays for as long as proofs do.
/// `never`: they asked for no more news, so that no list brings them back.
pub async fn remove(store: &Store, actor: &Actor, congress: Uuid, id: Uuid, never: bool) -> Result<(), CampaignError> {
    let tx = store.begin().await?;
    let found = Entity::find_by_id(id).filter(Column::CongressId.eq(congress)).lock(LockType::NoKeyUpdate);
    let row = found.one(&*tx).await?.ok_or(CampaignError::Unknown)?;
    if never {
        put(&tx, actor, (congress, row.mailbox_id), None, (Kind::News, Source::Desk)).await?;
    } else {
        withdraw_consent(&tx, row.mailbox_id, Some(congress), NEWSLETTER).await?;
    }
    take_away(&tx, &row).await?;
    record(&tx, actor, Event::ContactRemoved { congress, contact: row.id }).await?;
    tx.commit().await?;
    forget_mailbox(store, row.mailbox_id).await
}

/// With the mails that asked: they name the address.
async fn take_away(tx: &Tx, row: &Model) -> Result<(), CampaignError> {
    Entity::delete_by_id(row.id).exec(&**tx).await?;
    if row.consent_id.is_some() {
        return Ok(());
    }
    let mails: Vec<Uuid> = message::Entity::find()
        .select_only()
        .column(message::Column::Id)
        .filter(message::Column::Cause.is_in((1..=row.round).map(|round| cause(row.id, round))))
        .into_tuple()
        .all(&**tx)
        .await?;
    let steps = delivery_event::Column::MessageId.is_in(mails.iter().copied());
    delivery_event::Entity::delete_many().filter(steps).exec(&**tx).await?;
    message::Entity::delete_many().filter(message::Column::Id.is_in(mails)).exec(&**tx).await?;
    Ok(())
}

/// The address itself, unless anything else has to do with it: a ticket, a consent, that they want no mails.
async fn forget_mailbox(store: &Store, mailbox: Uuid) -> Result<(), CampaignError> {
    let tx = store.begin().await?;
    match mailbox::Entity::delete_by_id(mailbox).exec(&*tx).await {
        Ok(_) => Ok(tx.commit().await?),
        Err(error) if matches!(error.sql_err(), Some(SqlErr::ForeignKeyConstraintViolation(_))) => {
            Ok(tx.rollback().await?)
        }
        Err(error) => Err(error.into()),
    }
}

/// So many in one transaction: others want to write as well.
const AT_ONCE: u64 = 200;

/// Forgets who was asked and did not answer in time: with their address, if nothing else has to do with it. Who agreed before,
/// and ended that, stays as they were: the proof of that is kept. Gives how many.
pub async fn forget_unanswered(store: &Store) -> Result<usize, CampaignError> {
    let mut all = 0;
    loop {
        let tx = store.begin().await?;
        let over = Entity::find()
            .filter(Column::AskedAt.lte(tx.now() - ANSWERED_WITHIN))
            .order_by_asc(Column::Id)
            .limit(AT_ONCE)
            .lock(LockType::NoKeyUpdate)
            .all(&*tx)
            .await?;
        if over.is_empty() {
            tx.rollback().await?;
            return Ok(all);
        }
        for row in &over {
            if row.consent_id.is_none() {
                take_away(&tx, row).await?;
            } else {
                write(&tx, &Model { asked_at: None, ..row.clone() }).await?;
            }
        }
        tx.commit().await?;
        all += over.len();
        for row in over.iter().filter(|row| row.consent_id.is_none()) {
            forget_mailbox(store, row.mailbox_id).await?;
        }
    }
}
