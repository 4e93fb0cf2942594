//! Gates.

use crate::entity::{device, gate};
use crate::service::gate::{AREA, MAIN, main_name};
use base::{Text, Uuid};
use sea_orm::sea_query::{Expr, ExprTrait, IntoCondition};
use sea_orm::{ColumnTrait, DbErr, EntityTrait, JoinType, QueryFilter, QueryOrder, QuerySelect};
use store::Conn;

/// A gate as the door shows it.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct GateView {
    pub slug: String,
    pub name: Text,
    pub area: String,
}

/// By its short name.
pub async fn by_slug(conn: &Conn, congress: Uuid, slug: &str) -> Result<Option<gate::Model>, DbErr> {
    gate::Entity::find()
        .filter(gate::Column::CongressId.eq(congress))
        .filter(gate::Column::Slug.eq(slug))
        .one(conn)
        .await
}

/// By its short name, with the device of an operator at it.
pub async fn with_device(
    conn: &Conn,
    congress: Uuid,
    slug: &str,
    operator: Uuid,
) -> Result<Option<(gate::Model, Option<device::Model>)>, DbErr> {
    let theirs = gate::Entity::belongs_to(device::Entity)
        .from(gate::Column::Id)
        .to(device::Column::GateId)
        .on_condition(move |_, device| Expr::col((device, device::Column::OperatorId)).eq(operator).into_condition())
        .into();
    gate::Entity::find()
        .select_also(device::Entity)
        .join(JoinType::LeftJoin, theirs)
        .filter(gate::Column::CongressId.eq(congress))
        .filter(gate::Column::Slug.eq(slug))
        .one(conn)
        .await
}

/// All gates of a congress in their order. The main one is there before its first scan makes its row.
pub async fn all(conn: &Conn, congress: Uuid) -> Result<Vec<GateView>, DbErr> {
    let rows = gate::Entity::find()
        .filter(gate::Column::CongressId.eq(congress))
        .order_by_asc(gate::Column::Position)
        .order_by_asc(gate::Column::Slug)
        .all(conn)
        .await?;
    let mut gates: Vec<GateView> =
        rows.into_iter().map(|row| GateView { slug: row.slug, name: row.name.0, area: row.area }).collect();
    if !gates.iter().any(|gate| gate.slug == MAIN) {
        gates.insert(0, GateView { slug: MAIN.into(), name: main_name(), area: AREA.into() });
    }
    Ok(gates)
}
