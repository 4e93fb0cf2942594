//! What somebody marked.

use crate::entity::star::{Column, Entity, HolderKind};
use base::Uuid;
use sea_orm::{ColumnTrait, Condition, EntityTrait, QueryFilter, QueryOrder, QuerySelect};
use store::{Conn, DbErr};

/// Whose marks: of the link that proved it. Nobody else sees them; who plans sees how many
/// marked a session (`query/plan/count.rs`).
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct Holder {
    pub congress: Uuid,
    pub kind: HolderKind,
    pub id: Uuid,
    /// The link's.
    pub generation: i32,
}

impl Holder {
    pub(crate) fn condition(&self) -> Condition {
        Condition::all()
            .add(Column::HolderKind.eq(self.kind))
            .add(Column::HolderId.eq(self.id))
            .add(Column::Generation.eq(self.generation))
    }
}

/// The sessions, in the order in which they were marked. One statement.
pub async fn of_holder(conn: &Conn, holder: &Holder) -> Result<Vec<Uuid>, DbErr> {
    Entity::find()
        .select_only()
        .column(Column::SessionId)
        .filter(holder.condition())
        .order_by_asc(Column::Id)
        .into_tuple()
        .all(conn)
        .await
}
