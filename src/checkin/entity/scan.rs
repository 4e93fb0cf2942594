//! Every attempt, with its verdict, for ever. Unique by device and nonce.

use sea_orm::entity::prelude::*;
use serde::{Deserialize, Serialize};
use utoipa::ToSchema;

/// The verdict.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Hash, EnumIter, DeriveActiveEnum, Serialize, Deserialize, ToSchema)]
#[sea_orm(rs_type = "String", db_type = "Text", rename_all = "snake_case")]
#[serde(rename_all = "snake_case")]
#[schema(as = CheckInStatus)]
pub enum Status {
    Admitted,
    Refused,
    Attention,
}

#[sea_orm::model]
#[derive(Clone, Debug, PartialEq, DeriveEntityModel)]
#[sea_orm(table_name = "scan")]
pub struct Model {
    #[sea_orm(primary_key, auto_increment = false)]
    pub id: Uuid,
    pub congress_id: Uuid,
    pub gate_id: Uuid,
    pub device_id: Uuid,
    pub nonce: Uuid,
    /// When the device saw it.
    pub at: DateTimeUtc,
    /// When it came in.
    pub received_at: DateTimeUtc,
    /// What the code said.
    #[sea_orm(column_type = "Text")]
    pub raw: String,
    pub attendee_id: Option<Uuid>,
    pub admission_id: Option<Uuid>,
    pub status: Status,
    #[sea_orm(column_type = "Text", nullable)]
    pub reason: Option<String>,
    #[sea_orm(column_type = "Text", nullable)]
    pub detail: Option<String>,
    pub forced: bool,
    #[sea_orm(column_type = "Text")]
    pub note: String,
}

impl ActiveModelBehavior for ActiveModel {}
