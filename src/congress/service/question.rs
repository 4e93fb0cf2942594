//! The questions of a congress.

use crate::entity::question::{self, ActiveModel, Kind, UsedFor};
use crate::entity::{answer, question_category, question_option};
use crate::error::QuestionFault;
use crate::query::question::{QuestionView, answer_counts, with_parts};
use crate::rules::question::{check_order, same_words};
use crate::service::congress::{hold, raise_revision};
use crate::{CongressError, Event, rules};
use base::{Actor, Language, Text, Time, Uuid};
use sea_orm::{ActiveValue::Set, ColumnTrait, EntityTrait, QueryFilter, QueryOrder, QuerySelect};
use serde::Serialize;
use serde_json::json;
use std::collections::BTreeSet;
use store::event::changes;
use store::{Store, Tx, record};
use web::form::Seen;

/// The most answers to choose from.
pub const MAX_OPTIONS: usize = 40;
/// The longest that answers are kept after a congress, in days: three years.
pub const MAX_RETENTION: i32 = 1_096;

/// What is said of a question.
#[derive(Clone, Debug, PartialEq, Serialize)]
pub struct Question {
    pub used_for: UsedFor,
    pub label: Text,
    pub help: Text,
    #[serde(rename = "answered_with")]
    pub kind: Kind,
    pub least: Option<i64>,
    pub most: Option<i64>,
    pub required: bool,
    /// `diet=vegan`: asked only of who answered this. Empty: of everyone.
    pub depends: String,
    /// Asked only of who has one of these tickets; of all, if there is none. In the order of their ids.
    pub categories: Vec<Uuid>,
    pub purpose: Text,
    pub retention_days: i32,
    pub sensitive: bool,
    pub counted: bool,
    pub asked_until: Option<Time>,
    pub changed_until: Option<Time>,
    pub active: bool,
    pub position: i32,
    pub options: Vec<Choice>,
}

/// An answer to choose from.
#[derive(Clone, Debug, PartialEq, Serialize)]
pub struct Choice {
    /// Empty: new, it gets its short name from its label.
    pub slug: String,
    pub label: Text,
    pub active: bool,
}

impl Question {
    /// The question as it is, among all of its congress.
    pub fn of(view: &QuestionView, all: &[QuestionView]) -> Self {
        let row = &view.row;
        let earlier = row.depends_on.and_then(|id| all.iter().find(|other| other.row.id == id));
        let choice = |option: &question_option::Model| Choice {
            slug: option.slug.clone(),
            label: option.label.0.clone(),
            active: option.active,
        };
        Self {
            used_for: row.used_for,
            label: row.label.0.clone(),
            help: row.help.0.clone(),
            kind: row.kind,
            least: row.least,
            most: row.most,
            required: row.required,
            depends: earlier.map(|e| format!("{}={}", e.row.slug, row.depends_value)).unwrap_or_default(),
            categories: view.categories.clone(),
            purpose: row.purpose.0.clone(),
            retention_days: row.retention_days,
            sensitive: row.sensitive,
            counted: row.counted,
            asked_until: row.asked_until,
            changed_until: row.changed_until,
            active: row.active,
            position: row.position,
            options: view.options.iter().map(choice).collect(),
        }
    }

    fn check(&self) -> Result<(), CongressError> {
        rules::check_name(&self.label)?;
        rules::check_texts(&[&self.help, &self.purpose])?;
        if self.purpose.is_empty() {
            return Err(QuestionFault::PurposeMissing.into());
        }
        if !(0..=MAX_RETENTION).contains(&self.retention_days) {
            return Err(QuestionFault::Retention.into());
        }
        if self.least.zip(self.most).is_some_and(|(least, most)| least > most) {
            return Err(QuestionFault::Bounds.into());
        }
        for option in &self.options {
            rules::check_name(&option.label)?;
        }
        let offered = self.options.iter().any(|option| option.active);
        if self.options.len() > MAX_OPTIONS || matches!(self.kind, Kind::OneOf | Kind::SeveralOf) != offered {
            return Err(QuestionFault::Options.into());
        }
        if let Some(at) = same_words(self.options.iter().map(|option| (&option.label, option.active))) {
            let label = self.options[at].label.in_language(Language::De).to_owned();
            return Err(QuestionFault::OptionTwice(label).into());
        }
        Ok(())
    }

    fn write(&self, depends: Option<(Uuid, String)>) -> ActiveModel {
        let (depends_on, depends_value) = depends.map_or((None, String::new()), |(on, value)| (Some(on), value));
        ActiveModel {
            used_for: Set(self.used_for),
            label: Set(self.label.clone().into()),
            help: Set(self.help.clone().into()),
            kind: Set(self.kind),
            least: Set(self.least),
            most: Set(self.most),
            required: Set(self.required),
            depends_on: Set(depends_on),
            depends_value: Set(depends_value),
            position: Set(self.position),
            purpose: Set(self.purpose.clone().into()),
            retention_days: Set(self.retention_days),
            sensitive: Set(self.sensitive),
            counted: Set(self.counted),
            asked_until: Set(self.asked_until),
            changed_until: Set(self.changed_until),
            active: Set(self.active),
            ..Default::default()
        }
    }
}

