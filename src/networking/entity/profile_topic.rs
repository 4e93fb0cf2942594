//! A topic that somebody works on.

use crate::rules::visibility::Level;
use sea_orm::entity::prelude::*;

#[sea_orm::model]
#[derive(Clone, Debug, PartialEq, DeriveEntityModel)]
#[sea_orm(table_name = "profile_topic")]
pub struct Model {
    #[sea_orm(primary_key, auto_increment = false)]
    pub id: Uuid,
    pub profile_id: Uuid,
    pub topic_id: Uuid,
    /// Whom it shows to, as the profile says.
    pub level: Level,
}

impl ActiveModelBehavior for ActiveModel {}
