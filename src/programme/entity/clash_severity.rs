//! How much a kind of clash matters to a congress, where that is not what it is until somebody says so.

use sea_orm::entity::prelude::*;

#[sea_orm::model]
#[derive(Clone, Debug, PartialEq, DeriveEntityModel)]
#[sea_orm(table_name = "clash_severity")]
pub struct Model {
    #[sea_orm(primary_key, auto_increment = false)]
    pub id: Uuid,
    pub congress_id: Uuid,
    /// As [`crate::rules::clash::Kind`] names it.
    #[sea_orm(column_type = "Text")]
    pub kind: String,
    /// As [`crate::rules::clash::Severity`] names it.
    #[sea_orm(column_type = "Text")]
    pub severity: String,
}

impl ActiveModelBehavior for ActiveModel {}