/// Adds a question. Its short name comes from its words, and stays. If one with this `id` is there already, nothing
/// changes: the form was sent twice.
pub async fn add(store: &Store, actor: &Actor, congress: Uuid, id: Uuid, new: Question) -> Result<(), CongressError> {
    let tx = store.begin().await?;
    add_in(&tx, actor, congress, id, None, new).await?;
    Ok(tx.commit().await?)
}

/// The same within the caller's transaction, under a short name of the caller's choice.
pub async fn add_in(
    tx: &Tx,
    actor: &Actor,
    congress: Uuid,
    id: Uuid,
    slug: Option<&str>,
    new: Question,
) -> Result<(), CongressError> {
    new.check()?;
    hold(tx, congress).await?;
    let all = held(tx, congress).await?;
    if all.iter().any(|view| view.row.id == id) {
        return Ok(());
    }
    let depends = depends(&all, &new.depends)?;
    let words = slug.unwrap_or_else(|| new.label.in_language(Language::De));
    let slug = rules::free_slug(words, |slug| all.iter().any(|view| view.row.slug == slug));
    let mut row = new.write(depends);
    row.id = Set(id);
    row.congress_id = Set(congress);
    row.slug = Set(slug);
    row.created_at = Set(tx.now());
    question::Entity::insert(row).exec_without_returning(&**tx).await?;
    write_options(tx, id, &[], &new.options).await?;
    write_categories(tx, id, &new.categories).await?;
    check_all(tx, congress).await?;
    raise_revision(tx, congress).await?;
    let changed = changes(&json!({}), &new);
    record(tx, actor, Event::QuestionAdded { congress, question: id, changed }).await?;
    Ok(())
}

/// Changes a question. Once somebody has answered it, how and of whom it is asked stays: answers would no longer mean
/// what they meant. An answer to choose that somebody chose is taken off the list, never away.
pub async fn change(
    store: &Store,
    actor: &Actor,
    congress: Uuid,
    id: Uuid,
    new: Question,
    seen: &Seen,
) -> Result<(), CongressError> {
    new.check()?;
    let tx = store.begin().await?;
    hold(&tx, congress).await?;
    let all = held(&tx, congress).await?;
    let view = all.iter().find(|view| view.row.id == id).ok_or(CongressError::Unknown)?;
    let old = Question::of(view, &all);
    if old == new {
        return Ok(tx.commit().await?);
    }
    seen.check(&old)?;
    let answered = answer_counts(&tx, congress).await?.contains_key(&id);
    if answered && (old.kind != new.kind || old.used_for != new.used_for) {
        return Err(QuestionFault::KindFixed.into());
    }
    let depends = depends(&all, &new.depends)?;
    question::Entity::update_many().set(new.write(depends)).filter(question::Column::Id.eq(id)).exec(&*tx).await?;
    write_options(&tx, id, &view.options, &new.options).await?;
    write_categories(&tx, id, &new.categories).await?;
    check_all(&tx, congress).await?;
    raise_revision(&tx, congress).await?;
    let changed = changes(&old, &new);
    record(&tx, actor, Event::QuestionChanged { congress, question: id, changed }).await?;
    Ok(tx.commit().await?)
}

/// What became of a question that nobody needs any more.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Removed {
    Gone,
    /// It has answers, which stay until their time is over.
    Retired,
}

/// Removes a question; one that was answered is retired instead: no longer asked, its answers stay. Refused while another
/// question depends on it. One that is gone already is gone.
pub async fn remove(store: &Store, actor: &Actor, congress: Uuid, id: Uuid) -> Result<Removed, CongressError> {
    let tx = store.begin().await?;
    hold(&tx, congress).await?;
    let all = held(&tx, congress).await?;
    let Some(view) = all.iter().find(|view| view.row.id == id) else {
        tx.commit().await?;
        return Ok(Removed::Gone);
    };
    let old = Question::of(view, &all);
    let answered = answer_counts(&tx, congress).await?.contains_key(&id);
    let depending = |other: &QuestionView| other.row.depends_on == Some(id) && (other.row.active || !answered);
    if all.iter().any(depending) {
        return Err(QuestionFault::Needed.into());
    }
    if answered {
        let new = Question { active: false, ..old.clone() };
        if new != old {
            let row = ActiveModel { active: Set(false), ..Default::default() };
            question::Entity::update_many().set(row).filter(question::Column::Id.eq(id)).exec(&*tx).await?;
            raise_revision(&tx, congress).await?;
            let changed = changes(&old, &new);
            record(&tx, actor, Event::QuestionChanged { congress, question: id, changed }).await?;
        }
        tx.commit().await?;
        return Ok(Removed::Retired);
    }
    write_categories(&tx, id, &[]).await?;
    question_option::Entity::delete_many().filter(question_option::Column::QuestionId.eq(id)).exec(&*tx).await?;
    question::Entity::delete_many().filter(question::Column::Id.eq(id)).exec(&*tx).await?;
    raise_revision(&tx, congress).await?;
    let changed = changes(&old, &json!({}));
    record(&tx, actor, Event::QuestionRemoved { congress, question: id, changed }).await?;
    tx.commit().await?;
    Ok(Removed::Gone)
}

