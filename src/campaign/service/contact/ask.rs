//! Asking whether somebody wants news, and their yes.

use super::{ask, found_by, is_open, mailbox_of, write};
use crate::entity::contact::{Column, Entity, Model, Origin};
use crate::entity::opt_out;
use crate::load::Request;
use crate::query::segment::NEWSLETTER;
use crate::{CampaignError, Event};
use base::{Actor, Language, Uuid};
use chrono::TimeDelta;
use identity::service::consent::{Agreed, agrees, give_consent};
use identity::service::mailbox::{mailbox_for, prove_mailbox};
use sea_orm::sea_query::{LockType, OnConflict};
use sea_orm::{ColumnTrait, EntityTrait, IntoActiveModel, QueryFilter, QuerySelect};
use store::{DbErr, Store, Tx, record};

/// Somebody typed an address into the public form. It is asked by mail, unless it agreed already or was asked and has not
/// answered: anyone can type any address, and nobody is to be mailed twice by that. Whoever wanted none before may want them
/// again, and is asked.
pub async fn sign_up(
    store: &Store,
    actor: &Actor,
    congress: Uuid,
    (address, name): (&str, &str),
    language: Language,
) -> Result<(), CampaignError> {
    let tx = store.begin().await?;
    let congress = congress::query::by_id(&tx, congress).await?.ok_or(CampaignError::Unknown)?;
    let name = if is_name(name) { name } else { "" };
    let mailbox = mailbox_for(&tx, congress.host_id, address, language).await?;
    let known = find(&tx, congress.id, mailbox.id).await?;
    let waits = known.as_ref().is_some_and(|row| is_open(row, tx.now()));
    // Who has just said no is not asked again at once, whoever types their address.
    if waits || rests(&tx, mailbox.id).await? || has_agreed(&tx, congress.id, mailbox.id).await? {
        return Ok(tx.commit().await?);
    }
    let row = match known {
        Some(row) => {
            let name = if name.is_empty() { row.name.clone() } else { name.to_owned() };
            let search = found_by(&name, &mailbox.address);
            let row = Model { name, search, asked_at: Some(tx.now()), round: row.round.saturating_add(1), ..row };
            write(&tx, &row).await?;
            row
        }
        None => {
            let row = new(&tx, (congress.id, mailbox.id), (name, &mailbox.address), Origin::SignUp);
            let row = Model { asked_at: Some(tx.now()), ..row };
            if insert_all(&tx, std::slice::from_ref(&row)).await? == 0 {
                // The same form at the same moment.
                return Ok(tx.rollback().await?);
            }
            row
        }
    };
    ask(&tx, &congress, &row, (&mailbox.address, language), false).await?;
    record(&tx, actor, Event::ContactAsked { congress: congress.id, contact: row.id }).await?;
    Ok(tx.commit().await?)
}

/// So long after a no nobody is asked again, whoever types their address.
const REST: TimeDelta = TimeDelta::days(1);

async fn rests(tx: &Tx, mailbox: Uuid) -> Result<bool, CampaignError> {
    let said = opt_out::Entity::find()
        .filter(opt_out::Column::MailboxId.eq(mailbox))
        .filter(opt_out::Column::Source.eq(opt_out::Source::Page))
        .filter(opt_out::Column::MadeAt.gt(tx.now() - REST));
    Ok(said.one(&**tx).await?.is_some())
}

/// The longest name that is written to an address which has not agreed to anything yet.
const LONGEST_NAME: usize = 60;

/// Whether what somebody typed as a name is one. Anyone can type any address, and must not have the congress send their words
/// and links there.
fn is_name(typed: &str) -> bool {
    let dotted = |word: &str| word.split('.').filter(|part| part.chars().count() > 2).count() > 1;
    typed.chars().count() <= LONGEST_NAME
        && !typed.contains("://")
        && !typed.contains(['@', '/', '!', '?', ':'])
        && !typed.split_whitespace().any(dotted)
}

