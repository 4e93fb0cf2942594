//! What is remembered of a browser: who is logged in, a notice for the next page.

use sea_orm::entity::prelude::*;

#[sea_orm::model]
#[derive(Clone, Debug, PartialEq, Eq, DeriveEntityModel)]
#[sea_orm(table_name = "session")]
pub struct Model {
    /// SHA-256 of the cookie's value: who reads the database cannot take over a session.
    #[sea_orm(primary_key, auto_increment = false)]
    pub id: String,
    /// JSON.
    pub data: Vec<u8>,
    pub expires_at: ChronoDateTimeUtc,
    /// Who is logged in with it: so that an account's sessions are found, and ended.
    pub account_id: Option<Uuid>,
}

impl ActiveModelBehavior for ActiveModel {}