/// All questions, held against whoever answers meanwhile.
async fn held(tx: &Tx, congress: Uuid) -> Result<Vec<QuestionView>, CongressError> {
    let find = question::Entity::find().filter(question::Column::CongressId.eq(congress));
    let mut rows = find.order_by_asc(question::Column::Id).lock_exclusive().all(&**tx).await?;
    rows.sort_by_key(|row| (row.position, row.id));
    Ok(with_parts(tx, rows).await?)
}

/// The earlier question and its answer that `diet=vegan` names.
fn depends(all: &[QuestionView], typed: &str) -> Result<Option<(Uuid, String)>, CongressError> {
    if typed.is_empty() {
        return Ok(None);
    }
    let named = typed.split_once('=').and_then(|(slug, value)| {
        let earlier = all.iter().find(|view| view.row.slug == slug)?;
        Some((earlier.row.id, value.to_owned()))
    });
    named.map(Some).ok_or(QuestionFault::NoSuchAnswer.into())
}

async fn check_all(tx: &Tx, congress: Uuid) -> Result<(), CongressError> {
    let all = crate::query::question::questions(tx, congress).await?;
    check_order(&all).map_err(|fault| QuestionFault::from(fault).into())
}

/// Options by their short names: new ones are added, what is left out is removed unless somebody chose it.
async fn write_options(
    tx: &Tx,
    question: Uuid,
    old: &[question_option::Model],
    new: &[Choice],
) -> Result<(), CongressError> {
    let left_out = old.iter().filter(|option| !new.iter().any(|choice| choice.slug == option.slug));
    let left_out: Vec<&question_option::Model> = left_out.collect();
    if !left_out.is_empty() {
        let chosen = chosen(tx, question).await?;
        if let Some(option) = left_out.iter().find(|option| chosen.contains(&option.slug)) {
            let label = option.label.in_language(Language::De).to_owned();
            return Err(QuestionFault::OptionChosen(label).into());
        }
        let ids = left_out.iter().map(|option| option.id);
        question_option::Entity::delete_many().filter(question_option::Column::Id.is_in(ids)).exec(&**tx).await?;
    }
    let mut taken: BTreeSet<String> = new.iter().map(|choice| choice.slug.clone()).collect();
    for (choice, position) in new.iter().zip(1..) {
        let row = question_option::ActiveModel {
            label: Set(choice.label.clone().into()),
            position: Set(position),
            active: Set(choice.active),
            ..Default::default()
        };
        if old.iter().any(|option| option.slug == choice.slug) {
            question_option::Entity::update_many()
                .set(row)
                .filter(question_option::Column::QuestionId.eq(question))
                .filter(question_option::Column::Slug.eq(&*choice.slug))
                .exec(&**tx)
                .await?;
            continue;
        }
        let words = Some(&*choice.slug).filter(|slug| rules::slug_is_sound(slug));
        let used = |slug: &str| words != Some(slug) && taken.contains(slug);
        let slug = rules::free_slug(words.unwrap_or_else(|| choice.label.in_language(Language::De)), used);
        taken.insert(slug.clone());
        let row = question_option::ActiveModel { id: Set(tx.id()), question_id: Set(question), slug: Set(slug), ..row };
        question_option::Entity::insert(row).exec_without_returning(&**tx).await?;
    }
    Ok(())
}

/// Which options were chosen. One row for each way to choose.
async fn chosen(tx: &Tx, question: Uuid) -> Result<BTreeSet<String>, CongressError> {
    let values: Vec<String> = answer::Entity::find()
        .select_only()
        .column(answer::Column::Value)
        .distinct()
        .filter(answer::Column::QuestionId.eq(question))
        .into_tuple()
        .all(&**tx)
        .await?;
    Ok(values.iter().flat_map(|value| value.split(' ')).map(str::to_owned).collect())
}

async fn write_categories(tx: &Tx, question: Uuid, categories: &[Uuid]) -> Result<(), CongressError> {
    question_category::Entity::delete_many()
        .filter(question_category::Column::QuestionId.eq(question))
        .exec(&**tx)
        .await?;
    let rows = categories
        .iter()
        .map(|category| question_category::ActiveModel { question_id: Set(question), category_id: Set(*category) });
    if !categories.is_empty() {
        question_category::Entity::insert_many(rows).exec_without_returning(&**tx).await?;
    }
    Ok(())
}
