//! Who was invited, and what they answered.

use crate::entity::invitation::{Column, Entity, Model};
use base::Uuid;
use sea_orm::{ColumnTrait, EntityTrait, QueryFilter, QueryOrder};
use store::{Conn, DbErr};

/// To a session, at any of its times: those that hold, those who speak first, then by name.
pub async fn to(conn: &Conn, congress: Uuid, session: Uuid) -> Result<Vec<Model>, DbErr> {
    Entity::find()
        .filter(Column::CongressId.eq(congress))
        .filter(Column::SessionId.eq(session))
        .filter(Column::CancelledAt.is_null())
        .order_by_desc(Column::Role)
        .order_by_asc(Column::Name)
        .order_by_asc(Column::Id)
        .all(conn)
        .await
}
