//! The session that comes of what was accepted: made once, with whoever takes part and one parked slot; set aside and
//! taken up again as the submission goes from state to state.

use crate::ProgrammeError;
use crate::entity::{call, session, session_speaker, session_topic, submission, submission_speaker, submission_topic};
use crate::rules::transition::State;
use crate::service::draft;
use base::name::fold;
use base::{Language, Uuid};
use congress::rules::slug_from;
use congress::service::congress::raise_revision;
use sea_orm::{ActiveValue::Set, ColumnTrait, EntityTrait, IntoActiveModel, QueryFilter, QueryOrder};
use serde_json::json;
use store::job::{NewJob, enqueue};
use store::{DbErr, Translated, Tx};

/// What a step does to the session. Gives its id, if there is one now. The caller holds the congress.
///
/// What is accepted has a session that nobody has confirmed; confirming it lets releases show it; whatever takes the
/// acceptance back sets it aside, with its slots, so that taking it up again finds them.
pub(super) async fn follow(
    tx: &Tx,
    row: &submission::Model,
    from: State,
    to: State,
) -> Result<Option<Uuid>, ProgrammeError> {
    if !to.takes_place() && !from.takes_place() {
        return Ok(row.session_id);
    }
    let there = match row.session_id {
        Some(id) => session::Entity::find_by_id(id).one(&**tx).await?,
        None => None,
    };
    let Some(there) = there else {
        return if to.takes_place() && is_session(tx, row).await? { add(tx, row).await.map(Some) } else { Ok(None) };
    };
    let set = session::ActiveModel {
        confirmed_at: Set((to == State::Confirmed).then(|| tx.now())),
        cancelled_at: Set((!to.takes_place()).then(|| tx.now())),
        turns: Set(there.turns + i32::from(there.cancelled_at.is_some() == to.takes_place())),
        changed_at: Set(tx.now()),
        ..Default::default()
    };
    session::Entity::update_many().set(set).filter(session::Column::Id.eq(there.id)).exec(&**tx).await?;
    if to.takes_place() {
        people(tx, row.id, there.id).await?;
    }
    changed(tx, row.congress_id).await?;
    Ok(Some(there.id))
}

/// Has the project follow that came of a submission, where its call is one for projects.
pub(super) async fn project(tx: &Tx, row: &submission::Model) -> Result<(), DbErr> {
    let call = call::Entity::find_by_id(row.call_id).one(&**tx).await?;
    if call.is_some_and(|call| call.kind == call::Kind::Project) {
        enqueue(tx, NewJob::new(super::FOLLOW, json!({ "submission": row.id }))).await?;
    }
    Ok(())
}

/// Whether it goes on stage at all: a project that wants a stand alone does not.
async fn is_session(tx: &Tx, row: &submission::Model) -> Result<bool, DbErr> {
    let call = call::Entity::find_by_id(row.call_id).one(&**tx).await?;
    Ok(call.is_some_and(|call| call.kind == call::Kind::Session) || row.wants_impulse)
}

async fn add(tx: &Tx, row: &submission::Model) -> Result<Uuid, ProgrammeError> {
    let id = tx.id();
    let new = session::Model {
        id,
        congress_id: row.congress_id,
        code: code(tx, row).await?,
        slug: slug_from(&row.title),
        type_id: row.type_id,
        track_id: row.track_id,
        title: Translated::default(),
        subtitle: Translated::default(),
        abstract_text: Translated::default(),
        description: Translated::default(),
        markup: session::Markup::Markdown,
        language: row.language.clone(),
        minutes: row.minutes,
        do_not_record: row.do_not_record,
        seats: None,
        confirmed_at: None,
        cancelled_at: None,
        turns: 0,
        origin: None,
        search: String::new(),
        created_at: tx.now(),
        changed_at: tx.now(),
    };
    session::Entity::insert(new.into_active_model()).exec_without_returning(&**tx).await?;
    text(tx, None, row, id).await?;
    topics(tx, row, id).await?;
    people(tx, row.id, id).await?;
    draft::park(tx, row.congress_id, id, draft::number(tx, row.congress_id).await?).await?;
    changed(tx, row.congress_id).await?;
    Ok(id)
}

/// The submission's code, unless a session that was taken in has it meanwhile.
async fn code(tx: &Tx, row: &submission::Model) -> Result<String, DbErr> {
    let mut code = row.code.clone();
    let taken = async |code: &str| {
        let by = session::Entity::find().filter(session::Column::CongressId.eq(row.congress_id));
        by.filter(session::Column::Code.eq(code)).one(&**tx).await
    };
    while taken(&code).await?.is_some() {
        code = ticket::order_code(tx.chance().bytes::<16>());
    }
    Ok(code)
}

