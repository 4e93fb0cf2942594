//! What becomes of a project that was handed in: accepted, it is in the exhibition; confirmed, everybody sees it; withdrawn
//! or cancelled, it is taken out.
//!
//! A project that came of a submission has its id. It follows by a job, as often as the submission changes, and reads what
//! the submission is by then.

use super::project::{blank, lines, one, set_topics};
use super::{called, done};
use crate::ExhibitionError;
use crate::entity::project;
use crate::event::What;
use base::name::{clean, fold};
use base::{Actor, Language, Text, Uuid};
use congress::service::congress::hold;
use programme::entity::submission::State;
use programme::entity::{call, speaker, submission, submission_speaker, submission_topic};
use sea_orm::{ActiveModelTrait, ColumnTrait, EntityTrait, IntoActiveModel, QueryFilter, QueryOrder};
use serde::Serialize;
use serde_json::json;
use store::event::changes;
use store::{DbErr, Store, Tx};

/// What the log tells of it.
#[derive(Serialize)]
struct Logged<'a> {
    title: &'a Text,
    summary: &'a Text,
    description: &'a Text,
    organisation: &'a str,
    partners: &'a str,
    offers: &'a Text,
    seeks: &'a Text,
    wants_stage: bool,
    published: bool,
}

impl<'a> Logged<'a> {
    fn of(row: &'a project::Model) -> Self {
        Self {
            title: &row.title.0,
            summary: &row.summary.0,
            description: &row.description.0,
            organisation: &row.organisation,
            partners: &row.partners,
            offers: &row.offers.0,
            seeks: &row.seeks.0,
            wants_stage: row.wants_stage,
            published: row.published_at.is_some(),
        }
    }
}

/// Lets the project be as its submission says. Of what is written in two languages the submission says one; the other stays
/// as the team wrote it. What is so already changes nothing.
pub async fn follow(store: &Store, actor: &Actor, id: Uuid) -> Result<(), ExhibitionError> {
    let Some(found) = submission::Entity::find_by_id(id).one(store.read()).await? else { return Ok(()) };
    let tx = store.begin().await?;
    let congress = found.congress_id;
    hold(&tx, congress).await?;
    let row = submission::Entity::find_by_id(id).one(&*tx).await?.ok_or(ExhibitionError::Unknown)?;
    let call = call::Entity::find_by_id(row.call_id).one(&*tx).await?;
    let there = one(&tx, congress, id).await?;
    if call.is_none_or(|call| call.kind != call::Kind::Project) {
        return Ok(tx.rollback().await?);
    }
    let takes_place = matches!(row.state, State::Accepted | State::Confirmed);
    let Some(there) = there else {
        if !takes_place {
            return Ok(tx.rollback().await?);
        }
        let new = filled(&tx, &row, blank(&tx, (congress, id), &row.code, &row.title).await?).await?;
        let (name, changed) = (called(&new.title), changes(&json!({}), &Logged::of(&new)));
        project::Entity::insert(new.into_active_model()).exec_without_returning(&*tx).await?;
        topics(&tx, id).await?;
        return done(tx, actor, (congress, id), name, What::ProjectAdded { changed }).await;
    };
    let mut new = if takes_place { filled(&tx, &row, there.clone()).await? } else { there.clone() };
    if !takes_place {
        // Its stand is free for others.
        (new.published_at, new.stand_id) = (None, None);
    }
    let retold = takes_place && topics(&tx, id).await?;
    if new == there && !retold {
        return Ok(tx.rollback().await?);
    }
    new.changed_at = tx.now();
    let (name, changed) = (called(&new.title), changes(&Logged::of(&there), &Logged::of(&new)));
    project::Entity::update(new.into_active_model().reset_all()).exec(&*tx).await?;
    done(tx, actor, (congress, id), name, What::ProjectChanged { changed }).await
}

/// What the submission says, in the project's row.
async fn filled(tx: &Tx, row: &submission::Model, mut new: project::Model) -> Result<project::Model, DbErr> {
    let english = row.language.parse().is_ok_and(|language: Language| language == Language::En);
    let said = |old: &Text, text: &str| {
        let mut new = old.clone();
        *(if english { &mut new.en } else { &mut new.de }) = text.to_owned();
        new
    };
    new.title = said(&new.title.0, &clean(&row.title)).into();
    new.summary = said(&new.summary.0, &row.abstract_text).into();
    new.description = said(&new.description.0, &row.description).into();
    new.offers = said(&new.offers.0, &row.offers).into();
    new.seeks = said(&new.seeks.0, &row.seeks).into();
    new.partners = lines(&row.partners);
    new.organisation = organisation(tx, row.id).await?;
    new.mailbox_id = Some(row.mailbox_id);
    new.needs_power = !row.power.trim().is_empty();
    new.needs_screen = !row.screen.trim().is_empty();
    new.needs_space = !row.space.trim().is_empty();
    new.wants_stage = row.wants_impulse;
    new.session_id = row.session_id;
    new.published_at = (row.state == State::Confirmed).then(|| new.published_at.unwrap_or(tx.now()));
    let texts = [&new.title, &new.summary, &new.offers, &new.seeks];
    let words = texts.iter().flat_map(|text| [text.de.as_str(), text.en.as_str()]);
    let words: Vec<&str> = words.chain([new.organisation.as_str(), new.partners.as_str()]).collect();
    new.search = fold(&words.join(" "));
    Ok(new)
}

/// Of whoever is named first.
async fn organisation(tx: &Tx, submission: Uuid) -> Result<String, DbErr> {
    let first = submission_speaker::Entity::find()
        .filter(submission_speaker::Column::SubmissionId.eq(submission))
        .order_by_asc(submission_speaker::Column::Position)
        .one(&**tx)
        .await?;
    let Some(first) = first else { return Ok(String::new()) };
    let speaker = speaker::Entity::find_by_id(first.speaker_id).one(&**tx).await?;
    Ok(speaker.map(|row| row.organisation).unwrap_or_default())
}

/// What it is about. Whether that is something else than before.
async fn topics(tx: &Tx, id: Uuid) -> Result<bool, DbErr> {
    let of = submission_topic::Entity::find().filter(submission_topic::Column::SubmissionId.eq(id)).all(&**tx).await?;
    set_topics(tx, id, &of.into_iter().map(|row| row.topic_id).collect()).await
}
