//! Mails to many: several connections, one commit for whatever ended and began meanwhile. Each mail is *sending* in the database
//! before the server hears of it, as every other; so at most as many are in doubt after a kill as there are connections.
//!
//! Here is the first attempt alone. What a server does not take for now goes on as every other mail does.

use crate::PostError;
use crate::attempt::{self, End, Ended, Kept};
use crate::entity::message::{self, State};
use crate::outbox::Outbox;
use crate::service::{self, FIRST, NewMessage, found_by};
use crate::smtp::Smtp;
use base::Uuid;
use futures_util::future::BoxFuture;
use sea_orm::{ColumnTrait, EntityTrait, IntoActiveModel, QueryFilter};
use std::time::Duration;
use store::{DbErr, Tx, job};
use tokio::task::JoinSet;
use tokio::time::{Instant, sleep};

/// Mails that are being sent at once: fewer than the server is talked to at once, so that somebody's ticket finds a turn.
pub const CONNECTIONS: usize = 5;
/// When a mail is tried again that was not taken for now.
const AGAIN: Duration = Duration::from_secs(60);
/// How long it waits for the provider before it looks again whether its time is up.
const LONGEST_PAUSE: Duration = Duration::from_secs(2);

/// Where the mails come from.
pub trait Source: Send + Sync {
    /// Marks the next ones, `most` at most, as taken, and gives them; a part of the transaction in which they become
    /// *sending*. None: there are no more, or none must begin now.
    fn take<'a>(&'a self, tx: &'a Tx, most: usize) -> BoxFuture<'a, Result<Vec<NewMessage>, PostError>>;

    /// These are written as mails now; a part of the same transaction.
    fn begun<'a>(&'a self, tx: &'a Tx, taken: &'a [NewMessage]) -> BoxFuture<'a, Result<(), PostError>>;

    /// These are not being sent any more, whatever became of them.
    fn settled<'a>(&'a self, tx: &'a Tx, messages: Vec<Uuid>) -> BoxFuture<'a, Result<(), PostError>>;
}

/// Why it ended.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Stop {
    /// The source gave no more.
    Empty,
    /// Its time was up.
    Time,
    /// The mail server takes no mails for now, whoever they are for.
    Server,
}

/// Sends what the source gives, until it gives nothing, `time` is up, or the server takes nothing. What was begun has ended when
/// it returns. Without a mail server the mails are written and held.
pub async fn run(outbox: &Outbox, source: &dyn Source, time: Duration) -> Result<Stop, PostError> {
    let Some(smtp) = &outbox.smtp else { return hold(outbox, source).await };
    let until = Instant::now() + time;
    let mut sending = JoinSet::new();
    let mut ended: Vec<Done> = vec![];
    let mut stop = None;
    loop {
        let mut free = CONNECTIONS.saturating_sub(sending.len());
        // As many as the provider takes: who would only wait is not begun.
        if let Some(pause) = smtp.has_no_moment() {
            free = 0;
            if sending.is_empty() && ended.is_empty() && Instant::now() < until {
                sleep(pause.min(LONGEST_PAUSE)).await;
                continue;
            }
        }
        if stop.is_none() && Instant::now() >= until {
            stop = Some(Stop::Time);
        }
        let begun = persistent_turn(outbox, source, &ended, if stop.is_none() { free } else { 0 }).await?;
        if stop.is_none() && begun.is_empty() && free > 0 {
            stop = Some(Stop::Empty);
        }
        ended.clear();
        for row in begun {
            let (outbox, smtp) = (outbox.clone(), smtp.clone());
            sending.spawn(async move { Box::pin(send(&outbox, &smtp, row)).await });
        }
        match (sending.join_next().await, stop) {
            (Some(first), _) => ended.extend(joined(first)),
            (None, Some(stop)) => return Ok(stop),
            (None, None) => {}
        }
        while let Some(next) = sending.try_join_next() {
            ended.extend(joined(next));
        }
        if ended.iter().any(|done| done.end.is_the_servers()) {
            stop = Some(Stop::Server);
        }
    }
}

/// One that panicked stays as *sending*, and is in doubt for whoever looks next.
fn joined(done: Result<Done, tokio::task::JoinError>) -> Option<Done> {
    done.inspect_err(|error| tracing::error!(%error, "a mail was given up in the middle")).ok()
}

/// What the server took must not be in doubt because the database was busy for a moment: several tries.
async fn persistent_turn(
    outbox: &Outbox,
    source: &dyn Source,
    ended: &[Done],
    free: usize,
) -> Result<Vec<message::Model>, PostError> {
    let mut pause = Duration::from_millis(200);
    loop {
        match turn(outbox, source, ended, free).await {
            Err(error) if pause <= Duration::from_secs(10) => {
                tracing::warn!(%error, "what became of mails is not written yet");
                sleep(pause).await;
                pause *= 3;
            }
            done => return done,
        }
    }
}

