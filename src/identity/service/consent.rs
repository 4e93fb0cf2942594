//! Consents: kept with the words that were agreed to, and ended rather than deleted.

use crate::entity::consent;
use base::{Language, Time, Uuid};
use sea_orm::sea_query::Expr;
use sea_orm::{ActiveValue::Set, ColumnTrait, Condition, EntityTrait, QueryFilter};
use store::{Conn, DbErr, Tx};

/// What is agreed to.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct Agreed<'a> {
    /// `terms`, `newsletter`.
    pub purpose: &'a str,
    /// The sentence beside the box, as it was shown.
    pub wording: &'a str,
    pub language: Language,
    /// Where: `registration`, `page`, `news`, `asked`; of what was brought along, as whoever brought it says.
    pub source: &'a str,
}

/// Notes a consent, with the words as shown (GDPR article 7 §1: it must be possible to show what was agreed to). A
/// part of the use case in which the box stands.
///
/// `congress`: for that one alone, or for none in particular. Agreeing again is noted again: the words may have changed.
pub async fn give_consent(tx: &Tx, mailbox: Uuid, congress: Option<Uuid>, agreed: Agreed<'_>) -> Result<Uuid, DbErr> {
    let id = tx.id();
    let row = row(id, mailbox, congress, agreed, tx.now());
    consent::Entity::insert(row).exec_without_returning(&**tx).await?;
    Ok(id)
}

/// A consent that was given before, elsewhere: whoever brings it says when.
#[derive(Clone, Copy, Debug)]
pub struct Brought<'a> {
    pub id: Uuid,
    pub mailbox: Uuid,
    pub agreed: Agreed<'a>,
    pub given_at: Time,
}

/// Rows written by one statement: databases take some tens of thousands of values at once.
const CHUNK: usize = 1_000;

/// Notes consents that a list brings along, for one congress.
pub async fn bring_consents(tx: &Tx, congress: Uuid, all: &[Brought<'_>]) -> Result<(), DbErr> {
    for part in all.chunks(CHUNK) {
        let rows = part.iter().map(|one| row(one.id, one.mailbox, Some(congress), one.agreed, one.given_at));
        consent::Entity::insert_many(rows).exec_without_returning(&**tx).await?;
    }
    Ok(())
}

fn row(id: Uuid, mailbox: Uuid, congress: Option<Uuid>, agreed: Agreed<'_>, given_at: Time) -> consent::ActiveModel {
    consent::ActiveModel {
        id: Set(id),
        mailbox_id: Set(mailbox),
        congress_id: Set(congress),
        purpose: Set(agreed.purpose.into()),
        wording: Set(agreed.wording.into()),
        language: Set(agreed.language.tag().into()),
        source: Set(agreed.source.into()),
        given_at: Set(given_at),
        withdrawn_at: Set(None),
    }
}

/// Ends every standing consent of a mailbox to a purpose, in this congress. As easy as giving it (GDPR article 7 §3).
/// Says whether there was one.
pub async fn withdraw_consent(tx: &Tx, mailbox: Uuid, congress: Option<Uuid>, purpose: &str) -> Result<bool, DbErr> {
    let ended = consent::Entity::update_many()
        .col_expr(consent::Column::WithdrawnAt, Expr::value(tx.now()))
        .filter(standing(mailbox, congress, purpose))
        .exec(&**tx)
        .await?;
    Ok(ended.rows_affected > 0)
}

/// Whether a mailbox agrees to a purpose, in this congress.
pub async fn agrees(conn: &Conn, mailbox: Uuid, congress: Option<Uuid>, purpose: &str) -> Result<bool, DbErr> {
    let found = consent::Entity::find().filter(standing(mailbox, congress, purpose)).one(conn).await?;
    Ok(found.is_some())
}

fn standing(mailbox: Uuid, congress: Option<Uuid>, purpose: &str) -> Condition {
    let within = match congress {
        Some(congress) => consent::Column::CongressId.eq(congress),
        None => consent::Column::CongressId.is_null(),
    };
    Condition::all()
        .add(consent::Column::MailboxId.eq(mailbox))
        .add(within)
        .add(consent::Column::Purpose.eq(purpose))
        .add(consent::Column::WithdrawnAt.is_null())
}
