//! One person with one ticket.

use sea_orm::entity::prelude::*;
use serde::{Deserialize, Serialize};
use utoipa::ToSchema;

/// Whether the ticket is good.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Hash, EnumIter, DeriveActiveEnum, Serialize, Deserialize, ToSchema)]
#[sea_orm(rs_type = "String", db_type = "Text", rename_all = "snake_case")]
#[serde(rename_all = "snake_case")]
#[schema(as = AttendeeState)]
pub enum State {
    Valid,
    Unpaid,
    Unapproved,
    Waiting,
    Expired,
    Cancelled,
}

#[sea_orm::model]
#[derive(Clone, Debug, PartialEq, DeriveEntityModel)]
#[sea_orm(table_name = "attendee")]
pub struct Model {
    #[sea_orm(primary_key, auto_increment = false)]
    pub id: Uuid,
    pub congress_id: Uuid,
    pub order_id: Uuid,
    /// Within the order, from 1.
    pub position: i32,
    pub category_id: Uuid,
    pub mailbox_id: Uuid,
    #[sea_orm(column_type = "Text")]
    pub given_name: String,
    #[sea_orm(column_type = "Text")]
    pub family_name: String,
    #[sea_orm(column_type = "Text")]
    pub organisation: String,
    #[sea_orm(column_type = "Text")]
    pub language: String,
    pub state: State,
    /// As it was agreed, with what goes with the ticket.
    pub price_cents: i64,
    pub vat_basis_points: i32,
    /// The voucher that price and place follow from.
    pub voucher_id: Option<Uuid>,
    /// What it took off the price.
    pub waived_cents: i64,
    /// A guest beyond the quotas: holds a ticket, and takes no place of them.
    pub beyond_quota: bool,
    /// In the QR code. A new one makes the old code invalid.
    pub ticket_serial: i64,
    pub ticket_issued_at: DateTimeUtc,
    pub link_generation: i32,
    /// Raised by every change, for the calendar file.
    pub sequence: i32,
    pub created_at: DateTimeUtc,
    pub changed_at: DateTimeUtc,
    /// Since when somebody's name stands on it. None: a place that is still to be passed on.
    pub named_at: Option<DateTimeUtc>,
    /// Of an order that counts nowhere.
    pub test: bool,
    /// Folded, for finding.
    #[sea_orm(column_type = "Text")]
    pub search: String,
    /// The line of a category's list by which they were admitted.
    pub invitee_id: Option<Uuid>,
}

impl ActiveModelBehavior for ActiveModel {}
