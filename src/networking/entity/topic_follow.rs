//! A topic that somebody follows.

use sea_orm::entity::prelude::*;

#[sea_orm::model]
#[derive(Clone, Debug, PartialEq, DeriveEntityModel)]
#[sea_orm(table_name = "topic_follow")]
pub struct Model {
    #[sea_orm(primary_key, auto_increment = false)]
    pub id: Uuid,
    pub profile_id: Uuid,
    pub topic_id: Uuid,
    /// Up to when they were told what is new.
    pub told_at: DateTimeUtc,
}

impl ActiveModelBehavior for ActiveModel {}
