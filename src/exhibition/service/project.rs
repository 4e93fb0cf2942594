//! Projects.

use super::{called, done};
use crate::ExhibitionError;
use crate::entity::{project, project_topic};
use crate::event::What;
use base::{Actor, Text, Uuid, contact, name};
use congress::rules::{check_lines, check_name, check_texts, free_slug};
use identity::entity::mailbox;
use identity::service::mailbox::mailbox_for;
use sea_orm::{ActiveModelTrait, ActiveValue::Set, ColumnTrait, EntityTrait, IntoActiveModel, QueryFilter, QueryOrder};
use serde::Serialize;
use serde_json::json;
use std::collections::BTreeSet;
use store::event::changes;
use store::{Conn, DbErr, Store, Tx};
use ticket::order_code;
use web::form::Seen;

/// What is said of a project.
#[derive(Clone, Debug, Default, PartialEq, Serialize)]
pub struct Project {
    pub title: Text,
    pub summary: Text,
    pub description: Text,
    pub organisation: String,
    /// One a line.
    pub partners: String,
    pub offers: Text,
    pub seeks: Text,
    /// Whom the team writes to; empty: nobody. The log does not keep it.
    #[serde(skip)]
    pub contact: String,
    #[serde(skip)]
    pub topics: BTreeSet<Uuid>,
    pub needs_power: bool,
    pub needs_screen: bool,
    pub needs_space: bool,
    pub wants_stage: bool,
    pub published: bool,
}

impl Project {
    /// As it is kept. Two statements.
    pub async fn load(conn: &Conn, row: &project::Model) -> Result<Self, DbErr> {
        let topics = project_topic::Entity::find()
            .filter(project_topic::Column::ProjectId.eq(row.id))
            .order_by_asc(project_topic::Column::TopicId)
            .all(conn)
            .await?;
        let contact = match row.mailbox_id {
            Some(id) => mailbox::Entity::find().filter(mailbox::Column::Id.eq(id)).one(conn).await?,
            None => None,
        };
        Ok(Self {
            title: row.title.0.clone(),
            summary: row.summary.0.clone(),
            description: row.description.0.clone(),
            organisation: row.organisation.clone(),
            partners: row.partners.clone(),
            offers: row.offers.0.clone(),
            seeks: row.seeks.0.clone(),
            contact: contact.map(|row| row.address).unwrap_or_default(),
            topics: topics.into_iter().map(|row| row.topic_id).collect(),
            needs_power: row.needs_power,
            needs_screen: row.needs_screen,
            needs_space: row.needs_space,
            wants_stage: row.wants_stage,
            published: row.published_at.is_some(),
        })
    }

    fn check(&self) -> Result<(), ExhibitionError> {
        check_name(&self.title)?;
        let lines: Vec<String> = self.partners.lines().map(str::to_owned).collect();
        check_lines(&lines.iter().chain([&self.organisation]).collect::<Vec<_>>())?;
        Ok(check_texts(&[&self.summary, &self.description, &self.offers, &self.seeks])?)
    }

    /// What one finds it by.
    fn search(&self) -> String {
        let texts = [&self.title, &self.summary, &self.offers, &self.seeks];
        let words = texts.iter().flat_map(|text| [text.de.as_str(), text.en.as_str()]);
        let words: Vec<&str> = words.chain([self.organisation.as_str(), self.partners.as_str()]).collect();
        name::fold(&words.join(" "))
    }

    /// Writes it into its row.
    async fn fill(&self, tx: &Tx, host: Uuid, row: &mut project::Model) -> Result<(), ExhibitionError> {
        row.mailbox_id = match contact::normalise(&self.contact) {
            address if address.is_empty() => None,
            address => Some(mailbox_for(tx, host, &address, base::Language::De).await?.id),
        };
        row.search = self.search();
        row.title = self.title.clone().into();
        row.summary = self.summary.clone().into();
        row.description = self.description.clone().into();
        row.organisation = name::clean(&self.organisation);
        row.partners = lines(&self.partners);
        row.offers = self.offers.clone().into();
        row.seeks = self.seeks.clone().into();
        row.needs_power = self.needs_power;
        row.needs_screen = self.needs_screen;
        row.needs_space = self.needs_space;
        row.wants_stage = self.wants_stage;
        row.published_at = self.published.then(|| row.published_at.unwrap_or(tx.now()));
        row.changed_at = tx.now();
        Ok(())
    }
}

/// Names, one a line, without empty ones.
pub(super) fn lines(typed: &str) -> String {
    typed.lines().map(name::clean).filter(|line| !line.is_empty()).collect::<Vec<_>>().join("\n")
}

/// Adds a project. If one with this `id` is there already, nothing changes: the form was sent twice.
pub async fn add(store: &Store, actor: &Actor, congress: Uuid, id: Uuid, new: Project) -> Result<(), ExhibitionError> {
    new.check()?;
    let tx = store.begin().await?;
    let host = congress::service::congress::hold(&tx, congress).await?.host_id;
    if one(&tx, congress, id).await?.is_some() {
        return Ok(tx.rollback().await?);
    }
    let code = order_code(tx.chance().bytes::<16>());
    let mut row = blank(&tx, (congress, id), &code, &called(&new.title)).await?;
    new.fill(&tx, host, &mut row).await?;
    project::Entity::insert(row.into_active_model()).exec_without_returning(&*tx).await?;
    about(&tx, host, id, &new.topics).await?;
    let (changed, name) = (changes(&json!({}), &new), called(&new.title));
    done(tx, actor, (congress, id), name, What::ProjectAdded { changed }).await
}

