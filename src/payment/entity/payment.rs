//! Money that came in. Rows are not deleted: what was noted wrongly is withdrawn.

use sea_orm::entity::prelude::*;

/// On which way.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Hash, EnumIter, DeriveActiveEnum)]
#[sea_orm(rs_type = "String", db_type = "Text", rename_all = "snake_case")]
pub enum Method {
    Transfer,
    Cash,
    Other,
}

#[derive(Clone, Copy, Debug, PartialEq, Eq, Hash, EnumIter, DeriveActiveEnum)]
#[sea_orm(rs_type = "String", db_type = "Text", rename_all = "snake_case")]
pub enum State {
    Confirmed,
    /// It was noted wrongly, and counts no more.
    Withdrawn,
}

#[sea_orm::model]
#[derive(Clone, Debug, PartialEq, DeriveEntityModel)]
#[sea_orm(table_name = "payment")]
pub struct Model {
    #[sea_orm(primary_key, auto_increment = false)]
    pub id: Uuid,
    pub congress_id: Uuid,
    pub order_id: Uuid,
    pub method: Method,
    pub state: State,
    pub cents: i64,
    #[sea_orm(column_type = "Text")]
    pub currency: String,
    /// The day on the bank's statement.
    pub received_on: Date,
    #[sea_orm(column_type = "Text")]
    pub reference: String,
    #[sea_orm(column_type = "Text")]
    pub note: String,
    /// Made by the form: the same form sent twice is one row.
    pub request: Uuid,
    pub at: DateTimeUtc,
    #[sea_orm(column_type = "Text")]
    pub actor_kind: String,
    pub actor_id: Option<Uuid>,
    #[sea_orm(column_type = "Text")]
    pub actor_name: String,
    pub withdrawn_at: Option<DateTimeUtc>,
    #[sea_orm(column_type = "Text")]
    pub withdrawn_by: String,
    #[sea_orm(column_type = "Text")]
    pub withdrawn_why: String,
}

impl ActiveModelBehavior for ActiveModel {}
