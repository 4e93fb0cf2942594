//! Topics with what there is on them, as somebody sees it.

use super::Look;
use super::cooperation::{self, CooperationLine};
use super::entry::{self, EntryView};
use super::person::{self, PersonView};
use crate::entity::entry::Side;
use crate::entity::{profile, profile_topic, topic_alias, topic_follow};
use crate::service::topic::all;
use base::Uuid;
use congress::entity::{organisation, topic};
use exhibition::entity::{project, project_topic};
use programme::entity::{released_slot, session, session_topic};
use sea_orm::{ColumnTrait, DbErr, EntityTrait, QueryFilter, QueryOrder, QuerySelect, QueryTrait};
use std::collections::{HashMap, HashSet};
use store::Conn;

/// A topic in the tree, with how much there is on it, without what stands below it.
#[derive(Clone, Debug)]
pub struct TopicView {
    pub topic: topic::Model,
    /// How far down it stands: 0 is at the top.
    pub depth: usize,
    pub people: i64,
    pub offers: i64,
    pub needs: i64,
}

/// The tree in the order of reading: each topic, then what stands below it.
pub fn in_order(all: Vec<topic::Model>) -> Vec<(topic::Model, usize)> {
    let mut below: HashMap<Option<Uuid>, Vec<topic::Model>> = HashMap::new();
    let there: HashSet<Uuid> = all.iter().map(|row| row.id).collect();
    for row in all {
        let parent = row.parent_id.filter(|parent| there.contains(parent));
        below.entry(parent).or_default().push(row);
    }
    let mut ordered = vec![];
    let mut open: Vec<(topic::Model, usize)> =
        below.remove(&None).unwrap_or_default().into_iter().rev().map(|row| (row, 0)).collect();
    while let Some((row, depth)) = open.pop() {
        let children = below.remove(&Some(row.id)).unwrap_or_default();
        open.extend(children.into_iter().rev().map(|child| (child, depth + 1)));
        ordered.push((row, depth));
    }
    ordered
}

/// All topics of a host with their figures. Three statements.
pub async fn topics(conn: &Conn, look: &Look, host: Uuid) -> Result<Vec<TopicView>, DbErr> {
    let people = people_of_each(conn, look).await?;
    let entries = entry::counts(conn, look).await?;
    let count = |topic: Uuid, side: Side| entries.get(&(topic, side)).copied().unwrap_or_default();
    let view = |(topic, depth): (topic::Model, usize)| TopicView {
        people: people.get(&topic.id).copied().unwrap_or_default(),
        offers: count(topic.id, Side::Offer),
        needs: count(topic.id, Side::Need),
        topic,
        depth,
    };
    Ok(in_order(all(conn, host).await?).into_iter().map(view).collect())
}

async fn people_of_each(conn: &Conn, look: &Look) -> Result<HashMap<Uuid, i64>, DbErr> {
    let rows = profile_topic::Entity::find()
        .select_only()
        .column(profile_topic::Column::TopicId)
        .column_as(profile_topic::Column::Id.count(), "n")
        .filter(profile_topic::Column::Level.is_in(look.levels()))
        .filter(profile_topic::Column::ProfileId.in_subquery(look.listed()))
        .group_by(profile_topic::Column::TopicId)
        .into_tuple::<(Uuid, i64)>()
        .all(conn)
        .await?;
    Ok(rows.into_iter().collect())
}

/// A topic by its short name, or by one that it had before; then with the one that it has.
pub async fn by_slug(conn: &Conn, host: Uuid, slug: &str) -> Result<Option<topic::Model>, DbErr> {
    let find = topic::Entity::find().filter(topic::Column::HostId.eq(host)).filter(topic::Column::Slug.eq(slug));
    if let Some(found) = find.one(conn).await? {
        return Ok(Some(found));
    }
    let alias = topic_alias::Entity::find()
        .filter(topic_alias::Column::HostId.eq(host))
        .filter(topic_alias::Column::Slug.eq(slug))
        .one(conn)
        .await?;
    let Some(alias) = alias else { return Ok(None) };
    topic::Entity::find().filter(topic::Column::Id.eq(alias.topic_id)).one(conn).await
}

/// A slot of the programme on a topic.
#[derive(Clone, Debug)]
pub struct SessionLine {
    pub code: String,
    pub title: base::Text,
    pub span: (base::Time, base::Time),
}

/// A project on a topic.
#[derive(Clone, Debug)]
pub struct ProjectLine {
    pub code: String,
    pub title: base::Text,
    pub organisation: String,
}

/// Everything on one topic.
#[derive(Clone, Debug)]
pub struct TopicPage {
    pub topic: topic::Model,
    pub above: Option<topic::Model>,
    pub below: Vec<topic::Model>,
    pub people: Vec<PersonView>,
    pub people_count: u64,
    pub kinds: Vec<(organisation::Kind, i64)>,
    pub bodies: i64,
    pub offers: Vec<EntryView>,
    pub offer_count: u64,
    pub needs: Vec<EntryView>,
    pub need_count: u64,
    pub sessions: Vec<SessionLine>,
    pub projects: Vec<ProjectLine>,
    pub cooperations: Vec<CooperationLine>,
    /// Whether whoever looks follows it.
    pub follows: bool,
}

