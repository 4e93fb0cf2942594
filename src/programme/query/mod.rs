//! Reads.

pub mod booking;
pub mod call;
pub mod exchange;
pub mod history;
pub mod plan;
pub mod public;
pub mod release;
pub mod review;
pub mod session;
pub mod speaker;
pub mod speaking;
pub mod star;
pub mod submission;

pub use release::held;

use crate::entity::{programme, release as table, session as row, session_topic, session_type};
use crate::exchange::table::Named;
use base::Uuid;
use congress::entity::track;
use sea_orm::{ColumnTrait, EntityTrait, QueryFilter, QueryOrder, QuerySelect, QueryTrait};
use store::{Conn, DbErr};

/// The newest release: what the public sees.
pub async fn newest(conn: &Conn, congress: Uuid) -> Result<Option<table::Model>, DbErr> {
    table::Entity::find()
        .filter(table::Column::CongressId.eq(congress))
        .order_by_desc(table::Column::Number)
        .one(conn)
        .await
}

/// All releases, newest first.
pub async fn releases(conn: &Conn, congress: Uuid) -> Result<Vec<table::Model>, DbErr> {
    table::Entity::find()
        .filter(table::Column::CongressId.eq(congress))
        .order_by_desc(table::Column::Number)
        .all(conn)
        .await
}

/// Whether a session is about a topic.
pub async fn has_topics(conn: &Conn, congress: Uuid) -> Result<bool, DbErr> {
    let own = row::Entity::find().select_only().column(row::Column::Id);
    let own = own.filter(row::Column::CongressId.eq(congress)).into_query();
    let find = session_topic::Entity::find().filter(session_topic::Column::SessionId.in_subquery(own));
    Ok(find.one(conn).await?.is_some())
}

/// Which draft there is: another number after each change.
pub async fn draft(conn: &Conn, congress: Uuid) -> Result<i64, DbErr> {
    let row = programme::Entity::find().filter(programme::Column::CongressId.eq(congress)).one(conn).await?;
    Ok(row.map_or(0, |row| row.draft))
}

/// Tracks in their order.
pub async fn tracks(conn: &Conn, congress: Uuid) -> Result<Vec<track::Model>, DbErr> {
    track::Entity::find()
        .filter(track::Column::CongressId.eq(congress))
        .order_by_asc(track::Column::Position)
        .order_by_asc(track::Column::Id)
        .all(conn)
        .await
}

/// Kinds of sessions in their order.
pub async fn session_types(conn: &Conn, congress: Uuid) -> Result<Vec<session_type::Model>, DbErr> {
    session_type::Entity::find()
        .filter(session_type::Column::CongressId.eq(congress))
        .order_by_asc(session_type::Column::Position)
        .order_by_asc(session_type::Column::Id)
        .all(conn)
        .await
}

/// What sessions name by ids: tracks, types, rooms. Three statements.
pub async fn named(conn: &Conn, congress: Uuid) -> Result<Named, DbErr> {
    Ok(Named {
        tracks: tracks(conn, congress).await?,
        types: session_types(conn, congress).await?,
        rooms: congress::query::rooms(conn, congress).await?,
    })
}
