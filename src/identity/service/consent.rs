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
    note_consent(tx, mailbox, congress, agreed, tx.now()).await
}

/// The same of one that was given before, elsewhere: whoever brings it says when.
pub async fn note_consent(
    tx: &Tx,
    mailbox: Uuid,
    congress: Option<Uuid>,
    agreed: Agreed<'_>,
    given_at: Time,
) -> Result<Uuid, DbErr> {
    let id = tx.id();
    let row = consent::ActiveModel {
        id: Set(id),
        mailbox_id: Set(mailbox),
        congress_id: Set(congress),
        purpose: Set(agreed.purpose.into()),
        wording: Set(agreed.wording.into()),
        language: Set(agreed.language.tag().into()),
        source: Set(agreed.source.into()),
        given_at: Set(given_at),
        withdrawn_at: Set(None),
    };
    consent::Entity::insert(row).exec_without_returning(&**tx).await?;
    Ok(id)
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