/// Writes what the submission says into its session: of a text in its language; what the team
/// wrote in the other one stays. Of what the submission said `before`, only what has changed is written, so that what the
/// team put right at the session stays too.
pub(super) async fn text(
    tx: &Tx,
    before: Option<&submission::Model>,
    row: &submission::Model,
    session: Uuid,
) -> Result<(), DbErr> {
    let Some(there) = session::Entity::find_by_id(session).one(&**tx).await? else { return Ok(()) };
    let before = before.filter(|before| before.language == row.language);
    let english = row.language.parse().is_ok_and(|language: Language| language == Language::En);
    let said = |old: &Translated, now: &str, said: Option<&String>| -> Translated {
        let mut text = old.0.clone();
        if said.is_none_or(|said| said != now) {
            *(if english { &mut text.en } else { &mut text.de }) = now.to_owned();
        }
        text.into()
    };
    let title = said(&there.title, &row.title, before.map(|before| &before.title));
    let changed = |of: fn(&submission::Model) -> Option<Uuid>| before.is_none_or(|before| of(before) != of(row));
    let kind_changed = changed(|row| row.type_id);
    let set = session::ActiveModel {
        search: Set(fold(&[&*title.0.de, &*title.0.en, &*there.subtitle.0.de, &*there.subtitle.0.en].join(" "))),
        title: Set(title),
        abstract_text: Set(said(&there.abstract_text, &row.abstract_text, before.map(|before| &before.abstract_text))),
        description: Set(said(&there.description, &row.description, before.map(|before| &before.description))),
        language: Set(if before.is_none() { row.language.clone() } else { there.language.clone() }),
        type_id: Set(if kind_changed { row.type_id } else { there.type_id }),
        track_id: Set(if changed(|row| row.track_id) { row.track_id } else { there.track_id }),
        minutes: Set(if kind_changed { row.minutes } else { there.minutes }),
        do_not_record: Set(row.do_not_record),
        changed_at: Set(tx.now()),
        ..Default::default()
    };
    session::Entity::update_many().set(set).filter(session::Column::Id.eq(session)).exec(&**tx).await?;
    Ok(())
}

/// Writes the topics of the submission beside its session.
pub(super) async fn topics(tx: &Tx, row: &submission::Model, session: Uuid) -> Result<(), DbErr> {
    session_topic::Entity::delete_many().filter(session_topic::Column::SessionId.eq(session)).exec(&**tx).await?;
    let topics =
        submission_topic::Entity::find().filter(submission_topic::Column::SubmissionId.eq(row.id)).all(&**tx).await?;
    if !topics.is_empty() {
        let rows = topics.into_iter().map(|topic| session_topic::ActiveModel {
            id: Set(tx.id()),
            session_id: Set(session),
            topic_id: Set(topic.topic_id),
        });
        session_topic::Entity::insert_many(rows).exec_without_returning(&**tx).await?;
    }
    Ok(())
}

/// Who speaks in the session: whoever of the submission has said that they take part and is not there yet. Whom
/// organisers added there stays.
pub(super) async fn people(tx: &Tx, submission: Uuid, session: Uuid) -> Result<(), DbErr> {
    let there = session_speaker::Entity::find()
        .filter(session_speaker::Column::SessionId.eq(session))
        .order_by_asc(session_speaker::Column::Position)
        .all(&**tx)
        .await?;
    let parts = submission_speaker::Entity::find()
        .filter(submission_speaker::Column::SubmissionId.eq(submission))
        .filter(submission_speaker::Column::ConfirmedAt.is_not_null())
        .order_by_asc(submission_speaker::Column::Position)
        .all(&**tx)
        .await?;
    let last = there.iter().map(|row| row.position).max().unwrap_or(0);
    let missing = parts.iter().filter(|part| !there.iter().any(|row| row.speaker_id == part.speaker_id));
    for (part, position) in missing.zip(last.saturating_add(1)..) {
        let new = session_speaker::ActiveModel {
            id: Set(tx.id()),
            session_id: Set(session),
            speaker_id: Set(part.speaker_id),
            position: Set(position),
            origin: Set(None),
        };
        session_speaker::Entity::insert(new).exec_without_returning(&**tx).await?;
    }
    Ok(())
}

/// The draft is another, and perhaps what the public reads.
pub(super) async fn changed(tx: &Tx, congress: Uuid) -> Result<(), DbErr> {
    draft::raise(tx, congress).await?;
    raise_revision(tx, congress).await
}