/// So many offers, needs and people the page of a topic shows; the directory has all.
const SHOWN: u64 = 6;

/// Some forty statements at most, whatever there is on it.
pub async fn page(conn: &Conn, look: &Look, topic: topic::Model) -> Result<TopicPage, DbErr> {
    let tree = all(conn, topic.host_id).await?;
    let above = topic.parent_id.and_then(|id| tree.iter().find(|row| row.id == id)).cloned();
    let below = tree.into_iter().filter(|row| row.parent_id == Some(topic.id)).collect();
    let on = vec![topic.id];
    let who = person::Filter { topics: on.clone(), ..person::Filter::default() };
    let (people, people_count) = person::people(conn, look, &who, (0, SHOWN)).await?;
    let kinds = person::kinds(conn, look, &who).await?;
    let of = |side| entry::Filter { side: Some(side), topics: on.clone(), ..entry::Filter::default() };
    let (offers, offer_count) = entry::entries(conn, look, &of(Side::Offer), (0, SHOWN)).await?;
    let (needs, need_count) = entry::entries(conn, look, &of(Side::Need), (0, SHOWN)).await?;
    let follows = match look.viewer {
        Some(viewer) => {
            let follow = topic_follow::Entity::find()
                .filter(topic_follow::Column::ProfileId.eq(viewer))
                .filter(topic_follow::Column::TopicId.eq(topic.id));
            follow.one(conn).await?.is_some()
        }
        None => false,
    };
    Ok(TopicPage {
        bodies: bodies(conn, look, topic.id).await?,
        sessions: sessions(conn, look.congress, topic.id).await?,
        projects: projects(conn, look.congress, topic.id).await?,
        cooperations: cooperation::of_topic(conn, look, topic.id).await?,
        topic,
        above,
        below,
        people,
        people_count,
        kinds,
        offers,
        offer_count,
        needs,
        need_count,
        follows,
    })
}

/// How many bodies work on it, as far as that shows.
async fn bodies(conn: &Conn, look: &Look, topic: Uuid) -> Result<i64, DbErr> {
    let on = profile_topic::Entity::find()
        .select_only()
        .column(profile_topic::Column::ProfileId)
        .filter(profile_topic::Column::TopicId.eq(topic))
        .filter(profile_topic::Column::Level.is_in(look.levels()));
    let n = profile::Entity::find()
        .select_only()
        .column(profile::Column::OrganisationId)
        .distinct()
        .filter(profile::Column::Id.in_subquery(look.listed()))
        .filter(profile::Column::Id.in_subquery(on.into_query()))
        .filter(profile::Column::OrganisationLevel.is_in(look.levels()))
        .filter(profile::Column::OrganisationId.is_not_null())
        .into_tuple::<Uuid>()
        .all(conn)
        .await?;
    Ok(i64::try_from(n.len()).unwrap_or(i64::MAX))
}

/// What the newest release has on a topic, in its order there.
async fn sessions(conn: &Conn, congress: Uuid, topic: Uuid) -> Result<Vec<SessionLine>, DbErr> {
    let Some(newest) = programme::query::newest(conn, congress).await? else { return Ok(vec![]) };
    let on = session_topic::Entity::find()
        .select_only()
        .column(session_topic::Column::SessionId)
        .filter(session_topic::Column::TopicId.eq(topic));
    let slots = released_slot::Entity::find()
        .filter(released_slot::Column::ReleaseId.eq(newest.id))
        .filter(released_slot::Column::SessionId.in_subquery(on.into_query()))
        .order_by_asc(released_slot::Column::StartsAt)
        .all(conn)
        .await?;
    let rows = session::Entity::find()
        .filter(session::Column::Id.is_in(slots.iter().filter_map(|slot| slot.session_id)))
        .filter(session::Column::CancelledAt.is_null())
        .all(conn)
        .await?;
    let mut seen = HashSet::new();
    let line = |slot: &released_slot::Model| {
        let row = rows.iter().find(|row| Some(row.id) == slot.session_id)?;
        seen.insert(row.id).then(|| SessionLine {
            code: row.code.clone(),
            title: row.title.0.clone(),
            span: (slot.starts_at, slot.ends_at),
        })
    };
    Ok(slots.iter().filter_map(line).collect())
}

async fn projects(conn: &Conn, congress: Uuid, topic: Uuid) -> Result<Vec<ProjectLine>, DbErr> {
    let on = project_topic::Entity::find()
        .select_only()
        .column(project_topic::Column::ProjectId)
        .filter(project_topic::Column::TopicId.eq(topic));
    let rows = project::Entity::find()
        .filter(project::Column::CongressId.eq(congress))
        .filter(project::Column::PublishedAt.is_not_null())
        .filter(project::Column::Id.in_subquery(on.into_query()))
        .order_by_asc(project::Column::CreatedAt)
        .order_by_asc(project::Column::Id)
        .all(conn)
        .await?;
    let line = |row: project::Model| ProjectLine { code: row.code, title: row.title.0, organisation: row.organisation };
    Ok(rows.into_iter().map(line).collect())
}
