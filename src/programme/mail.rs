//! The mails to those who hand in and who speak: which there are, once for each cause, and how they are written from the
//! facts as they are when they are due. What reviewers and organisers wrote to each other stands in none of them.

mod booking;
mod write;

pub use booking::{SEAT_ENDED_MAIL, with_booking_mails};
pub use write::{Links, with_call_mails};

use crate::ProgrammeError;
use crate::entity::{speaker, submission, submission_speaker};
use base::Uuid;
use identity::entity::mailbox;
use post::NewMessage;
use sea_orm::{ColumnTrait, EntityTrait, QueryFilter, QueryOrder};
use serde::{Deserialize, Serialize};
use serde_json::json;
use store::Tx;

/// Which mail.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Serialize, Deserialize)]
#[serde(rename_all = "snake_case")]
pub enum Kind {
    /// The link by which somebody hands in.
    Link,
    /// It was handed in.
    Received,
    /// Somebody is asked to take part.
    Invitation,
    /// It was accepted, rejected or cancelled.
    Decision,
    /// It waits to be confirmed.
    Reminder,
    /// For the organisers: somebody who was to take part does not.
    Refusal,
}

impl Kind {
    const ALL: [Self; 6] =
        [Self::Link, Self::Received, Self::Invitation, Self::Decision, Self::Reminder, Self::Refusal];

    /// For the outbox.
    pub fn name(self) -> &'static str {
        match self {
            Self::Link => "programme.link",
            Self::Received => "programme.received",
            Self::Invitation => "programme.invitation",
            Self::Decision => "programme.decision",
            Self::Reminder => "programme.reminder",
            Self::Refusal => "programme.refusal",
        }
    }

    fn template(self) -> &'static str {
        match self {
            Self::Link => "programme/link",
            Self::Received => "programme/received",
            Self::Invitation => "programme/invitation",
            Self::Decision => "programme/decision",
            Self::Reminder => "programme/reminder",
            Self::Refusal => "programme/refusal",
        }
    }
}

/// What a mail is about.
#[derive(Clone, Debug, Serialize, Deserialize)]
struct Payload {
    submission: Uuid,
    /// To whom, if they speak.
    #[serde(default)]
    speaker: Option<Uuid>,
    /// The state that it is about.
    #[serde(default)]
    state: Option<submission::State>,
}

/// The link by which somebody hands in. `request`: each that asks for it gets it.
pub(crate) async fn link(tx: &Tx, row: &submission::Model, request: Uuid) -> Result<(), ProgrammeError> {
    let payload = Payload { submission: row.id, speaker: None, state: None };
    send(tx, row, Kind::Link, (row.mailbox_id, String::new()), &request.to_string(), payload).await.map(|_| ())
}

/// That it was handed in, by this step.
pub(crate) async fn received(tx: &Tx, row: &submission::Model, step: Uuid) -> Result<(), ProgrammeError> {
    let payload = Payload { submission: row.id, speaker: None, state: None };
    let name = speakers(tx, row.id).await?.into_iter().next().map(|(_, speaker)| speaker.name).unwrap_or_default();
    send(tx, row, Kind::Received, (row.mailbox_id, name), &step.to_string(), payload).await.map(|_| ())
}

/// The question whether somebody takes part.
pub(crate) async fn invitation(tx: &Tx, row: &submission::Model, to: &speaker::Model) -> Result<(), ProgrammeError> {
    let Some(mailbox) = to.mailbox_id else { return Ok(()) };
    let payload = Payload { submission: row.id, speaker: Some(to.id), state: None };
    let cause = format!("{}:{}", to.id, tx.id());
    send(tx, row, Kind::Invitation, (mailbox, to.name.clone()), &cause, payload).await.map(|_| ())
}

