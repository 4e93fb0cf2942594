//! Reads about congresses.

pub mod question;
pub mod waiting;

use crate::entity::{capacity, claim, congress, organisation, partner, passage, room, topic};
use base::Uuid;
use base::actor::Scope;
use sea_orm::sea_query::Expr;
use sea_orm::{
    ColumnTrait, DbErr, EntityTrait, FromQueryResult, JoinType, PaginatorTrait, QueryFilter, QueryOrder, QuerySelect,
    QueryTrait,
};
use std::collections::HashMap;
use store::Conn;

/// By its short name.
pub async fn by_slug(conn: &Conn, slug: &str) -> Result<Option<congress::Model>, DbErr> {
    congress::Entity::find().filter(congress::Column::Slug.eq(slug)).one(conn).await
}

/// By its id.
pub async fn by_id(conn: &Conn, id: Uuid) -> Result<Option<congress::Model>, DbErr> {
    congress::Entity::find().filter(congress::Column::Id.eq(id)).one(conn).await
}

/// All, newest first.
pub async fn all(conn: &Conn) -> Result<Vec<congress::Model>, DbErr> {
    congress::Entity::find().order_by_desc(congress::Column::StartsAt).all(conn).await
}

/// Who carries a congress.
#[derive(Clone, Debug)]
pub struct Partner {
    pub id: Uuid,
    pub name: String,
    pub kind: organisation::Kind,
    pub part: partner::Part,
    pub position: i32,
    /// Where its name leads; empty: nowhere.
    pub link: String,
}

/// What the public page shows of a congress, besides its tickets.
#[derive(Clone, Debug)]
pub struct Face {
    pub congress: congress::Model,
    pub passages: Vec<passage::Model>,
    pub partners: Vec<Partner>,
    pub topics: Vec<topic::Model>,
}

impl Face {
    /// The texts of one place, in their order.
    pub fn passages(&self, place: passage::Place) -> impl Iterator<Item = &passage::Model> {
        self.passages.iter().filter(move |p| p.place == place)
    }
}

/// The public face, in four statements.
pub async fn face(conn: &Conn, congress: congress::Model) -> Result<Face, DbErr> {
    let passages = passages(conn, congress.id).await?;
    let partners = partners(conn, congress.id).await?;
    let topics = topic::Entity::find()
        .filter(topic::Column::HostId.eq(congress.host_id))
        .order_by_asc(topic::Column::Position)
        .all(conn)
        .await?;
    Ok(Face { congress, passages, partners, topics })
}

/// Who carries a congress, in their order. Two statements.
pub async fn partners(conn: &Conn, congress: Uuid) -> Result<Vec<Partner>, DbErr> {
    let rows = partner::Entity::find()
        .filter(partner::Column::CongressId.eq(congress))
        .order_by_asc(partner::Column::Position)
        .order_by_asc(partner::Column::Id)
        .all(conn)
        .await?;
    let organisations = organisation::Entity::find()
        .filter(organisation::Column::Id.is_in(rows.iter().map(|row| row.organisation_id)))
        .all(conn)
        .await?;
    let organisations: HashMap<Uuid, organisation::Model> = organisations.into_iter().map(|o| (o.id, o)).collect();
    let partner = |row: partner::Model| {
        let organisation = organisations.get(&row.organisation_id)?;
        Some(Partner {
            id: row.id,
            name: organisation.name.clone(),
            kind: organisation.kind,
            part: row.part,
            position: row.position,
            link: row.link,
        })
    };
    Ok(rows.into_iter().filter_map(partner).collect())
}

/// All texts of a congress.
pub async fn passages(conn: &Conn, congress: Uuid) -> Result<Vec<passage::Model>, DbErr> {
    passage::Entity::find()
        .filter(passage::Column::CongressId.eq(congress))
        .order_by_asc(passage::Column::Position)
        .all(conn)
        .await
}

