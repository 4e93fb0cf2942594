//! The table.

use sea_orm::entity::prelude::*;

#[sea_orm::model]
#[derive(Clone, Debug, PartialEq, DeriveEntityModel)]
#[sea_orm(table_name = "job")]
pub struct Model {
    #[sea_orm(primary_key)]
    pub id: i64,
    #[sea_orm(column_type = "Text")]
    pub kind: String,
    #[sea_orm(column_type = "JsonBinary")]
    pub payload: Json,
    #[sea_orm(column_type = "Text", nullable)]
    pub unique_key: Option<String>,
    pub state: State,
    pub attempts: i32,
    pub max_attempts: i32,
    /// 0: somebody waits for it; 1: a part of much, which goes when nothing else is due.
    pub rank: i32,
    /// UTC milliseconds. While ready: not before; while running: the end of the lease.
    pub due_at: i64,
    pub lease_by: Option<Uuid>,
    #[sea_orm(column_type = "Text", nullable)]
    pub last_error: Option<String>,
    pub created_at: i64,
    pub started_at: Option<i64>,
    pub finished_at: Option<i64>,
}

/// ready → running → done, or back to ready with a pause, or failed.
#[derive(Clone, Copy, Debug, PartialEq, Eq, EnumIter, DeriveActiveEnum)]
#[sea_orm(rs_type = "String", db_type = "Text", rename_all = "snake_case")]
pub enum State {
    Ready,
    Running,
    Done,
    Failed,
}

impl ActiveModelBehavior for ActiveModel {}
