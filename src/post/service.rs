//! The use cases of the outbox: putting a mail into it, sending again, holding and releasing.

pub(crate) mod report;

use crate::entity::delivery_event::{self, QUEUED, READDRESSED};
use crate::entity::message::{self, State};
use crate::event::{About, Event};
use crate::{DELIVER, PostError, Trouble};
use base::name::fold;
use base::{Actor, Language, Uuid};
use sea_orm::sea_query::{Expr, LockType, OnConflict};
use sea_orm::{
    ActiveModelTrait, ActiveValue::Set, ColumnTrait, DbErr, EntityTrait, QueryFilter, QueryOrder, QuerySelect,
};
use serde_json::{Value, json};
use store::job::{self, NewJob};
use store::{Store, Tx, reason, record};

/// The round of a new message.
pub(crate) const FIRST: i32 = 1;
/// How many mails are released in one transaction: others want to write as well.
const RELEASED_AT_ONCE: usize = 200;
/// More than the pauses of 72 hours: the handler ends the retrying, not the job table.
const JOB_ATTEMPTS: i32 = 500;

/// A mail to be written when it is due.
#[derive(Clone, Debug)]
pub struct NewMessage {
    /// None: of the installation.
    pub congress_id: Option<Uuid>,
    /// Who composes it: a kind of the program's [`crate::Composers`].
    pub kind: &'static str,
    /// Why it exists, once: `order:<id>:<mailbox id>`.
    pub cause: String,
    pub mailbox_id: Option<Uuid>,
    /// Whose mails it is shown among: an order's id.
    pub about_id: Option<Uuid>,
    pub to_address: String,
    pub to_name: String,
    pub language: Language,
    /// What the composer needs to read the facts: ids.
    pub payload: Value,
    /// One of many: it goes when no mail is left that somebody waits for.
    pub bulk: bool,
}

/// Puts a mail into the outbox, in the transaction that causes it. Always one message for each cause: a second call
/// with the same cause writes nothing and gives `None`.
///
/// The Message-ID (RFC 5322 §3.6.4) is drawn here and stays, however often the mail has to be tried.
pub async fn enqueue(tx: &Tx, new: NewMessage) -> Result<Option<Uuid>, PostError> {
    enqueue_as(tx, tx.id(), new).await
}

/// The same under an id that is known.
pub(crate) async fn enqueue_as(tx: &Tx, id: Uuid, new: NewMessage) -> Result<Option<Uuid>, PostError> {
    let search = found_by(&new.to_address, &new.to_name, None);
    let row = message::ActiveModel {
        id: Set(id),
        congress_id: Set(new.congress_id),
        kind: Set(new.kind.into()),
        cause: Set(new.cause),
        mailbox_id: Set(new.mailbox_id),
        about_id: Set(new.about_id),
        to_address: Set(new.to_address),
        to_name: Set(new.to_name),
        language: Set(new.language.tag().into()),
        payload: Set(new.payload),
        state: Set(State::Waiting),
        message_id: Set(tx.chance().opaque_id().to_string()),
        subject: Set(None),
        text: Set(None),
        html: Set(None),
        attachments: Set(String::new()),
        round: Set(FIRST),
        attempts: Set(0),
        answer: Set(None),
        trouble: Set(None),
        search: Set(search),
        created_at: Set(tx.now()),
        queued_at: Set(tx.now()),
        sending_at: Set(None),
        sent_at: Set(None),
    };
    let once = OnConflict::column(message::Column::Cause).do_nothing().to_owned();
    match message::Entity::insert(row).on_conflict(once).exec_without_returning(&**tx).await {
        Ok(0) | Err(DbErr::RecordNotInserted) => return Ok(None),
        Ok(_) => {}
        Err(e) => return Err(e.into()),
    }
    queue(tx, id, FIRST, new.bulk).await?;
    Ok(Some(id))
}

