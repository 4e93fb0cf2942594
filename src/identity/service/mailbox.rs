//! Mailboxes: addresses as typed, and what is known of them.

use crate::entity::mailbox;
use crate::error::IdentityError;
use crate::event::Event;
use base::{Actor, Language, Uuid, contact};
use sea_orm::sea_query::{Expr, OnConflict};
use sea_orm::{ActiveValue::Set, ColumnTrait, EntityTrait, QueryFilter};
use std::collections::{BTreeMap, HashMap};
use store::{DbErr, Tx, record};

/// Rows written by one statement: databases take some tens of thousands of values at once.
const CHUNK: usize = 1_000;

/// The mailbox of this address with this host; made when it is typed for the first time. A part of placing an order,
/// of submitting, of importing.
///
/// One row for each host and address, whoever asks at the same moment. Mails go there in the language typed last.
/// It proves nothing: anyone can type any address.
pub async fn mailbox_for(
    tx: &Tx,
    host: Uuid,
    typed: &str,
    language: Language,
) -> Result<mailbox::Model, IdentityError> {
    let row = new(tx, host, typed, language)?;
    Ok(mailbox::Entity::insert(row).on_conflict(there()).exec_with_returning(&**tx).await?)
}

/// The same for many addresses at once: the mailbox of each by its normalised address. They are touched in the order of
/// the addresses, so that two orders or imports never wait for each other in a circle. One statement a thousand.
pub async fn mailboxes_for(
    tx: &Tx,
    host: Uuid,
    typed: &BTreeMap<String, Language>,
) -> Result<HashMap<String, Uuid>, IdentityError> {
    let rows = typed.iter().map(|(typed, language)| new(tx, host, typed, *language)).collect::<Result<Vec<_>, _>>()?;
    let mut ids = HashMap::with_capacity(rows.len());
    for part in rows.chunks(CHUNK) {
        let made =
            mailbox::Entity::insert_many(part.iter().cloned()).on_conflict(there()).exec_with_returning(&**tx).await?;
        ids.extend(made.into_iter().map(|m| (m.address, m.id)));
    }
    Ok(ids)
}

fn new(tx: &Tx, host: Uuid, typed: &str, language: Language) -> Result<mailbox::ActiveModel, IdentityError> {
    Ok(mailbox::ActiveModel {
        id: Set(tx.id()),
        host_id: Set(host),
        address: Set(contact::check(typed).map_err(IdentityError::Address)?),
        language: Set(language.tag().into()),
        person_id: Set(None),
        proven_at: Set(None),
        bounces: Set(0),
        blocked_at: Set(None),
        created_at: Set(tx.now()),
    })
}

/// One that is there only learns the language.
fn there() -> OnConflict {
    OnConflict::columns([mailbox::Column::HostId, mailbox::Column::Address])
        .update_column(mailbox::Column::Language)
        .to_owned()
}

/// Notes that whoever acts reads this mailbox: they pressed a button behind a link that was sent only there. `true`
/// for the first time.
pub async fn prove_mailbox(tx: &Tx, actor: &Actor, mailbox: Uuid) -> Result<bool, DbErr> {
    let proven = mailbox::Entity::update_many()
        .col_expr(mailbox::Column::ProvenAt, Expr::value(tx.now()))
        .filter(mailbox::Column::Id.eq(mailbox))
        .filter(mailbox::Column::ProvenAt.is_null())
        .exec(&**tx)
        .await?;
    let first = proven.rows_affected == 1;
    if first {
        record(tx, actor, Event::MailboxProven { mailbox }).await?;
    }
    Ok(first)
}
