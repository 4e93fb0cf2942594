//! Places that are held for a partner until a day, and who names the people for them.

use sea_orm::entity::prelude::*;

#[sea_orm::model]
#[derive(Clone, Debug, PartialEq, DeriveEntityModel)]
#[sea_orm(table_name = "contingent")]
pub struct Model {
    #[sea_orm(primary_key, auto_increment = false)]
    pub id: Uuid,
    pub congress_id: Uuid,
    pub organisation_id: Uuid,
    pub category_id: Uuid,
    /// For each place, as it was agreed.
    pub price_cents: i64,
    pub vat_basis_points: i32,
    #[sea_orm(column_type = "Text")]
    pub currency: String,
    /// What nobody has taken by then falls back.
    pub valid_until: DateTimeUtc,
    #[sea_orm(column_type = "Text")]
    pub contact_name: String,
    pub mailbox_id: Uuid,
    #[sea_orm(column_type = "Text")]
    pub language: String,
    /// Raising it ends the old link.
    pub link_generation: i32,
    /// The order of those who are named. None: nobody is yet.
    pub order_id: Option<Uuid>,
    /// The form that named people last: sent twice it names them once.
    pub naming: Option<Uuid>,
    pub created_at: DateTimeUtc,
    /// When the partner was told that places are about to fall back.
    pub reminded_at: Option<DateTimeUtc>,
    /// Nobody can be named any more, and no place is held.
    pub ended_at: Option<DateTimeUtc>,
    /// Where the invoice goes, where its places cost something.
    #[sea_orm(column_type = "Text")]
    pub street: String,
    #[sea_orm(column_type = "Text")]
    pub postcode: String,
    #[sea_orm(column_type = "Text")]
    pub town: String,
    #[sea_orm(column_type = "Text")]
    pub country: String,
    #[sea_orm(column_type = "Text")]
    pub vat_id: String,
    /// Of a public body.
    #[sea_orm(column_type = "Text")]
    pub leitweg_id: String,
    #[sea_orm(column_type = "Text")]
    pub purchase_order: String,
    #[sea_orm(column_type = "Text")]
    pub cost_centre: String,
}

impl ActiveModelBehavior for ActiveModel {}