/// "Send again", by the desk. What failed, was held or is in doubt goes again as the same message under its
/// Message-ID, so that nobody gets a mail twice by accident. What waits after an attempt is tried at once; what is under
/// way goes as it is. What has been sent is refused, and so is what is no longer true. Gives the message that now waits.
pub async fn again(tx: &Tx, actor: &Actor, congress: Uuid, id: Uuid) -> Result<Uuid, PostError> {
    let row = load(tx, congress, id).await?;
    match row.state {
        State::Waiting if row.attempts == 0 => Ok(row.id),
        State::Sending => Ok(row.id),
        State::Sent => Err(PostError::Sent),
        State::Dropped => Err(PostError::Outdated),
        State::Failed | State::Held | State::InDoubt | State::Waiting => {
            if !to_waiting(tx, row.id, row.state, row.round, false).await? {
                return Err(PostError::UnderWay);
            }
            record(tx, actor, Event::RequestedAgain { about: (&row).into(), of: None }).await?;
            Ok(row.id)
        }
    }
}

/// "Send once more", by the desk: what was sent goes as a new message, so that it is plain to see that there are two.
/// The same `request` sends it once. What has not been sent is refused. Gives the message that waits.
pub async fn send_copy(tx: &Tx, actor: &Actor, congress: Uuid, id: Uuid, request: Uuid) -> Result<Uuid, PostError> {
    let row = load(tx, congress, id).await?;
    if row.state != State::Sent {
        return Err(PostError::UnderWay);
    }
    let (copy, is_new) = copy(tx, &row, request).await?;
    if is_new {
        record(tx, actor, Event::RequestedAgain { about: About { message: copy, ..(&row).into() }, of: Some(row.id) })
            .await?;
    }
    Ok(copy)
}

/// What came of a request to send a message to another address, if it was made before: the message that it left
/// waiting. Holds the message: who asks second waits for the first.
pub async fn readdressed_by(tx: &Tx, congress: Uuid, id: Uuid, request: Uuid) -> Result<Option<Uuid>, PostError> {
    let held = load(tx, congress, id).await?;
    if let Some(copy) = by_cause(tx, &cause_of_copy(&held, request)).await? {
        return Ok(Some(copy));
    }
    let moved = store::event::lines(tx, &[id], &["message.readdressed"]).await?;
    Ok(moved.iter().any(|line| line.detail["request"] == json!(request)).then_some(id))
}

/// Where a mail goes instead.
#[derive(Clone, Debug)]
pub struct NewAddress {
    pub address: String,
    /// Whose tickets it brings from now on, where the order was corrected as well: the mailbox of this address. None: the
    /// same as before, they only go somewhere else.
    pub mailbox: Option<Uuid>,
}

/// "Send to another address", by the desk. What has not arrived goes there as the same message, and its address before
/// stands among its steps; what was sent goes as a new message, so that it is plain to see that there are two. What is
/// under way is refused, and so is what is no longer true or is addressed there already; and what is about no order: whoever
/// gets the mail that lets a member of staff in is that member. Whether the same `request` has done it before,
/// [`readdressed_by`] tells. Gives the message that now waits.
pub async fn readdress(
    tx: &Tx,
    actor: &Actor,
    congress: Uuid,
    id: Uuid,
    new: NewAddress,
    request: Uuid,
) -> Result<Uuid, PostError> {
    let row = load(tx, congress, id).await?;
    if row.about_id.is_none() {
        return Err(PostError::Unknown);
    }
    match row.state {
        State::Waiting if row.attempts == 0 => return Err(PostError::UnderWay),
        State::Sending => return Err(PostError::UnderWay),
        State::Dropped => return Err(PostError::Outdated),
        State::Waiting | State::Failed | State::Held | State::InDoubt | State::Sent => {}
    }
    if row.to_address == new.address {
        return Err(PostError::SameAddress);
    }
    let mut there = row.clone();
    there.to_address = new.address;
    if let Some(mailbox) = new.mailbox {
        there.mailbox_id = Some(mailbox);
        if let Some(payload) = there.payload.as_object_mut() {
            payload.insert("mailbox".into(), json!(mailbox));
        }
    }
    let waits = if row.state == State::Sent {
        let (copy, is_new) = copy(tx, &there, request).await?;
        if !is_new {
            return Ok(copy);
        }
        copy
    } else {
        let moved = message::Entity::update_many()
            .col_expr(message::Column::ToAddress, Expr::value(there.to_address.clone()))
            .col_expr(message::Column::MailboxId, Expr::value(there.mailbox_id))
            .col_expr(message::Column::Payload, Expr::value(there.payload.clone()))
            .col_expr(message::Column::Search, Expr::value(found_by(&there.to_address, &row.to_name, None)))
            .filter(message::Column::Id.eq(id))
            .filter(message::Column::State.eq(row.state))
            .filter(message::Column::Round.eq(row.round))
            .exec(&**tx)
            .await?;
        if moved.rows_affected == 0 || !to_waiting(tx, id, row.state, row.round, false).await? {
            return Err(PostError::UnderWay);
        }
        id
    };
    note(tx, waits, READDRESSED, Some(&row.to_address), None).await?;
    let (about, of) = (About { message: waits, ..(&row).into() }, (waits != id).then_some(id));
    record(tx, actor, Event::Readdressed { about, of, request }).await?;
    Ok(waits)
}

