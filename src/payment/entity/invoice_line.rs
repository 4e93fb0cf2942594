//! The lines of invoices.

use sea_orm::entity::prelude::*;

#[sea_orm::model]
#[derive(Clone, Debug, PartialEq, DeriveEntityModel)]
#[sea_orm(table_name = "invoice_line")]
pub struct Model {
    #[sea_orm(primary_key, auto_increment = false)]
    pub id: Uuid,
    pub invoice_id: Uuid,
    pub position: i32,
    pub attendee_id: Option<Uuid>,
    #[sea_orm(column_type = "Text")]
    pub description: String,
    pub quantity: i32,
    /// With VAT.
    pub unit_cents: i64,
    pub vat_basis_points: i32,
    pub gross_cents: i64,
}

impl ActiveModelBehavior for ActiveModel {}
