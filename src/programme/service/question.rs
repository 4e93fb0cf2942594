//! What a call asks of its own, set up by organisers.

use crate::ProgrammeError;
use crate::entity::call_question::{ActiveModel, Choice, Choices, Column, Entity, Kind, Model};
use crate::entity::{call, submission, submission_version};
use crate::event::call::{CallEvent, What};
use crate::query::call::questions;
use base::{Actor, Language, Text, Uuid};
use congress::CongressError;
use congress::error::QuestionFault;
use congress::rules::question::same_words;
use congress::rules::{check_name, check_texts, free_slug, slug_is_sound};
use congress::service::congress::{hold, raise_revision};
use congress::service::question::{MAX_OPTIONS, Removed};
use sea_orm::{ActiveValue::Set, ColumnTrait, EntityTrait, IntoActiveModel, QueryFilter, QuerySelect, QueryTrait};
use serde::Serialize;
use serde_json::{Value, json};
use store::event::changes;
use store::{Store, Tx, record};
use web::form::Seen;

/// What is said of a question.
#[derive(Clone, Debug, PartialEq, Serialize)]
pub struct Question {
    pub label: Text,
    pub help: Text,
    #[serde(rename = "answered_with")]
    pub kind: Kind,
    /// The answers to choose from. A new one has no short name yet.
    pub options: Vec<Choice>,
    pub required: bool,
    /// Told to those who review.
    pub reviewers: bool,
    pub active: bool,
    pub position: i32,
}

impl From<&Model> for Question {
    fn from(row: &Model) -> Self {
        Self {
            label: row.label.0.clone(),
            help: row.help.0.clone(),
            kind: row.kind,
            options: row.options.0.clone(),
            required: row.required,
            reviewers: row.reviewers,
            active: row.active,
            position: row.position,
        }
    }
}

impl Question {
    fn check(&self) -> Result<(), ProgrammeError> {
        check_name(&self.label)?;
        check_texts(&[&self.help])?;
        for option in &self.options {
            check_name(&option.label)?;
        }
        let offered = self.options.iter().any(|option| option.active);
        if self.options.len() > MAX_OPTIONS || self.kind.is_choice() != offered {
            return Err(CongressError::from(QuestionFault::Options).into());
        }
        if let Some(at) = same_words(self.options.iter().map(|option| (&option.label, option.active))) {
            let label = self.options[at].label.in_language(Language::De).to_owned();
            return Err(CongressError::from(QuestionFault::OptionTwice(label)).into());
        }
        Ok(())
    }

    /// Each answer to choose with a short name of its own: the one that it had among these, else one of its words.
    fn name_options(&mut self, had: &[Choice]) {
        let is_old = |slug: &str| had.iter().any(|choice| choice.slug == slug);
        let mut taken: Vec<String> = self.options.iter().filter(|o| is_old(&o.slug)).map(|o| o.slug.clone()).collect();
        for option in self.options.iter_mut().filter(|option| !is_old(&option.slug)) {
            let words = Some(option.slug.as_str()).filter(|slug| slug_is_sound(slug));
            let words = words.unwrap_or_else(|| option.label.in_language(Language::De)).to_owned();
            option.slug = free_slug(&words, |slug| taken.iter().any(|one| one == slug));
            taken.push(option.slug.clone());
        }
    }

    fn values(&self) -> ActiveModel {
        ActiveModel {
            label: Set(self.label.clone().into()),
            help: Set(self.help.clone().into()),
            kind: Set(self.kind),
            options: Set(Choices(self.options.clone())),
            required: Set(self.required),
            reviewers: Set(self.reviewers),
            active: Set(self.active),
            position: Set(self.position),
            ..Default::default()
        }
    }
}

/// Adds a question. Its short name comes from its words, and stays. If one with this `id` is there already, nothing
/// changes: the form was sent twice.
pub async fn add(
    store: &Store,
    actor: &Actor,
    call: &call::Model,
    id: Uuid,
    mut new: Question,
) -> Result<(), ProgrammeError> {
    new.check()?;
    let tx = store.begin().await?;
    hold(&tx, call.congress_id).await?;
    let all = questions(&tx, &[call.id]).await?;
    if all.iter().any(|row| row.id == id) {
        return Ok(tx.rollback().await?);
    }
    new.name_options(&[]);
    let slug = free_slug(new.label.in_language(Language::De), |slug| all.iter().any(|row| row.slug == slug));
    let row = ActiveModel { id: Set(id), call_id: Set(call.id), slug: Set(slug), ..new.values() };
    Entity::insert(row).exec_without_returning(&*tx).await?;
    told(&tx, actor, call, id, What::QuestionAdded { changed: changes(&json!({}), &new) }).await?;
    Ok(tx.commit().await?)
}