/// Why a copy exists: the mail that it is of, and who asked for it.
fn cause_of_copy(row: &message::Model, request: Uuid) -> String {
    let first = row.cause.split(":again:").next().unwrap_or(&row.cause);
    format!("{first}:again:{request}")
}

async fn by_cause(tx: &Tx, cause: &str) -> Result<Option<Uuid>, DbErr> {
    let find = message::Entity::find().select_only().column(message::Column::Id);
    find.filter(message::Column::Cause.eq(cause)).into_tuple().one(&**tx).await
}

/// The same mail to the same mailbox, written anew from the facts as they are now; once a request. Gives its id, and
/// whether it was made now.
async fn copy(tx: &Tx, row: &message::Model, request: Uuid) -> Result<(Uuid, bool), PostError> {
    let id = tx.id();
    let cause = cause_of_copy(row, request);
    if let Some(before) = by_cause(tx, &cause).await? {
        return Ok((before, false));
    }
    let copy = message::Model {
        id,
        cause,
        state: State::Waiting,
        message_id: tx.chance().opaque_id().to_string(),
        subject: None,
        text: None,
        html: None,
        attachments: String::new(),
        round: FIRST,
        attempts: 0,
        answer: None,
        trouble: None,
        search: found_by(&row.to_address, &row.to_name, None),
        created_at: tx.now(),
        queued_at: tx.now(),
        sending_at: None,
        sent_at: None,
        ..row.clone()
    };
    let fresh: message::ActiveModel = copy.into();
    message::Entity::insert(fresh.reset_all()).exec_without_returning(&**tx).await?;
    queue(tx, id, FIRST, false).await?;
    Ok((id, true))
}

/// Keeps a waiting mail back until somebody releases it. One that is held already stays so.
pub async fn hold(tx: &Tx, actor: &Actor, congress: Uuid, id: Uuid) -> Result<(), PostError> {
    let row = load(tx, congress, id).await?;
    if row.state == State::Held {
        return Ok(());
    }
    let held = message::Entity::update_many()
        .col_expr(message::Column::State, Expr::value(State::Held.name()))
        .filter(message::Column::Id.eq(id))
        .filter(message::Column::State.eq(State::Waiting))
        .exec(&**tx)
        .await?;
    if held.rows_affected == 0 {
        return Err(PostError::UnderWay);
    }
    note(tx, id, State::Held.name(), None, None).await?;
    record(tx, actor, Event::Held((&row).into())).await?;
    Ok(())
}

/// Sends a mail that was held.
pub async fn release(tx: &Tx, actor: &Actor, congress: Uuid, id: Uuid) -> Result<(), PostError> {
    let row = load(tx, congress, id).await?;
    if row.state != State::Held || !to_waiting(tx, id, row.state, row.round, false).await? {
        return Err(PostError::NotHeld);
    }
    record(tx, actor, Event::Released((&row).into())).await?;
    Ok(())
}

/// Sends everything that was held in a congress when this began, oldest first, 200 in a transaction: once a mail server
/// is set. What is held again meanwhile stays held. Gives how many.
pub async fn release_all(store: &Store, actor: &Actor, congress: Uuid) -> Result<usize, PostError> {
    let held: Vec<(Uuid, i32)> = message::Entity::find()
        .select_only()
        .columns([message::Column::Id, message::Column::Round])
        .filter(message::Column::CongressId.eq(congress))
        .filter(message::Column::State.eq(State::Held))
        .order_by_asc(message::Column::CreatedAt)
        .order_by_asc(message::Column::Id)
        .into_tuple()
        .all(store.read())
        .await?;
    let mut all = 0;
    for batch in held.chunks(RELEASED_AT_ONCE) {
        let tx = store.begin().await?;
        let mut messages = 0;
        for (id, round) in batch {
            messages += usize::from(to_waiting(&tx, *id, State::Held, *round, true).await?);
        }
        if messages > 0 {
            record(&tx, actor, Event::AllReleased { congress, messages }).await?;
        }
        tx.commit().await?;
        all += messages;
    }
    Ok(all)
}

