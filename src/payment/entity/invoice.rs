//! Invoices, and what takes them back. Rows are written once and never changed.

use base::Text;
use sea_orm::entity::prelude::*;
use serde::{Deserialize, Serialize};

#[derive(Clone, Copy, Debug, PartialEq, Eq, Hash, EnumIter, DeriveActiveEnum, Serialize, Deserialize)]
#[sea_orm(rs_type = "String", db_type = "Text", rename_all = "snake_case")]
#[serde(rename_all = "snake_case")]
pub enum Kind {
    Invoice,
    /// Takes an invoice back, with the opposite amounts.
    Cancellation,
}

/// Who buys, and what their bookkeeping wants to read.
#[derive(Clone, Debug, Default, PartialEq, Serialize, Deserialize)]
pub struct Buyer {
    /// Name and address as they are printed.
    pub lines: Vec<String>,
    pub vat_id: String,
    /// BT-10 of EN 16931: where a public body's invoice goes.
    pub leitweg_id: String,
    /// BT-13.
    pub purchase_order: String,
    /// BT-19.
    pub cost_centre: String,
}

/// What an invoice says beside its lines and sums, as it was when it was issued.
#[derive(Clone, Debug, Default, PartialEq, Serialize, Deserialize, FromJsonQueryResult)]
pub struct Content {
    /// Name and address of who sells, as they are printed.
    pub seller: Vec<String>,
    /// Tax number or VAT identification number of who sells (§ 14 (4) 2 UStG).
    pub tax_number: String,
    pub vat_id: String,
    pub account_holder: String,
    pub iban: String,
    pub bic: String,
    pub buyer: Buyer,
    pub order_code: String,
    pub congress: Text,
    /// When the service is rendered (§ 14 (4) 6 UStG): first and last day.
    pub from: Date,
    pub until: Date,
    pub exemption: Text,
    pub foot: Text,
    /// Of a cancellation: the number that it takes back.
    pub cancels: Option<String>,
}

#[sea_orm::model]
#[derive(Clone, Debug, PartialEq, DeriveEntityModel)]
#[sea_orm(table_name = "invoice")]
pub struct Model {
    #[sea_orm(primary_key, auto_increment = false)]
    pub id: Uuid,
    pub host_id: Uuid,
    pub congress_id: Uuid,
    pub order_id: Uuid,
    pub kind: Kind,
    /// Of a cancellation: the invoice that it takes back. Each is taken back once at most.
    pub cancels_id: Option<Uuid>,
    /// Gapless in its series and year: `OWL-2027-0042`.
    #[sea_orm(column_type = "Text")]
    pub number: String,
    pub issued_at: DateTimeUtc,
    pub due_at: Option<DateTimeUtc>,
    #[sea_orm(column_type = "Text")]
    pub language: String,
    #[sea_orm(column_type = "JsonBinary")]
    pub content: Content,
    pub net_cents: i64,
    pub vat_cents: i64,
    pub gross_cents: i64,
    #[sea_orm(column_type = "Text")]
    pub currency: String,
}

impl ActiveModelBehavior for ActiveModel {}
