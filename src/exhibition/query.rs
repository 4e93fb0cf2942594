//! Reads: projects with their topics and stands, halls with theirs.

use crate::entity::{hall, project, project_topic, stand};
use base::{Uuid, name};
use congress::entity::topic;
use sea_orm::{ColumnTrait, DbErr, EntityTrait, QueryFilter, QueryOrder, QuerySelect, QueryTrait};
use std::collections::{HashMap, HashSet};
use store::Conn;

/// A project, what it is about and where it stands.
#[derive(Clone, Debug)]
pub struct ProjectView {
    pub project: project::Model,
    pub topics: Vec<topic::Model>,
    pub stand: Option<(stand::Model, hall::Model)>,
}

/// Whether a project is about a topic.
pub async fn has_topics(conn: &Conn, congress: Uuid) -> Result<bool, DbErr> {
    let own = project::Entity::find().select_only().column(project::Column::Id);
    let own = own.filter(project::Column::CongressId.eq(congress)).into_query();
    let find = project_topic::Entity::find().filter(project_topic::Column::ProjectId.in_subquery(own));
    Ok(find.one(conn).await?.is_some())
}

/// Who sees it.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Which {
    All,
    /// What is published.
    Published,
}

/// All projects of a congress, by their stands' halls and numbers, then those without. Five statements.
pub async fn projects(conn: &Conn, congress: Uuid, which: Which) -> Result<Vec<ProjectView>, DbErr> {
    let mut find = project::Entity::find().filter(project::Column::CongressId.eq(congress));
    if which == Which::Published {
        find = find.filter(project::Column::PublishedAt.is_not_null());
    }
    let rows = find.order_by_asc(project::Column::Id).all(conn).await?;
    let halls = halls_of(conn, congress).await?;
    let stands = stands_of(conn, congress).await?;
    let of = project_topic::Entity::find()
        .filter(project_topic::Column::ProjectId.is_in(rows.iter().map(|row| row.id)))
        .all(conn)
        .await?;
    let ids: HashSet<Uuid> = of.iter().map(|row| row.topic_id).collect();
    let topics = topic::Entity::find()
        .filter(topic::Column::Id.is_in(ids))
        .order_by_asc(topic::Column::Position)
        .all(conn)
        .await?;
    let mut about: HashMap<Uuid, HashSet<Uuid>> = HashMap::new();
    for row in of {
        about.entry(row.project_id).or_default().insert(row.topic_id);
    }
    let stands: HashMap<Uuid, &stand::Model> = stands.iter().map(|row| (row.id, row)).collect();
    let view = |project: project::Model| {
        let mine = about.get(&project.id);
        let topics = topics.iter().filter(|topic| mine.is_some_and(|mine| mine.contains(&topic.id))).cloned().collect();
        let stand = project.stand_id.and_then(|id| stands.get(&id));
        let stand = stand.and_then(|stand| {
            let hall = halls.iter().find(|hall| hall.id == stand.hall_id)?;
            Some(((*stand).clone(), hall.clone()))
        });
        ProjectView { project, topics, stand }
    };
    let mut all: Vec<ProjectView> = rows.into_iter().map(view).collect();
    all.sort_by_cached_key(|view| {
        let place = view.stand.as_ref().map(|(stand, hall)| (hall.position, hall.id, natural(&stand.number)));
        (place.is_none(), place, name::fold(view.project.title.in_language(base::Language::De)))
    });
    Ok(all)
}

/// Whether everybody sees any project.
pub async fn any_published(conn: &Conn, congress: Uuid) -> Result<bool, DbErr> {
    let one = project::Entity::find()
        .filter(project::Column::CongressId.eq(congress))
        .filter(project::Column::PublishedAt.is_not_null())
        .one(conn)
        .await?;
    Ok(one.is_some())
}

/// Stand 2 comes before stand 12.
pub fn natural(number: &str) -> Vec<(String, u64)> {
    let mut parts = vec![];
    let mut rest = number;
    while !rest.is_empty() {
        let (word, after) = rest.split_at(rest.find(|c: char| c.is_ascii_digit()).unwrap_or(rest.len()));
        let (digits, after) = after.split_at(after.find(|c: char| !c.is_ascii_digit()).unwrap_or(after.len()));
        parts.push((word.to_owned(), digits.parse().unwrap_or(u64::MAX)));
        rest = after;
    }
    parts
}

/// A hall with its stands.
#[derive(Clone, Debug)]
pub struct HallView {
    pub hall: hall::Model,
    /// By their numbers.
    pub stands: Vec<stand::Model>,
}

/// All halls of a congress with their stands. Two statements.
pub async fn halls(conn: &Conn, congress: Uuid) -> Result<Vec<HallView>, DbErr> {
    let mut stands = stands_of(conn, congress).await?;
    stands.sort_by_cached_key(|stand| natural(&stand.number));
    let halls = halls_of(conn, congress).await?;
    let view = |hall: hall::Model| {
        let stands = stands.iter().filter(|stand| stand.hall_id == hall.id).cloned().collect();
        HallView { hall, stands }
    };
    Ok(halls.into_iter().map(view).collect())
}

async fn halls_of(conn: &Conn, congress: Uuid) -> Result<Vec<hall::Model>, DbErr> {
    hall::Entity::find()
        .filter(hall::Column::CongressId.eq(congress))
        .order_by_asc(hall::Column::Position)
        .order_by_asc(hall::Column::Id)
        .all(conn)
        .await
}

async fn stands_of(conn: &Conn, congress: Uuid) -> Result<Vec<stand::Model>, DbErr> {
    stand::Entity::find().filter(stand::Column::CongressId.eq(congress)).order_by_asc(stand::Column::Id).all(conn).await
}

/// The topics of the host of a congress, in their order.
pub async fn topics(conn: &Conn, host: Uuid) -> Result<Vec<topic::Model>, DbErr> {
    topic::Entity::find().filter(topic::Column::HostId.eq(host)).order_by_asc(topic::Column::Position).all(conn).await
}

/// What a list of projects is narrowed to.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct Filter {
    /// A topic's short name; empty: all.
    pub topic: String,
    pub organisation: String,
    /// Every word must be found.
    pub words: String,
}

impl Filter {
    pub fn is_empty(&self) -> bool {
        *self == Self::default()
    }

    /// Whether a project is among what is asked for.
    pub fn takes(&self, view: &ProjectView) -> bool {
        let project = &view.project;
        (self.topic.is_empty() || view.topics.iter().any(|topic| topic.slug == self.topic))
            && (self.organisation.is_empty() || project.organisation == self.organisation)
            && name::fold(&self.words).split_whitespace().all(|word| project.search.contains(word))
    }
}
