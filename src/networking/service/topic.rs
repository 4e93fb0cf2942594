//! Cooperation topics: what organisers say of them, which become one, what people follow and what they miss.

use crate::entity::topic_proposal::Decision;
use crate::entity::{entry, profile_topic, topic_alias, topic_follow, topic_proposal};
use crate::event::What;
use crate::load::Member;
use crate::rules::term;
use crate::{Event, NetworkingError};
use base::{Actor, Text, Uuid, name};
use congress::CongressError;
use congress::entity::topic;
use congress::rules::{check_name, check_texts, free_slug, slug_is_sound};
use exhibition::entity::project_topic;
use programme::entity::{session_topic, submission_topic};
use sea_orm::sea_query::{Expr, OnConflict};
use sea_orm::{
    ActiveValue::Set, ColumnTrait, EntityTrait, PaginatorTrait, QueryFilter, QueryOrder, QuerySelect, QueryTrait,
};
use serde::Serialize;
use serde_json::json;
use store::event::changes;
use store::job::{self, NewJob};
use store::{Conn, DbErr, Store, Tx, record};
use web::form::Seen;

/// What organisers say of a topic.
#[derive(Clone, Debug, Default, PartialEq, Serialize)]
pub struct Topic {
    pub name: Text,
    /// Empty: made of the name.
    pub slug: String,
    pub about: Text,
    /// One a line.
    pub synonyms: String,
    pub parent: Option<Uuid>,
    pub position: i32,
}

impl From<&topic::Model> for Topic {
    fn from(row: &topic::Model) -> Self {
        Self {
            name: row.name.0.clone(),
            slug: row.slug.clone(),
            about: row.about.0.clone(),
            synonyms: row.synonyms.clone(),
            parent: row.parent_id,
            position: row.position,
        }
    }
}

impl Topic {
    fn check(&self) -> Result<(), NetworkingError> {
        check_name(&self.name)?;
        check_texts(&[&self.about])?;
        if self.synonyms.chars().count() > term::TEXT {
            return Err(CongressError::TooLong.into());
        }
        if !self.slug.is_empty() && !slug_is_sound(&self.slug) {
            return Err(CongressError::SlugMalformed(self.slug.clone()).into());
        }
        Ok(())
    }

    fn synonyms(&self) -> String {
        let mut seen = vec![];
        for line in self.synonyms.lines().map(name::clean).filter(|line| !line.is_empty()) {
            if !seen.iter().any(|known: &String| name::fold(known) == name::fold(&line)) {
                seen.push(line);
            }
        }
        seen.join("\n")
    }
}

/// The topics of a host, in their order. One statement.
pub async fn all(conn: &Conn, host: Uuid) -> Result<Vec<topic::Model>, DbErr> {
    topic::Entity::find()
        .filter(topic::Column::HostId.eq(host))
        .order_by_asc(topic::Column::Position)
        .order_by_asc(topic::Column::Id)
        .all(conn)
        .await
}

/// Adds a topic to the host's. The same form sent twice adds one.
pub async fn add(store: &Store, actor: &Actor, congress: Uuid, id: Uuid, new: Topic) -> Result<(), NetworkingError> {
    new.check()?;
    let tx = store.begin().await?;
    let host = congress::service::congress::hold_with_host(&tx, congress).await?.host_id;
    let there = all(&tx, host).await?;
    if there.iter().any(|row| row.id == id) {
        return Ok(tx.rollback().await?);
    }
    insert(&tx, host, id, &there, &new).await?;
    let changed = changes(&json!({}), &new);
    finish(tx, actor, (congress, host, id), called(&new.name), What::TopicAdded { changed }).await
}

async fn insert(tx: &Tx, host: Uuid, id: Uuid, there: &[topic::Model], new: &Topic) -> Result<(), NetworkingError> {
    let aliases = aliases(tx, host).await?;
    let taken = |slug: &str| there.iter().any(|row| row.slug == slug) || aliases.iter().any(|row| row.slug == slug);
    let slug = if new.slug.is_empty() { free_slug(&called(&new.name), taken) } else { new.slug.clone() };
    if !new.slug.is_empty() && taken(&slug) {
        return Err(NetworkingError::SlugTaken);
    }
    if new.parent.is_some_and(|parent| !there.iter().any(|row| row.id == parent)) {
        return Err(NetworkingError::Unknown);
    }
    let last = there.iter().map(|row| row.position).max().unwrap_or_default();
    let row = topic::ActiveModel {
        id: Set(id),
        host_id: Set(host),
        parent_id: Set(new.parent),
        slug: Set(slug),
        name: Set(new.name.clone().into()),
        position: Set(if new.position == 0 { last.saturating_add(1) } else { new.position }),
        about: Set(new.about.clone().into()),
        synonyms: Set(new.synonyms()),
    };
    topic::Entity::insert(row).exec_without_returning(&**tx).await?;
    Ok(())
}

