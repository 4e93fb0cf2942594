//! Mails to many: several connections, one commit for whatever ended and began meanwhile. Each mail is *sending* in the database
//! before the server hears of it, as every other; so at most as many are in doubt after a kill as there are connections.
//!
//! Here is the first attempt alone. What a server does not take for now goes on as every other mail does.

use crate::compose::{ComposeError, Due};
use crate::entity::delivery_event;
use crate::entity::message::{self, State};
use crate::event::{About, Event};
use crate::mail::{self, MailFault};
use crate::outbox::Outbox;
use crate::service::{self, NewMessage, found_by};
use crate::smtp::{Answer, Refusal, Smtp};
use crate::template;
use crate::trouble::Trouble;
use crate::{DELIVER, PostError};
use base::{Actor, Uuid};
use futures_util::future::BoxFuture;
use sea_orm::sea_query::Expr;
use sea_orm::{ActiveValue::Set, ColumnTrait, EntityTrait, IntoActiveModel, QueryFilter};
use serde_json::json;
use std::time::Duration;
use store::job::{self, NewJob};
use store::{DbErr, Tx, reason, record};
use tokio::task::JoinSet;
use tokio::time::{Instant, sleep};

/// Mails that are being sent at once: fewer than the server is talked to at once, so that somebody's ticket finds a turn.
pub const CONNECTIONS: usize = 5;
/// When a mail is tried again that was not taken for now.
const AGAIN: Duration = Duration::from_secs(60);
/// How long it waits for the provider before it looks again whether its time is up.
const LONGEST_PAUSE: Duration = Duration::from_secs(2);
/// What the next attempt of a mail is called: see [`crate::job`].
const FIRST: i32 = 1;

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
        if ended.iter().any(Done::is_the_servers) {
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

/// How one ended.
struct Done {
    row: message::Model,
    subject: Option<String>,
    end: End,
}

enum End {
    Sent(Answer),
    Failed(Answer),
    InDoubt(Answer),
    Deferred(Answer, Duration),
    Dropped(String),
}

impl Done {
    /// Whether it would be the same with every other mail now.
    fn is_the_servers(&self) -> bool {
        let End::Deferred(answer, _) = &self.end else { return false };
        answer.trouble.is_some_and(|trouble| trouble.is_ours() || trouble == Trouble::Busy)
    }
}

async fn send(outbox: &Outbox, smtp: &Smtp, row: message::Model) -> Done {
    let (end, subject) = Box::pin(attempt(outbox, smtp, &row)).await;
    Done { row, subject, end }
}

async fn attempt(outbox: &Outbox, smtp: &Smtp, row: &message::Model) -> (End, Option<String>) {
    let text = |why: String| Answer::of(Trouble::Text, why);
    let Some((_, compose)) = outbox.composers.of(&row.kind) else {
        return (End::Failed(text(format!("nobody composes mails of the kind {}", row.kind))), None);
    };
    let draft = match compose(outbox.store.clone(), Due::from(row)).await {
        Ok(draft) => draft,
        Err(ComposeError::Gone(why)) => return (End::Dropped(why), None),
        Err(ComposeError::Retry(why)) => return (End::Deferred(text(why), AGAIN), None),
        Err(ComposeError::GiveUp(why)) => return (End::Failed(text(why)), None),
    };
    let letter = match template::render(row.language.parse().unwrap_or_default(), &draft, row.id) {
        Ok(letter) => letter,
        Err(e) => return (End::Failed(text(e.to_string())), None),
    };
    let subject = Some(letter.subject.clone());
    let mail = match mail::build(row, &row.message_id, &outbox.from, &draft, &letter, outbox.store.now()) {
        Ok(mail) => mail,
        Err(e) => {
            let trouble = if matches!(e, MailFault::Address(_)) { Trouble::Address } else { Trouble::Text };
            return (End::Failed(Answer::of(trouble, e.to_string())), subject);
        }
    };
    let envelope = outbox.envelope(row.id, mail.envelope());
    let _turn = match smtp.turn(&row.to_address, true).await {
        Ok(turn) => turn,
        Err(pause) => return (End::Deferred(Answer::of(Trouble::Later, "others come first"), pause), subject),
    };
    let end = match smtp.send(&envelope, &mail.formatted()).await {
        Ok(answer) => End::Sent(answer),
        Err(Refusal::ForNow(answer)) => End::Deferred(answer, AGAIN),
        Err(Refusal::ForGood(answer)) => End::Failed(answer),
        Err(Refusal::Unreadable(answer) | Refusal::Lost(answer)) => End::InDoubt(answer),
    };
    (end, subject)
}

/// Writes how they ended: what the server took is true whatever was written meanwhile.
async fn settle(tx: &Tx, ended: &[Done]) -> Result<(), PostError> {
    let mut steps = vec![];
    for done in ended {
        let (state, noted, answer, trouble) = match &done.end {
            End::Sent(answer) => (State::Sent, State::Sent.name(), Some(&*answer.text), None),
            End::Failed(answer) => (State::Failed, State::Failed.name(), Some(&*answer.text), answer.trouble),
            End::InDoubt(answer) => (State::InDoubt, State::InDoubt.name(), Some(&*answer.text), answer.trouble),
            End::Dropped(why) => (State::Dropped, State::Dropped.name(), Some(why.as_str()), None),
            End::Deferred(answer, _) => (State::Waiting, delivery_event::DEFERRED, Some(&*answer.text), answer.trouble),
        };
        let change = message::ActiveModel {
            state: Set(state),
            answer: Set(answer.map(reason)),
            trouble: Set(trouble),
            search: Set(found_by(&done.row.to_address, &done.row.to_name, done.subject.as_deref())),
            subject: Set(done.subject.clone()),
            sent_at: Set((state == State::Sent).then(|| tx.now())),
            ..Default::default()
        };
        message::Entity::update_many()
            .set(change)
            .filter(message::Column::Id.eq(done.row.id))
            .filter(message::Column::State.is_in([State::Sending, State::InDoubt]))
            .exec(&**tx)
            .await?;
        let tells = matches!(
            &done.end,
            End::Failed(Answer { code: Some(_), trouble: Some(Trouble::Recipient | Trouble::Full), .. })
        );
        steps.push(delivery_event::ActiveModel {
            id: Set(tx.id()),
            message_id: Set(done.row.id),
            at: Set(tx.now()),
            state: Set(noted.into()),
            answer: Set(answer.map(reason)),
            trouble: Set(trouble),
            mailbox_id: Set(done.row.mailbox_id.filter(|_| tells)),
            report: Set(None),
        });
        match &done.end {
            End::Deferred(_, pause) => {
                let job = NewJob::new(DELIVER, json!({ "message": done.row.id, "round": FIRST, "bulk": true }))
                    .unique(format!("message:{}:{FIRST}", done.row.id))
                    .attempts(service::JOB_ATTEMPTS)
                    .later(true)
                    .after(*pause);
                job::enqueue(tx, job).await?;
            }
            End::Failed(answer) => {
                let about: About = (&done.row).into();
                record(tx, &Actor::system(), Event::Failed { about, code: answer.code }).await?;
            }
            End::InDoubt(_) => record(tx, &Actor::system(), Event::InDoubt((&done.row).into())).await?,
            End::Sent(_) | End::Dropped(_) => {}
        }
    }
    if !steps.is_empty() {
        delivery_event::Entity::insert_many(steps).exec_without_returning(&**tx).await?;
    }
    Ok(())
}

/// Those of these mails that are still being sent, though whoever sent them is gone: they may have arrived. People decide.
pub async fn doubt(tx: &Tx, messages: &[Uuid]) -> Result<u64, DbErr> {
    let lost = message::Entity::find()
        .filter(message::Column::Id.is_in(messages.iter().copied()))
        .filter(message::Column::State.eq(State::Sending))
        .all(&**tx)
        .await?;
    for row in &lost {
        message::Entity::update_many()
            .col_expr(message::Column::State, Expr::value(State::InDoubt.name()))
            .col_expr(message::Column::Trouble, Expr::value(Trouble::Lost.name()))
            .filter(message::Column::Id.eq(row.id))
            .exec(&**tx)
            .await?;
        service::note(tx, row.id, State::InDoubt.name(), None, Some(Trouble::Lost)).await?;
        record(tx, &Actor::system(), Event::InDoubt(row.into())).await?;
    }
    Ok(lost.len() as u64)
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
