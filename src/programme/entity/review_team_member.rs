//! Who judges in a team.

use sea_orm::entity::prelude::*;

#[sea_orm::model]
#[derive(Clone, Debug, PartialEq, DeriveEntityModel)]
#[sea_orm(table_name = "review_team_member")]
pub struct Model {
    #[sea_orm(primary_key, auto_increment = false)]
    pub id: Uuid,
    pub team_id: Uuid,
    pub account_id: Uuid,
    /// For whom they work: they judge nothing that comes from there.
    #[sea_orm(column_type = "Text")]
    pub organisation: String,
}

impl ActiveModelBehavior for ActiveModel {}