async fn aliases(conn: &Conn, host: Uuid) -> Result<Vec<topic_alias::Model>, DbErr> {
    topic_alias::Entity::find().filter(topic_alias::Column::HostId.eq(host)).all(conn).await
}

fn called(name: &Text) -> String {
    name.in_language(base::Language::De).to_owned()
}

/// Topics are the host's: all its congresses show them.
async fn finish(
    tx: Tx,
    actor: &Actor,
    (congress, host, topic): (Uuid, Uuid, Uuid),
    name: String,
    what: What,
) -> Result<(), NetworkingError> {
    congress::service::congress::raise_revisions(&tx, host).await?;
    record(&tx, actor, Event { congress, object: topic, name, what }).await?;
    Ok(tx.commit().await?)
}

/// Changes what is said of a topic, or where it stands. Its short name stays unless another is given; the old one leads there
/// from then on.
pub async fn change(
    store: &Store,
    actor: &Actor,
    congress: Uuid,
    id: Uuid,
    new: Topic,
    seen: &Seen,
) -> Result<(), NetworkingError> {
    new.check()?;
    let tx = store.begin().await?;
    let host = congress::service::congress::hold_with_host(&tx, congress).await?.host_id;
    let there = all(&tx, host).await?;
    let row = there.iter().find(|row| row.id == id).ok_or(NetworkingError::Unknown)?;
    let old = Topic::from(row);
    let slug = if new.slug.is_empty() { row.slug.clone() } else { new.slug.clone() };
    let new = Topic { slug, synonyms: new.synonyms(), ..new };
    if old == new {
        return Ok(tx.rollback().await?);
    }
    seen.check(&old)?;
    if new.slug != row.slug {
        let aliases = aliases(&tx, host).await?;
        let other = |alias: &&topic_alias::Model| alias.slug == new.slug && alias.topic_id != id;
        if there.iter().any(|row| row.slug == new.slug) || aliases.iter().any(|alias| other(&alias)) {
            return Err(NetworkingError::SlugTaken);
        }
        topic_alias::Entity::delete_many()
            .filter(topic_alias::Column::HostId.eq(host))
            .filter(topic_alias::Column::Slug.eq(&new.slug))
            .exec(&*tx)
            .await?;
        remember(&tx, host, &row.slug, id).await?;
    }
    if let Some(parent) = new.parent {
        if !there.iter().any(|row| row.id == parent) {
            return Err(NetworkingError::Unknown);
        }
        if is_within(&there, parent, id) {
            return Err(NetworkingError::Circle);
        }
    }
    let change = topic::ActiveModel {
        parent_id: Set(new.parent),
        slug: Set(new.slug.clone()),
        name: Set(new.name.clone().into()),
        position: Set(new.position),
        about: Set(new.about.clone().into()),
        synonyms: Set(new.synonyms.clone()),
        ..Default::default()
    };
    topic::Entity::update_many().set(change).filter(topic::Column::Id.eq(id)).exec(&*tx).await?;
    index(&tx, id).await?;
    let changed = changes(&old, &new);
    finish(tx, actor, (congress, host, id), called(&new.name), What::TopicChanged { changed }).await
}

/// Whether a topic is `above` or stands somewhere below it.
fn is_within(all: &[topic::Model], topic: Uuid, above: Uuid) -> bool {
    let mut at = Some(topic);
    for _ in 0..=all.len() {
        match at {
            None => return false,
            Some(reached) if reached == above => return true,
            Some(reached) => at = all.iter().find(|row| row.id == reached).and_then(|row| row.parent_id),
        }
    }
    true
}

async fn remember(tx: &Tx, host: Uuid, slug: &str, topic: Uuid) -> Result<(), DbErr> {
    let row = topic_alias::ActiveModel {
        id: Set(tx.id()),
        host_id: Set(host),
        slug: Set(slug.to_owned()),
        topic_id: Set(topic),
        made_at: Set(tx.now()),
    };
    topic_alias::Entity::insert(row).exec_without_returning(&**tx).await.map(|_| ())
}

