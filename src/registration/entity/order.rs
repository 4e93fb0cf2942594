//! What one contact placed at once.

use sea_orm::entity::prelude::*;
use serde::{Deserialize, Serialize};
use utoipa::ToSchema;

/// The last word of what happened to it.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Hash, EnumIter, DeriveActiveEnum, Serialize, Deserialize, ToSchema)]
#[sea_orm(rs_type = "String", db_type = "Text", rename_all = "snake_case")]
#[serde(rename_all = "snake_case")]
#[schema(as = OrderState)]
pub enum State {
    Confirmed,
    AwaitingPayment,
    AwaitingApproval,
    Waiting,
    Expired,
    Cancelled,
}

/// Who pays.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Hash, EnumIter, DeriveActiveEnum, Serialize, Deserialize, ToSchema)]
#[sea_orm(rs_type = "String", db_type = "Text", rename_all = "snake_case")]
#[serde(rename_all = "snake_case")]
#[schema(as = BuyerKind)]
pub enum BuyerKind {
    Person,
    Business,
    PublicBody,
}

/// How it came in.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Hash, EnumIter, DeriveActiveEnum, Serialize, Deserialize)]
#[sea_orm(rs_type = "String", db_type = "Text", rename_all = "snake_case")]
#[serde(rename_all = "snake_case")]
pub enum Source {
    Web,
    Api,
    Desk,
    Import,
    Demo,
}

#[sea_orm::model]
#[derive(Clone, Debug, PartialEq, DeriveEntityModel)]
#[sea_orm(table_name = "order")]
pub struct Model {
    #[sea_orm(primary_key, auto_increment = false)]
    pub id: Uuid,
    pub congress_id: Uuid,
    /// Six letters and digits without look-alikes.
    #[sea_orm(column_type = "Text")]
    pub code: String,
    /// Raising it ends the old link.
    pub link_generation: i32,
    pub state: State,
    pub buyer_kind: BuyerKind,
    #[sea_orm(column_type = "Text")]
    pub buyer_name: String,
    #[sea_orm(column_type = "Text")]
    pub buyer_organisation: String,
    /// Where the invoice goes, if there is one.
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
    pub vat_id: String,
    /// Of a public body: where its invoices go (BT-10 of EN 16931).
    #[sea_orm(column_type = "Text")]
    pub leitweg_id: String,
    /// The buyer's own number of the purchase (BT-13).
    #[sea_orm(column_type = "Text")]
    pub purchase_order: String,
    #[sea_orm(column_type = "Text")]
    pub cost_centre: String,
    pub mailbox_id: Uuid,
    #[sea_orm(column_type = "Text")]
    pub language: String,
    pub total_cents: i64,
    #[sea_orm(column_type = "Text")]
    pub currency: String,
    pub source: Source,
    /// Whether mails go out by themselves.
    pub notify: bool,
    /// Made by the form: the same form sent twice is one order.
    pub placement: Option<Uuid>,
    pub payment_due_at: Option<DateTimeUtc>,
    pub placed_at: DateTimeUtc,
    /// The code of the voucher that was given with it; empty: none.
    #[sea_orm(column_type = "Text")]
    pub voucher: String,
    /// Staff try something out with it: it counts nowhere.
    pub test: bool,
    /// What staff wrote about it.
    #[sea_orm(column_type = "Text")]
    pub note: String,
    /// Folded, for finding.
    #[sea_orm(column_type = "Text")]
    pub search: String,
}

impl ActiveModelBehavior for ActiveModel {}
