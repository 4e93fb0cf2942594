//! The use cases of the outbox: putting a mail into it, sending again, holding and releasing.

use crate::entity::delivery_event::{self, QUEUED};
use crate::entity::message::{self, State};
use crate::event::Event;
use crate::{DELIVER, PostError, Trouble};
use base::name::fold;
use base::{Actor, Language, Uuid};
use sea_orm::sea_query::{Expr, OnConflict};
use sea_orm::{
    ActiveModelTrait, ActiveValue::Set, ColumnTrait, DbErr, EntityTrait, QueryFilter, QueryOrder, QuerySelect,
};
use serde_json::{Value, json};
use store::job::{self, NewJob};
use store::{Conn, Store, Tx, reason, record};

/// The round of a new message.
const FIRST: i32 = 1;
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
}

/// Puts a mail into the outbox, in the transaction that causes it. Always one message for each cause: a second call
/// with the same cause writes nothing and gives `None`.
///
/// The Message-ID (RFC 5322 §3.6.4) is drawn here and stays, however often the mail has to be tried.
pub async fn enqueue(tx: &Tx, new: NewMessage) -> Result<Option<Uuid>, PostError> {
    let id = tx.id();
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
    queue(tx, id, FIRST).await?;
    Ok(Some(id))
}

/// "Send again", by the desk. What failed, was held or is in doubt goes again as the same message under its
/// Message-ID, so that nobody gets a mail twice by accident; what was sent goes as a new message with a cause of its
/// own. What is under way is refused, and so is what is no longer true. Gives the message that now waits.
pub async fn again(tx: &Tx, actor: &Actor, congress: Uuid, id: Uuid) -> Result<Uuid, PostError> {
    let row = load(tx, congress, id).await?;
    match row.state {
        State::Waiting | State::Sending => Err(PostError::UnderWay),
        State::Dropped => Err(PostError::Outdated),
        State::Sent => {
            let copy = copy(tx, &row).await?;
            record(tx, actor, Event::RequestedAgain { about: (&copy).into(), of: Some(row.id) }).await?;
            Ok(copy.id)
        }
        State::Failed | State::Held | State::InDoubt => {
            if !to_waiting(tx, row.id, row.state, row.round).await? {
                return Err(PostError::UnderWay);
            }
            record(tx, actor, Event::RequestedAgain { about: (&row).into(), of: None }).await?;
            Ok(row.id)
        }
    }
}

/// The same mail to the same mailbox, written anew from the facts as they are now.
async fn copy(tx: &Tx, row: &message::Model) -> Result<message::Model, PostError> {
    let id = tx.id();
    let first = row.cause.split(":again:").next().unwrap_or(&row.cause);
    let copy = message::Model {
        id,
        cause: format!("{first}:again:{id}"),
        state: State::Waiting,
        message_id: tx.chance().opaque_id().to_string(),
        subject: None,
        text: None,
        html: None,
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
    let fresh: message::ActiveModel = copy.clone().into();
    message::Entity::insert(fresh.reset_all()).exec_without_returning(&**tx).await?;
    queue(tx, id, FIRST).await?;
    Ok(copy)
}

/// Keeps a waiting mail back until somebody releases it.
pub async fn hold(tx: &Tx, actor: &Actor, congress: Uuid, id: Uuid) -> Result<(), PostError> {
    let row = load(tx, congress, id).await?;
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
    if row.state != State::Held || !to_waiting(tx, id, row.state, row.round).await? {
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
            messages += usize::from(to_waiting(&tx, *id, State::Held, *round).await?);
        }
        if messages > 0 {
            record(&tx, actor, Event::AllReleased { congress, messages }).await?;
        }
        tx.commit().await?;
        all += messages;
    }
    Ok(all)
}

/// A message of this congress. One of another is unknown.
async fn load(conn: &Conn, congress: Uuid, id: Uuid) -> Result<message::Model, PostError> {
    message::Entity::find()
        .filter(message::Column::Id.eq(id))
        .filter(message::Column::CongressId.eq(congress))
        .one(conn)
        .await?
        .ok_or(PostError::Unknown)
}

/// From the state and round that were read to waiting in the next round, with a new job. `false`: somebody was faster.
async fn to_waiting(tx: &Tx, id: Uuid, state: State, round: i32) -> Result<bool, DbErr> {
    let next = round.saturating_add(1);
    let moved = message::Entity::update_many()
        .col_expr(message::Column::State, Expr::value(State::Waiting.name()))
        .col_expr(message::Column::Round, Expr::value(next))
        .col_expr(message::Column::Attempts, Expr::value(0))
        .col_expr(message::Column::QueuedAt, Expr::value(tx.now()))
        .filter(message::Column::Id.eq(id))
        .filter(message::Column::State.eq(state))
        .filter(message::Column::Round.eq(round))
        .exec(&**tx)
        .await?;
    if moved.rows_affected == 0 {
        return Ok(false);
    }
    queue(tx, id, next).await?;
    Ok(true)
}

/// Notes that a round begins, and writes the job that delivers. A job of an earlier round does nothing, so that holding
/// and releasing never makes two.
async fn queue(tx: &Tx, message: Uuid, round: i32) -> Result<(), DbErr> {
    note(tx, message, QUEUED, None, None).await?;
    let job = NewJob::new(DELIVER, json!({ "message": message, "round": round }))
        .unique(format!("message:{message}:{round}"))
        .attempts(JOB_ATTEMPTS);
    job::enqueue(tx, job).await?;
    Ok(())
}

/// Writes what became of a message.
pub(crate) async fn note(
    tx: &Tx,
    message: Uuid,
    state: &str,
    answer: Option<&str>,
    trouble: Option<Trouble>,
) -> Result<(), DbErr> {
    let row = delivery_event::ActiveModel {
        id: Set(tx.id()),
        message_id: Set(message),
        at: Set(tx.now()),
        state: Set(state.into()),
        answer: Set(answer.map(reason)),
        trouble: Set(trouble),
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