/// Makes a topic part of another: whoever works on it, follows it, offers or looks for something on it, what is said of it in
/// the programme and at the stands, and what stands below it, all go there; its names become others of the other one, and its
/// address leads there. Nothing is lost, and nothing is there twice.
pub async fn merge(store: &Store, actor: &Actor, congress: Uuid, id: Uuid, into: Uuid) -> Result<(), NetworkingError> {
    let tx = store.begin().await?;
    let host = congress::service::congress::hold_with_host(&tx, congress).await?.host_id;
    let there = all(&tx, host).await?;
    let Some(row) = there.iter().find(|row| row.id == id) else {
        // It is done already.
        return Ok(tx.rollback().await?);
    };
    let target = there.iter().find(|row| row.id == into).ok_or(NetworkingError::Unknown)?;
    if is_within(&there, into, id) {
        return Err(NetworkingError::Circle);
    }
    move_links(&tx, id, into).await?;
    let names = [row.name.de.as_str(), row.name.en.as_str()];
    let synonyms = target.synonyms.lines().chain(names).chain(row.synonyms.lines());
    let own = [&target.name.de, &target.name.en].map(|text| name::fold(text));
    let kept: Vec<&str> = synonyms.filter(|line| !own.contains(&name::fold(line))).collect();
    let merged = Topic { synonyms: kept.join("\n"), ..Topic::from(target) };
    topic::Entity::update_many()
        .col_expr(topic::Column::Synonyms, Expr::value(merged.synonyms()))
        .filter(topic::Column::Id.eq(into))
        .exec(&*tx)
        .await?;
    topic::Entity::delete_many().filter(topic::Column::Id.eq(id)).exec(&*tx).await?;
    remember(&tx, host, &row.slug, into).await?;
    index(&tx, into).await?;
    let what = What::TopicMerged { into: called(&target.name.0) };
    finish(tx, actor, (congress, host, into), called(&row.name.0), what).await
}

/// Whoever has to do with it is found by what it is called now: soon, since they may be thousands.
async fn index(tx: &Tx, topic: Uuid) -> Result<(), DbErr> {
    job::enqueue(tx, NewJob::new(super::INDEX, json!({ "topic": topic }))).await.map(|_| ())
}

/// Moves the rows of a table that say who has what to do with a topic: all but those that would be there twice, which go.
macro_rules! move_pairs {
    ($tx:expr, $table:ident, $of:ident, $from:expr, $into:expr) => {{
        let already = $table::Entity::find()
            .select_only()
            .column($table::Column::$of)
            .filter($table::Column::TopicId.eq($into))
            .into_query();
        $table::Entity::delete_many()
            .filter($table::Column::TopicId.eq($from))
            .filter($table::Column::$of.in_subquery(already))
            .exec(&**$tx)
            .await?;
        $table::Entity::update_many()
            .col_expr($table::Column::TopicId, Expr::value($into))
            .filter($table::Column::TopicId.eq($from))
            .exec(&**$tx)
            .await?;
    }};
}

async fn move_links(tx: &Tx, id: Uuid, into: Uuid) -> Result<(), DbErr> {
    move_pairs!(tx, profile_topic, ProfileId, id, into);
    move_pairs!(tx, topic_follow, ProfileId, id, into);
    move_pairs!(tx, session_topic, SessionId, id, into);
    move_pairs!(tx, submission_topic, SubmissionId, id, into);
    move_pairs!(tx, project_topic, ProjectId, id, into);
    entry::Entity::update_many()
        .col_expr(entry::Column::TopicId, Expr::value(into))
        .filter(entry::Column::TopicId.eq(id))
        .exec(&**tx)
        .await?;
    let known = crate::entity::connection::Column::TopicId;
    crate::entity::connection::Entity::update_many()
        .col_expr(known, Expr::value(into))
        .filter(known.eq(id))
        .exec(&**tx)
        .await?;
    crate::entity::cooperation::Entity::update_many()
        .col_expr(crate::entity::cooperation::Column::TopicId, Expr::value(into))
        .filter(crate::entity::cooperation::Column::TopicId.eq(id))
        .exec(&**tx)
        .await?;
    topic_alias::Entity::update_many()
        .col_expr(topic_alias::Column::TopicId, Expr::value(into))
        .filter(topic_alias::Column::TopicId.eq(id))
        .exec(&**tx)
        .await?;
    topic_proposal::Entity::update_many()
        .col_expr(topic_proposal::Column::TopicId, Expr::value(into))
        .filter(topic_proposal::Column::TopicId.eq(id))
        .exec(&**tx)
        .await?;
    topic::Entity::update_many()
        .col_expr(topic::Column::ParentId, Expr::value(into))
        .filter(topic::Column::ParentId.eq(id))
        .filter(topic::Column::Id.ne(into))
        .exec(&**tx)
        .await
        .map(|_| ())
}