/// One that is not written yet.
pub(super) fn new(tx: &Tx, (congress, mailbox): (Uuid, Uuid), (name, address): (&str, &str), origin: Origin) -> Model {
    Model {
        id: tx.id(),
        congress_id: congress,
        mailbox_id: mailbox,
        name: name.to_owned(),
        origin,
        consent_id: None,
        round: 1,
        asked_at: None,
        search: found_by(name, address),
        created_at: tx.now(),
    }
}

/// How many are new: somebody else may have written one at the same moment.
pub(super) async fn insert_all(tx: &Tx, rows: &[Model]) -> Result<u64, CampaignError> {
    let once = OnConflict::columns([Column::CongressId, Column::MailboxId]).do_nothing().to_owned();
    let rows = rows.iter().map(|row| row.clone().into_active_model());
    let insert = Entity::insert_many(rows).on_conflict(once);
    match insert.exec_without_returning(&**tx).await {
        Ok(written) => Ok(written),
        Err(DbErr::RecordNotInserted) => Ok(0),
        Err(error) => Err(error.into()),
    }
}

async fn find(tx: &Tx, congress: Uuid, mailbox: Uuid) -> Result<Option<Model>, CampaignError> {
    let found = Entity::find().filter(Column::CongressId.eq(congress)).filter(Column::MailboxId.eq(mailbox));
    Ok(found.lock(LockType::NoKeyUpdate).one(&**tx).await?)
}

/// Of this congress, or of whatever the host does.
async fn has_agreed(tx: &Tx, congress: Uuid, mailbox: Uuid) -> Result<bool, CampaignError> {
    Ok(agrees(tx, mailbox, Some(congress), NEWSLETTER).await? || agrees(tx, mailbox, None, NEWSLETTER).await?)
}

/// Their yes, by a button behind the link that was sent there alone: a consent with the words that stood beside it. Pressed
/// twice, it is one. Whoever wanted no news before wants them from now on.
pub async fn confirm(store: &Store, asked: &Request, wording: &str) -> Result<(), CampaignError> {
    let tx = store.begin().await?;
    let row = hold(&tx, asked.row()).await?;
    if !is_open(&row, tx.now()) {
        // Pressed twice.
        let done = has_agreed(&tx, row.congress_id, row.mailbox_id).await?;
        tx.rollback().await?;
        return if done { Ok(()) } else { Err(CampaignError::Unknown) };
    }
    let (actor, congress) = (asked.actor(), row.congress_id);
    let mailbox = mailbox_of(&tx, &row).await?.id;
    let agreed = Agreed { purpose: NEWSLETTER, wording, language: actor.language, source: row.origin.source() };
    let consent = give_consent(&tx, mailbox, Some(congress), agreed).await?;
    write(&tx, &Model { consent_id: Some(consent), asked_at: None, ..row.clone() }).await?;
    let ended = opt_out::Entity::delete_many()
        .filter(opt_out::Column::MailboxId.eq(mailbox))
        .filter(opt_out::Column::Kind.eq(opt_out::Kind::News))
        .exec(&*tx)
        .await?;
    if ended.rows_affected > 0 {
        record(&tx, actor, Event::OptedIn { congress, mailbox, kind: opt_out::Kind::News.name() }).await?;
    }
    record(&tx, actor, Event::ContactConfirmed { congress, contact: row.id }).await?;
    prove_mailbox(&tx, actor, mailbox).await?;
    Ok(tx.commit().await?)
}

/// Under its lock, of the round that the link is of.
pub(super) async fn hold(tx: &Tx, shown: &Model) -> Result<Model, CampaignError> {
    let row = Entity::find_by_id(shown.id).lock(LockType::NoKeyUpdate).one(&**tx).await?;
    row.filter(|row| row.round == shown.round).ok_or(CampaignError::Unknown)
}
