//! What a code does for who registers with it. Code, uses and validity stand in `congress`'s `code`, under the same id.

use sea_orm::entity::prelude::*;
use serde::{Deserialize, Serialize};

/// Which categories it is for.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Hash, EnumIter, DeriveActiveEnum, Serialize, Deserialize)]
#[sea_orm(rs_type = "String", db_type = "Text", rename_all = "snake_case")]
#[serde(rename_all = "snake_case")]
pub enum Scope {
    All,
    /// Those of `voucher_category`.
    Categories,
    /// Those that need a place of the quota.
    Quota,
}

/// What it does to the price.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Hash, EnumIter, DeriveActiveEnum, Serialize, Deserialize)]
#[sea_orm(rs_type = "String", db_type = "Text", rename_all = "snake_case")]
#[serde(rename_all = "snake_case")]
pub enum Effect {
    None,
    Set,
    Less,
    Percent,
}

#[sea_orm::model]
#[derive(Clone, Debug, PartialEq, DeriveEntityModel)]
#[sea_orm(table_name = "voucher")]
pub struct Model {
    /// That of its code.
    #[sea_orm(primary_key, auto_increment = false)]
    pub id: Uuid,
    pub congress_id: Uuid,
    pub scope: Scope,
    pub quota_id: Option<Uuid>,
    pub effect: Effect,
    /// Cents; of a percentage hundredths: 2500 is 25 %.
    pub amount: i64,
    /// Opens categories that only a voucher opens.
    pub unlocks: bool,
    /// Holds a place for each use that is left.
    pub blocks: bool,
    /// Who comes with it is a guest beyond the quotas: they take no place of them.
    pub passes: bool,
    /// The fewest tickets of one order that it is used for.
    pub min_uses: i32,
}

impl ActiveModelBehavior for ActiveModel {}
