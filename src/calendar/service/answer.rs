//! Answering an invitation: on its page, or by the calendar program that got it.

use crate::entity::invitation::{Column, Entity, Model, Participation, Role};
use crate::load::Invitation;
use crate::mail::{INVITATION_MAIL, Payload, of_uid, tell_office};
use crate::reply::Reply;
use crate::rules::reply::{Answered, Known, Why, answered, same_since};
use crate::{CalendarError, Event};
use base::{Actor, Language, Time};
use identity::entity::mailbox;
use post::entity::message;
use sea_orm::sea_query::{Expr, LockType};
use sea_orm::{ColumnTrait, EntityTrait, QueryFilter, QuerySelect};
use std::collections::BTreeMap;
use store::{DbErr, Store, Tx, record};

/// Keeps what somebody answered; the same again changes nothing. If somebody who speaks does not come, the office is told by
/// mail. It gives no seat back and takes nobody off the programme: people decide that.
pub async fn answer(store: &Store, loaded: &Invitation, answer: Participation) -> Result<(), CalendarError> {
    let tx = store.begin().await?;
    let row = Entity::find_by_id(loaded.row().id).lock(LockType::NoKeyUpdate).one(&*tx).await?;
    let row = row.ok_or(CalendarError::Unknown)?;
    if row.cancelled_at.is_some() {
        return Err(CalendarError::CalledOff);
    }
    if row.content.0.ends_at <= tx.now() {
        return Err(CalendarError::Over);
    }
    if row.participation == answer {
        return Ok(tx.rollback().await?);
    }
    let at = tx.now();
    keep(&tx, &row, answer, at).await?;
    let event = Event::Answered {
        congress: row.congress_id,
        session: row.session_id,
        title: title(&row),
        answer: answer.name(),
        by_mail: false,
    };
    record(&tx, loaded.actor(), event).await?;
    Ok(tx.commit().await?)
}

/// The same by a mail of their calendar program, if it answers what holds (`rules::reply`); the log tells what became of it.
pub async fn by_mail(store: &Store, reply: &Reply) -> Result<Answered, CalendarError> {
    let tx = store.begin().await?;
    let (row, answered) = match found(&tx, reply).await? {
        None => (None, Answered::Nothing(Why::Unknown)),
        Some((row, known)) => {
            let answered = answered(reply, &known, tx.now());
            (Some(row), answered)
        }
    };
    match (&row, answered) {
        (Some(row), Answered::Now(answer, at)) => {
            keep(&tx, row, answer, at).await?;
            let event = Event::Answered {
                congress: row.congress_id,
                session: row.session_id,
                title: title(row),
                answer: answer.name(),
                by_mail: true,
            };
            let who = Actor::holder(row.id, row.name.clone(), Language::default());
            record(&tx, &who, event).await?;
        }
        (Some(row), Answered::Still(at)) => write(&tx, row, row.participation, at).await?,
        _ => {}
    }
    tx.commit().await?;
    let outcome = match answered {
        Answered::Now(answer, _) => answer.name(),
        Answered::Still(_) => "as before",
        Answered::Nothing(why) => why.name(),
    };
    let invitation = row.map(|row| row.id.to_string()).unwrap_or_default();
    tracing::info!(invitation, outcome, another_time = reply.counters, "an answer to an invitation came in");
    Ok(answered)
}

/// The invitation, held, and what is known of it.
async fn found(tx: &Tx, reply: &Reply) -> Result<Option<(Model, Known)>, DbErr> {
    let Some(uid) = of_uid(&reply.uid) else { return Ok(None) };
    let find = Entity::find().filter(Column::Uid.eq(uid)).lock(LockType::NoKeyUpdate);
    let Some(row) = find.one(&**tx).await? else { return Ok(None) };
    let mailbox = mailbox::Entity::find_by_id(row.mailbox_id).one(&**tx).await?;
    let mut addresses: Vec<String> = mailbox.into_iter().map(|to| to.address).collect();
    let mails = message::Entity::find()
        .filter(message::Column::MailboxId.eq(row.mailbox_id))
        .filter(message::Column::Kind.eq(INVITATION_MAIL))
        .all(&**tx)
        .await?;
    let mut told = BTreeMap::new();
    for mail in mails {
        let Ok(payload) = serde_json::from_value::<Payload>(mail.payload) else { continue };
        if payload.invitation == row.id {
            addresses.push(base::contact::normalise(&mail.to_address));
            told.insert(payload.sequence, payload.content);
        }
    }
    let known = Known {
        addresses,
        sequence: row.sequence,
        same_since: same_since(&told, row.sequence, &row.content.0),
        ends_at: row.content.0.ends_at,
        cancelled: row.cancelled_at.is_some(),
        participation: row.participation,
        answered_at: row.answered_at,
    };
    Ok(Some((row, known)))
}

async fn keep(tx: &Tx, row: &Model, answer: Participation, at: Time) -> Result<(), CalendarError> {
    write(tx, row, answer, at).await?;
    if answer == Participation::Declined && row.role == Role::Speaker {
        tell_office(tx, row).await?;
    }
    Ok(())
}

async fn write(tx: &Tx, row: &Model, answer: Participation, at: Time) -> Result<(), DbErr> {
    Entity::update_many()
        .col_expr(Column::Participation, Expr::value(answer))
        .col_expr(Column::AnsweredAt, Expr::value(at))
        .filter(Column::Id.eq(row.id))
        .exec(&**tx)
        .await
        .map(|_| ())
}

fn title(row: &Model) -> String {
    row.content.0.title.in_language(Language::De).to_owned()
}