/// Whether it has a page on data protection.
pub async fn has_privacy(conn: &Conn, congress: Uuid) -> Result<bool, DbErr> {
    let page = passage::Entity::find()
        .filter(passage::Column::CongressId.eq(congress))
        .filter(passage::Column::Place.eq(passage::Place::Page))
        .filter(passage::Column::Slug.eq("privacy"));
    Ok(page.count(conn).await? > 0)
}

/// The texts of several congresses.
pub async fn passages_of(conn: &Conn, congresses: &[Uuid]) -> Result<Vec<passage::Model>, DbErr> {
    passage::Entity::find().filter(passage::Column::CongressId.is_in(congresses.iter().copied())).all(conn).await
}

/// The rooms, in their order.
pub async fn rooms(conn: &Conn, congress: Uuid) -> Result<Vec<room::Model>, DbErr> {
    room::Entity::find()
        .filter(room::Column::CongressId.eq(congress))
        .order_by_asc(room::Column::Position)
        .all(conn)
        .await
}

/// Capacities by id.
pub async fn capacities(conn: &Conn, ids: &[Uuid]) -> Result<HashMap<Uuid, capacity::Model>, DbErr> {
    let rows = capacity::Entity::find().filter(capacity::Column::Id.is_in(ids.iter().copied())).all(conn).await?;
    Ok(rows.into_iter().map(|c| (c.id, c)).collect())
}

/// A capacity whose count does not agree with its claims: there must be none, ever.
#[derive(Clone, Debug, FromQueryResult)]
pub struct Leak {
    pub id: Uuid,
    pub taken: i32,
    pub claimed: i64,
}

/// Where the count and the claims disagree.
pub async fn leaks(conn: &Conn) -> Result<Vec<Leak>, DbErr> {
    let claimed =
        Expr::cust("cast(coalesce(sum(CASE WHEN claim.freed_at IS NULL THEN claim.n ELSE 0 END), 0) as bigint)");
    capacity::Entity::find()
        .select_only()
        .column(capacity::Column::Id)
        .column(capacity::Column::Taken)
        .column_as(claimed, "claimed")
        .join_rev(
            JoinType::LeftJoin,
            claim::Entity::belongs_to(capacity::Entity).from(claim::Column::CapacityId).to(capacity::Column::Id).into(),
        )
        .group_by(capacity::Column::Id)
        .group_by(capacity::Column::Taken)
        .having(Expr::cust(
            "capacity.taken <> coalesce(sum(CASE WHEN claim.freed_at IS NULL THEN claim.n ELSE 0 END), 0)",
        ))
        .into_model::<Leak>()
        .all(conn)
        .await
}

/// In the order of their short names, those of a scope after one of them.
pub async fn after(conn: &Conn, scope: &Scope, slug: Option<&str>, limit: u64) -> Result<Vec<congress::Model>, DbErr> {
    let mut find = congress::Entity::find().order_by_asc(congress::Column::Slug).limit(limit);
    if let Scope::Only(congresses) = scope {
        find = find.filter(congress::Column::Id.is_in(congresses.iter().copied()));
    }
    if let Some(slug) = slug {
        find = find.filter(congress::Column::Slug.gt(slug));
    }
    find.all(conn).await
}

/// The bodies that the host of a congress knows. One statement.
pub async fn organisations(conn: &Conn, congress: Uuid) -> Result<Vec<organisation::Model>, DbErr> {
    let host = congress::Entity::find()
        .select_only()
        .column(congress::Column::HostId)
        .filter(congress::Column::Id.eq(congress))
        .into_query();
    organisation::Entity::find()
        .filter(organisation::Column::HostId.in_subquery(host))
        .order_by_asc(organisation::Column::Name)
        .all(conn)
        .await
}

/// The edition before a congress: the last one of its host that begins earlier. Two statements.
pub async fn edition_before(conn: &Conn, congress: Uuid) -> Result<Option<congress::Model>, DbErr> {
    let Some(this) = by_id(conn, congress).await? else { return Ok(None) };
    congress::Entity::find()
        .filter(congress::Column::HostId.eq(this.host_id))
        .filter(congress::Column::StartsAt.lt(this.starts_at))
        .order_by_desc(congress::Column::StartsAt)
        .one(conn)
        .await
}
