//! What a program logs in with.

use base::Permission;
use sea_orm::entity::prelude::*;

#[sea_orm::model]
#[derive(Clone, Debug, PartialEq, DeriveEntityModel)]
#[sea_orm(table_name = "api_token")]
pub struct Model {
    #[sea_orm(primary_key, auto_increment = false)]
    pub id: Uuid,
    /// As shown on timelines.
    #[sea_orm(column_type = "Text")]
    pub name: String,
    #[sea_orm(column_type = "Text")]
    pub token_hash: String,
    /// None: for all congresses.
    pub congress_id: Option<Uuid>,
    /// Names of permissions.
    #[sea_orm(column_type = "JsonBinary")]
    pub permissions: Json,
    pub created_at: DateTimeUtc,
    pub revoked_at: Option<DateTimeUtc>,
}

impl Model {
    /// What it may. A name that this version of kongress does not know allows nothing.
    pub fn permissions(&self) -> Vec<Permission> {
        let names = self.permissions.as_array().map(Vec::as_slice).unwrap_or_default();
        names.iter().filter_map(|name| name.as_str()?.parse().ok()).collect()
    }
}

impl ActiveModelBehavior for ActiveModel {}