/// Changes a question as somebody saw it. Once somebody has answered it, how it is answered stays: answers would no longer
/// mean what they meant. An answer to choose that somebody chose is taken off the list, never away.
pub async fn change(
    store: &Store,
    actor: &Actor,
    call: &call::Model,
    id: Uuid,
    mut new: Question,
    seen: &Seen,
) -> Result<(), ProgrammeError> {
    new.check()?;
    let tx = store.begin().await?;
    hold(&tx, call.congress_id).await?;
    let row = one(&tx, call, id).await?.ok_or(ProgrammeError::Unknown)?;
    let old = Question::from(&row);
    new.name_options(&old.options);
    if old == new {
        return Ok(tx.rollback().await?);
    }
    seen.check(&old)?;
    let given = answers(&tx, call, id).await?;
    if !given.is_empty() && old.kind != new.kind {
        return Err(CongressError::from(QuestionFault::KindFixed).into());
    }
    let left_out = old.options.iter().filter(|option| !new.options.iter().any(|other| other.slug == option.slug));
    let chosen = |slug: &str| given.iter().any(|value| value.split(' ').any(|one| one == slug));
    if let Some(option) = left_out.into_iter().find(|option| chosen(&option.slug)) {
        let label = option.label.in_language(Language::De).to_owned();
        return Err(CongressError::from(QuestionFault::OptionChosen(label)).into());
    }
    Entity::update_many().set(new.values()).filter(Column::Id.eq(id)).exec(&*tx).await?;
    told(&tx, actor, call, id, What::QuestionChanged { changed: changes(&old, &new) }).await?;
    Ok(tx.commit().await?)
}

/// Removes a question; one that was answered is retired instead: no longer asked, its answers stay. One that is gone is
/// gone: that is no error.
pub async fn remove(store: &Store, actor: &Actor, call: &call::Model, id: Uuid) -> Result<Removed, ProgrammeError> {
    let tx = store.begin().await?;
    hold(&tx, call.congress_id).await?;
    let Some(row) = one(&tx, call, id).await? else {
        tx.rollback().await?;
        return Ok(Removed::Gone);
    };
    let old = Question::from(&row);
    if answers(&tx, call, id).await?.is_empty() {
        Entity::delete_many().filter(Column::Id.eq(id)).exec(&*tx).await?;
        told(&tx, actor, call, id, What::QuestionRemoved { changed: changes(&old, &json!({})) }).await?;
        tx.commit().await?;
        return Ok(Removed::Gone);
    }
    let new = Question { active: false, ..old.clone() };
    if new != old {
        let mut retired = row.into_active_model();
        retired.active = Set(false);
        Entity::update(retired).exec(&*tx).await?;
        told(&tx, actor, call, id, What::QuestionChanged { changed: changes(&old, &new) }).await?;
    }
    tx.commit().await?;
    Ok(Removed::Retired)
}

async fn told(tx: &Tx, actor: &Actor, call: &call::Model, id: Uuid, what: What) -> Result<(), ProgrammeError> {
    raise_revision(tx, call.congress_id).await?;
    Ok(record(tx, actor, CallEvent { congress: call.congress_id, object: id, what }).await?)
}

async fn one(tx: &Tx, call: &call::Model, id: Uuid) -> Result<Option<Model>, ProgrammeError> {
    Ok(Entity::find().filter(Column::Id.eq(id)).filter(Column::CallId.eq(call.id)).one(&**tx).await?)
}

/// What was answered to a question, now or in a text that somebody may have read.
async fn answers(tx: &Tx, call: &call::Model, question: Uuid) -> Result<Vec<String>, ProgrammeError> {
    let rows: Vec<submission::Answers> = submission::Entity::find()
        .select_only()
        .column(submission::Column::Answers)
        .filter(submission::Column::CallId.eq(call.id))
        .into_tuple()
        .all(&**tx)
        .await?;
    let now = rows.into_iter().filter_map(|mut row| row.0.remove(&question));
    let of_call = submission::Entity::find()
        .select_only()
        .column(submission::Column::Id)
        .filter(submission::Column::CallId.eq(call.id))
        .into_query();
    let rows: Vec<Value> = submission_version::Entity::find()
        .select_only()
        .column(submission_version::Column::More)
        .filter(submission_version::Column::SubmissionId.in_subquery(of_call))
        .into_tuple()
        .all(&**tx)
        .await?;
    let key = question.to_string();
    let before = rows.iter().filter_map(|more| more.get("answers")?.get(&key)?.as_str().map(str::to_owned));
    Ok(now.chain(before).collect())
}
