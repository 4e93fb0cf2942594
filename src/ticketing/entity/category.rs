//! What one can register for.

use sea_orm::entity::prelude::*;
use serde::{Deserialize, Serialize};
use store::Translated;
use utoipa::ToSchema;

/// Where one takes part.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Hash, EnumIter, DeriveActiveEnum, Serialize, Deserialize, ToSchema)]
#[sea_orm(rs_type = "String", db_type = "Text", rename_all = "snake_case")]
#[serde(rename_all = "snake_case")]
#[schema(as = Place)]
pub enum Place {
    OnSite,
    Online,
}

#[sea_orm::model]
#[derive(Clone, Debug, PartialEq, DeriveEntityModel)]
#[sea_orm(table_name = "category")]
pub struct Model {
    #[sea_orm(primary_key, auto_increment = false)]
    pub id: Uuid,
    pub congress_id: Uuid,
    #[sea_orm(column_type = "Text")]
    pub slug: String,
    /// Small and for ever, for the ticket token.
    pub number: i32,
    #[sea_orm(column_type = "JsonBinary")]
    pub name: Translated,
    #[sea_orm(column_type = "JsonBinary")]
    pub description: Translated,
    pub place: Place,
    pub price_cents: i64,
    #[sea_orm(column_type = "Text")]
    pub currency: String,
    /// 1900 is 19 %.
    pub vat_basis_points: i32,
    pub sale_from: Option<DateTimeUtc>,
    pub sale_until: Option<DateTimeUtc>,
    /// How many one order may hold; none: no limit of its own.
    pub max_per_order: Option<i32>,
    pub active: bool,
    pub position: i32,
    pub created_at: DateTimeUtc,
}

impl ActiveModelBehavior for ActiveModel {}
