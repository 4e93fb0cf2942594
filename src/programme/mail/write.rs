//! How the mails are written when they are due.

use super::{Kind, Payload};
use crate::ProgrammeError;
use crate::entity::submission::State;
use crate::entity::{call, speaker, submission, submission_speaker, submission_step};
use crate::load::{speaker_secret, submission_secret};
use base::error::Told;
use base::secret::LinkKey;
use congress::entity::congress::Model as Congress;
use congress::mail::{letter, privacy_url};
use identity::entity::mailbox;
use locale::Words;
use post::{Compose, ComposeError, Composers, Draft, Due, compose};
use sea_orm::{ColumnTrait, EntityTrait, QueryFilter, QueryOrder};
use serde_json::{Value, json};
use std::sync::Arc;
use store::{Conn, Store};

/// Where the links in mails lead, and what proves them.
#[derive(Clone)]
pub struct Links {
    pub public_url: Arc<str>,
    pub key: LinkKey,
}

impl Links {
    /// The page of something that is handed in.
    pub fn submission(&self, congress: &Congress, row: &submission::Model) -> String {
        let secret = submission_secret(&self.key, row);
        format!("{}{}", self.public_url, address::call::Submission::new(&congress.slug, &row.code, secret).path())
    }

    /// The page of somebody who speaks.
    pub fn speaker(&self, congress: &Congress, row: &speaker::Model) -> String {
        let secret = speaker_secret(&self.key, row);
        let path = address::call::Speaking::new(&congress.slug, row.id.to_string(), secret).path();
        format!("{}{path}", self.public_url)
    }
}

/// Who writes them.
pub fn with_call_mails(composers: Composers, links: &Links) -> Composers {
    Kind::ALL.into_iter().fold(composers, |composers, kind| composers.with(kind.name(), mail(kind, links.clone())))
}

fn mail(kind: Kind, links: Links) -> Compose {
    compose(move |store, due| write(store, due, kind, links.clone()))
}

/// What a mail is about.
struct Facts {
    row: submission::Model,
    call: call::Model,
    congress: Congress,
    speaker: Option<speaker::Model>,
}

async fn write(store: Store, due: Due, kind: Kind, links: Links) -> Result<Draft, ComposeError> {
    let payload: Payload =
        serde_json::from_value(due.payload.clone()).map_err(|e| ComposeError::GiveUp(e.to_string()))?;
    let conn = store.read();
    let facts = load(conn, &payload).await.map_err(|e| told(&e))?;
    let still = match kind {
        Kind::Link | Kind::Refusal => true,
        Kind::Received => facts.row.state != State::Draft && facts.row.state != State::Withdrawn,
        Kind::Invitation => invited(conn, &facts).await?,
        // What became of it meanwhile has a mail of its own.
        Kind::Decision => payload.state.is_none_or(|state| is_still(facts.row.state, state)),
        Kind::Reminder => facts.row.state == State::Accepted,
    };
    if !still {
        return Err(ComposeError::Gone("it stands otherwise".into()));
    }
    let values = values(conn, &facts, &due, (kind, &payload), &links).await?;
    Ok(letter(&facts.congress, due.language, kind.template(), values))
}

/// Confirming is no other answer.
fn is_still(now: State, told: State) -> bool {
    now == told || (told == State::Accepted && now == State::Confirmed)
}

async fn invited(conn: &Conn, facts: &Facts) -> Result<bool, ComposeError> {
    let Some(speaker) = &facts.speaker else { return Ok(false) };
    let part = submission_speaker::Entity::find()
        .filter(submission_speaker::Column::SubmissionId.eq(facts.row.id))
        .filter(submission_speaker::Column::SpeakerId.eq(speaker.id))
        .one(conn)
        .await?;
    Ok(part.is_some_and(|part| part.confirmed_at.is_none() && part.declined_at.is_none()))
}

/// Why somebody does not take part, or why it was withdrawn: as they said it.
async fn why(conn: &Conn, facts: &Facts) -> Result<String, ComposeError> {
    let row = &facts.row;
    let Some(speaker) = &facts.speaker else {
        let step = submission_step::Entity::find()
            .filter(submission_step::Column::SubmissionId.eq(row.id))
            .filter(submission_step::Column::ToState.eq(State::Withdrawn))
            .order_by_desc(submission_step::Column::At)
            .one(conn)
            .await?;
        return Ok(step.map(|step| step.why).unwrap_or_default());
    };
    let part = submission_speaker::Entity::find()
        .filter(submission_speaker::Column::SubmissionId.eq(row.id))
        .filter(submission_speaker::Column::SpeakerId.eq(speaker.id))
        .one(conn)
        .await?;
    Ok(part.map(|part| part.declined_why).unwrap_or_default())
}

