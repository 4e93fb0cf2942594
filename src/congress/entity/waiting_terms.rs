//! On which terms one waits for places of a congress.

use sea_orm::entity::prelude::*;

#[sea_orm::model]
#[derive(Clone, Debug, PartialEq, DeriveEntityModel)]
#[sea_orm(table_name = "waiting_terms")]
pub struct Model {
    #[sea_orm(primary_key, auto_increment = false)]
    pub id: Uuid,
    pub congress_id: Uuid,
    /// One can join, and what comes free is offered.
    pub open: bool,
    /// How long an offer stands.
    pub hours: i32,
    /// So many days before the congress nothing is offered any more.
    pub stop_days: i32,
    /// How many places one can wait for together.
    pub most: i32,
    pub changed_at: DateTimeUtc,
}

impl ActiveModelBehavior for ActiveModel {}
