//! Who sells the tickets of a congress, and on which terms.

use sea_orm::entity::prelude::*;
use store::Translated;

#[sea_orm::model]
#[derive(Clone, Debug, PartialEq, DeriveEntityModel)]
#[sea_orm(table_name = "seller")]
pub struct Model {
    #[sea_orm(primary_key, auto_increment = false)]
    pub id: Uuid,
    pub congress_id: Uuid,
    #[sea_orm(column_type = "Text")]
    pub name: String,
    #[sea_orm(column_type = "Text")]
    pub street: String,
    #[sea_orm(column_type = "Text")]
    pub postcode: String,
    #[sea_orm(column_type = "Text")]
    pub town: String,
    /// Two letters (ISO 3166-1).
    #[sea_orm(column_type = "Text")]
    pub country: String,
    #[sea_orm(column_type = "Text")]
    pub tax_number: String,
    #[sea_orm(column_type = "Text")]
    pub vat_id: String,
    #[sea_orm(column_type = "Text")]
    pub account_holder: String,
    /// Without spaces (ISO 13616).
    #[sea_orm(column_type = "Text")]
    pub iban: String,
    #[sea_orm(column_type = "Text")]
    pub bic: String,
    /// Begins the numbers of invoices: `OWL`.
    #[sea_orm(column_type = "Text")]
    pub prefix: String,
    /// How many days buyers have to pay.
    pub due_days: i32,
    /// How many days longer a transfer is waited for before the places are given back.
    pub grace_days: i32,
    /// Why there is no VAT, where there is none.
    #[sea_orm(column_type = "JsonBinary")]
    pub exemption: Translated,
    #[sea_orm(column_type = "JsonBinary")]
    pub foot: Translated,
    pub changed_at: DateTimeUtc,
}

impl ActiveModelBehavior for ActiveModel {}
