//! How far a cooperation came, who said so and why: the row with the highest number holds.

use crate::rules::cooperation::State;
use sea_orm::entity::prelude::*;

#[sea_orm::model]
#[derive(Clone, Debug, PartialEq, DeriveEntityModel)]
#[sea_orm(table_name = "cooperation_step")]
pub struct Model {
    #[sea_orm(primary_key, auto_increment = false)]
    pub id: Uuid,
    pub cooperation_id: Uuid,
    pub number: i32,
    pub state: State,
    /// None: the last one left, or who said so has left the directory.
    pub profile_id: Option<Uuid>,
    #[sea_orm(column_type = "Text")]
    pub note: String,
    pub made_at: DateTimeUtc,
}

impl ActiveModelBehavior for ActiveModel {}