/// In one transaction: writes how mails ended, and begins the next.
async fn turn(
    outbox: &Outbox,
    source: &dyn Source,
    ended: &[Done],
    free: usize,
) -> Result<Vec<message::Model>, PostError> {
    let tx = outbox.store.begin().await?;
    settle(&tx, ended).await?;
    if !ended.is_empty() {
        source.settled(&tx, ended.iter().map(|done| done.row.id).collect()).await?;
    }
    let taken = if free > 0 { source.take(&tx, free).await? } else { vec![] };
    let begun = begin(&tx, &taken, outbox.domain()).await?;
    if !taken.is_empty() {
        source.begun(&tx, &taken).await?;
    }
    tx.commit().await?;
    Ok(begun)
}

/// Writes them as being sent.
async fn begin(tx: &Tx, taken: &[NewMessage], domain: &str) -> Result<Vec<message::Model>, PostError> {
    if taken.is_empty() {
        return Ok(vec![]);
    }
    let rows: Vec<message::Model> = taken.iter().cloned().map(|new| sending(tx, new, domain)).collect();
    message::Entity::insert_many(rows.iter().cloned().map(IntoActiveModel::into_active_model))
        .exec_without_returning(&**tx)
        .await?;
    Ok(rows)
}

/// Its id follows from its cause, and so does its Message-ID: a database that was put back gives the same ones again, and
/// whoever got the mail before sees one.
fn sending(tx: &Tx, new: NewMessage, domain: &str) -> message::Model {
    let id = id_of(&new.cause);
    message::Model {
        id,
        congress_id: new.congress_id,
        kind: new.kind.into(),
        cause: new.cause,
        mailbox_id: new.mailbox_id,
        about_id: new.about_id,
        search: found_by(&new.to_address, &new.to_name, None),
        to_address: new.to_address,
        to_name: new.to_name,
        language: new.language.tag().into(),
        payload: new.payload,
        state: State::Sending,
        message_id: format!("{id}@{domain}"),
        subject: None,
        text: None,
        html: None,
        attachments: String::new(),
        round: FIRST,
        attempts: 1,
        answer: None,
        trouble: None,
        created_at: tx.now(),
        queued_at: tx.now(),
        sending_at: Some(tx.now()),
        sent_at: None,
    }
}

/// The id of a mail to many.
pub fn id_of(cause: &str) -> Uuid {
    Uuid::new_v5(&Uuid::NAMESPACE_OID, cause.as_bytes())
}

/// How one ended, and its letter if it could be written.
struct Done {
    row: message::Model,
    end: End,
    letter: Option<Kept>,
}

async fn send(outbox: &Outbox, smtp: &Smtp, row: message::Model) -> Done {
    let written = match Box::pin(attempt::written(outbox, &row)).await {
        Ok(written) => written,
        Err(end) => return Done { row, end, letter: None },
    };
    let end = match written.sealed(outbox, &row, &row.message_id) {
        Ok(sealed) => match smtp.turn(&row.to_address, true).await {
            // What was lost on the way is never sent again by itself.
            Ok(_turn) => End::of(smtp.send(&sealed.envelope, &sealed.bytes).await, false),
            Err(pause) => End::NoTurn(pause),
        },
        Err(end) => end,
    };
    Done { row, end, letter: Some(written.kept()) }
}

/// Writes how they ended. What was in doubt meanwhile, since somebody took its worker for lost, is no longer.
async fn settle(tx: &Tx, ended: &[Done]) -> Result<(), PostError> {
    for Done { row, end, letter } in ended {
        let from = [State::Sending, State::InDoubt];
        let pause = match end {
            End::Deferred(_) => Some(AGAIN),
            End::NoTurn(pause) => Some(*pause),
            _ => None,
        };
        let ended = Ended { row, end, letter: letter.as_ref(), tried: row.attempts, of_many: true };
        if attempt::settle(tx, &ended, &from).await?
            && let Some(pause) = pause
        {
            job::enqueue(tx, service::delivery(row.id, row.round, true).after(pause)).await?;
        }
    }
    Ok(())
}

/// Those of these mails that are still being sent, though whoever sent them is gone: they may have arrived. People decide.
pub async fn doubt(tx: &Tx, messages: &[Uuid]) -> Result<(), DbErr> {
    let lost = message::Entity::find()
        .filter(message::Column::Id.is_in(messages.iter().copied()))
        .filter(message::Column::State.eq(State::Sending))
        .all(&**tx)
        .await?;
    for row in &lost {
        let ended = Ended { row, end: &End::InDoubt(None), letter: None, tried: row.attempts, of_many: true };
        attempt::settle(tx, &ended, &[State::Sending]).await?;
    }
    Ok(())
}

/// How many are written in one transaction where nothing is sent: others want to write as well.
const HELD_AT_ONCE: usize = 100;

/// Writes them all into the outbox, where they are held.
async fn hold(outbox: &Outbox, source: &dyn Source) -> Result<Stop, PostError> {
    loop {
        let tx = outbox.store.begin().await?;
        let taken = source.take(&tx, HELD_AT_ONCE).await?;
        if taken.is_empty() {
            tx.rollback().await?;
            return Ok(Stop::Empty);
        }
        let mut ids = Vec::with_capacity(taken.len());
        for new in taken.iter().cloned() {
            ids.push(id_of(&new.cause));
            service::enqueue_as(&tx, id_of(&new.cause), new).await?;
        }
        source.begun(&tx, &taken).await?;
        source.settled(&tx, ids).await?;
        tx.commit().await?;
    }
}
