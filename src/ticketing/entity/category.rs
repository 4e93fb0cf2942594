//! What one can register for.

use crate::rules::price::Tier;
use sea_orm::FromJsonQueryResult;
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

/// Whether it is a ticket or goes with one.
#[derive(
    Clone, Copy, Debug, Default, PartialEq, Eq, Hash, EnumIter, DeriveActiveEnum, Serialize, Deserialize, ToSchema,
)]
#[sea_orm(rs_type = "String", db_type = "Text", rename_all = "snake_case")]
#[serde(rename_all = "snake_case")]
#[schema(as = CategoryKind)]
pub enum Kind {
    /// Admits a person.
    #[default]
    Ticket,
    /// Something beside a ticket: a dinner, a tour.
    AddOn,
}

/// Who sees it.
#[derive(
    Clone, Copy, Debug, Default, PartialEq, Eq, Hash, EnumIter, DeriveActiveEnum, Serialize, Deserialize, ToSchema,
)]
#[sea_orm(rs_type = "String", db_type = "Text", rename_all = "snake_case")]
#[serde(rename_all = "snake_case")]
#[schema(as = Visibility)]
pub enum Visibility {
    #[default]
    Public,
    /// Who has its secret link.
    Link,
    /// Who has a voucher for it.
    Voucher,
    /// Who is on its list.
    Invitation,
}

/// Lower prices, as a column.
#[derive(Clone, Debug, Default, PartialEq, Eq, Serialize, Deserialize, FromJsonQueryResult)]
#[serde(transparent)]
pub struct Tiers(pub Vec<Tier>);

/// Short names of categories, as a column.
#[derive(Clone, Debug, Default, PartialEq, Eq, Serialize, Deserialize, FromJsonQueryResult)]
#[serde(transparent)]
pub struct Slugs(pub Vec<String>);

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
    pub kind: Kind,
    /// Lower prices than `price_cents`, until a moment or from a number on.
    #[sea_orm(column_type = "JsonBinary")]
    pub tiers: Tiers,
    pub visibility: Visibility,
    /// Raising it ends the secret link.
    pub link_generation: i32,
    /// How many tickets each address of its list may have.
    pub invitations_each: i32,
    /// Whether staff decide on each order.
    pub needs_approval: bool,
    /// Of an add-on: the tickets that it may go with; none: with all.
    #[sea_orm(column_type = "JsonBinary")]
    pub goes_with: Slugs,
}

impl ActiveModelBehavior for ActiveModel {}