/// Follows a topic, or no more. Twice is once.
pub async fn follow(store: &Store, member: &Member, topic: Uuid, follows: bool) -> Result<(), NetworkingError> {
    let tx = store.begin().await?;
    super::profile::hold(&tx, member.id()).await?;
    if follows {
        let row = topic_follow::ActiveModel {
            id: Set(tx.id()),
            profile_id: Set(member.id()),
            topic_id: Set(topic),
            told_at: Set(tx.now()),
        };
        let columns = [topic_follow::Column::ProfileId, topic_follow::Column::TopicId];
        let once = OnConflict::columns(columns).do_nothing().to_owned();
        topic_follow::Entity::insert(row).on_conflict(once).exec_without_returning(&*tx).await?;
    } else {
        topic_follow::Entity::delete_many()
            .filter(topic_follow::Column::ProfileId.eq(member.id()))
            .filter(topic_follow::Column::TopicId.eq(topic))
            .exec(&*tx)
            .await?;
    }
    Ok(tx.commit().await?)
}

/// Most proposals of one person that wait for an answer.
const OPEN_PROPOSALS: usize = 5;

/// Says which topic is missing. The same form sent twice is one proposal.
pub async fn propose(
    store: &Store,
    member: &Member,
    id: Uuid,
    (name, why): (&str, &str),
) -> Result<(), NetworkingError> {
    let tx = store.begin().await?;
    super::profile::hold(&tx, member.id()).await?;
    if topic_proposal::Entity::find_by_id(id).one(&*tx).await?.is_some() {
        return Ok(tx.rollback().await?);
    }
    let open = topic_proposal::Entity::find()
        .filter(topic_proposal::Column::ProfileId.eq(member.id()))
        .filter(topic_proposal::Column::DecidedAt.is_null())
        .count(&*tx)
        .await?;
    if open >= u64::try_from(OPEN_PROPOSALS).unwrap_or(u64::MAX) {
        return Err(NetworkingError::TooMany(OPEN_PROPOSALS));
    }
    let row = topic_proposal::ActiveModel {
        id: Set(id),
        congress_id: Set(member.congress),
        profile_id: Set(Some(member.id())),
        name: Set(name.to_owned()),
        why: Set(why.to_owned()),
        made_at: Set(tx.now()),
        decision: Set(None),
        answer: Set(String::new()),
        decided_at: Set(None),
        topic_id: Set(None),
    };
    topic_proposal::Entity::insert(row).exec_without_returning(&*tx).await?;
    let event = Event { congress: member.congress, object: id, name: name.to_owned(), what: What::TopicProposed };
    record(&tx, member.actor(), event).await?;
    Ok(tx.commit().await?)
}

/// Takes a proposed topic up, under its name, or refuses it; with what whoever proposed it reads. The first answer holds.
pub async fn decide(
    store: &Store,
    actor: &Actor,
    congress: Uuid,
    id: Uuid,
    (taken, answer): (bool, &str),
) -> Result<(), NetworkingError> {
    let tx = store.begin().await?;
    let host = congress::service::congress::hold_with_host(&tx, congress).await?.host_id;
    let row = topic_proposal::Entity::find()
        .filter(topic_proposal::Column::Id.eq(id))
        .filter(topic_proposal::Column::CongressId.eq(congress))
        .one(&*tx)
        .await?
        .ok_or(NetworkingError::Unknown)?;
    if row.decided_at.is_some() {
        return Err(NetworkingError::Answered);
    }
    let topic = if taken {
        let there = all(&tx, host).await?;
        let topic = tx.id();
        let new = Topic { name: Text::same(row.name.as_str()), ..Topic::default() };
        insert(&tx, host, topic, &there, &new).await?;
        if let Some(profile) = row.profile_id {
            let follow = topic_follow::ActiveModel {
                id: Set(tx.id()),
                profile_id: Set(profile),
                topic_id: Set(topic),
                told_at: Set(tx.now()),
            };
            topic_follow::Entity::insert(follow).exec_without_returning(&*tx).await?;
        }
        Some(topic)
    } else {
        None
    };
    let change = topic_proposal::ActiveModel {
        decision: Set(Some(if taken { Decision::Taken } else { Decision::Refused })),
        answer: Set(answer.to_owned()),
        decided_at: Set(Some(tx.now())),
        topic_id: Set(topic),
        ..Default::default()
    };
    topic_proposal::Entity::update_many().set(change).filter(topic_proposal::Column::Id.eq(id)).exec(&*tx).await?;
    finish(tx, actor, (congress, host, id), row.name, What::ProposalDecided { taken }).await
}
