//! A body that people work for: of the host, for all its congresses.

use sea_orm::entity::prelude::*;
use serde::{Deserialize, Serialize};
use store::Translated;

/// What kind of body.
#[derive(
    Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord, Hash, EnumIter, DeriveActiveEnum, Serialize, Deserialize,
)]
#[sea_orm(rs_type = "String", db_type = "Text", rename_all = "snake_case")]
#[serde(rename_all = "snake_case")]
pub enum Kind {
    Municipality,
    District,
    Authority,
    Business,
    University,
    School,
    Initiative,
    Other,
}

impl Kind {
    pub const ALL: [Self; 8] = [
        Self::Municipality,
        Self::District,
        Self::Authority,
        Self::Business,
        Self::University,
        Self::School,
        Self::Initiative,
        Self::Other,
    ];
}

#[sea_orm::model]
#[derive(Clone, Debug, PartialEq, DeriveEntityModel)]
#[sea_orm(table_name = "organisation")]
pub struct Model {
    #[sea_orm(primary_key, auto_increment = false)]
    pub id: Uuid,
    pub host_id: Uuid,
    #[sea_orm(column_type = "Text")]
    pub name: String,
    pub kind: Kind,
    #[sea_orm(column_type = "Text")]
    pub town: String,
    pub created_at: DateTimeUtc,
    /// Six letters and digits, the address of its page in the directory; none: it has no page yet.
    #[sea_orm(column_type = "Text", nullable)]
    pub code: Option<String>,
    /// What it says of itself, plain.
    #[sea_orm(column_type = "JsonBinary")]
    pub about: Translated,
    #[sea_orm(column_type = "Text")]
    pub website: String,
    /// Of a town or district; none: as the register of towns has it.
    pub inhabitants: Option<i32>,
}

impl ActiveModelBehavior for ActiveModel {}
