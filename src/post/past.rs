//! Mails of weeks ago, for an example that looks as if it had been used: written as they ended, never sent.

use crate::entity::delivery_event::{self, DEFERRED, QUEUED};
use crate::entity::message::{self, State};
use crate::event::{About, Event};
use crate::service::{self, NewMessage, found_by};
use crate::trouble::Trouble;
use base::{Actor, Time, Uuid};
use sea_orm::ActiveValue::Set;
use sea_orm::{ActiveModelTrait, ColumnTrait, DbErr, EntityTrait, QueryFilter};
use store::Tx;
use store::event::record_past;

/// A mail, and what became of it.
#[derive(Clone, Debug)]
pub struct Past {
    pub new: NewMessage,
    /// When it was put into the outbox.
    pub at: Time,
    pub subject: String,
    /// What stands behind the `@` of its Message-ID.
    pub domain: &'static str,
    /// After it was put there, oldest first.
    pub steps: Vec<Step>,
}

/// What became of it once.
#[derive(Clone, Debug)]
pub struct Step {
    pub at: Time,
    pub outcome: Outcome,
    pub answer: Option<String>,
    pub trouble: Option<Trouble>,
}

#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Outcome {
    /// Not accepted for now.
    Deferred,
    Came(State),
}

/// Rows written by one statement: a database takes so many values and no more.
const CHUNK: usize = 500;

/// Writes mails as they ended. No job waits for any of them: what is held or waits goes out when somebody says so.
pub async fn keep(tx: &Tx, past: Vec<Past>) -> Result<(), DbErr> {
    let (mut messages, mut steps, mut events) = (vec![], vec![], vec![]);
    for mail in past {
        let (id, whose) = (tx.id(), mail.new.mailbox_id);
        let about = About { message: id, congress: mail.new.congress_id, kind: mail.new.kind.into() };
        steps.push(step(tx, (id, whose), mail.at, QUEUED, None));
        steps.extend(mail.steps.iter().map(|s| step(tx, (id, whose), s.at, name(s.outcome), Some(s))));
        events.extend(mail.steps.iter().filter_map(|s| Some((s.at, event(s, &about)?))));
        messages.push(row(tx, id, mail).reset_all());
    }
    for part in messages.chunks(CHUNK) {
        message::Entity::insert_many(part.to_vec()).exec_without_returning(&**tx).await?;
    }
    for part in steps.chunks(CHUNK) {
        delivery_event::Entity::insert_many(part.to_vec()).exec_without_returning(&**tx).await?;
    }
    record_past(tx, &Actor::system(), events).await
}

/// Mails of a kind that were just put into the outbox, as if they had gone out: nothing sends them.
pub async fn as_sent(tx: &Tx, congress: Uuid, kind: &str, domain: &str) -> Result<(), DbErr> {
    use message::Column as C;
    let of = message::Entity::find().filter(C::CongressId.eq(congress)).filter(C::Kind.eq(kind));
    for row in of.filter(C::State.eq(State::Waiting)).all(&**tx).await? {
        let job = service::delivery(row.id, row.round, false);
        store::job::forget(tx, job.unique_key.as_deref().unwrap_or_default()).await?;
        service::note(tx, row.id, State::Sent.name(), Some(ACCEPTED), None).await?;
        let change = message::ActiveModel {
            id: Set(row.id),
            state: Set(State::Sent),
            attempts: Set(1),
            message_id: Set(format!("{}@{domain}", row.message_id)),
            answer: Set(Some(ACCEPTED.into())),
            sending_at: Set(Some(tx.now())),
            sent_at: Set(Some(tx.now())),
            ..Default::default()
        };
        change.update(&**tx).await?;
    }
    Ok(())
}

const ACCEPTED: &str = "250 2.0.0 Ok: queued";

fn name(outcome: Outcome) -> &'static str {
    match outcome {
        Outcome::Deferred => DEFERRED,
        Outcome::Came(state) => state.name(),
    }
}

/// What the history tells of it: as when it happens.
fn event(step: &Step, about: &About) -> Option<Event> {
    let code = || step.answer.as_ref()?.split(' ').next()?.parse().ok();
    match step.outcome {
        Outcome::Came(State::Sent) => Some(Event::Sent(about.clone())),
        Outcome::Came(State::Failed) => Some(Event::Failed { about: about.clone(), code: code() }),
        Outcome::Came(State::InDoubt) => Some(Event::InDoubt(about.clone())),
        Outcome::Came(State::Dropped) => Some(Event::Dropped(about.clone())),
        Outcome::Deferred | Outcome::Came(State::Held | State::Waiting | State::Sending) => None,
    }
}

fn step(
    tx: &Tx,
    (message, whose): (Uuid, Option<Uuid>),
    at: Time,
    state: &str,
    of: Option<&Step>,
) -> delivery_event::ActiveModel {
    delivery_event::ActiveModel {
        id: Set(tx.id()),
        message_id: Set(message),
        at: Set(at),
        state: Set(state.into()),
        answer: Set(of.and_then(|step| step.answer.clone())),
        trouble: Set(of.and_then(|step| step.trouble)),
        mailbox_id: Set(whose.filter(|_| of.and_then(|step| step.trouble) == Some(Trouble::Recipient))),
        report: Set(None),
    }
}

fn row(tx: &Tx, id: Uuid, mail: Past) -> message::ActiveModel {
    let Past { new, at, subject, domain, steps } = mail;
    let state = match steps.last().map(|step| step.outcome) {
        Some(Outcome::Came(state)) => state,
        Some(Outcome::Deferred) | None => State::Waiting,
    };
    let tries = steps.iter().filter(|step| step.outcome != Outcome::Came(State::Held)).count();
    let last = steps.last();
    let tried = last.filter(|_| tries > 0).map(|step| step.at);
    let local = tx.chance().opaque_id();
    let model = message::Model {
        id,
        congress_id: new.congress_id,
        kind: new.kind.into(),
        cause: new.cause,
        mailbox_id: new.mailbox_id,
        about_id: new.about_id,
        search: found_by(&new.to_address, &new.to_name, Some(&subject)),
        to_address: new.to_address,
        to_name: new.to_name,
        language: new.language.tag().into(),
        payload: new.payload,
        state,
        message_id: if tries > 0 { format!("{local}@{domain}") } else { local.to_string() },
        subject: Some(subject),
        text: None,
        html: None,
        attachments: String::new(),
        round: 1,
        attempts: i32::try_from(tries).unwrap_or(i32::MAX),
        answer: last.and_then(|step| step.answer.clone()),
        trouble: last.and_then(|step| step.trouble),
        created_at: at,
        queued_at: at,
        sending_at: tried,
        sent_at: tried.filter(|_| state == State::Sent),
    };
    model.into()
}
