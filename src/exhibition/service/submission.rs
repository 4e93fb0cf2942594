//! What becomes of a project that was handed in: accepted, it is in the exhibition; confirmed, everybody sees it; withdrawn
//! or cancelled, it is taken out.
//!
//! A project that came of a submission has its id. It follows by a job, as often as the submission changes, and reads what
//! the submission is by then.

use super::project::{blank, lines, one, set_topics};
use super::{called, done};
use crate::ExhibitionError;
use crate::entity::project::{self, Said};
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
use store::{DbErr, Store, Translated, Tx};

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

/// Lets the project follow its submission. Of what that said before, only what has changed is written, so that what the team
/// put right at the project stays; of what is written in two languages the submission says one, and the other stays. What is
/// so already changes nothing.
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
    let said = said(&tx, &row).await?;
    let Some(there) = there else {
        if !takes_place {
            return Ok(tx.rollback().await?);
        }
        let new = filled(&tx, &row, blank(&tx, (congress, id), &row.code, &row.title).await?, said.clone());
        let (name, changed) = (called(&new.title), changes(&json!({}), &Logged::of(&new)));
        project::Entity::insert(new.into_active_model()).exec_without_returning(&*tx).await?;
        set_topics(&tx, id, &said.topics).await?;
        return done(tx, actor, (congress, id), name, What::ProjectAdded { changed }).await;
    };
    let other_topics = there.said.as_ref().is_none_or(|before| before.topics != said.topics);
    let retold = takes_place && other_topics && set_topics(&tx, id, &said.topics).await?;
    let mut new = if takes_place { filled(&tx, &row, there.clone(), said) } else { there.clone() };
    if !takes_place {
        // Its stand is free for others.
        (new.published_at, new.stand_id) = (None, None);
    }
    if new == there && !retold {
        return Ok(tx.rollback().await?);
    }
    new.changed_at = tx.now();
    let (name, changed) = (called(&new.title), changes(&Logged::of(&there), &Logged::of(&new)));
    project::Entity::update(new.into_active_model().reset_all()).exec(&*tx).await?;
    done(tx, actor, (congress, id), name, What::ProjectChanged { changed }).await
}

/// What the submission says of it now.
async fn said(tx: &Tx, row: &submission::Model) -> Result<Said, DbErr> {
    let of = submission_topic::Column::SubmissionId.eq(row.id);
    let topics = submission_topic::Entity::find().filter(of).all(&**tx).await?;
    Ok(Said {
        language: row.language.clone(),
        title: clean(&row.title),
        summary: row.abstract_text.clone(),
        description: row.description.clone(),
        offers: row.offers.clone(),
        seeks: row.seeks.clone(),
        partners: lines(&row.partners),
        organisation: organisation(tx, row.id).await?,
        needs_power: !row.power.trim().is_empty(),
        needs_screen: !row.screen.trim().is_empty(),
        needs_space: !row.space.trim().is_empty(),
        wants_stage: row.wants_impulse,
        topics: topics.into_iter().map(|row| row.topic_id).collect(),
    })
}

/// What the submission says that it did not say before, in the project's row.
fn filled(tx: &Tx, row: &submission::Model, mut new: project::Model, said: Said) -> project::Model {
    let english = said.language.parse().is_ok_and(|language: Language| language == Language::En);
    let before = new.said.take();
    // In another language all of it is new.
    let texts = before.as_ref().filter(|before| before.language == said.language);
    let tell = |text: &mut Translated, of: fn(&Said) -> &String| {
        if texts.is_none_or(|before| of(before) != of(&said)) {
            of(&said).clone_into(if english { &mut text.0.en } else { &mut text.0.de });
        }
    };
    tell(&mut new.title, |said| &said.title);
    tell(&mut new.summary, |said| &said.summary);
    tell(&mut new.description, |said| &said.description);
    tell(&mut new.offers, |said| &said.offers);
    tell(&mut new.seeks, |said| &said.seeks);
    let line = |text: &mut String, of: fn(&Said) -> &String| {
        if before.as_ref().is_none_or(|before| of(before) != of(&said)) {
            text.clone_from(of(&said));
        }
    };
    line(&mut new.partners, |said| &said.partners);
    line(&mut new.organisation, |said| &said.organisation);
    let tick = |is: &mut bool, of: fn(&Said) -> bool| {
        if before.as_ref().is_none_or(|before| of(before) != of(&said)) {
            *is = of(&said);
        }
    };
    tick(&mut new.needs_power, |said| said.needs_power);
    tick(&mut new.needs_screen, |said| said.needs_screen);
    tick(&mut new.needs_space, |said| said.needs_space);
    tick(&mut new.wants_stage, |said| said.wants_stage);
    new.mailbox_id = Some(row.mailbox_id);
    new.session_id = row.session_id;
    new.published_at = (row.state == State::Confirmed).then(|| new.published_at.unwrap_or(tx.now()));
    let texts = [&new.title, &new.summary, &new.offers, &new.seeks];
    let words = texts.iter().flat_map(|text| [text.de.as_str(), text.en.as_str()]);
    let words: Vec<&str> = words.chain([new.organisation.as_str(), new.partners.as_str()]).collect();
    new.search = fold(&words.join(" "));
    new.said = Some(said);
    new
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
