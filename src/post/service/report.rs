//! What a report makes of the mail that it is about.

use super::{Whose, note_of};
use crate::entity::delivery_event::{self, BOUNCED, COMPLAINED, DELAYED, DELIVERED, READDRESSED};
use crate::entity::message::{self, State};
use crate::event::Event;
use crate::report::{Action, Recipient, Report, What, meaning};
use crate::{BounceAddress, Trouble};
use base::{Actor, Uuid};
use sea_orm::sea_query::{Expr, LockType};
use sea_orm::{ColumnTrait, EntityTrait, PaginatorTrait, QueryFilter, QuerySelect};
use store::{Conn, DbErr, Tx, reason, record};

/// The mail that a report is about, and whose address it tells something of.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct Found {
    pub message: Uuid,
    pub mailbox: Option<Uuid>,
}

/// What came of a report.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Noted {
    /// It tells something new.
    New,
    /// It was taken before, or tells nothing.
    Nothing,
    /// The mail is still being sent: the report was faster than the server's answer. Later.
    TooEarly,
}

/// Which mail a report is about: by the address that it came back to, which nobody can make up; else by its Message-ID.
pub async fn find(conn: &Conn, bounces: Option<&BounceAddress>, report: &Report) -> Result<Option<Found>, DbErr> {
    let stamped = bounces.and_then(|bounces| report.to.iter().find_map(|to| bounces.message(to)));
    let which = match (stamped, &report.original) {
        (Some(message), _) => message::Column::Id.eq(message),
        (None, Some(original)) => message::Column::MessageId.eq(original),
        (None, None) => return Ok(None),
    };
    let find = message::Entity::find().select_only().columns([message::Column::Id, message::Column::MailboxId]);
    let found: Option<(Uuid, Option<Uuid>)> = find.filter(which).into_tuple().one(conn).await?;
    Ok(found.map(|(message, mailbox)| Found { message, mailbox }))
}

/// Writes among the steps of a mail what a report tells of it, once a report. What came back did not arrive: it is shown as
/// failed, with the reason, and can be sent again or elsewhere. What tells of an address that the mail no longer goes to
/// changes nothing.
pub async fn note_report(tx: &Tx, found: Found, report: &Report) -> Result<Noted, DbErr> {
    let locked = message::Entity::find().filter(message::Column::Id.eq(found.message)).lock(LockType::NoKeyUpdate);
    let Some(row) = locked.one(&**tx).await? else { return Ok(Noted::Nothing) };
    let told = delivery_event::Entity::find()
        .filter(delivery_event::Column::MessageId.eq(row.id))
        .filter(delivery_event::Column::Report.eq(&report.id));
    if told.count(&**tx).await? > 0 {
        return Ok(Noted::Nothing);
    }
    match &report.what {
        _ if row.state == State::Sending => Ok(Noted::TooEarly),
        What::Delivery(recipients) => delivery(tx, &row, report, recipients).await,
        What::Complaint(kind) => {
            note_of(tx, row.id, COMPLAINED, Some(kind), None, whose(&row, report)).await?;
            record(tx, &Actor::system(), Event::Complained((&row).into())).await?;
            Ok(Noted::New)
        }
        What::Automatic | What::Other => Ok(Noted::Nothing),
    }
}

fn whose<'a>(row: &message::Model, report: &'a Report) -> Whose<'a> {
    Whose { mailbox: row.mailbox_id, report: Some(&report.id) }
}

/// A mail has one recipient. Who forwards mails makes others of it: what became of the worst of them counts.
async fn delivery(tx: &Tx, row: &message::Model, report: &Report, all: &[Recipient]) -> Result<Noted, DbErr> {
    let is_it = |one: &&Recipient| one.address.as_ref().is_some_and(|to| to.eq_ignore_ascii_case(&row.to_address));
    let worst = || all.iter().min_by_key(|one| one.action as u8);
    let Some(one) = all.iter().find(is_it).or_else(worst) else { return Ok(Noted::Nothing) };
    if !is_it(&one) && was_sent_to(tx, row.id, one).await? {
        return Ok(Noted::Nothing);
    }
    let trouble = meaning(one.status);
    let note = |state, trouble| note_of(tx, row.id, state, Some(&one.said), trouble, whose(row, report));
    match one.action {
        Action::Failed => {
            note(BOUNCED, Some(trouble)).await?;
            came_back(tx, row, one, trouble).await?;
        }
        Action::Delayed => note(DELAYED, Some(Trouble::Later)).await?,
        Action::Delivered => note(DELIVERED, None).await?,
        Action::Relayed => return Ok(Noted::Nothing),
    }
    Ok(Noted::New)
}

/// Whether the mail went to this recipient before it was addressed to another.
async fn was_sent_to(tx: &Tx, message: Uuid, one: &Recipient) -> Result<bool, DbErr> {
    let Some(address) = &one.address else { return Ok(false) };
    let before = delivery_event::Entity::find()
        .filter(delivery_event::Column::MessageId.eq(message))
        .filter(delivery_event::Column::State.eq(READDRESSED))
        .filter(delivery_event::Column::Answer.eq(address));
    Ok(before.count(&**tx).await? > 0)
}

/// The mail was taken, and is not there. One that somebody has put into the outbox again meanwhile goes all the same.
async fn came_back(tx: &Tx, row: &message::Model, one: &Recipient, trouble: Trouble) -> Result<(), DbErr> {
    if matches!(row.state, State::Sent | State::InDoubt) {
        message::Entity::update_many()
            .col_expr(message::Column::State, Expr::value(State::Failed.name()))
            .col_expr(message::Column::Answer, Expr::value(reason(&one.said)))
            .col_expr(message::Column::Trouble, Expr::value(trouble.name()))
            // That it had been taken is what tells that it came back.
            .col_expr(message::Column::SentAt, Expr::value(row.sent_at.or(row.sending_at)))
            .filter(message::Column::Id.eq(row.id))
            .exec(&**tx)
            .await?;
    }
    let hard = trouble == Trouble::Recipient;
    record(tx, &Actor::system(), Event::Bounced { about: row.into(), hard }).await
}