/// A project of which nothing is said yet: with this code, or another if one has it, and a short name of its own.
pub(super) async fn blank(
    tx: &Tx,
    (congress, id): (Uuid, Uuid),
    code: &str,
    title: &str,
) -> Result<project::Model, DbErr> {
    let all = project::Entity::find().filter(project::Column::CongressId.eq(congress)).all(&**tx).await?;
    let mut code = code.to_owned();
    while all.iter().any(|row| row.code == code) {
        code = order_code(tx.chance().bytes::<16>());
    }
    Ok(project::Model {
        id,
        congress_id: congress,
        code,
        slug: free_slug(title, |slug| all.iter().any(|row| row.slug == slug)),
        title: Text::default().into(),
        summary: Text::default().into(),
        description: Text::default().into(),
        organisation: String::new(),
        partners: String::new(),
        offers: Text::default().into(),
        seeks: Text::default().into(),
        mailbox_id: None,
        needs_power: false,
        needs_screen: false,
        needs_space: false,
        wants_stage: false,
        published_at: None,
        session_id: None,
        stand_id: None,
        said: None,
        search: String::new(),
        created_at: tx.now(),
        changed_at: tx.now(),
    })
}

/// Changes what is said of a project.
pub async fn change(
    store: &Store,
    actor: &Actor,
    congress: Uuid,
    id: Uuid,
    new: Project,
    seen: &Seen,
) -> Result<(), ExhibitionError> {
    new.check()?;
    let tx = store.begin().await?;
    let host = congress::service::congress::hold(&tx, congress).await?.host_id;
    let mut row = one(&tx, congress, id).await?.ok_or(ExhibitionError::Unknown)?;
    let old = Project::load(&tx, &row).await?;
    if old == new {
        return Ok(tx.rollback().await?);
    }
    seen.check(&shown(&old))?;
    new.fill(&tx, host, &mut row).await?;
    project::Entity::update(row.into_active_model().reset_all()).exec(&*tx).await?;
    about(&tx, host, id, &new.topics).await?;
    let (changed, name) = (changes(&old, &new), called(&new.title));
    done(tx, actor, (congress, id), name, What::ProjectChanged { changed }).await
}

/// Removes a project that did not come of a submission; its stand is free. One that did is withdrawn or cancelled there. One
/// that is gone already is gone: that is no error.
pub async fn remove(store: &Store, actor: &Actor, congress: Uuid, id: Uuid) -> Result<(), ExhibitionError> {
    let tx = store.begin().await?;
    congress::service::congress::hold(&tx, congress).await?;
    let Some(row) = one(&tx, congress, id).await? else { return Ok(tx.rollback().await?) };
    if is_submitted(&tx, id).await? {
        return Err(ExhibitionError::Submitted);
    }
    project_topic::Entity::delete_many().filter(project_topic::Column::ProjectId.eq(id)).exec(&*tx).await?;
    project::Entity::delete_many().filter(project::Column::Id.eq(id)).exec(&*tx).await?;
    done(tx, actor, (congress, id), called(&row.title), What::ProjectRemoved).await
}

/// Whether a project came of a submission, whose id it then has. One statement.
pub async fn is_submitted(conn: &Conn, id: Uuid) -> Result<bool, DbErr> {
    Ok(programme::entity::submission::Entity::find_by_id(id).one(conn).await?.is_some())
}

/// Says what it is about. Whether that is something else than before.
pub(super) async fn set_topics(tx: &Tx, id: Uuid, topics: &BTreeSet<Uuid>) -> Result<bool, DbErr> {
    let of_project = || project_topic::Column::ProjectId.eq(id);
    let there = project_topic::Entity::find().filter(of_project()).all(&**tx).await?;
    if there.iter().map(|row| row.topic_id).collect::<BTreeSet<_>>() == *topics {
        return Ok(false);
    }
    project_topic::Entity::delete_many().filter(of_project()).exec(&**tx).await?;
    let row =
        |topic: &Uuid| project_topic::ActiveModel { id: Set(tx.id()), project_id: Set(id), topic_id: Set(*topic) };
    let rows: Vec<_> = topics.iter().map(row).collect();
    if !rows.is_empty() {
        project_topic::Entity::insert_many(rows).exec_without_returning(&**tx).await?;
    }
    Ok(true)
}

/// What a form of it shows.
pub fn shown(project: &Project) -> impl Serialize + use<> {
    (project.clone(), project.contact.clone(), project.topics.clone())
}

/// Says what it is about: topics of the host, no others.
async fn about(tx: &Tx, host: Uuid, id: Uuid, topics: &BTreeSet<Uuid>) -> Result<(), ExhibitionError> {
    use congress::entity::topic;
    project_topic::Entity::delete_many().filter(project_topic::Column::ProjectId.eq(id)).exec(&**tx).await?;
    let known = topic::Entity::find()
        .filter(topic::Column::HostId.eq(host))
        .filter(topic::Column::Id.is_in(topics.iter().copied()))
        .all(&**tx)
        .await?;
    if known.is_empty() {
        return Ok(());
    }
    let rows = known.iter().map(|topic| project_topic::ActiveModel {
        id: Set(tx.id()),
        project_id: Set(id),
        topic_id: Set(topic.id),
    });
    project_topic::Entity::insert_many(rows).exec_without_returning(&**tx).await?;
    Ok(())
}

pub(super) async fn one(tx: &Tx, congress: Uuid, id: Uuid) -> Result<Option<project::Model>, ExhibitionError> {
    let find =
        project::Entity::find().filter(project::Column::Id.eq(id)).filter(project::Column::CongressId.eq(congress));
    Ok(find.one(&**tx).await?)
}