/// A message of this congress, held: who acts second sees what the first did. One of another congress is unknown.
async fn load(tx: &Tx, congress: Uuid, id: Uuid) -> Result<message::Model, PostError> {
    message::Entity::find()
        .filter(message::Column::Id.eq(id))
        .filter(message::Column::CongressId.eq(congress))
        .lock(LockType::NoKeyUpdate)
        .one(&**tx)
        .await?
        .ok_or(PostError::Unknown)
}

/// From the state and round that were read to waiting in the next round, with a new job. `false`: somebody was faster.
async fn to_waiting(tx: &Tx, id: Uuid, state: State, round: i32, later: bool) -> Result<bool, DbErr> {
    let next = round.saturating_add(1);
    let moved = message::Entity::update_many()
        .col_expr(message::Column::State, Expr::value(State::Waiting.name()))
        .col_expr(message::Column::Round, Expr::value(next))
        .col_expr(message::Column::Attempts, Expr::value(0))
        .col_expr(message::Column::Trouble, Expr::value(None::<String>))
        .col_expr(message::Column::QueuedAt, Expr::value(tx.now()))
        // When it was sent that came back is among its steps.
        .col_expr(message::Column::SentAt, Expr::value(None::<base::Time>))
        .filter(message::Column::Id.eq(id))
        .filter(message::Column::State.eq(state))
        .filter(message::Column::Round.eq(round))
        .exec(&**tx)
        .await?;
    if moved.rows_affected == 0 {
        return Ok(false);
    }
    queue(tx, id, next, later).await?;
    Ok(true)
}

/// Notes that a round begins, and writes the job that delivers. A job of an earlier round does nothing, so that holding
/// and releasing never makes two.
async fn queue(tx: &Tx, message: Uuid, round: i32, later: bool) -> Result<(), DbErr> {
    note(tx, message, QUEUED, None, None).await?;
    job::enqueue(tx, delivery(message, round, later)).await?;
    Ok(())
}

/// The job that delivers a mail in a round, once. `later`: one of many.
pub(crate) fn delivery(message: Uuid, round: i32, later: bool) -> NewJob {
    NewJob::new(DELIVER, json!({ "message": message, "round": round, "bulk": later }))
        .unique(format!("message:{message}:{round}"))
        .attempts(JOB_ATTEMPTS)
        .later(later)
}

/// Writes what became of a message.
pub(crate) async fn note(
    tx: &Tx,
    message: Uuid,
    state: &str,
    answer: Option<&str>,
    trouble: Option<Trouble>,
) -> Result<(), DbErr> {
    note_of(tx, message, state, answer, trouble, Whose::default()).await
}

/// Of whose address a step tells something, and which report told it.
#[derive(Clone, Copy, Debug, Default)]
pub(crate) struct Whose<'a> {
    pub mailbox: Option<Uuid>,
    pub report: Option<&'a str>,
}

/// The same of a step that tells something of an address.
pub(crate) async fn note_of(
    tx: &Tx,
    message: Uuid,
    state: &str,
    answer: Option<&str>,
    trouble: Option<Trouble>,
    whose: Whose<'_>,
) -> Result<(), DbErr> {
    let row = delivery_event::ActiveModel {
        id: Set(tx.id()),
        message_id: Set(message),
        at: Set(tx.now()),
        state: Set(state.into()),
        answer: Set(answer.map(reason)),
        trouble: Set(trouble),
        mailbox_id: Set(whose.mailbox),
        report: Set(whose.report.map(str::to_owned)),
    };
    delivery_event::Entity::insert(row).exec_without_returning(&**tx).await?;
    Ok(())
}

/// The longest that is searched through.
const SEARCHED: usize = 500;

/// What a mail is found by: address, name and subject, as names are compared.
pub(crate) fn found_by(address: &str, name: &str, subject: Option<&str>) -> String {
    fold(&format!("{address} {name} {}", subject.unwrap_or_default())).chars().take(SEARCHED).collect()
}