async fn load(conn: &Conn, payload: &Payload) -> Result<Facts, ProgrammeError> {
    let row = submission::Entity::find_by_id(payload.submission).one(conn).await?.ok_or(ProgrammeError::Unknown)?;
    let call = call::Entity::find_by_id(row.call_id).one(conn).await?.ok_or(ProgrammeError::Unknown)?;
    let congress = congress::query::by_id(conn, row.congress_id).await?.ok_or(ProgrammeError::Unknown)?;
    let speaker = match payload.speaker {
        Some(id) => Some(speaker::Entity::find_by_id(id).one(conn).await?.ok_or(ProgrammeError::Unknown)?),
        None => None,
    };
    Ok(Facts { row, call, congress, speaker })
}

async fn values(
    conn: &Conn,
    facts: &Facts,
    due: &Due,
    (kind, payload): (Kind, &Payload),
    links: &Links,
) -> Result<Value, ComposeError> {
    let (c, row, language) = (&facts.congress, &facts.row, due.language);
    let words = Words::new(language);
    let zone = congress::rules::check_zone(&c.zone).map_err(|e| ComposeError::GiveUp(e.to_string()))?;
    let name = c.name.in_language(language);
    let privacy = privacy_url(conn, c, &links.public_url).await?.unwrap_or_default();
    let speaker = facts.speaker.as_ref().map(|speaker| links.speaker(c, speaker));
    let others = if kind == Kind::Link { others(conn, facts, links).await? } else { vec![] };
    let inviter = match kind {
        Kind::Invitation => first(conn, row).await?,
        _ => String::new(),
    };
    let why = if kind == Kind::Refusal { why(conn, facts).await? } else { String::new() };
    let desk = address::call::DeskSubmission::new(&c.slug, &row.code).path();
    Ok(json!({
        "greeting_name": due.to_name,
        "congress_name": name,
        "date": words.date(c.starts_at, zone),
        "signature": if c.signature.is_empty() { name } else { c.signature.as_str() },
        "host_line": c.host_line.in_language(language),
        "privacy_url": privacy,
        "contact": c.contact_address,
        "call": facts.call.title.in_language(language),
        "title": row.title,
        "code": row.code,
        // By a late link one hands in after it.
        "until": facts.call.closes_at.filter(|at| *at > due.created_at).map(|at| words.date_time(at, zone)),
        "url": links.submission(c, row),
        "speaker_url": speaker,
        "state": payload.state.map(State::name),
        "inviter": inviter,
        "who": facts.speaker.as_ref().map(|speaker| speaker.name.as_str()),
        "why": why,
        "desk_url": format!("{}{desk}", links.public_url),
        "others": others,
        "project": facts.call.kind == call::Kind::Project,
    }))
}

/// Who handed it in.
async fn first(conn: &Conn, row: &submission::Model) -> Result<String, ComposeError> {
    let part = submission_speaker::Entity::find()
        .filter(submission_speaker::Column::SubmissionId.eq(row.id))
        .order_by_asc(submission_speaker::Column::Position)
        .one(conn)
        .await?;
    let Some(part) = part else { return Ok(String::new()) };
    Ok(speaker::Entity::find_by_id(part.speaker_id).one(conn).await?.map(|row| row.name).unwrap_or_default())
}

/// What the same address has written before in this congress: whoever lost a link finds it again.
async fn others(conn: &Conn, facts: &Facts, links: &Links) -> Result<Vec<Value>, ComposeError> {
    let mailbox = mailbox::Entity::find_by_id(facts.row.mailbox_id).one(conn).await?;
    let Some(mailbox) = mailbox else { return Ok(vec![]) };
    let rows = submission::Entity::find()
        .filter(submission::Column::CongressId.eq(facts.row.congress_id))
        .filter(submission::Column::MailboxId.eq(mailbox.id))
        .filter(submission::Column::Id.ne(facts.row.id))
        .filter(submission::Column::Title.ne(""))
        .order_by_asc(submission::Column::Id)
        .all(conn)
        .await?;
    let line = |row: &submission::Model| json!({ "title": row.title, "url": links.submission(&facts.congress, row) });
    Ok(rows.iter().map(line).collect())
}

fn told(e: &ProgrammeError) -> ComposeError {
    if e.status() == 404 { ComposeError::Gone(e.to_string()) } else { ComposeError::of(e) }
}