/// What became of it, by this step: to each who takes part, once.
pub(crate) async fn decision(tx: &Tx, row: &submission::Model, step: Uuid) -> Result<(), ProgrammeError> {
    for (_, speaker) in speakers(tx, row.id).await?.into_iter().filter(|(part, _)| part.confirmed_at.is_some()) {
        let Some(mailbox) = speaker.mailbox_id else { continue };
        let payload = Payload { submission: row.id, speaker: Some(speaker.id), state: Some(row.state) };
        let cause = format!("{step}:{}", speaker.id);
        send(tx, row, Kind::Decision, (mailbox, speaker.name), &cause, payload).await?;
    }
    Ok(())
}

/// That it waits to be confirmed, so many days after it was accepted. Whether there was anybody to remind anew.
pub(crate) async fn reminder(tx: &Tx, row: &submission::Model, day: i32) -> Result<bool, ProgrammeError> {
    let accepted = row.accepted_at.map(|at| at.timestamp_micros()).unwrap_or_default();
    let mut any = false;
    for (_, speaker) in speakers(tx, row.id).await?.into_iter().filter(|(part, _)| part.confirmed_at.is_some()) {
        let Some(mailbox) = speaker.mailbox_id else { continue };
        let payload = Payload { submission: row.id, speaker: Some(speaker.id), state: Some(row.state) };
        let cause = format!("{}:{accepted}:{day}:{}", row.id, speaker.id);
        any |= send(tx, row, Kind::Reminder, (mailbox, speaker.name), &cause, payload).await?;
    }
    Ok(any)
}

/// For the organisers: that somebody does not take part, or if nobody is named, that it was withdrawn after it had been
/// accepted. To where answers to the congress's mails go; nowhere, if it has no address.
pub(crate) async fn refusal(
    tx: &Tx,
    row: &submission::Model,
    who: Option<&speaker::Model>,
    cause: Uuid,
) -> Result<(), ProgrammeError> {
    let congress = congress::query::by_id(tx, row.congress_id).await?.ok_or(ProgrammeError::Unknown)?;
    let Some(to) = congress::mail::office(tx, &congress).await? else { return Ok(()) };
    let payload = Payload { submission: row.id, speaker: who.map(|who| who.id), state: Some(row.state) };
    send(tx, row, Kind::Refusal, (to.id, String::new()), &cause.to_string(), payload).await.map(|_| ())
}

/// Who takes part, in their order.
async fn speakers(
    tx: &Tx,
    submission: Uuid,
) -> Result<Vec<(submission_speaker::Model, speaker::Model)>, ProgrammeError> {
    let parts = submission_speaker::Entity::find()
        .filter(submission_speaker::Column::SubmissionId.eq(submission))
        .order_by_asc(submission_speaker::Column::Position)
        .all(&**tx)
        .await?;
    let of = speaker::Column::Id.is_in(parts.iter().map(|part| part.speaker_id));
    let people = speaker::Entity::find().filter(of).all(&**tx).await?;
    let find = |id: Uuid| people.iter().find(|speaker| speaker.id == id).cloned();
    Ok(parts.into_iter().filter_map(|part| find(part.speaker_id).map(|speaker| (part, speaker))).collect())
}

/// Puts one into the outbox: once for each cause. Whether it is new.
async fn send(
    tx: &Tx,
    row: &submission::Model,
    kind: Kind,
    (mailbox, name): (Uuid, String),
    cause: &str,
    payload: Payload,
) -> Result<bool, ProgrammeError> {
    let to = mailbox::Entity::find_by_id(mailbox).one(&**tx).await?.ok_or(ProgrammeError::Unknown)?;
    let new = NewMessage {
        congress_id: Some(row.congress_id),
        kind: kind.name(),
        cause: format!("{}:{cause}", kind.name()),
        mailbox_id: Some(to.id),
        about_id: Some(row.id),
        to_address: to.address,
        to_name: name,
        language: to.language.parse().unwrap_or_default(),
        payload: json!(payload),
        bulk: matches!(kind, Kind::Decision | Kind::Reminder),
    };
    Ok(post::enqueue(tx, new).await?.is_some())
}
