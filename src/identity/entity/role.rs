//! What an account is, in one congress or in all of them.

use crate::policy::Role;
use sea_orm::entity::prelude::*;

#[sea_orm::model]
#[derive(Clone, Debug, PartialEq, DeriveEntityModel)]
#[sea_orm(table_name = "role")]
pub struct Model {
    #[sea_orm(primary_key, auto_increment = false)]
    pub id: Uuid,
    pub account_id: Uuid,
    /// None: in every congress.
    pub congress_id: Option<Uuid>,
    pub role: Role,
    pub granted_at: DateTimeUtc,
}

impl ActiveModelBehavior for ActiveModel {}
