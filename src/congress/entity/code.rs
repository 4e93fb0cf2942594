//! A code of limited use: what it opens, its kind says.

use sea_orm::entity::prelude::*;

#[sea_orm::model]
#[derive(Clone, Debug, PartialEq, DeriveEntityModel)]
#[sea_orm(table_name = "code")]
pub struct Model {
    #[sea_orm(primary_key, auto_increment = false)]
    pub id: Uuid,
    pub congress_id: Uuid,
    /// What it opens: `voucher`.
    #[sea_orm(column_type = "Text")]
    pub kind: String,
    /// Capital letters, digits and dashes; unique in the congress.
    #[sea_orm(column_type = "Text")]
    pub code: String,
    pub max_uses: i32,
    /// Always the number of unfreed uses, and never above `max_uses`.
    pub used: i32,
    pub valid_from: Option<DateTimeUtc>,
    pub valid_until: Option<DateTimeUtc>,
    /// What codes are counted together by.
    #[sea_orm(column_type = "Text")]
    pub tag: String,
    #[sea_orm(column_type = "Text")]
    pub note: String,
    pub created_at: DateTimeUtc,
    pub ended_at: Option<DateTimeUtc>,
}

impl ActiveModelBehavior for ActiveModel {}
